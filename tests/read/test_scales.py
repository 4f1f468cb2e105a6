"""Scales of verbal probability: what a word of likelihood stands for, by whom."""

from pathlib import Path

import pytest

from foedus.model.errors import InputError, LibraryError
from foedus.model.reading import manner_row
from foedus.read.quotes import find_statements
from foedus.read.scales import (
    Likelihood,
    Scale,
    likelihood,
    likelihood_of,
    read_scale,
    scale,
    scales,
)
from foedus.read.sentences import parse, plain_reading
from foedus.read.statement_moods import put_statements

MINE = """\
id = "mine"
source = "our desk, 2026"

[[band]]
low = 60
high = 70
terms = ["likely", "a good bet"]
"""


def told(text: str, name: str) -> tuple[int, int] | None:
    """The range of the first statement's content on the scale."""
    parsed = parse(plain_reading(text))
    (statement, *_) = put_statements(find_statements(parsed), parsed)
    found = likelihood_of(manner_row(statement.put[0]), text, scale(name))
    return (found.low, found.high) if found else None


@pytest.mark.parametrize("one", scales(), ids=lambda one: one.id)
def test_a_scale_names_its_source_and_where_its_figures_were_checked(one: Scale) -> None:
    assert one.source and one.seen


def test_the_scales_of_kent_and_of_icd_203_come_with_foedus() -> None:
    assert {"kent-1964", "icd-203"} <= {one.id for one in scales()}


@pytest.mark.parametrize(
    ("name", "words", "low", "high"),
    [
        ("kent-1964", "almost certain", 87, 99),  # 93, give or take about 6
        ("kent-1964", "probable", 63, 87),  # 75, give or take about 12
        ("kent-1964", "chances about even", 40, 60),  # 50, give or take about 10
        ("kent-1964", "probably not", 20, 40),  # 30, give or take about 10
        ("kent-1964", "almost certainly not", 2, 12),  # 7, give or take about 5
        ("icd-203", "remote", 1, 5),
        ("icd-203", "very unlikely", 5, 20),
        ("icd-203", "improbable", 20, 45),
        ("icd-203", "roughly even odds", 45, 55),
        ("icd-203", "likely", 55, 80),
        ("icd-203", "highly probable", 80, 95),
        ("icd-203", "nearly certain", 95, 99),
        ("ipcc-ar5", "likely", 66, 100),
        ("ipcc-ar5", "exceptionally unlikely", 0, 1),
        ("phia", "realistic possibility", 40, 50),
    ],
)
def test_a_term_has_the_range_that_its_source_gives(
    name: str, words: str, low: int, high: int
) -> None:
    assert likelihood(words, scale(name)) == Likelihood(low, high, words, name)


@pytest.mark.parametrize("words", ["may", "highly likely", "not likely", "less likely", ""])
def test_what_a_scale_does_not_list_has_no_range(words: str) -> None:
    assert likelihood(words, scale("icd-203")) is None


def test_an_adverb_counts_for_its_adjective() -> None:
    assert likelihood("almost certainly", scale("icd-203")) == Likelihood(
        95, 99, "almost certain", "icd-203"
    )


def test_a_remote_chance_is_remote() -> None:
    assert likelihood("remote chance", scale("icd-203")) == Likelihood(1, 5, "remote", "icd-203")


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("He said the army is likely to cross.", (55, 80)),
        ("He said the army will likely not cross.", (20, 45)),
        ("He said they almost certainly did not cross.", (1, 5)),
        ("He said there is almost no chance that they will cross.", (1, 5)),
        ("He said the army is not likely to cross.", None),
        ("He said the army isn't likely to cross.", None),
        ("He said it does not look likely that they will cross.", None),
        ("He said no army is likely to cross.", None),
        ("He said they may cross.", None),
        ("He said they will cross.", None),
    ],
)
def test_the_range_is_of_the_event_and_unknown_where_a_not_may_fall_on_the_likelihood(
    text: str, range_: tuple[int, int] | None
) -> None:
    assert told(text, "icd-203") == range_


def test_a_scale_that_lists_the_negated_term_goes_by_it() -> None:
    assert told("He said the army probably won't cross.", "kent-1964") == (20, 40)


def test_two_hedges_of_different_ranges_have_none() -> None:
    text = "likely, very likely"
    row = {"hedge": [[0, 6], [8, 19]], "negated": False, "mood_words": []}
    assert likelihood_of(row, text, scale("icd-203")) is None


def test_a_file_of_ones_own_is_a_scale(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE, "utf-8")
    mine = scale(str(tmp_path / "mine.toml"))
    assert likelihood("a good bet", mine) == Likelihood(60, 70, "a good bet", "mine")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('id = "mine"\n', "", "mine.toml: `id` is missing"),
        ('source = "our desk, 2026"', "", "mine.toml: `source` is missing"),
        ("low = 60", "low = 80", "mine.toml, band 1: `low` and `high`"),
        ("low = 60", "low = 0.6", "mine.toml, band 1: `low` and `high`"),
        ("high = 70", "high = 170", "mine.toml, band 1: `low` and `high`"),
        ('"a good bet"', '"likely"', "mine.toml: 'likely' stands in two bands"),
        ('["likely", "a good bet"]', '"likely"', "mine.toml, band 1: `terms` must be a list"),
        ("[[band]]", "[band", "mine.toml: this is no TOML"),
        ("[[band]]\nlow = 60\nhigh = 70\nterms", "terms", "mine.toml: no bands"),
        ('id = "mine"', 'id = "mine"\nyear = "x"', "mine.toml: `year` is 'x'"),
    ],
)
def test_a_wrong_file_is_told_with_place_and_remedy(right: str, wrong: str, message: str) -> None:
    with pytest.raises(LibraryError) as caught:
        read_scale(MINE.replace(right, wrong), "mine.toml")
    assert str(caught.value).startswith(message)


def test_an_unknown_scale_is_told_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"no scale 'icd203'.*Did you mean 'icd-203'"):
        scale("icd203")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read"):
        scale(str(tmp_path / "none.toml"))
