"""A page's own date against the dateline of its story."""

from pathlib import Path

import pytest

from foedus.api import Compared
from tests.report.comparing.compared_of import compared_of, texts_of

PAGE = """<html><head><title>Treaty signed in Lima</title>
<meta property="article:published_time" content="{day}T10:00:00Z"></head>
<body><article><h1>Treaty signed in Lima</h1><p>{opening}Peru and Chile signed the fisheries treaty
after two years of talks, the foreign ministries of both countries said.</p>
<p>The treaty lets boats of either country land their catch in the ports of the other.</p>
</article></body></html>"""


def compared(folder: Path, day: str, opening: str) -> Compared:
    page = PAGE.format(day=day, opening=opening)
    return compared_of(folder, page, "Peru and Chile signed the fisheries treaty.")


@pytest.mark.parametrize(
    "opening", ["LIMA, 9 June 2021 (NN) - ", "LIMA, 9 June (NN) — ", "LIMA, June 9 (NN) - "]
)
def test_another_day_in_the_dateline_is_told(tmp_path: Path, opening: str) -> None:
    (words,) = texts_of(compared(tmp_path, "2021-06-12", opening), "metadata")
    assert "12 June 2021" in words and "9 June 2021" in words


def test_the_year_of_a_dateline_is_the_nearest(tmp_path: Path) -> None:
    (words,) = texts_of(compared(tmp_path, "2022-01-02", "LIMA, 30 December (NN) - "), "metadata")
    assert "30 December 2021" in words


@pytest.mark.parametrize("opening", ["LIMA, 9 June (NN) - ", "LIMA (NN) - ", "In Lima on 3 June "])
def test_the_same_day_or_none_is_no_difference(tmp_path: Path, opening: str) -> None:
    assert texts_of(compared(tmp_path, "2021-06-09", opening), "metadata") == []


def test_a_day_printed_above_the_story_counts_as_the_page_s_own(tmp_path: Path) -> None:
    story = "Peru and Chile signed the fisheries treaty after two years of talks, ministers said."
    found = compared_of(
        tmp_path,
        f"Treaty signed in Lima\n\n14 June 2021\n\nLIMA, June 12, 2021 (NN) - {story}",
        "Peru and Chile signed the fisheries treaty.",
    )
    (words,) = texts_of(found, "metadata")
    assert "the page itself says 14 June 2021" in words and "12 June 2021" in words
