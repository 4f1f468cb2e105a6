"""Who in the reports reads the term that decides, and how: by their words alone, never by guess."""

import pytest

from foedus.model.term import Term, TermReading
from foedus.read.gazetteer import Gazetteer
from foedus.report.desk import Desk
from foedus.report.sections.casus.placing import placed
from tests.report.conftest import dossier_of
from tests.report.raising import (
    LAWYER,
    RAISED,
    reader,
    scenarios,
    section,
)


def test_a_reader_whose_words_name_a_reading_of_the_term_stands_beside_it() -> None:
    items = section(f"{RAISED}\n{LAWYER}only in a declared state of war.\n")
    line = reader(items, "Anna Berg")
    assert not line.behind
    assert "Anna Berg reads ‘state of war’ as ‘declared’" in line.text
    term = next(t for t in scenarios(items)[0]["readings"] if t["term"] == "state_of_war")
    held = {r["reading"]: [h["holder"] for h in r["holders"]] for r in term["readings"]}
    assert held == {"in-fact": [], "declared": ["Anna Berg"], "as-the-attacked-says": []}


def test_what_may_be_owed_stands_beside_each_reading() -> None:
    term = next(t for t in scenarios(section(RAISED))[0]["readings"] if t["term"] == "state_of_war")
    owed = {r["reading"]: r["may_be_owed"] for r in term["readings"]}
    assert owed == {"in-fact": True, "declared": False, "as-the-attacked-says": False}


@pytest.mark.parametrize(
    "words",
    [
        "as soon as there is a state of war.",  # names the term, and no reading of it
        "in a state of war, whether declared or not.",  # names one reading and denies it
        "in a declared state of war or in one in fact.",  # names two
    ],
)
def test_a_reader_in_doubt_is_not_placed_and_keeps_the_own_words(words: str) -> None:
    items = section(f"{RAISED}\n{LAWYER}{words}\n")
    line = reader(items, "Anna Berg")
    assert line.fields["reading"] is None
    assert words.rstrip(".") in line.text


def test_a_reading_that_is_denied_places_nobody() -> None:
    text = f"{RAISED}\n{LAWYER}only in a declared state of war.\n"
    denied = text.replace("was a duty", "was not a duty")
    assert reader(section(denied), "Anna Berg").fields["reading"] is None


def test_a_reading_that_is_merely_possible_places_nobody() -> None:
    text = f"{RAISED}\n{LAWYER}only in a declared state of war.\n"
    hedged = text.replace("was a duty", "could be a duty")
    assert reader(section(hedged), "Anna Berg").fields["reading"] is None


def test_the_term_itself_is_no_reading_of_it() -> None:
    term = Term(
        "joint_help", "?", readings=(TermReading("joint", "."), TermReading("several", "."))
    )
    text = RAISED + "\nAnna Berg, a lawyer, said that the treaty was a duty of joint help.\n"
    desk = Desk(dossier_of(text), Gazetteer.load())
    assert [one.reading for one in placed(desk, "rus-prk-2024", [term])] == [""]


def test_who_speaks_of_another_thing_stands_under_no_term() -> None:
    items = section(f"{RAISED}\nEva Lind, an analyst, called the treaty a loose promise.\n")
    assert not [i for i in items if i.fields.get("reader_of_term") == "Eva Lind"]
    assert scenarios(items)[0]["unplaced"] == ["Eva Lind"]
    assert "No reader quoted here speaks of ‘state of war’." in [item.text for item in items]
