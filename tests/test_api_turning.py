"""What would turn an answer, as a reader sees it and as a program does."""

import pytest

import foedus
from foedus.api.turning import Flips, flips_of


def turned(by: str, on: str, day: str, bearer: str, place: str = "") -> Flips:
    return flips_of(foedus.ask(attack=(by, on), at=place, on=day).case, bearer)


@pytest.fixture(scope="module")
def guarantee() -> Flips:
    return turned("DEU", "BEL", "1914-08-04", "GBR")


def test_the_reading_that_turns_it_is_told_in_words(guarantee: Flips) -> None:
    told = " ".join(str(guarantee).split())
    assert "Owed if “guarantee joint or several” is read so: each is bound alone" in told


def test_the_fact_that_turns_it_is_told_in_words(guarantee: Flips) -> None:
    assert "or if the other guarantors act too." in " ".join(str(guarantee).split())


def test_rows_name_readings_and_facts_for_a_program(guarantee: Flips) -> None:
    changes = [row["changes"] for row in guarantee.rows if row["becomes"] == "owed"]
    assert [
        {"kind": "reading", "name": "london-1839/guarantee_joint_or_several", "to": "several"}
    ] in changes
    assert [{"kind": "fact", "name": "others-act", "to": "true"}] in changes


def test_lines_are_no_longer_than_asked(guarantee: Flips) -> None:
    assert max(map(len, guarantee.screen(60).split("\n"))) <= 60


def test_where_nothing_turns_it_that_is_said() -> None:
    assert "No reading and no fact would turn an answer of Poland" in str(
        turned("RUS", "UKR", "2024-12-05", "POL")
    )
