"""Open terms as data: what a term is met by, what is open, and how every mistake is named."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from foedus.law import library
from foedus.law.format import format_record
from foedus.law.terms import (
    FACTS,
    FOLDER,
    UNTOLD,
    load_term,
    open_readings,
    read_term,
    term_of,
    terms,
)
from foedus.model.errors import LibraryError
from foedus.model.term import Term, TermReading
from foedus.model.treaty_words import RecordStatus

SHIPPED = sorted(FOLDER.glob("*.toml"))
INVASION = {fact for fact, holds in UNTOLD.items() if holds}  # by a state, of recognised land

GOOD = """id = "hostile_word"
question = "Is a hostile word an act?"

[[readings]]
id = "yes"
summary = "It is."

[[readings]]
id = "armed"
summary = "Only with arms."
needs = ["by-force"]
"""
HELD = """holders = [
  { who = "Nobody", status = "unverified" },
]
"""
HELD_AT_X = HELD.replace("un", "", 1).replace(" }", ', source = "x" }')


def met(word: str, facts: Iterable[str]) -> set[str]:
    """The readings of the term under which it is met where these facts hold."""
    term = term_of(word)
    assert term is not None
    held = set(facts)
    return {reading.id for reading in term.readings if held.issuperset(reading.needs)}


def every(word: str) -> set[str]:
    """All readings of the term."""
    return met(word, FACTS)


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_a_term_is_byte_for_byte_what_the_formatter_writes(path: Path) -> None:
    assert format_record(load_term(path)).encode() == path.read_bytes()


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("armed_attack", "armed_attack"),
        ("attacked", "armed_attack"),
        ("armed_aggression", "aggression"),
        ("unprovoked", "provocation"),
        ("menace", "threat"),
        ("administrative_control", "administration"),
    ],
)
def test_a_word_of_a_treaty_is_found_by_its_spelling(word: str, meant: str) -> None:
    found = term_of(word)
    assert found is not None
    assert found.id == meant


def test_attack_and_aggression_are_kept_apart() -> None:
    assert term_of("attack") != term_of("aggression")


def test_a_word_that_nobody_has_recorded_stands_for_nothing() -> None:
    assert term_of("hostile_word") is None


@pytest.mark.parametrize(
    "word",
    [
        "armed_attack", "aggression", "territory", "administration", "external", "threat",
        "imminent", "provocation", "article_51", "internationally_recognised_borders", "in_europe",
    ],
)  # fmt: skip
def test_an_invasion_of_recognised_land_by_a_state_is_no_open_question(word: str) -> None:
    assert met(word, INVASION) == every(word)


def test_a_war_that_nobody_has_declared_is_one_in_fact_only() -> None:
    assert met("state_of_war", INVASION) == {"in-fact"}


def test_a_declared_war_of_a_party_that_asks_for_help_is_one_under_every_reading() -> None:
    assert met("state_of_war", INVASION | {"declared", "requested"}) == every("state_of_war")


def test_a_border_clash_is_an_armed_attack_under_one_reading() -> None:
    assert met("armed_attack", INVASION - {"grave"}) == {"any-force"}


def test_land_behind_an_undelimited_border_is_territory_under_one_reading() -> None:
    assert met("territory", INVASION - {"border-delimited"}) == {"recognised"}


def test_land_that_is_not_recognised_is_territory_under_none() -> None:
    assert met("territory", INVASION - {"on-territory"}) == set()


def test_the_attack_of_a_group_is_an_armed_attack_under_some_readings_only() -> None:
    by_group = INVASION - {"by-a-state", "by-a-state-or-found"}
    assert met("armed_attack", by_group) == every("armed_attack") - {"by-a-state"}


def test_what_the_organ_has_found_settles_whether_a_group_can_attack() -> None:
    assert met("armed_attack", INVASION - {"by-a-state"}) == every("armed_attack")


def test_a_joint_guarantee_fails_when_a_guarantor_stays_away() -> None:
    assert met("guarantee_joint_or_several", INVASION - {"others-act"}) == {"several"}


@pytest.mark.parametrize(
    "word",
    ["constitutional_processes", "own_laws", "act_to_meet", "assistance", "means"],
)
def test_what_bears_on_how_much_does_not_decide_whether(word: str) -> None:
    term = term_of(word)
    assert term is not None
    assert not term.decides


def test_where_a_treaty_fixes_a_word_only_its_own_reading_is_open() -> None:
    power = terms()["european_power"]
    assert [r.id for r in open_readings(power, "gbr-pol-1939")] == ["the-one-meant"]
    assert open_readings(power, "nato-1949") == power.readings


def readings() -> list[tuple[Term, TermReading]]:
    return [(term, reading) for term in terms().values() for reading in term.readings]


def test_nobody_holds_a_reading_without_a_source() -> None:
    holders = [holder for _, reading in readings() for holder in reading.holders]
    assert holders
    assert all(h.source and h.status is RecordStatus.VERIFIED for h in holders)


def test_the_treaties_that_terms_name_are_in_the_library() -> None:
    held = [holder.treaty for _, reading in readings() for holder in reading.holders]
    fixed = [treaty for _, reading in readings() for treaty in reading.defined_by]
    assert {*held, *fixed} - {""} <= {treaty.id for treaty in library().treaties}


def test_a_treaty_that_fixes_a_word_uses_it_or_leaves_it_unsaid() -> None:
    silent = {"attack_on_forces", "continuing_attack"}  # open without a word of the treaty
    for term, reading in readings():
        for treaty in (library().get(t) for t in reading.defined_by if term.id not in silent):
            words = {w for c in treaty.clauses for w in c.open_terms}
            assert term in {term_of(word) for word in words}


def test_summaries_are_sentences_of_our_own() -> None:
    summaries = [reading.summary for _, reading in readings()]
    assert not [text for text in summaries if not text.endswith(".") or '"' in text]


def test_there_is_a_term_for_every_word_that_sets_a_duty_in_motion() -> None:
    """Left out: words of standing prohibitions, of an unpublished text, and two bare facts."""
    words = {w for t in library().treaties for c in t.clauses for w in c.open_terms}
    missing = {word for word in words if term_of(word) is None}
    assert missing == {
        "aimed_at", "at_present_not_involved", "hostile_acts", "key_interests",
        "response_unspecified", "through",
    }  # fmt: skip


def test_what_is_taken_for_granted_is_a_known_fact() -> None:
    assert set(UNTOLD) <= set(FACTS)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("by-force", "by-forse"), "reading armed: `needs` has no fact 'by-forse'. Did you mean"),
        (('id = "armed"', 'id = "yes"'), "reading yes: `id` is used twice"),
        (("hostile_word", "hostile-word"), "'hostile-word' is no term; it must be written like"),
        (("question", "questoin"), "unknown field `questoin`. Did you mean 'question'?"),
        (('needs = ["by-force"]\n', ""), "header: `decides` is true, but no reading `needs`"),
        (("an act?\"\n", 'an act?"\ndecides = false\n'), "`decides` is false, so no reading"),
        (("an act?\"\n", 'an act?"\ndecides = "no"\n'), "`decides` must be true or false"),
        (("[[readings]]", "[readings]"), "not valid TOML"),
        (('"It is."\n', '"It is."\n' + HELD), "holder 'Nobody' needs status verified"),
        (
            ('"It is."\n', '"It is."\n' + HELD_AT_X),
            "`source` 'x' is not a full address",
        ),
        (('"It is."\n', '"It is."\ndefined_by = ["NATO"]\n'), "`defined_by` has 'NATO'"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(change: tuple[str, str], problem: str) -> None:
    wrong = GOOD.replace(*change)
    assert wrong != GOOD
    with pytest.raises(LibraryError) as caught:
        read_term(wrong, "terms/hostile_word.toml")
    assert str(caught.value).startswith("terms/hostile_word.toml")
    assert problem in str(caught.value)


def test_a_term_with_one_reading_is_not_open() -> None:
    one = GOOD[: GOOD.index('\n[[readings]]\nid = "armed"')]
    with pytest.raises(LibraryError, match="an open term has two to four"):
        read_term(one, "terms/hostile_word.toml")


def test_the_good_example_is_good() -> None:
    assert format_record(read_term(GOOD, "terms/hostile_word.toml")) == GOOD


def test_a_spelling_may_not_stand_for_two_terms(tmp_path: Path) -> None:
    for word in ("hostile_word", "other_word"):
        merged = GOOD.replace("hostile_word", word).replace(
            "\n\n[[", '\nmerges = ["insult"]\n\n[[', 1
        )
        (tmp_path / f"{word}.toml").write_text(merged, "utf-8")
    with pytest.raises(LibraryError, match="`merges` claims 'insult', which stands for hostile_wo"):
        terms(tmp_path)


def test_the_file_is_named_after_the_term(tmp_path: Path) -> None:
    (tmp_path / "insult.toml").write_text(GOOD, "utf-8")
    with pytest.raises(LibraryError, match=r"so the file must be hostile_word\.toml"):
        load_term(tmp_path / "insult.toml")
