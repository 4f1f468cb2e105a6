"""What somebody calls an instrument: how far the name goes, and what is called so in truth."""

import pytest

from tests.read.assessments.stage import Said, assess, readings, words


def gists(text: str, *said: Said) -> list[str | None]:
    return [words(c, "gist") for c in readings(assess(text, *said))]


@pytest.mark.parametrize(
    "name",
    [
        "a visiting forces deal and nothing more",
        "a fishing deal and little else",
        "a promise of help, but not of war",
        "a wall that will hold when the sea rises",
        "a gift to Chile, a burden for Peru, and a joke",
    ],
)
@pytest.mark.parametrize("verb", ["call", "describe"])
def test_a_name_between_marks_goes_on_to_the_closing_mark(verb: str, name: str) -> None:
    link = "it as" if verb == "describe" else "it"
    assert gists(f"Peru signed the pact. Some {verb} {link} “{name}”.") == [name]


@pytest.mark.parametrize(
    "name", ["a threat to peace and to trade", "a burden on ports and on farms"]
)
def test_a_name_does_not_end_where_a_parser_loses_its_second_part(name: str) -> None:
    assert gists(f"Peru signed the pact. Dr Cole called it {name}.") == [name]


@pytest.mark.parametrize(
    ("said", "gist"),
    [
        ("called the accord, in theory, a trap", "in theory, a trap"),
        ("called the accord, at best, a truce", "at best, a truce"),
        ("sees the accord, so far, as a gesture", "so far, as a gesture"),
    ],
)
def test_what_weakens_a_name_stays_with_it(said: str, gist: str) -> None:
    assert gists(f"Dr Cole {said}.") == [gist]


@pytest.mark.parametrize(
    "said",
    [
        "would regard it as a declaration of war",
        "would see it as a hostile move",
        "will treat it as an attack on Chile",
    ],
)
def test_what_somebody_would_take_an_act_for_is_no_reading_of_the_pact(said: str) -> None:
    assert gists(f"The pact covers landings of troops. Chile {said}.")[1:] == []


@pytest.mark.parametrize("name", ["an act of war", "a declaration of war", "an act of aggression"])
def test_an_act_of_war_is_no_pact(name: str) -> None:
    text = f"Chile sent ships under the pact. Peru called it {name}."
    assert gists(text) == []


@pytest.mark.parametrize(
    ("said", "gist"),
    [
        ("would see the pact as a threat", "a threat"),
        ("regards it as a declaration of intent", "a declaration of intent"),
        ("views it as a hostile move", "a hostile move"),
    ],
)
def test_what_the_pact_itself_is_taken_for_is_a_reading(said: str, gist: str) -> None:
    assert gists(f"Peru signed the pact. Chile {said}.") == [gist]


def test_the_speaker_who_speaks_of_his_own_view_is_one_voice() -> None:
    said = Said("Chile", "it saw the pact as a threat", "said")
    (claim,) = readings(assess("Chile said it saw the pact as a threat.", said))
    assert [voice.name for voice in claim.voice] == ["Chile"]


def test_a_reason_behind_what_somebody_said_is_the_speakers() -> None:
    text = "Peru signed the pact. Chile has said it will pay nothing, because the pact is a trap."
    claims = readings(assess(text, Said("Chile", "it will pay nothing", "said")))
    assert [[voice.name for voice in c.voice] for c in claims] == [["Chile"]]


@pytest.mark.parametrize("end", ["a truce and", "a burden for the", "a step, but", "a gift to a"])
def test_no_gist_ends_in_a_word_that_wants_another(end: str) -> None:
    (gist,) = gists(f"Dr Cole called the accord “{end}” thing.") or [None]
    assert gist is None or gist.split()[-1] not in ("and", "the", "but", "a")
