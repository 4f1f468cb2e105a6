"""What the frames find in the two reports that the project began with, by actors and years only."""

from datetime import date
from pathlib import Path

import pytest

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.document import Document
from foedus.model.reading import Reading
from foedus.read.pipeline import read

pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def reports(shared: Path) -> tuple[Reading, ...]:
    files = sorted((shared / "seeds").glob("*.txt"))
    return tuple(read(Document(f.read_text("utf-8")), date(2024, 6, 20)) for f in files)


def of(reports: tuple[Reading, ...], predicate: Predicate) -> list[Claim]:
    return [c for reading in reports for c in reading.claims if c.predicate is predicate]


def ids(claim: Claim, role: str) -> set[str | None]:
    return {f.actor for f in claim.fillers(role)}


def test_both_parties_stand_in_a_signature_of_each_report(reports: tuple[Reading, ...]) -> None:
    for reading in reports:
        signed = [c for c in reading.claims if c.predicate is Predicate.AGREEMENT_SIGNED]
        assert any({"RUS", "PRK"} <= ids(c, "source") for c in signed)


def test_the_predecessors_years_are_given(reports: tuple[Reading, ...]) -> None:
    years = [
        f.text for c in of(reports, Predicate.AGREEMENT_REPLACED) for f in c.fillers("since-when")
    ]
    assert years == ["1961", "2000-2001"]


def test_each_report_quotes_a_provision_with_its_condition(reports: tuple[Reading, ...]) -> None:
    for reading in reports:
        provided = [c for c in reading.claims if c.predicate is Predicate.PROVISION]
        assert any(c.filler("condition") and not c.negated for c in provided)


def test_goods_go_both_ways(reports: tuple[Reading, ...]) -> None:
    ways = {
        (source, target) for c in of(reports, Predicate.EXCHANGE) if c.mood is Mood.ASSERTED
        for source in ids(c, "source") for target in ids(c, "target")
    }  # fmt: skip
    assert {("PRK", "RUS"), ("RUS", "PRK")} <= ways


def test_a_believed_item_is_a_rumour_of_its_believers(reports: tuple[Reading, ...]) -> None:
    believed = [
        c for c in of(reports, Predicate.EXCHANGE)
        if c.mood is Mood.RUMOURED and ids(c, "source") == {"RUS"}
    ]  # fmt: skip
    assert [len(c.voice) for c in believed] == [1]


def test_a_government_believes_inside_a_spokesmans_saying(reports: tuple[Reading, ...]) -> None:
    chains = [len(c.voice) for c in of(reports, Predicate.ASSAULT) if not c.filler("source")]
    assert chains == [2]


def test_the_second_country_visited_and_its_host_are_found(reports: tuple[Reading, ...]) -> None:
    visits = of(reports, Predicate.VISIT)
    assert any("VNM" in ids(c, "place") and c.filler("target") for c in visits)


def test_a_host_vows_and_a_letter_pledges_and_plans(reports: tuple[Reading, ...]) -> None:
    moods = [c.mood for c in of(reports, Predicate.INTENT)]
    assert moods.count(Mood.PROMISED) == 2
    assert Mood.INTENDED in moods


def test_the_bond_is_put_in_two_wordings_of_one_speaker(reports: tuple[Reading, ...]) -> None:
    alliance = {
        filler.text
        for c in of(reports, Predicate.RELATION)
        if c.voice and {"RUS", "PRK"} <= ids(c, "source")
        for filler in c.fillers("topic")
        if filler.text.endswith("alliance")
    }
    assert len(alliance) == 2


def test_two_opposite_what_ifs_hang_on_conditions(reports: tuple[Reading, ...]) -> None:
    hanging = [
        c for kind in (Predicate.EXCHANGE, Predicate.AID) for c in of(reports, kind)
        if c.mood is Mood.CONDITIONAL and c.filler("condition")
    ]  # fmt: skip
    assert {tuple(ids(c, "source")) for c in hanging} == {("PRK",), ("RUS",)}


def test_every_filler_is_an_exact_slice_of_the_document(reports: tuple[Reading, ...]) -> None:
    for reading in reports:
        for claim in reading.claims:
            for _, filler in claim.roles:
                assert filler.text == filler.span.of(reading.document.text)
