"""The pictures of answers: cascade, readings, bonds. Inert, told in words, readable when large."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from foedus.report.pictures.bonds import Tied, bonds_picture
from foedus.report.pictures.cascade import MOST, Block, cascade_picture
from foedus.report.pictures.drawing import svg
from foedus.report.pictures.matrix import Way, matrix_picture

HOSTILE = '"><script>alert(1)</script> url(#x) \x1b[31m\u202e\ufffe {{ 7*7 }}'
SVG = "{http://www.w3.org/2000/svg}"
START = Block("event", -1, "Sweden attacks Poland", "Warsaw")


def drawn(chart: Any) -> ElementTree.Element:
    return ElementTree.fromstring(svg(chart))


def words_of(picture: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in picture.iter(f"{SVG}text"))


def places(picture: ElementTree.Element) -> Iterator[tuple[float, float, str]]:
    """Where each text begins, and its words."""
    for text in picture.iter(f"{SVG}text"):
        found = re.search(r"\(([\d.]+),([\d.]+)\)", text.get("transform", ""))
        assert found
        yield float(found[1]), float(found[2]), "".join(text.itertext())


def block(number: int, round_: int = 0, **more: Any) -> Block:
    given = {"verdict": "owed", "causes": ("event",), "by": "Pact, Article 1"}
    return Block(f"b{number}", round_, f"State {number}", "defend Poland", **{**given, **more})


@pytest.mark.parametrize(
    "chart",
    [
        lambda: cascade_picture([START, Block("h", 0, HOSTILE, HOSTILE, HOSTILE, "owed")]),
        lambda: matrix_picture({"1": HOSTILE}, [Way(HOSTILE, HOSTILE, {"1": "owed"}, (HOSTILE,))]),
        lambda: bonds_picture(
            HOSTILE, HOSTILE, [Tied(HOSTILE, HOSTILE, HOSTILE, True, {"fights": "owes"})]
        ),
    ],
)
def test_hostile_words_are_drawn_as_words(chart: Any) -> None:
    picture = drawn(chart())
    elements = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert elements <= {"svg", "title", "desc", "g", "path", "line", "text", "tspan"}
    names = {name for element in picture.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert not re.search("[\x00-\x08\x1b\u202e\ufffe]", svg(chart()))


# The cascade ----------------------------------------------------------------------------------


def test_each_round_has_a_column_further_to_the_right() -> None:
    picture = drawn(cascade_picture([START, block(1), block(2, 1, causes=("b1",))]))
    at = {words: x for x, _, words in places(picture)}
    assert at["Sweden attacks Poland"] < at["State 1"] < at["State 2"]


def test_blocks_of_a_round_do_not_lie_on_each_other() -> None:
    picture = drawn(cascade_picture([START, *(block(number) for number in range(4))]))
    heights = sorted(y for _, y, words in places(picture) if words.startswith("State"))
    assert all(later - earlier > 40 for earlier, later in pairwise(heights))


def test_of_very_many_it_says_how_many_are_left_out() -> None:
    picture = drawn(cascade_picture([START, *(block(number) for number in range(MOST + 5))]))
    assert "and 5 more" in words_of(picture)


def test_what_is_in_dispute_is_led_to_by_a_dashed_line() -> None:
    dashed = [svg(cascade_picture([START, block(1, verdict=v)])) for v in ("owed", "in dispute")]
    assert ["stroke-dasharray" in picture for picture in dashed] == [False, True]


def test_the_cascade_is_told_in_words() -> None:
    picture = drawn(cascade_picture([START, block(1)]))
    told = picture.findtext(f"{SVG}desc") or ""
    assert "State 1: defend Poland (Pact, Article 1), owed" in told


# The readings ---------------------------------------------------------------------------------

WAYS = [
    Way("“war”", "War in fact.", {"1": "owed", "2": "not owed"}, ("Ada Vole (1999)",)),
    Way("“war”", "War declared.", {"1": "not owed"}),
    Way("A fact", "the others act", {"2": "in dispute"}, is_fact=True),
]


def test_a_term_is_a_heading_over_its_readings() -> None:
    picture = drawn(matrix_picture({"1": "Norway", "2": "Finland"}, WAYS))
    assert words_of(picture).count("“war”") == 1


def test_who_reads_it_so_stands_beside_and_nobody_is_said_too() -> None:
    picture = drawn(matrix_picture({"1": "Norway", "2": "Finland"}, WAYS))
    assert "Ada Vole (1999)" in words_of(picture)
    assert words_of(picture).count("nobody on record") == 1


def test_the_legend_explains_only_what_is_drawn() -> None:
    words = words_of(drawn(matrix_picture({"1": "Norway", "2": "Finland"}, WAYS)))
    assert "turns on more than this" in words
    assert "not known" not in words


# The bonds ------------------------------------------------------------------------------------


def test_only_kinds_of_duty_that_there_are_have_a_column() -> None:
    tied = [Tied("Norway", "Pact", "since 1990", True, {"fights": "mutual"})]
    words = words_of(drawn(bonds_picture("Poland", "1 January 2000", tied)))
    assert "fights" in words
    assert "confers" not in words


def test_what_is_not_in_force_is_drawn_hollow_and_explained() -> None:
    tied = [Tied("Norway", "Pact", "signed", False, {"fights": "mutual"})]
    assert "not in force, or not known" in words_of(drawn(bonds_picture("Poland", "1999", tied)))


def test_that_nobody_is_bound_is_drawn_in_words() -> None:
    assert "bound by no treaty that is known" in words_of(
        drawn(bonds_picture("Poland", "1999", []))
    )
