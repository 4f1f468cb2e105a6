"""The words that tell events: idioms by verb, object and particle; what is planned, not done."""

from collections import Counter
from typing import Any

import pytest

from foedus.api import annotate
from foedus.model.errors import InputError
from foedus.read.events.lexicon import ANY, Pattern, idiom_lines, lexicon, word_rows
from foedus.read.frames.grammar import word
from foedus.read.sentences import pipeline

Row = dict[str, Any]


def told(text: str) -> list[Row]:
    (row,) = annotate("events", [{"id": "1", "text": text, "date": None}])
    events: list[Row] = row["events"]
    return events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Japan extended an invitation to India.", "AGREE"),
        ("Macron flew to Lebanon on Friday.", "CONSULT"),
        ("Cuba threw its weight behind Bolivia.", "SUPPORT"),
        ("France opened an embassy in Oman.", "SUPPORT"),
        ("India cleared Nepal of the charge.", "YIELD"),
        ("The United States removed Sudan from its list.", "YIELD"),
        ("Vietnam teamed up with Laos.", "COOPERATE"),
        ("Japan wrote off the debt of Myanmar.", "AID"),
        ("Germany took in refugees from Syria.", "AID"),
        ("Iran pointed the finger at Israel.", "ACCUSE"),
        ("Qatar took Egypt to court.", "ACCUSE"),
        ("Spain pulled out of the treaty with Morocco.", "REJECT"),
        ("Iran brushed aside the American offer.", "REJECT"),
        ("Russia gave Georgia 48 hours to withdraw.", "THREATEN"),
        ("Thousands of Georgians took to the streets against Belarus.", "PROTEST"),
        ("Iran closed its embassy in Chad.", "SANCTION"),
        ("China sailed carriers past Japan.", "MOBILIZE"),
        ("North Korea test-fired a missile over Japan.", "MOBILIZE"),
        ("Polish guards turned back migrants from Belarus.", "COERCE"),
        ("Turkish police fired tear gas at Syrian refugees.", "COERCE"),
        ("Sudanese soldiers gunned down a Chadian student.", "ASSAULT"),
        ("Ethiopian troops marched into Somalia.", "ASSAULT"),
    ],
)
def test_a_verb_with_its_words_tells_what_it_does_not_tell_alone(text: str, kind: str) -> None:
    assert kind in {event["type"] for event in told(text)}


@pytest.mark.parametrize(
    ("text", "kind", "mood"),
    [
        ("Russia plans to invade Moldova.", "ASSAULT", "intended"),
        ("Russia prepared an attack on Moldova.", "ASSAULT", "intended"),
        ("Russia is about to invade Moldova.", "ASSAULT", "intended"),
        ("Syria was preparing to send troops to Lebanon.", "AID", "intended"),
        ("Iran is expected to sign a pact with Oman.", "SUPPORT", "possible"),
        ("Xi Jinping is due to visit Serbia.", "CONSULT", "intended"),
        ("Turkey plans a summit with Iran.", "CONSULT", "intended"),
    ],
)
def test_what_is_planned_or_expected_is_not_told_as_done(text: str, kind: str, mood: str) -> None:
    assert [(e["type"], e["mood"], "future" in e["modes"]) for e in told(text)] == [
        (kind, mood, True)
    ]


def test_who_is_ready_to_strike_threatens() -> None:
    (event,) = told("Russia was ready to attack Georgia.")
    assert (event["type"], event["target"][0]["code"]) == ("THREATEN", "GEO")


def test_what_is_expected_by_somebody_is_his_comment() -> None:
    assert [e["type"] for e in told("Japan expects Russia to attack Ukraine.")] == ["STATEMENT"]


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("There were clashes between Armenian and Azerbaijani troops.", ["ARM", "AZE"], []),
        ("There were attacks by Chadian rebels on Sudanese soldiers.", ["TCD"], ["SDN"]),
        ("Israel's strike on the Iranian embassy killed seven.", ["ISR"], ["IRN"]),
    ],
)
def test_a_noun_names_the_sides_of_a_fight(
    text: str, sources: list[str], targets: list[str]
) -> None:
    (event,) = told(text)
    assert event["type"] == "ASSAULT"
    assert [p["code"] for p in event["source"]] == sources
    assert [p["code"] for p in event["target"]] == targets


def test_what_is_bought_is_told_once_from_who_sells() -> None:
    (event,) = told("Ghana bought drones from Turkey.")
    assert [event[side][0]["code"] for side in ("source", "target")] == ["TUR", "GHA"]


@pytest.mark.parametrize(
    ("form", "lemma"), [("raped", "rape"), ("waged", "wage"), ("hoping", "hope"), ("fined", "fine")]
)
def test_an_e_that_the_parser_dropped_is_brought_back(form: str, lemma: str) -> None:
    doc = pipeline()(f"The soldiers {'were ' if form.endswith('ing') else ''}{form} the villagers.")
    assert [word(token) for token in doc if token.text == form] == [lemma]


def test_no_word_stands_under_two_types() -> None:
    for part in ("verbs", "nouns"):
        rows = [(w, kind) for kind, words in word_rows(part).items() for w in words]
        assert [w for w, n in Counter(w for w, _ in rows).items() if n > 1] == []


def test_no_idiom_is_hidden_by_another() -> None:
    """A verb with the same words and particles tells one thing."""
    seen: dict[tuple[str, str, str], str] = {}
    for kind, verbs, beside, particles in idiom_lines():
        for verb in verbs:
            for thing in beside or {""}:
                for particle in particles or {""}:
                    other = seen.setdefault((verb, thing, particle), kind)
                    assert other == kind, (verb, thing, particle, other, kind)


def test_every_verb_of_the_patterns_is_a_lemma() -> None:
    known = lexicon()
    for verb in {*known.patterns, *known.statements, *known.verbs}:
        assert verb == verb.lower() and " " not in verb


@pytest.mark.parametrize(
    ("text", "kind", "sources", "targets"),
    [
        # who is named by another is not that other
        ("Ukraine's allies praised Israel.", "SUPPORT", [""], ["ISR"]),
        ("Ukraine's neighbour Poland closed the border with Belarus.", "COERCE", ["POL"], ["BLR"]),
        # both sides are sources
        ("Chad and Niger accused each other of a raid planned in Mali.", "ACCUSE", ["TCD", "NER"],
         []),
        # to whom before with whom
        ("Kenya's president travelled to Uganda with the president of Ghana.", "CONSULT", ["KEN"],
         ["UGA"]),
        ("Mali announced that it was leaving ECOWAS.", "SANCTION", ["MLI"], ["IGO"]),
        ("The European Union agreed to extend sanctions on Iran.", "SANCTION", ["EUR"], ["IRN"]),
        ("Chadian troops were withdrawn from Mali.", "YIELD", ["TCD"], ["MLI"]),
        ("Ten people died when Syrian jets bombed a school in Jordan.", "ASSAULT", ["SYR"],
         ["JOR"]),
        ("Syria could suspend its accord with Jordan unless it reopens the border.", "THREATEN",
         ["SYR"], ["JOR"]),
        ("Peruvian farmers blocked a road in protest at Chile.", "PROTEST", ["PER"], ["CHL"]),
        ("Peru has no intention of meeting Chile.", "REJECT", ["PER"], ["CHL"]),
        ("Peru ordered Chilean diplomats to leave.", "SANCTION", ["PER"], ["CHL"]),
        ("Peru left the talks, accusing Chile of lies.", "ACCUSE", ["PER"], ["CHL"]),
    ],
)  # fmt: skip
def test_the_sides_are_those_that_the_words_name(
    text: str, kind: str, sources: list[str], targets: list[str]
) -> None:
    found = [
        (e["type"], *([p["code"] or "" for p in e[side]] for side in ("source", "target")))
        for e in told(text)
    ]
    assert (kind, sources, targets) in found


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed in Peru by an earthquake.",
        "Five Malian soldiers were injured in a crash.",
        "The aim of Kenya's plan is to help Uganda.",
        "Chad's government won the vote, giving hope to Mali.",
    ],
)
def test_what_nobody_did_is_no_event(text: str) -> None:
    assert [e["type"] for e in told(text) if e["type"] != "STATEMENT"] == []


def test_a_warning_of_what_others_may_do_is_no_threat() -> None:
    (event,) = told("Analysts warned that Kenya could attack Uganda.")
    assert (event["type"], event["mood"], event["modes"]) == (
        "ASSAULT", "possible", ["future", "hypothetical"],
    )  # fmt: skip


_SETS = ("particle", "object", "beside", "below", "state", "governs", "noun", "near", "inner")
_FLAGS = ("purpose", "clause", "bare", "naming", "person", "infinitive", "active", "intransitive")


def asks_no_more(first: Pattern, later: Pattern) -> bool:
    """Whether the first pattern fits wherever the later one does."""
    for name in _SETS:
        wide, narrow = getattr(first, name), getattr(later, name)
        if wide and not (narrow and (narrow <= wide or wide == ANY)):
            return False
    if not (first.without <= later.without and first.unless <= later.unless):
        return False
    return all(not getattr(first, name) or getattr(later, name) for name in _FLAGS)


def test_no_pattern_is_shadowed() -> None:
    known = lexicon()
    for table in (known.patterns, known.statements):
        for verb, patterns in table.items():
            for at, later in enumerate(patterns):
                assert not any(asks_no_more(first, later) for first in patterns[:at]), (verb, later)


def test_no_word_alone_is_shadowed_by_a_pattern_that_asks_nothing() -> None:
    known = lexicon()
    bare = {verb for verb, ps in known.patterns.items() for p in ps if asks_no_more(p, Pattern(""))}
    assert not bare & set(known.verbs)


@pytest.mark.parametrize(
    ("text", "kind", "mood", "negated"),
    [
        ("The Peruvian attack on Chile never happened.", "ASSAULT", "asserted", True),
        ("The Chinese invasion of Taiwan may begin next year.", "ASSAULT", "possible", False),
        ("Kenya prevented Uganda from attacking Rwanda.", "ASSAULT", "asserted", True),
        ("There is no evidence that Peru sent weapons to Chile.", "AID", "hypothetical", False),
        ("Imagine that Peru attacks Chile.", "ASSAULT", "hypothetical", False),
        ("Peru almost attacked Chile.", "ASSAULT", "asserted", True),
        ("Neither Peru nor Chile condemned Cuba.", "ACCUSE", "asserted", True),
        ("Peru was accused by Chile of arming Cuba.", "AID", "rumoured", False),
        ("Peru decided not to attack Chile.", "ASSAULT", "intended", True),
    ],
)
def test_what_did_not_happen_is_not_told_as_done(
    text: str, kind: str, mood: str, negated: bool
) -> None:
    (event,) = [e for e in told(text) if e["type"] == kind]
    assert (event["mood"], event["negated"]) == (mood, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine foiled a Peruvian attack.",
        "Jordan monitors the fighting in Syria.",
        "Peru beat Chile at the World Cup.",
        "A Greek ferry sank off Italy.",
        "An earthquake in Turkey killed 300 Syrians.",
        "The United Nations fights hunger in Sudan.",
    ],
)
def test_whose_deed_it_is_not_does_not_do_it(text: str) -> None:
    assert [e["type"] for e in told(text) if e["type"] != "STATEMENT"] == []


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Georgia faces EU sanctions.", "SANCTION", "EUR", "GEO"),
        ("Chile suffered a Peruvian missile attack.", "ASSAULT", "PER", "CHL"),
        ("Three soldiers were killed in a Turkish strike in Iraq.", "ASSAULT", "TUR", "IRQ"),
        ("The government condemned the Israeli strikes.", "ACCUSE", None, "ISR"),
        ("US-backed forces attacked Turkish troops.", "ASSAULT", None, "TUR"),
        ("President Biden met President Zelensky in Italy.", "CONSULT", "USA", "UKR"),
        ("Blinken discussed the war in Gaza with Egypt's president.", "CONSULT", None, "EGY"),
        ("France withdrew its ambassador from Niger.", "SANCTION", "FRA", "NER"),
        ("Hungary blocked sanctions on Russia.", "REJECT", "HUN", "RUS"),
    ],
)
def test_who_does_it_and_on_whom_it_falls(
    text: str, kind: str, source: str | None, target: str
) -> None:
    (event,) = [e for e in told(text) if e["type"] == kind]
    sides = [p["code"] for p in (*event["source"][:1], *event["target"][:1])]
    if len(event["source"]) == 2:
        sides = [p["code"] for p in event["source"]]
    assert sides == [source, target]


def test_a_pair_is_read_in_its_direction_with_its_mood() -> None:
    pairs = [{"source": "Peru", "target": "Chile"}, {"source": "Chile", "target": "Peru"}]
    (row,) = annotate("events", [{"id": 1, "text": "Peru did not attack Chile.", "pairs": pairs}])
    first, second = row["events"]
    assert (first["type"], first["mood"], first["negated"]) == ("ASSAULT", "asserted", True)
    assert second["type"] is None


@pytest.mark.parametrize("day", ["yesterday", "05/06/2024", "garbage"])
def test_a_date_that_names_no_day_is_refused(day: str) -> None:
    row = {"id": 1, "text": "Peru attacked Chile.", "date": day}
    with pytest.raises(InputError, match="row 1: `date`"):
        list(annotate("events", [row]))
