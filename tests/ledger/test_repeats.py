"""One speaker's prediction is one, however often it is told; another hedge makes it another."""

from typing import Any

from foedus.ledger import Ledger, Question, repeats
from foedus.model.claim import Mood, Predicate
from foedus.model.reading import Reading
from tests.ledger.invented import claim, reading, receipt

FAR = "The outlet tells a story of its own here, long enough to be a line that it alone has: {}."


def report(outlet: str, speaker: str | None = "Ada Vole", **more: Any) -> Reading:
    """One outlet's report that a speaker foretells an attack on Borduria."""
    hedge = more.pop("hedge", "probably")
    when = more.pop("when", "by June")
    who = f"{speaker} said" if speaker else "it seems"
    first = f"Arcadia will {hedge} attack Borduria {when}, {who}."
    text = f"{first}\n{FAR.format(outlet * 9)}\n{FAR.format(outlet * 5)}"
    found = claim(
        text, first, Predicate.PREDICTION, voice=speaker, mood=Mood.POSSIBLE, hedge=hedge,
        source="Arcadia", target="Borduria", event=first.split(", ")[0], **more,
    )  # fmt: skip
    return reading(text, found)


def counted(*reports: Reading) -> list[int]:
    """How many claims each prediction has, given each report's outlet as publisher."""
    with Ledger.open() as ledger:
        for n, one in enumerate(reports):
            ledger.add(one, receipt(one.document.text, f"{n}.txt", publisher=f"Outlet {n}"))
        rows = ledger.claims(Question(predicate=Predicate.PREDICTION.value))
        return sorted(len(group) for _, group in repeats(ledger, rows))


def test_one_speaker_in_two_outlets_foretells_once() -> None:
    assert counted(report("A"), report("B")) == [2]


def test_two_speakers_foretell_twice() -> None:
    assert counted(report("A"), report("B", "Jan Berg")) == [1, 1]


def test_two_outlets_that_foretell_themselves_are_two() -> None:
    assert counted(report("A", None), report("B", None)) == [1, 1]


def test_nameless_speakers_of_two_outlets_are_two() -> None:
    assert counted(report("A", "analysts"), report("B", "analysts")) == [1, 1]


def test_another_hedge_makes_another_prediction() -> None:
    assert counted(report("A"), report("B", hedge="certainly")) == [1, 1]


def test_a_denial_is_another_prediction() -> None:
    assert counted(report("A"), report("B", negated=True)) == [1, 1]


def foretells(outlet: str, speaker: str, event: str) -> Reading:
    text = f"{event}, {speaker} said.\n{FAR.format(outlet * 9)}\n{FAR.format(outlet * 5)}"
    found = claim(text, event, Predicate.PREDICTION, voice=speaker, event=event)
    return reading(text, found)


def test_the_ends_of_a_chain_of_other_speakers_are_two() -> None:
    chain = [
        foretells("A", "Ada Vole", "Grain, wheat, cotton and rye will burn"),
        foretells("B", "Jan Berg", "Cotton, rye, ships and barges will burn"),
        foretells("C", "Ada Vole", "Ships, barges, wagons and mills will burn"),
    ]
    assert counted(*chain) == [1, 1, 1]


def test_no_prediction_is_lost_and_none_told_twice() -> None:
    reports = [report(name, speaker) for name in "ABC" for speaker in ("Ada Vole", None)]
    assert sum(counted(*reports)) == len(reports)
