"""Which instrument a reading is of, and how it is found when it is not the subject."""

import pytest

from foedus.model.claim import Predicate
from tests.read.assessments.stage import Said, assess, readings, words


def of(text: str, *said: Said) -> list[tuple[str | None, str | None]]:
    return [(words(c, "instrument"), words(c, "gist")) for c in readings(assess(text, *said))]


def test_this_treaty_after_an_earlier_one_is_the_earlier_one() -> None:
    text = "The pact is close to the 1894 treaty with Chile. This treaty is a clear promise."
    assert of(text)[-1] == ("the 1894 treaty", "a clear promise")


def test_this_treaty_after_another_kind_of_instrument_stays_as_found() -> None:
    text = "The accord of 1894 is old. This treaty is a clear promise."
    assert of(text)[-1] == ("This treaty", "a clear promise")


def test_an_earlier_treaty_named_for_contrast_does_not_take_the_thread() -> None:
    text = (
        "Dr Cole said the pact is loose.\n“Whilst the 1894 treaty was a clear promise, it is a"
        " mere gesture,” Dr Cole said."
    )
    quote = "“Whilst the 1894 treaty was a clear promise, it is a mere gesture,”"
    found = of(text, Said("Dr Cole", "the pact is loose"), Said("Dr Cole", quote))
    assert found[-1] == ("the pact", "a mere gesture")


@pytest.mark.parametrize("pronoun", ["it", "this"])
def test_what_is_called_something_by_a_pronoun_is_the_one_spoken_of(pronoun: str) -> None:
    text = f"Mr Reyes read the clause as a shield. Dr Cole called {pronoun} a hollow phrase."
    assert of(text)[-1] == ("the clause", "a hollow phrase")


def test_a_condition_on_an_instrument_does_not_break_the_thread() -> None:
    text = "The pact is loose. It is a guarantee when a port is shut. Some call it a bluff."
    assert [instrument for instrument, _ in of(text)] == ["The pact"] * 3


@pytest.mark.parametrize(
    "clause",
    [
        "names no enemy",
        "says nothing about fees",
        "does not say who pays for the fleet",
        "asks more of Chile than the old one",
        "goes further than the pact of 1894",
        "falls short of a promise to fight",
        "leaves Peru no choice",
    ],
)
def test_what_an_instrument_leaves_out_or_exceeds_is_a_reading(clause: str) -> None:
    assert of(f"The treaty {clause}.") == [("The treaty", clause)]


def test_a_comparison_before_it_stays_in_the_gist() -> None:
    assert of("Unlike the 1894 treaty, the pact names a judge.") == [
        ("the pact", "Unlike the 1894 treaty, the pact names a judge")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty does not enter into force this year.",
        "The pact came into effect sooner than the old one.",
        "The deal did not win a majority.",
    ],
)
def test_what_becomes_of_an_instrument_is_no_reading(text: str) -> None:
    assert of(text) == []


def test_a_reason_beside_what_somebody_calls_it_is_his() -> None:
    text = "Mr Reyes called the pact loose talk, because nothing that was shown binds Peru."
    claims = readings(assess(text))
    assert [[v.name for v in c.voice] for c in claims] == [["Tom Reyes"], ["Tom Reyes"]]
    assert words(claims[1], "gist") == "nothing that was shown binds Peru"


def test_the_duty_that_a_speaker_speaks_of_is_of_the_instrument_named_before() -> None:
    text = "Peru signed the Harbour Treaty. The duty is automatic, Dr Cole said, once a port falls."
    said = Said("Dr Cole", "The duty is automatic", "said", also="once a port falls")
    (claim,) = readings(assess(text, said))
    assert (words(claim, "gist"), words(claim, "condition")) == ("automatic", "once a port falls")


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("We have not seen any side letters.", "side letters"),
        ("No secret annex was published.", "secret annex"),
        ("The pact is brief. Much remains unclear.", "The pact"),
    ],
)
def test_what_nobody_has_seen_beside_the_text_is_unseen(text: str, instrument: str) -> None:
    claim = assess(text)[-1]
    assert (claim.predicate, words(claim, "instrument")) == (Predicate.UNSEEN, instrument)


def test_that_after_a_name_is_the_view_and_not_the_instrument() -> None:
    assert len(of("Mr Reyes called the pact a trap. I think that goes too far.")) == 1


def test_a_chain_of_pronouns_goes_on_with_the_instrument() -> None:
    said = [Said("Dr Cole", f"it is a mere gesture {n}") for n in ("one", "two", "three")]
    text = "The pact is new to all of them. " + " ".join(
        f"At the long table in the harbour office Dr Cole said it is a mere gesture {n}."
        for n in ("one", "two", "three")
    )
    assert len(of(text, *said)) == 4


def test_what_only_an_instrument_does_goes_back_to_the_sentence_before() -> None:
    text = "Members are bound by Article 5 to stand together. It does not require guards from all."
    assert of(text) == [("Article 5", "does not require guards from all")]


def test_an_accord_between_named_sides_needs_no_article() -> None:
    assert of("A naval accord between Peru and Chile is the best outcome.")[0][1] == (
        "the best outcome"
    )


def test_what_somebody_says_that_it_does_to_a_thing_is_a_reading() -> None:
    text = "Dr Cole said the accord cuts off every road to war."
    said = Said("Dr Cole", "the accord cuts off every road to war")
    assert of(text, said) == [("the accord", "cuts off every road to war")]


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("Mr Reyes referred to the accord as a shield.", "a shield"),
        ("Mr Reyes called the accord a shield while he sat in parliament.", "a shield"),
        ("Papers present the accord as a new start.", "a new start"),
    ],
)
def test_names_end_where_the_name_ends(text: str, gist: str) -> None:
    assert of(text)[0] == ("the accord", gist)


def test_what_nobody_holds_is_no_claim() -> None:
    text = "Neither envoy thought that the pact was a trap."
    assert of(text, Said("Neither envoy", "the pact was a trap")) == []


def test_an_earlier_treaty_is_read_in_the_past() -> None:
    assert of("By contrast, the earlier accord contained no such duty.") == [
        ("the earlier accord", "contained no such duty")
    ]


def test_the_new_one_beside_a_treaty_is_an_instrument() -> None:
    assert of("Compared with the 1894 treaty, the new one is weaker.") == [
        ("the new one", "weaker")
    ]


def test_what_would_count_under_a_treaty_is_a_reading_of_it() -> None:
    assert of("Under the treaty, a raid on cables would not count as an assault.") == [
        ("the treaty", "Under the treaty, a raid on cables would not count as an assault")
    ]


@pytest.mark.parametrize("mark", ["if", "even if", "unless", "once"])
def test_what_is_only_supposed_of_an_instrument_is_no_reading(mark: str) -> None:
    assert of(f"They will sail {mark} the treaty is a trap.") == []


def test_a_text_that_is_kept_secret_is_unseen() -> None:
    (claim,) = assess("Both sides kept the text of the pact secret.")
    assert claim.predicate is Predicate.UNSEEN
