"""Visits, meetings, measures, intents, bonds and plain events, and whose voice tells them."""

import pytest

from foedus.model.claim import Mood, Predicate
from foedus.model.statement import CueClass
from tests.read.frames_stage import actors, claims, only, said, shown


@pytest.mark.parametrize(
    "text",
    [
        "Petit flew to Tokyo on Monday.",
        "Petit visited Japan.",
        "By going to Japan, Petit annoyed his party.",
        "Petit's first trip to Japan in ten years ended early.",
    ],
)
def test_a_visit_has_a_visitor_and_a_place(text: str) -> None:
    claim = only(Predicate.VISIT, text)
    assert (actors(claim, "source"), actors(claim, "place")) == (["person/jean-petit"], ["JPN"])


def test_who_welcomes_is_the_host() -> None:
    claim = only(Predicate.VISIT, "Kowalska was welcomed by Sato in Tokyo.")
    assert actors(claim, "target") == ["person/ken-sato"]


def test_where_a_guest_was_welcomed_is_the_place() -> None:
    text = "Petit toured Japan, where he was welcomed by Sato."
    hosted = [c for c in claims(text, names={"he": "Petit"}) if c.filler("target")]
    assert [actors(c, "place") for c in hosted] == [["JPN"]]


def test_a_cancelled_visit_is_negated() -> None:
    assert only(Predicate.VISIT, "Petit cancelled a visit to Japan.").negated


@pytest.mark.parametrize(
    "text",
    [
        "Kowalska met Petit in Geneva.",
        "Kowalska held a summit with Petit in Geneva.",
        "The summit between Kowalska and Petit took place in Geneva.",
        "Kowalska and Petit met in Geneva.",
    ],
)
def test_a_meeting_has_all_parties_as_sources(text: str) -> None:
    claim = only(Predicate.MEETING, text)
    assert actors(claim, "source") == ["person/maria-kowalska", "person/jean-petit"]


def test_a_meeting_of_one_is_none() -> None:
    assert not [c for c in claims("Petit met voters.") if c.predicate is Predicate.MEETING]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Poland imposed sanctions on Sudan.", ["POL"], ["SDN"]),
        ("Ghana lifted the arms embargo against Chad.", ["GHA"], ["TCD"]),
        ("French sanctions against Mali bite.", ["FRA"], ["MLI"]),
        ("India was sanctioned by Japan.", ["JPN"], ["IND"]),
        ("Few banks trust heavily sanctioned Sudan.", [], ["SDN"]),
    ],
)
def test_a_measure_has_a_target_and_an_imposer_where_told(
    text: str, source: list[str], target: list[str]
) -> None:
    claim = only(Predicate.MEASURE, text)
    assert (actors(claim, "source"), actors(claim, "target")) == (source, target)


def test_the_verb_tells_whether_a_measure_was_lifted() -> None:
    claim = only(Predicate.MEASURE, "Ghana lifted the arms embargo against Chad.")
    assert shown(claim)["event"] == ["lifted"]


def test_two_sanctioned_states_are_the_pair_in_play() -> None:
    text = "Sudan and Mali grow closer. It is a bond between two of the most sanctioned states."
    assert actors(only(Predicate.MEASURE, text), "target") == ["SDN", "MLI"]


@pytest.mark.parametrize(
    ("text", "topic", "mood"),
    [
        ("Petit vowed to double aid.", "to double aid", Mood.PROMISED),
        ("Ghana is ready to mediate.", "to mediate", Mood.INTENDED),
        ("Sato spoke of plans “to open a canal”.", "to open a canal", Mood.INTENDED),
        ("Poland does not rule out talks.", "talks", Mood.POSSIBLE),
        ("Chad threatened to close the strait.", "to close the strait", Mood.THREATENED),
        ("Japan offered to build the dam.", "to build the dam", Mood.PROPOSED),
    ],
)
def test_an_intent_has_its_words_and_its_mood(text: str, topic: str, mood: Mood) -> None:
    claim = only(Predicate.INTENT, text)
    assert (shown(claim)["topic"], claim.mood) == ([topic], mood)


def test_the_intent_of_a_thing_is_no_intent() -> None:
    assert not [c for c in claims("The bill aims to end waste.") if c.predicate is Predicate.INTENT]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Petit hailed the friendship of France with Ghana as “a river without banks”.",
         "a river without banks"),
        ("Relations between Chad and Mali have sunk to a new low.", "new low"),
        ("Japan and India upgraded their ties.", "upgraded"),
        ("France's relations with Ghana had been downgraded.", "downgraded"),
    ],
)  # fmt: skip
def test_a_bond_is_kept_in_the_words_that_put_it(text: str, topic: str) -> None:
    assert shown(only(Predicate.RELATION, text))["topic"] == [topic]


def test_who_praises_a_bond_is_the_voice() -> None:
    text = "Petit praised the alliance between Chad and Ghana."
    assert [v.actor for v in only(Predicate.RELATION, text).voice] == ["person/jean-petit"]


def test_our_in_a_quotation_is_the_speakers_state() -> None:
    text = "“Our relations with Chad are warm,” Petit said."
    claim = only(
        Predicate.RELATION, text, said(text, "Petit", "“Our relations with Chad are warm,”")
    )
    assert actors(claim, "source") == ["FRA", "TCD"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("France accused Mali of spying.", Predicate.ACCUSE),
        ("Sudanese jets bombed Chad.", Predicate.ASSAULT),
        ("Sudan used drones in attacks on Chad.", Predicate.ASSAULT),
        ("Brazil asked Japan for help.", Predicate.REQUEST),
        ("Japan demanded that India stop.", Predicate.REQUEST),
        ("Mali rejected an offer from France.", Predicate.REJECT),
        ("Poland held naval exercises with Japan.", Predicate.MOBILIZE),
    ],
)
def test_a_plain_event_joins_two_known_actors(text: str, predicate: Predicate) -> None:
    assert [c.predicate for c in claims(text)] == [predicate]


def test_weapons_used_to_strike_are_the_instrument_of_an_unnamed_striker() -> None:
    claim = only(Predicate.ASSAULT, "The rockets were used to strike Ghana.")
    assert (shown(claim)["instrument"], actors(claim, "source")) == (["rockets"], [])


@pytest.mark.parametrize(
    "text", ["France attacked the problem.", "The storm struck Ghana.", "Petit accused a rival."]
)
def test_without_an_actor_on_both_sides_there_is_no_event(text: str) -> None:
    assert claims(text) == ()


def test_a_claim_within_a_statement_has_its_speaker_as_voice() -> None:
    text = "Petit said that Chad bombed Mali."
    claim = only(Predicate.ASSAULT, text, said(text, "Petit", "Chad bombed Mali"))
    assert [v.actor for v in claim.voice] == ["person/jean-petit"]


def test_a_believer_within_a_saying_stands_inside_in_the_chain() -> None:
    text = "Petit said that Japan believed that Chad bombed Mali."
    outer = said(text, "Petit", "Japan believed that Chad bombed Mali")
    inner = said(text, "Japan", "Chad bombed Mali", CueClass.ATTITUDE)
    claim = only(Predicate.ASSAULT, text, inner, outer)
    assert [v.actor for v in claim.voice] == ["person/jean-petit", "JPN"]


def test_every_filler_is_an_exact_slice() -> None:
    text = "Under the “harbour of peace” pact, Poland must send Ghana 300 rifles in case of war."
    assert all(f.text == f.span.of(text) for c in claims(text) for _, f in c.roles)


def test_bare_relations_are_those_of_the_two_in_play() -> None:
    text = "Kowalska flew to Paris. Petit said that relations had risen to “a bright, new morning”."
    claim = only(Predicate.RELATION, text)
    assert actors(claim, "source") == ["POL", "FRA"]


def test_a_short_quotation_is_the_topic_whole() -> None:
    text = "Kowalska flew to Paris. Petit said that relations had risen to “a bright, new morning”."
    assert shown(only(Predicate.RELATION, text))["topic"] == ["a bright, new morning"]


def test_an_analysts_we_is_nobodys_state() -> None:
    text = "“We sold grain to Chad,” the analyst said."
    statement = said(text, "the analyst", "“We sold grain to Chad,”")
    assert actors(only(Predicate.EXCHANGE, text, statement), "source") in ([], [None])


def test_a_claim_after_believes_goes_on_with_the_believer() -> None:
    text = "Japan believes that Sudan sold rifles to Chad, and has accused Mali of silence."
    assert actors(only(Predicate.ACCUSE, text), "source") == ["JPN"]


def test_our_inside_a_reported_saying_is_the_reported_speakers_state() -> None:
    text = "“Petit said that our ties with Chad are warm,” the analyst told us."
    statement = said(text, "the analyst", "“Petit said that our ties with Chad are warm,”")
    assert actors(only(Predicate.RELATION, text, statement), "source") == ["FRA", "TCD"]


def test_an_empty_text_has_no_claims() -> None:
    assert claims("") == ()


def test_a_name_of_a_month_within_a_person_is_no_date() -> None:
    claim = only(Predicate.MEETING, "May Petit met Kowalska.", names={"May Petit": "Petit"})
    assert claim.time.said is None


def test_a_trip_across_town_is_no_visit() -> None:
    text = "Petit's short trip from the hotel to the stage was wet."
    assert not [c for c in claims(text) if c.predicate is Predicate.VISIT]


def test_a_man_and_his_own_state_are_no_bond() -> None:
    text = "Petit's ties with France deepened."
    assert not [c for c in claims(text) if c.predicate is Predicate.RELATION]


def test_talks_rejected_are_not_held() -> None:
    assert only(Predicate.MEETING, "Chad has rejected holding talks with Mali.").negated


def test_who_is_called_upon_is_the_one_to_act() -> None:
    claim = only(Predicate.MEASURE, "Mali called on Japan to lift sanctions against Sudan.")
    assert actors(claim, "source") == ["JPN"]


def test_condolences_are_no_offer() -> None:
    text = "Petit offered his condolences."
    assert not [c for c in claims(text) if c.predicate is Predicate.INTENT]


def test_what_is_aimed_at_has_not_happened() -> None:
    claim = only(Predicate.RELATION, "Petit flew home to improve ties between Chad and Mali.")
    assert claim.mood is Mood.INTENDED


def test_a_date_of_the_main_clause_is_not_that_of_a_visit_to_come() -> None:
    text = "On the eve of a visit by Petit to Japan, Sato freed a poet on Wednesday."
    assert only(Predicate.VISIT, text).time.said is None


def test_calling_on_the_next_speaker_is_no_request() -> None:
    assert not [c for c in claims("Petit called on Sato.") if c.predicate is Predicate.REQUEST]


def test_who_opposes_a_plan_does_not_intend_it() -> None:
    text = "Petit opposed plans to raise the dam."
    assert not [c for c in claims(text) if c.predicate is Predicate.INTENT]
