"""Stories: reports of one event stand together, in whatever order they come."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from foedus.api import annotate
from foedus.cli.app import app
from foedus.model.errors import InputError
from foedus.read.stories import Arriving, Report, grouped, report_of
from foedus.read.stories.grouping import ALIKE, linked
from foedus.read.stories.likeness import WINDOW, Frequencies, Shelf

QUAKE = (
    "A strong earthquake struck the islands of Vanu before dawn, and rescuers search the ruins.",
    "Rescuers on Vanu dig for survivors after the earthquake that struck before dawn.",
    "The death toll of the Vanu earthquake rises as rescuers reach remote islands.",
)
VOTE = (
    "Parliament in Norland passed the budget after a night of talks on taxes and pensions.",
    "Norland's budget passed parliament late at night; pensions had divided the coalition.",
)
DAY = date(2024, 3, 4)


def report(id_: str, text: str, day: date | None = DAY, title: str = "") -> Report:
    return report_of(id_, title, text, day)


def ids(stories: Iterable[tuple[Report, ...]]) -> list[list[str]]:
    return [[one.id for one in story] for story in stories]


REPORTS = [
    *(report(f"q{n}", text) for n, text in enumerate(QUAKE)),
    *(report(f"v{n}", text) for n, text in enumerate(VOTE)),
]


def test_reports_of_one_event_stand_together_and_those_of_another_apart() -> None:
    assert ids(grouped(REPORTS)) == [["q0", "q1", "q2"], ["v0", "v1"]]


def test_three_reports_are_enough() -> None:
    assert ids(grouped(REPORTS[1:4])) == [["q1", "q2"], ["v0"]]


@given(st.permutations(REPORTS))
def test_the_order_of_arrival_changes_nothing(reports: list[Report]) -> None:
    assert ids(grouped(reports)) == ids(grouped(REPORTS))


def test_two_events_alike_in_words_and_far_apart_in_days_are_two_stories() -> None:
    later = DAY + timedelta(days=WINDOW + 1)
    found = grouped([report("a", QUAKE[0]), report("b", QUAKE[1], later)])
    assert ids(found) == [["a"], ["b"]]


def test_a_report_without_a_day_is_near_to_every_day() -> None:
    found = grouped([report("a", QUAKE[0]), report("b", QUAKE[1], None)])
    assert ids(found) == [["a", "b"]]


def test_a_title_says_what_a_report_is_about() -> None:
    one = report("a", "More to come.", title="Earthquake on Vanu: rescuers search ruins")
    two = report("b", "Details follow.", title="Rescuers search the ruins of the Vanu earthquake")
    assert ids(grouped([one, two, REPORTS[3]])) == [["a", "b"], ["v0"]]


def test_reports_without_words_are_stories_of_their_own() -> None:
    assert ids(grouped([report("a", ""), report("b", "..."), *REPORTS[:2]])) == [
        ["a"], ["b"], ["q0", "q1"],
    ]  # fmt: skip
    assert grouped([]) == []


def test_of_two_reports_with_one_id_the_later_stands() -> None:
    assert ids(grouped([report("a", QUAKE[0]), report("a", VOTE[0])])) == [["a"]]


def plain_likeness(one: Report, two: Report, frequencies: Frequencies) -> float:
    """The cosine written out word by word."""
    weights = [
        dict(zip(r.words.tolist(), r.counts * frequencies.weights(r.words), strict=True))
        for r in (one, two)
    ]
    shared = sum(weights[0][word] * weights[1][word] for word in {*weights[0]} & {*weights[1]})
    lengths = [sum(value**2 for value in held.values()) ** 0.5 for held in weights]
    days = abs((one.day - two.day).days) if one.day and two.day else 0
    return float(shared / (lengths[0] * lengths[1])) - 0.03 * days


def test_the_likeness_of_all_at_once_is_that_of_each_pair() -> None:
    reports = [
        report_of(f"r{n}", "", text, DAY + timedelta(days=n)) for n, text in enumerate(QUAKE)
    ]
    frequencies = Frequencies()
    for one in reports:
        frequencies.add(one)
    alike = Shelf(reports, frequencies).likeness(reports[0])
    expected = [plain_likeness(reports[0], other, frequencies) for other in reports]
    assert alike.tolist() == pytest.approx(expected, abs=1e-5)


matrices = st.integers(1, 7).flatmap(
    lambda n: st.lists(st.floats(-1, 1, width=32), min_size=n * n, max_size=n * n).map(
        lambda cells: np.array(cells, np.float32).reshape(n, n)
    )
)


def plain_linkage(alike: np.ndarray) -> list[list[int]]:
    """Average linkage by its definition: the two groups that are most alike, again and again."""
    groups = [[n] for n in range(len(alike))]
    while len(groups) > 1:
        pairs = [
            (float(np.mean([alike[a, b] for a in one for b in two])), i, j)
            for i, one in enumerate(groups)
            for j, two in enumerate(groups)
            if i < j
        ]
        best, i, j = max(pairs, key=lambda pair: (pair[0], -pair[1], -pair[2]))
        if best < ALIKE:
            break
        groups[i] = sorted(groups[i] + groups[j])
        del groups[j]
    return sorted(groups)


@given(matrices)
def test_linkage_is_what_its_definition_gives(cells: np.ndarray) -> None:
    alike = (cells.astype(np.float64) + cells.T) / 2
    rounded = np.unique(np.round(alike[np.triu_indices(len(alike), 1)], 3))
    if len(rounded) < len(alike) * (len(alike) - 1) / 2:
        return  # ties may go either way
    assert sorted(linked(alike)) == plain_linkage(alike)


def test_reports_that_arrive_one_by_one_join_the_story_of_the_first() -> None:
    arriving = Arriving()
    told = [arriving.add(one) for one in REPORTS]
    assert told == ["q0", "q0", "q0", "v0", "v0"]
    assert arriving.story_of("q2") == "q0"


def test_what_is_older_than_the_window_is_let_go_and_its_story_goes_on() -> None:
    arriving = Arriving()
    arriving.add(report("a", QUAKE[0], DAY))
    arriving.add(report("b", QUAKE[0], DAY + timedelta(days=2)))
    assert arriving.add(report("c", QUAKE[0], DAY + timedelta(days=5))) == "a"
    assert (len(arriving), arriving.story_of("a")) == (2, None)


def test_however_many_arrive_only_a_few_days_are_held() -> None:
    arriving, random, most = Arriving(), Random(3), 0
    words = [f"word{n}" for n in range(400)]
    for n in range(600):
        text = " ".join(random.choices(words, k=30))
        arriving.add(report(f"r{n}", text, DAY + timedelta(days=n // 10)))
        most = max(most, len(arriving))
    assert most <= 10 * (WINDOW + 2)


def row(id_: str, text: str, **given: object) -> dict[str, object]:
    return {"id": id_, "text": text, "date": "2024-03-04T10:00:00+00:00", **given}


def test_rows_are_annotated_in_their_order_with_one_name_for_a_story() -> None:
    rows = [row("q1", QUAKE[1]), row("v0", VOTE[0], date=None), row("q0", QUAKE[0], title="Quake")]
    assert list(annotate("stories", rows)) == [
        {"id": "q1", "cluster": "q0"},
        {"id": "v0", "cluster": "v0"},
        {"id": "q0", "cluster": "q0"},
    ]


def test_an_id_that_is_a_number_stays_one() -> None:
    rows = [{**row("", QUAKE[0]), "id": 7}, {**row("", QUAKE[1]), "id": 8}]
    assert list(annotate("stories", rows)) == [{"id": 7, "cluster": "7"}, {"id": 8, "cluster": "7"}]


def test_a_date_that_is_none_and_an_id_that_stands_twice_are_named_with_their_row() -> None:
    with pytest.raises(InputError, match="row 2: `date` has 'soon'; write it as 2021-04-22"):
        annotate("stories", [row("a", "x"), row("b", "y", date="soon")])
    with pytest.raises(InputError, match="row 2: a second row with the id 'a'"):
        annotate("stories", [row("a", "x"), row("a", "y")])


def test_the_stories_of_a_ledger_are_told_with_their_documents(tmp_path: Path) -> None:
    for n, text in enumerate((*QUAKE[:2], VOTE[0])):
        (tmp_path / f"{n}.txt").write_text(f"Headline {n}\n\n{text}\n", "utf-8")
    ledger = str(tmp_path / "pact.db")
    files = [str(tmp_path / f"{n}.txt") for n in range(3)]
    for words in (["read", *files, "--ledger", ledger], ["stories", "--ledger", ledger]):
        result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.output.count("(2 documents)") == 1
    assert result.output.count("(1 document)") == 1
    told = json.loads(CliRunner().invoke(app, ["stories", "--ledger", ledger, "--json"]).output)
    assert sorted(story["documents"] for story in told) == [1, 2]
