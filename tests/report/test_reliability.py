"""The reliability diagram: a point where ten cases lie, n everywhere, told in words too."""

import re
from xml.etree import ElementTree

from foedus.history.forecasts import Case, bins
from foedus.report.pictures import svg
from foedus.report.pictures.reliability import reliability_picture

HELD = bins(
    [Case(str(n), "ada", 0.675, n < 8) for n in range(12)]
    + [Case(f"few-{n}", "ada", 0.125, False) for n in range(3)]
)


def text_of(element: ElementTree.Element) -> str:
    return " ".join("".join(one.itertext()) for one in element.iter())


def test_every_tenth_tells_its_n_and_only_the_full_ones_a_share() -> None:
    drawn = svg(reliability_picture(HELD, "icd-203"))
    told = text_of(ElementTree.fromstring(drawn))
    assert "n = 12" in told
    assert "n = 3" in told
    assert "10% to 20%, n = 3: too few to judge." in told
    assert "60% to 70%, n = 12: 67% came about." in told


def test_the_scale_is_named_in_the_picture() -> None:
    assert "icd-203" in svg(reliability_picture(HELD, "icd-203"))


def test_only_a_tenth_with_cases_enough_has_a_point() -> None:
    drawn = svg(reliability_picture(HELD, "icd-203"))
    filled = re.findall(r'<path[^>]*fill="var\(--agreement[^"]*"[^>]*>', drawn)
    assert len(filled) == 1
