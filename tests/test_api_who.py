"""Whom a name means: every spelling of the gazetteer's, and the names that the reports give."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import foedus
from foedus.api import Foedus
from foedus.api.who import keys_of
from foedus.ledger import Judgements
from foedus.model.errors import InputError

REPORT = """Egypt and Finland sign a pact

President Alexander Stubb said that Finland and Egypt had signed a treaty on assistance in Helsinki.

“The pact binds nobody to fight,” said Anna Berg, a scholar at the University of Bergen.

Kim Jong Un said that the pact was a mistake. “It will not last,” said Lee Jae-myung of South Korea.

“We shall read every line,” said Tomas Hall, a lawyer. “Nobody has,” said Maria Hall, a diplomat.

Mr Stubb visited Egypt in May. Denmark sent ammunition to Egypt.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Foedus]:
    path = tmp_path_factory.mktemp("reports") / "pact.txt"
    path.write_text(REPORT, "utf-8")
    with foedus.open() as opened:
        opened.read(path)
        yield opened


def speakers(desk: Foedus, name: str) -> set[str]:
    return {row["speaker"]["name"] for row in desk.statements(speaker=name)}


@pytest.mark.parametrize(
    "name",
    ["Alexander Stubb", "Stubb", "stubb", "Mr Stubb", "ALEXANDER STUBB", "person/alexander-stubb"],
)
def test_a_speaker_of_the_gazetteer_comes_under_every_spelling(desk: Foedus, name: str) -> None:
    assert speakers(desk, name) == {"Alexander Stubb"}


@pytest.mark.parametrize("name", ["Kim Jong Un", "Kim Jong-un", "Kim Jong-Un", "Kim"])
def test_a_surname_of_many_is_the_one_who_speaks_here(desk: Foedus, name: str) -> None:
    assert {row["speaker"]["actor"] for row in desk.statements(speaker=name)} == {
        "person/kim-jong-un"
    }


@pytest.mark.parametrize("name", ["Anna Berg", "anna berg", "Berg", "BERG", "Ms Berg"])
def test_a_speaker_whom_only_the_report_knows_comes_by_name_and_surname(
    desk: Foedus, name: str
) -> None:
    assert speakers(desk, name) == {"Anna Berg"}


def test_a_surname_of_two_speakers_is_neither(desk: Foedus) -> None:
    with pytest.raises(InputError, match=r"Maria Hall .* or Tomas Hall .*; name one of them"):
        desk.statements(speaker="Hall")


def test_words_that_only_begin_with_a_surname_are_no_other_who_bears_it() -> None:
    held = {
        "berg and lund sign": "Berg and Lund sign",
        "anna berg and bo lund": "Anna Berg and Bo Lund",
        "anna berg": "Anna Berg",
    }
    assert keys_of("Berg", held, Judgements([]), "speaks") == ("anna berg",)


def test_a_name_that_nobody_has_is_told_with_the_nearest(desk: Foedus) -> None:
    with pytest.raises(InputError, match="'Stub' speaks in this ledger; nearest: Alexander Stubb"):
        desk.statements(speaker="Stub")


def test_a_name_like_no_other_is_told_with_those_who_speak(desk: Foedus) -> None:
    with pytest.raises(InputError, match=r"there are .*Anna Berg"):
        desk.statements(speaker="Xqz")


def test_an_actor_whom_the_gazetteer_knows_but_no_report_names_is_nobody_here(
    desk: Foedus,
) -> None:
    with pytest.raises(InputError, match="nobody called 'Portugal'"):
        desk.facts(actor="Portugal")


@pytest.mark.parametrize("name", ["EGY", "egy", "Egypt", "Cairo", "the Arab Republic of Egypt"])
def test_the_facts_of_a_state_come_under_its_names_and_its_capital(desk: Foedus, name: str) -> None:
    found = desk.facts(actor=name)
    assert {"exchange", "meeting.visit"} <= {fact.predicate for fact in found}
    assert found == desk.facts(actor="EGY")


def test_the_claims_of_a_state_come_under_its_name(desk: Foedus) -> None:
    assert len(desk.claims(actor="Danish")) == len(desk.claims(actor="DNK")) > 0


def test_an_actor_without_facts_of_the_kind_asked_for_is_no_error(desk: Foedus) -> None:
    assert desk.facts(actor="Denmark", predicate="threaten") == ()


def test_a_name_judged_the_same_is_found_too(desk: Foedus) -> None:
    desk.ledger.same("Old Egypt", "EGY", "ada", "it was called so")
    assert desk.facts(actor="Old Egypt") == desk.facts(actor="Egypt")


def test_a_surname_alone_in_one_report_and_the_full_name_in_another_are_one_speaker(
    tmp_path: Path,
) -> None:
    for n, who in enumerate(["Anna Berg", "Berg"]):
        (tmp_path / f"{n}.txt").write_text(f"Our bond\n\n“It binds us {n},” {who} said.\n", "utf-8")
    with foedus.open() as both:
        both.read(*sorted(tmp_path.iterdir()))
        assert speakers(both, "berg") == {"Anna Berg", "Berg"}


def test_in_an_empty_ledger_nobody_speaks() -> None:
    with foedus.open() as empty, pytest.raises(InputError, match="read a report first"):
        empty.statements(speaker="Berg")
