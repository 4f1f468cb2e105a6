"""The shipped library: what it holds, what it says of the pact of 2024, what it never claims."""

import re
from datetime import date
from pathlib import Path

import pytest

from foedus.law import FOLDER, find, library
from foedus.law.library import library as load
from foedus.model.errors import LibraryError
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Duty, RecordStatus, TextStatus, TreatyStatus

SIGNING = date(2024, 6, 20)
NEEDED = {
    "rus-prk-2024", "rus-prk-2000", "ussr-prk-1961", "nato-1949", "chn-prk-1961", "usa-kor-1953",
    "usa-jpn-1960", "usa-phl-1951", "csto-1992", "sau-pak-2025",
}  # fmt: skip


def test_the_treaties_that_the_brief_needs_are_there() -> None:
    assert {treaty.id for treaty in library().treaties} >= NEEDED


def test_a_day_after_the_signing_the_pact_of_2024_binds_nobody_yet() -> None:
    held = {item.treaty.id: item.status for item in find(("RUS", "PRK"), SIGNING)}
    assert held == {
        "rus-prk-2024": TreatyStatus.NOT_YET_IN_FORCE,
        "rus-prk-2000": TreatyStatus.IN_FORCE,
        "ussr-prk-1961": TreatyStatus.ENDED,
    }


def test_on_the_day_of_exchange_the_new_treaty_is_in_force_and_the_old_one_ended() -> None:
    held = {item.treaty.id: item.status for item in find(("RUS", "PRK"), date(2024, 12, 4))}
    assert held["rus-prk-2024"] is TreatyStatus.IN_FORCE
    assert held["rus-prk-2000"] is TreatyStatus.ENDED


def test_a_treaty_of_the_soviet_union_is_found_for_russia_by_its_year() -> None:
    assert [i.treaty.id for i in find(("RUS", "PRK"), SIGNING, signed=1961)] == ["ussr-prk-1961"]


def test_the_rival_ends_of_the_treaty_of_1961_stand_side_by_side() -> None:
    ends = library().get("ussr-prk-1961").ended
    assert len({fact.day for fact in ends}) > 2
    assert len({fact.day for fact in ends if fact.source}) > 1


def test_replacement_is_told_from_both_ends() -> None:
    assert [t.id for t in library().replaced_by("rus-prk-2000")] == ["rus-prk-2024"]
    assert [link.treaty for link in library().replaces("rus-prk-2024")] == ["rus-prk-2000"]


def test_the_newest_treaties_come_first() -> None:
    found = [item.treaty.id for item in find(("PRK",), SIGNING)]
    assert found[0] == "rus-prk-2024"


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    with pytest.raises(LibraryError, match="Did you mean 'nato-1949'"):
        library().get("nato-1948")


def test_a_link_to_a_treaty_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    text = (FOLDER / "rus-prk-2024.toml").read_text("utf-8")
    (tmp_path / "rus-prk-2024.toml").write_text(text, "utf-8")
    with pytest.raises(LibraryError, match="'rus-prk-2000', which is not in the library"):
        load(tmp_path)


def test_what_was_not_seen_has_no_words_and_no_address() -> None:
    unseen = [
        c for t in library().treaties for c in t.clauses if c.status is RecordStatus.UNVERIFIED
    ]
    assert unseen
    assert not any(clause.words or clause.source for clause in unseen)


def test_an_unpublished_text_leaves_everything_but_the_formula_open() -> None:
    pact = library().get("sau-pak-2025")
    assert pact.text_status is TextStatus.UNPUBLISHED
    assert {c.response.strength.value for c in pact.clauses} == {"unspecified"}
    assert {c.response.automaticity.value for c in pact.clauses} == {"unspecified"}


@pytest.mark.parametrize("treaty", library().treaties, ids=lambda treaty: treaty.id)
def test_every_duty_to_defend_names_what_sets_it_in_motion(treaty: Treaty) -> None:
    defence = [c for c in treaty.clauses if c.duty is Duty.DEFENCE]
    assert all(clause.trigger.kind.value != "any-time" for clause in defence)


def test_no_summary_is_a_sentence_between_quotation_marks() -> None:
    summaries = [clause.summary for treaty in library().treaties for clause in treaty.clauses]
    assert not [text for text in summaries if re.search('["“”]', text)]


def test_the_parties_have_codes_that_the_gazetteer_knows() -> None:
    states = {path.stem for path in (FOLDER.parent / "actors" / "states").glob("*.toml")}
    used = {actor for treaty in library().treaties for actor in treaty.actors}
    assert states
    assert used <= states


@pytest.mark.shared
def test_the_digests_are_covered(shared: Path) -> None:
    digests = {path.stem for path in (shared / "treaties").glob("*.md")} - {"README"}
    missing = digests - {treaty.id for treaty in library().treaties}
    assert missing <= {"au-2005"}  # its parties are not known to us
