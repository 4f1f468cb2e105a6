"""One voice, one vote; who is unplaced or without a name has none."""

import pytest

from foedus.model.errors import InputError
from foedus.report.voices.opinions import Opinion
from foedus.report.voices.votes import notes, votes


def opinion(who: str, reading: str, term: str = "state_of_war", since: str = "") -> Opinion:
    return Opinion("rus-prk-2024", term, reading, who, who.lower(), since)


def test_each_voice_has_one_vote_however_often_it_is_quoted() -> None:
    held = [opinion("Ada Vole", "in-fact"), opinion("Ada Vole", "in-fact")]
    held.append(opinion("Jan Berg", "declared"))
    assert votes(held) == {"rus-prk-2024/state_of_war": {"in-fact": 1.0, "declared": 1.0}}


def test_a_voice_that_holds_two_readings_parts_its_vote() -> None:
    held = [opinion("Ada Vole", "in-fact"), opinion("Ada Vole", "declared")]
    assert votes(held) == {"rus-prk-2024/state_of_war": {"in-fact": 0.5, "declared": 0.5}}


def test_the_user_gives_other_votes_by_name() -> None:
    held = [opinion("Ada Vole", "in-fact"), opinion("Jan Berg", "declared")]
    weights = votes(held, {"Ada Vole": 3, "Jan Berg": 0})
    assert weights == {"rus-prk-2024/state_of_war": {"in-fact": 3.0, "declared": 0.0}}


def test_whoever_is_unplaced_has_no_vote() -> None:
    assert votes([opinion("Ada Vole", "")]) == {}


def test_a_name_that_nobody_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match="the nearest: Ada Vole"):
        votes([opinion("Ada Vole", "in-fact")], {"Ada Volle": 2})


def test_a_term_without_any_vote_is_refused() -> None:
    with pytest.raises(InputError, match="no voice is left"):
        votes([opinion("Ada Vole", "in-fact")], {"Ada Vole": 0})


def test_a_vote_below_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="from 0 up"):
        votes([opinion("Ada Vole", "in-fact")], {"Ada Vole": -1})


def test_a_note_names_the_voices_and_their_days() -> None:
    held = [opinion("Ada Vole", "in-fact", since="2024-06-20"), opinion("Jan Berg", "declared")]
    assert notes(held, votes(held)) == {
        "rus-prk-2024/state_of_war": (
            "Votes on “state of war” under rus-prk-2024: “in fact” 1 (Ada Vole, 2024-06-20),"
            " “declared” 1 (Jan Berg)."
        )
    }
