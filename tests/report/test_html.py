"""The page: readable in both modes, by keyboard and on paper; every passage leads back."""

import re
from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest

from foedus.model.document import Span
from foedus.report.html import AROUND, LEFT_OUT, in_context, lettered, to_html
from foedus.report.items import SECTIONS, Brief, Cited, Item

AA_TEXT, AA_GRAPHIC = 4.5, 3.0
TEXT_ON = [
    ("ink", "paper"), ("soft", "paper"), ("accent", "paper"), ("accent", "card"),
    ("ink", "card"), ("soft", "card"), ("accent", "lib"), ("ink", "lib"), ("ink", "mark"),
]  # fmt: skip
DRAWN_ON = [("agreement", "paper"), ("exchange", "paper"), ("visit", "paper"), ("soft", "paper")]
TEXT = "Norway and Poland signed a pact. Grain went north."


def cited(id_: str, number: int, span: Span, text: str = TEXT, document: str = "d") -> Cited:
    whole = Span(0, len(text))
    return Cited(id_, number, document, "Report A", (span,), (span.of(text),), whole, text)


def brief_of(**sections: tuple[Item, ...]) -> Brief:
    passages = {"x": cited("x", 1, Span(0, 32)), "y": cited("y", 2, Span(33, 50))}
    return Brief("A pact", {name: sections.get(name, ()) for name in SECTIONS}, passages)


def page_of(brief: Brief) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(to_html(brief))


def section(page: lxml.html.HtmlElement, name: str) -> lxml.html.HtmlElement:
    return page.get_element_by_id(name)


# Sections ------------------------------------------------------------------------------------


def test_pictures_stand_between_the_timeline_and_what_is_not_known() -> None:
    lines = {name: (Item("…", ("x",)),) for name in ("events", "timeline", "not_known")}
    page = page_of(replace(brief_of(**lines), pictures={"ties": "<svg/>"}))
    order = [element.get("id") for element in page.iter("section")]
    assert order == ["events", "timeline", "pictures", "not_known", "passages"]


def test_each_picture_has_a_caption() -> None:
    drawn = replace(brief_of(), pictures={"ties": "<svg/>", "timeline": "<svg/>"})
    figures = list(page_of(drawn).iter("figure"))
    assert [bool(figure.findtext("figcaption")) for figure in figures] == [True, True]


def test_a_section_without_lines_leaves_no_empty_list(brief: Brief) -> None:
    page = page_of(brief)
    assert not [ul for ul in page.iter("ul") if not len(ul)]


def test_headings_go_down_one_step_at_a_time(brief: Brief) -> None:
    levels = [int(e.tag[1]) for e in page_of(brief).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_pledge_is_a_line_and_no_row() -> None:
    pledge = Item("Promised by Poland: more grain.", ("x",), {"kind": "pledge", "giver": "Poland"})
    flow = Item(
        "Poland to Norway: grain.",
        ("y",),
        {"giver": "Poland", "receiver": "Norway", "goods": ["grain"], "how": "Report A as fact"},
    )
    part = section(page_of(brief_of(exchanges=(flow, pledge))), "exchanges")
    assert [row.get("id") for row in part.iter("tr") if row.get("id")] == ["exchanges-0"]
    assert [line.text for line in part.iter("li")] == ["Promised by Poland: more grain."]


def test_only_pledges_make_no_table() -> None:
    pledge = Item("Promised by Poland: more grain.", ("x",), {"kind": "pledge"})
    part = section(page_of(brief_of(exchanges=(pledge,))), "exchanges")
    assert not list(part.iter("table"))


def test_a_reader_stands_over_the_affiliation() -> None:
    fields = {"reader": "Anna Berg", "reading": "it is vague", "on": "the pact"}
    known = Item("…", ("x",), {**fields, "affiliation": "University of Oslo"})
    part = section(page_of(brief_of(duties=(known, Item("…", ("y",), fields)))), "duties")
    assert [office.text for office in part.find_class("office")] == ["University of Oslo"]
    assert "How they put it" in [head.text for head in part.iter("th")]


def test_no_chip_without_a_kind() -> None:
    lines = tuple(Item("It could end.", ("x",), {"kind": kind}) for kind in ("could", ""))
    part = section(page_of(brief_of(possibilities=lines)), "possibilities")
    assert [chip.text for chip in part.find_class("kind")] == ["could"]


def test_lines_that_are_alike_have_anchors_of_their_own() -> None:
    twice = (Item("It was signed.", ("x",)),) * 2
    ids = re.findall(r'id="(instrument-\d)"', to_html(brief_of(instrument=twice)))
    assert ids == ["instrument-0", "instrument-1"]


# Passages ------------------------------------------------------------------------------------


def test_a_passage_leads_back_to_each_line_that_cites_it() -> None:
    made = brief_of(events=(Item("One.", ("x",)),), sources=(Item("Two.", ("x",)),))
    links = page_of(made).get_element_by_id("p1").find_class("back")[0].findall("a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("#events-0", "a"),
        ("#sources-0", "b"),
    ]
    assert all("passage 1" in link.get("aria-label") for link in links)


def test_on_paper_a_paragraph_stands_once() -> None:
    page = page_of(brief_of(events=(Item("One.", ("x", "y")),)))
    first, second = (page.get_element_by_id(id_) for id_ in ("p1", "p2"))
    assert not first.find_class("again")
    assert second.find_class("again")
    assert "under 1" in second.find_class("paper")[0].text_content()


def test_a_line_without_end_is_shown_around_the_cited_words() -> None:
    text = "before " * 900 + "THESE" + " after" * 900
    start = text.index("THESE")
    pieces = in_context(cited("x", 1, Span(start, start + 5), text))
    assert [is_cited for _, is_cited in pieces] == [False, True, False]
    assert pieces[0][0].startswith(f"{LEFT_OUT} before")
    assert pieces[2][0].endswith(f"after {LEFT_OUT}")
    assert all(len(words) <= AROUND + 9 for words, _ in pieces)


def test_a_paragraph_is_shown_whole() -> None:
    assert "".join(words for words, _ in in_context(cited("x", 1, Span(7, 10)))) == TEXT


@pytest.mark.parametrize(("index", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (52, "ba")])
def test_places_are_lettered(index: int, letters: str) -> None:
    assert lettered(index) == letters


# Screen, keyboard, paper ---------------------------------------------------------------------


def test_the_keyboard_reaches_the_brief_first(brief: Brief) -> None:
    page = page_of(brief)
    first = next(page.iter("a"))
    assert first.get("href") == "#main"
    assert page.get_element_by_id("main").tag == "main"


def test_the_page_names_its_language(brief: Brief) -> None:
    assert page_of(brief).get("lang") == "en"


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_words_and_lines_stand_out_in_each_mode(brief: Brief, mode: str) -> None:
    colours = palette(to_html(brief), mode)
    faint = [
        (pair, round(contrast(*(colours[name] for name in pair)), 2))
        for pairs, least in ((TEXT_ON, AA_TEXT), (DRAWN_ON, AA_GRAPHIC))
        for pair in pairs
        if contrast(*(colours[name] for name in pair)) < least
    ]
    assert faint == []


def palette(page: str, mode: str) -> dict[str, str]:
    """The page's colours by name; dark and print change some of the light ones."""
    roots = re.findall(r":root\{([^}]*--[^}]*)\}", page)
    assert len(roots) == 3
    chosen = [roots[0]] if mode == "light" else [roots[0], roots[1 if mode == "dark" else 2]]
    return {n: full(c) for r in chosen for n, c in re.findall(r"--(\w+):#([0-9a-f]{3,6})\b", r)}


def full(colour: str) -> str:
    return colour if len(colour) == 6 else "".join(2 * digit for digit in colour)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_without_pictures_the_page_has_no_section_for_them(brief: Brief) -> None:
    assert 'id="pictures"' not in to_html(replace(brief, pictures={}))
