"""The pictures: static, inert, told in words too, and readable whatever the reports say."""

import re
from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from foedus.report.pictures import Dated, Tie, svg, ties_picture, timeline_picture
from foedus.report.pictures.lettering import lines_that_fit, some_of, width_of
from foedus.report.pictures.timeline import span_words

HOSTILE = '"><script>alert(1)</script> url(#x) fill="#8a2b1f" \x1b[31m\u202e\ufffe {{ 7*7 }}'
PACT = Tie("Norway", "Poland", "agreement", "pact", mutual=True)
GRAIN = Tie("Poland", "Norway", "exchange", "grain", doubtful=True)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: Any) -> ElementTree.Element:
    return ElementTree.fromstring(svg(chart))


def words_of(picture: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def event(label: str, since: date, until: date | None = None, exact: bool = True) -> Dated:
    return Dated(label, since, until or since, exact)


def heights(picture: ElementTree.Element) -> list[tuple[float, str]]:
    places = []
    for text in picture.iter(f"{SVG}text"):
        found = re.search(r",([\d.]+)\)", text.get("transform", ""))
        assert found
        places.append((float(found[1]), "".join(text.itertext())))
    return sorted(places)


# What it is ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "chart",
    [
        lambda: ties_picture([Tie(HOSTILE, f"{HOSTILE}2", HOSTILE, HOSTILE)]),
        lambda: timeline_picture([event(HOSTILE, date(2024, 5, 6))]),
    ],
)
def test_hostile_words_are_drawn_as_words(chart: Any) -> None:
    picture = drawn(chart())
    elements = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert elements <= {"svg", "title", "desc", "g", "path", "line", "text", "tspan"}
    names = {name for element in picture.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert not re.search("[\x00-\x08\x1b\u202e\ufffe]", svg(chart()))


def test_the_picture_says_what_it_shows() -> None:
    picture = drawn(ties_picture([PACT, GRAIN]))
    assert picture.get("role") == "img"
    told = picture.get("aria-labelledby", "").split()
    texts = {element.get("id"): element.text for element in picture if element.get("id")}
    assert [texts[id_] for id_ in told] == [
        "Ties between Norway and Poland",
        "Norway and Poland: pact (reported as fact). "
        "Poland to Norway: grain (said, believed or meant).",
    ]


def test_the_timeline_says_its_events_in_order() -> None:
    picture = drawn(
        timeline_picture([event("talks", date(2024, 5, 6)), event("a war", date(1950, 3, 1))])
    )
    assert picture.findtext(f"{SVG}desc") == "1 March 1950: a war; 6 May 2024: talks."


def test_two_pictures_of_one_page_share_no_id() -> None:
    both = svg(ties_picture([PACT])) + svg(timeline_picture([event("talks", date(2024, 5, 6))]))
    ids = re.findall(r'\bid="([^"]+)"', both)
    assert len(ids) == len(set(ids))


def test_every_colour_is_the_pages_to_set() -> None:
    drawn_ = svg(ties_picture([PACT, GRAIN])) + svg(
        timeline_picture([event("talks", date(2024, 5, 6), exact=False)])
    )
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn_)) - {"none"}
    assert all(colour.startswith("var(--") for colour in colours)


# The ties ------------------------------------------------------------------------------------


def test_what_is_only_said_is_dashed_and_the_legend_says_so() -> None:
    picture = drawn(ties_picture([PACT, GRAIN]))
    dashed = [line for line in picture.iter(f"{SVG}line") if line.get("stroke-dasharray")]
    assert len(dashed) == 2
    assert {"reported as fact", "said, believed or meant"} <= set(words_of(picture))


def test_a_picture_of_facts_explains_no_dashes() -> None:
    assert "said, believed or meant" not in words_of(drawn(ties_picture([PACT])))


def test_the_legend_names_the_kinds_that_are_drawn() -> None:
    shown = words_of(drawn(ties_picture([PACT, GRAIN])))
    assert {"agreement", "what is given"} <= set(shown)
    assert "visit" not in shown


def test_long_labels_keep_their_words() -> None:
    label = "transport aircraft, coastal radar stations, winter clothing and field hospitals"
    shown = words_of(drawn(ties_picture([Tie("A", "B", "exchange", label)])))
    assert "".join(shown).replace(" ", "").count(label.replace(" ", "")) == 1


def test_no_two_words_of_the_ladder_stand_at_one_place() -> None:
    ties = [Tie(f"Land {n}", f"Land {n + 1}", "exchange", f"grain {n}") for n in range(4)]
    texts = [place for place, words in heights(drawn(ties_picture(ties))) if "grain" in words]
    assert all(after - before >= 12 for before, after in pairwise(texts))


def test_an_actor_stands_beside_the_one_it_is_tied_to() -> None:
    ties = [PACT, Tie("Norway", "Iceland", "visit", "visit"), Tie("Poland", "Latvia", "visit", "v")]
    assert drawn(ties_picture(ties)).findtext(f"{SVG}title") == (
        "Ties between Iceland, Norway, Poland and Latvia"
    )


def test_a_pact_of_three_is_one_rung() -> None:
    picture = drawn(ties_picture([Tie("A", "B", "agreement", "pact", mutual=True, others=("C",))]))
    assert words_of(picture).count("pact") == 1
    assert picture.findtext(f"{SVG}desc") == "A, B and C: pact (reported as fact)."


# The timeline --------------------------------------------------------------------------------


def test_three_old_events_and_a_busy_week_do_not_overlap() -> None:
    old = [
        event("a treaty", date(year, 1, 1), date(year, 12, 31), False)
        for year in (1960, 1961, 1975)
    ]
    week = [event(f"talks between the two sides, day {n}", date(2024, 5, n)) for n in range(1, 11)]
    places = sorted({place for place, _ in heights(drawn(timeline_picture([*old, *week])))})
    assert all(after - before >= 12 for before, after in pairwise(places))


def test_events_of_one_label_show_their_dates() -> None:
    twice = [
        event("an earlier treaty", date(1961, 1, 1), date(1961, 12, 31), False),
        event("an earlier treaty", date(2000, 1, 1), date(2001, 12, 31), False),
    ]
    shown = words_of(drawn(timeline_picture(twice)))
    assert {"1961", "2000–2001", "about 39 years later"} <= set(shown)


def test_one_event_told_twice_is_drawn_once() -> None:
    shown = words_of(drawn(timeline_picture([event("talks", date(2024, 5, 6))] * 2)))
    assert shown.count("talks") == 1


def test_of_very_many_events_it_says_how_many_it_leaves_out() -> None:
    many = [event(f"talks {n}", date(2024, 1, 1 + n)) for n in range(30)]
    assert "15 more in the list" in words_of(drawn(timeline_picture(many)))


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2024, 5, 6), date(2024, 5, 6), "6 May 2024"),
        (date(2024, 5, 1), date(2024, 5, 31), "May 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2000, 1, 1), date(2001, 12, 31), "2000–2001"),
        (date(2024, 5, 1), date(2024, 6, 30), "May 2024–June 2024"),
        (date(2024, 5, 6), date(2024, 5, 9), "6–9 May 2024"),
        (date(2024, 5, 6), date(2024, 6, 9), "6 May 2024 – 9 June 2024"),
        (date(9999, 1, 1), date(9999, 12, 31), "1 January 9999 – 31 December 9999"),
    ],
)
def test_a_span_is_told_as_narrowly_as_it_is_known(since: date, until: date, words: str) -> None:
    assert span_words(since, until) == words


# Lettering -----------------------------------------------------------------------------------


def test_lines_break_between_words_and_keep_to_the_width() -> None:
    lines = lines_that_fit("the first of the winter deliveries of grain", 100, 4).split("\n")
    assert " ".join(lines) == "the first of the winter deliveries of grain"
    assert all(width_of(line) <= 100 for line in lines)


def test_goods_are_left_out_whole_and_counted() -> None:
    assert some_of(["grain", "fuel", "timber", "iron ore"], 12) == "grain, fuel +2 more"
