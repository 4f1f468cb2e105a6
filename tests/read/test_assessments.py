"""Assessments: readings of an instrument, predictions, and texts that nobody has seen."""

from datetime import date

import pytest

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.dates import Tense
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.assessments import find_assessments
from foedus.read.sentences import parse, plain_reading
from tests.read.assessments.stage import Said, assess, cast_of, span, statement, words


def kinds(claims: tuple[Claim, ...]) -> list[Predicate]:
    return [claim.predicate for claim in claims]


@pytest.mark.parametrize(
    ("text", "instrument", "reading"),
    [
        ("The pact binds neither side to fight.", "The pact",
         "The pact binds neither side to fight"),
        ("The accord is a shield in all but name.", "The accord",
         "The accord is a shield in all but name"),
        ("Article 4 does not oblige Peru to send guards.", "Article 4",
         "Article 4 does not oblige Peru to send guards"),
        ("The treaty amounts to an alliance.", "The treaty", "The treaty amounts to an alliance"),
        ("The deal stops short of a promise to fight.", "The deal",
         "The deal stops short of a promise to fight"),
        ("The clause could simply refer to radios.", "The clause",
         "The clause could simply refer to radios"),
        ("The treaty seems similar to the old one.", "The treaty",
         "The treaty seems similar to the old one"),
        ("The treaty is believed to include a secret annex.", "The treaty",
         "The treaty is believed to include a secret annex"),
        ("There is nothing in the pact that obliges Peru to fight.", "the pact",
         "There is nothing in the pact that obliges Peru to fight"),
        ("The word “assault” is not defined in the treaty.", "the treaty",
         "The word “assault” is not defined in the treaty"),
        ("The accord marks a turning point.", "The accord", "The accord marks a turning point"),
        ("The pact makes a war more likely.", "The pact", "The pact makes a war more likely"),
        ("The deal is not aimed at anybody.", "The deal", "The deal is not aimed at anybody"),
        ("The treaty imposes no duty to fight.", "The treaty",
         "The treaty imposes no duty to fight"),
        ("Under the charter, such help could hardly mean guards.", "the charter",
         "Under the charter, such help could hardly mean guards"),
    ],
)  # fmt: skip
def test_what_an_instrument_is_said_to_mean_is_a_reading(
    text: str, instrument: str, reading: str
) -> None:
    (claim,) = assess(text)
    assert claim.predicate is Predicate.READING
    assert (words(claim, "instrument"), words(claim, "reading")) == (instrument, reading)


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed in Oslo.",
        "The deal fell apart on Monday.",
        "It was time to go home.",
        "The two states want a better deal.",
        "The alliance sent ships to the strait.",
        "The minister sought a treaty to strengthen ties.",
        "The treaty is due to lapse.",
        "Is the treaty a trap?",
        "It remains to be seen whether the pact will hold.",
        "Nobody asked what the treaty means.",
    ],
)
def test_what_happens_to_an_instrument_is_no_reading(text: str) -> None:
    assert Predicate.READING not in kinds(assess(text))


def test_a_reading_in_a_statement_has_its_speaker_as_voice() -> None:
    (claim,) = assess(
        "Dr Cole said the pact amounts to a guarantee.",
        Said("Dr Cole", "the pact amounts to a guarantee", "said"),
    )
    assert [(v.name, v.actor, v.entity) for v in claim.voice] == [
        ("Ada Cole", "person/ada-cole", 0)
    ]


def test_voices_are_a_chain_outermost_first() -> None:
    text = "Dr Cole said Mr Reyes believes the pact is a trap."
    inner = statement(text, Said("Mr Reyes", "the pact is a trap", "believes"))
    outer = statement(
        text, Said("Dr Cole", "Mr Reyes believes the pact is a trap", "said"), (inner,)
    )
    parsed = parse(plain_reading(text))
    (claim,) = find_assessments(parsed, cast_of(text), (outer,), ())
    assert [voice.name for voice in claim.voice] == ["Ada Cole", "Tom Reyes"]


def test_one_who_tells_his_own_thoughts_is_one_voice() -> None:
    text = "Dr Cole said Dr Cole believes the pact is a trap."
    outer = statement(text, Said("Dr Cole", "Dr Cole believes the pact is a trap", "said"))
    inner = statement(text, Said("Dr Cole", "the pact is a trap", "believes"))
    parsed = parse(plain_reading(text))
    (claim,) = find_assessments(parsed, cast_of(text), (outer, inner), ())
    assert [voice.name for voice in claim.voice] == ["Ada Cole"]


def test_what_is_only_inferred_has_no_voice_of_its_own() -> None:
    text = "The visit shows that the pact is a shield."
    parsed = parse(plain_reading(text))
    inferred = Statement(
        (span(text, "The visit"),), (span(text, "shows"),), (span(text, "the pact is a shield"),),
        StatementKind.INDIRECT, CueClass.INFERRED,
    )  # fmt: skip
    (claim,) = find_assessments(parsed, cast_of(text), (inferred,), ())
    assert claim.voice == ()


def test_the_report_itself_needs_no_voice() -> None:
    (claim,) = assess("The accord is a shield in all but name.")
    assert claim.voice == ()


def test_a_pronoun_goes_on_with_the_instrument_of_the_same_speaker() -> None:
    claims = assess(
        "Dr Cole said the pact is vague.\nIt is open to abuse, Dr Cole said.",
        Said("Dr Cole", "the pact is vague", "said"),
        Said("Dr Cole", "It is open to abuse"),
    )
    assert [words(c, "instrument") for c in claims] == ["the pact", "the pact"]


def test_a_pronoun_does_not_reach_past_another_subject() -> None:
    claims = assess("The pact is vague. The port lies in Chile. It is a large place.")
    assert len(claims) == 1


def test_calling_an_instrument_something_is_the_callers_reading() -> None:
    (claim,) = assess("Mr Reyes called the accord a “sham”.")
    assert claim.predicate is Predicate.READING
    assert (words(claim, "instrument"), words(claim, "reading")) == ("the accord", "a “sham”")
    assert [voice.name for voice in claim.voice] == ["Tom Reyes"]


def test_what_a_speaker_does_not_think_is_negated() -> None:
    (claim,) = assess(
        "“I don’t think the pact is an alliance,” Dr Cole said.",
        Said("Dr Cole", "“I don’t think the pact is an alliance,”", "said", StatementKind.DIRECT),
    )
    assert (claim.predicate, claim.negated) == (Predicate.READING, True)


def test_what_is_believed_of_a_text_is_rumoured() -> None:
    (claim,) = assess("The treaty is believed to include a secret annex.")
    assert claim.mood is Mood.RUMOURED


def test_a_quoted_word_of_the_clause_is_its_term() -> None:
    (claim,) = assess("The treaty does not define “assault” at all.")
    assert words(claim, "term") == "assault"


def test_a_quoted_judgement_is_no_term() -> None:
    (claim,) = assess("The accord is a “bold and lasting” step.")
    assert words(claim, "term") is None


@pytest.mark.parametrize(
    "text",
    [
        "The row could spread to the south.",
        "Prices are likely to rise.",
        "The news will heighten tensions on the coast.",
        "There are fears that the dam might burst.",
        "Exports may double by 2030.",
        "The talks are unlikely to succeed.",
        "A blockade would ruin the port if it lasted.",
        "The river is expected to flood.",
        "Observers doubt that the truce will last.",
    ],
)
def test_what_may_happen_is_a_prediction(text: str) -> None:
    assert kinds(assess(text)) == [Predicate.PREDICTION]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will send guards on Monday.",
        "The premier vowed that Chile would pay.",
        "A bill will be introduced next week.",
        "The summit will take place in Oslo.",
        "Each party shall help the other.",
        "The parties will consult each other.",
        "He could not see the ships.",
        "It would be foolish to sign.",
        "Nobody knows what the rains will bring.",
        "Could the row spread?",
        "The fleet would have sailed without orders.",
    ],
)
def test_plans_duties_and_questions_are_no_predictions(text: str) -> None:
    assert Predicate.PREDICTION not in kinds(assess(text))


def test_a_speakers_own_plan_is_no_prediction_but_anothers_fate_is() -> None:
    own = assess(
        "Mr Reyes said Peru would close the port.",
        Said("Mr Reyes", "Peru would close the port", "said"),
    )
    fate = assess(
        "Dr Cole said Peru would lose the port.",
        Said("Dr Cole", "Peru would lose the port", "said"),
    )
    assert (kinds(own), kinds(fate)) == ([], [Predicate.PREDICTION])


def test_a_prediction_names_its_condition_apart_from_the_event() -> None:
    (claim,) = assess("The clause could draw Chile into the war if the port is attacked.")
    assert words(claim, "event") == "The clause could draw Chile into the war"
    assert words(claim, "condition") == "if the port is attacked"
    assert claim.mood is Mood.CONDITIONAL


def test_two_opposite_what_ifs_are_two_predictions() -> None:
    claims = assess(
        "The clause could bring guards from Peru if Chile is attacked. On the other hand, it could"
        " also bring guards from Chile in the case of an attack on Peru."
    )
    assert [words(c, "condition") for c in claims] == [
        "if Chile is attacked", "in the case of an attack on Peru",
    ]  # fmt: skip


def test_a_prediction_has_its_hedge_and_its_horizon() -> None:
    text = "Exports may double by 2030."
    (claim,) = assess(text)
    assert [h.of(text) for h in claim.hedge] == ["may"]
    assert (claim.time.said, claim.time.until) == ("by 2030", date(2030, 12, 31))
    assert claim.time.tense is Tense.FUTURE


def test_a_prediction_knows_its_actors() -> None:
    (claim,) = assess("Peru might attack Chile.")
    source, target = claim.filler("source"), claim.filler("target")
    assert source is not None and target is not None
    assert (source.actor, target.actor) == ("PER", "CHL")


@pytest.mark.parametrize(
    "text",
    [
        "We need to see the full text of the treaty.",
        "The text of the pact has not been published.",
        "The details of the deal remain unknown.",
        "The treaty has yet to be published.",
        "No details of the accord were released.",
        "The treaty left the meaning of “help” ambiguous.",
        "Few details of the deal have been made public.",
        "Details of the accord were not immediately available.",
        "It is unclear whether the pact covers raids.",
        "What the pact means in practice is not known.",
        "Officials have not said what the treaty contains.",
    ],
)
def test_a_text_that_was_not_seen_is_said_so(text: str) -> None:
    (claim,) = assess(text)
    assert claim.predicate is Predicate.UNSEEN
    assert claim.filler("instrument") is not None


def test_a_text_that_was_seen_is_not_unseen() -> None:
    assert Predicate.UNSEEN not in kinds(assess("The text of the pact was published on Monday."))


def test_one_clause_gives_one_claim() -> None:
    claims = assess("The details of the deal remain unknown, but the deal could fail.")
    assert kinds(claims) == [Predicate.UNSEEN, Predicate.PREDICTION]


def test_every_filler_is_exactly_the_words_at_its_span() -> None:
    text = "“The pact is vague,” Dr Cole said – “and could fail” if Peru’s ‘help’ were to end."
    parsed = parse(plain_reading(text))
    claims = find_assessments(parsed, cast_of(text), (), ())
    assert claims
    for claim in claims:
        for _, filler in claim.roles:
            assert filler.span.of(parsed.reading.text) == filler.text


def test_the_wording_is_that_of_the_instrument_named_before() -> None:
    text = (
        "Peru and Chile signed the Harbour Treaty. Crowds cheered, and the ministers left for"
        " dinner. Dr Cole said the wording does not commit either side to fight."
    )
    found = assess(text, Said("Dr Cole", "the wording does not commit either side to fight"))
    assert [words(c, "instrument") for c in found if c.predicate is Predicate.READING] == [
        "the wording"
    ]


def test_others_who_see_it_as_something_else_read_the_same_clause() -> None:
    found = assess("Some read the clause as a shield; others see it as a trap.")
    assert [words(c, "reading") for c in found] == ["a shield", "a trap"]


def test_an_expert_at_an_institute_is_not_the_institute() -> None:
    text = "An expert near Peru said the pact might fail."
    (claim,) = assess(text, Said("An expert near Peru", "the pact might fail"))
    assert [(voice.name, voice.actor) for voice in claim.voice] == [("An expert near Peru", None)]


def test_a_doubt_keeps_its_doubting_in_the_words() -> None:
    text = "Dr Cole and others doubt that the embargo will bite."
    (claim,) = assess(text)
    assert words(claim, "event") == "doubt that the embargo will bite"


def test_what_was_said_to_be_likely_is_still_a_prediction() -> None:
    text = "Dr Cole said Chile was likely to leave the bloc."
    (claim,) = assess(text, Said("Dr Cole", "Chile was likely to leave the bloc"))
    assert claim.predicate is Predicate.PREDICTION


@pytest.mark.parametrize(
    "text",
    [
        "The visit had been expected to bring peace.",
        "The loan will pay for two bridges.",
        "The steps will depend on the weather.",
    ],
)
def test_what_is_past_or_planned_or_left_open_is_no_prediction(text: str) -> None:
    assert Predicate.PREDICTION not in kinds(assess(text))


def test_a_colon_parts_what_was_told_from_what_may_come() -> None:
    text = "They had traded notes: if either was attacked, the other might help it."
    (claim,) = assess(text)
    assert words(claim, "event") == "the other might help it"
