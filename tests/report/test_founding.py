"""The rendered brief of the two founding reports, held line by line to what a reader must find.

The reports lie beside the repository; of them only a few words stand here.
"""

from pathlib import Path

import pytest

import foedus
from foedus.model.document import LineRole
from foedus.report.dossier import Dossier
from foedus.report.html import to_html
from foedus.report.items import SECTIONS, Brief
from tests.report.page import Page

pytestmark = pytest.mark.shared

# what must stand before the fold: the section, and words that one line of it has together
SHOWN = {
    "parties and title": ("instrument", "Treaty on", "between Russia and North Korea"),
    "the older treaties": ("instrument", "replace", "1961", "2000-2001"),
    "the provision as report A quotes it": ("duties", "the provision of", "to this agreement”"),
    "the provision as report B quotes it": ("events", "“mutual assistance", "one of the parties”"),
    "and what report B leaves out": ("duties", "Report B", "“the provision of”", "agreement”"),
    "one reads it as deep and long-term": ("duties", "Victor Cha", "deeper", "long term"),
    "one as vague, mandating nothing": ("duties", "Jenny Town", "vague", "armed force", "mandate"),
    "one as like 1961": ("duties", "Edward Howell", "1961"),
    "but in more varied ways": ("duties", "Edward Howell", "more varied"),
    "ammunition, rockets and shells": (
        "exchanges", "North Korea to Russia", "ammunition", "Report A as fact",
    ),
    "shells on evidence only": (
        "exchanges", "North Korea to Russia", "rockets", "shells", "Report B, “evidence indicates”",
    ),
    "food and fuel": ("exchanges", "Russia to North Korea", "food", "fuel"),
    "technology as a belief": (
        "exchanges", "Russia to North Korea", "technologies", "believed by Western states",
    ),
    "missiles as a belief that a spokesman gave": (
        "exchanges", "ballistic missiles", "believed by the United States", "John Kirby",
    ),
    "the letter on trade": ("exchanges", "letter", "trade", "not controlled by the West"),
    "the letter on exchanges": (
        "exchanges", "letter", "academic", "tourist", "cultural", "sports exchanges",
    ),
    "the Vietnam visit": ("comparison", "visited Vietnam"),
    "two wordings of one remark": (
        "comparison", "Kim Jong-un", "new level of alliance", "new high of alliance",
    ),
    "a what-if one way": (
        "possibilities", "could provide a justification", "soldiers", "if Kyiv",
    ),
    "a what-if the other way": (
        "possibilities", "Russia could come to give North Korea", "in the case",
    ),
    "what the reports raise about the treaty": (
        "if_it_came_to_it", "by Ukraine on Russia", "the United States on North Korea", "either",
    ),
    "that nothing was owed yet, and what would decide": (
        "if_it_came_to_it", "Not in force when signed", "defence (Article 4)", "‘state of war’",
        "‘in fact’", "against Ukraine", "self-defence",
    ),
    "the summit nine months before": ("timeline", "nine months", "before", "Russian Far East"),
    "some had not seen the full text": ("not_known", "Edward Howell", "unknown", "the full text"),
}  # fmt: skip
SPEAKERS = {
    "Victor Cha": "Center for Strategic and International Studies",
    "Samuel Ramani": "Royal United Services Institute",
    "Jenny Town": "Stimson Center",
    "Edward Howell": "Chatham House",
    "John Kirby": "National Security",
    "Antony Blinken": "Secretary of State",
    "Vladimir Putin": "President",
    "Kim Jong-un": "North Korean leader",
    "To Lam": "President of Vietnam",
}


@pytest.fixture(scope="module")
def dossier(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    with foedus.open(tmp_path_factory.mktemp("founding") / "ledger.db") as desk:
        desk.read(*sorted((shared / "seeds").glob("*.txt")))
        return desk.dossier()


@pytest.fixture(scope="module")
def made(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Brief:
    with foedus.open(tmp_path_factory.mktemp("brief") / "ledger.db") as desk:
        desk.read(*sorted((shared / "seeds").glob("*.txt")))
        return desk.brief().brief


@pytest.mark.parametrize("what", SHOWN)
def test_the_main_text_shows(made: Brief, what: str) -> None:
    section, *words = SHOWN[what]
    lines = [f"{item.text} {item.shown}" for item in made[section] if not item.behind]
    assert any(all(w in line for w in words) for line in lines), "\n".join(lines)


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_every_named_speaker_stands_with_the_affiliation(made: Brief, speaker: str) -> None:
    about = [i for i in made["statements"] if not i.library and "further" not in i.fields]
    lines = [item.text for item in about]
    own = [line for line in lines if line.startswith(speaker)]
    assert len(own) == 1
    assert SPEAKERS[speaker] in own[0]


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_every_named_speaker_stands_on_the_page_itself(made: Brief, speaker: str) -> None:
    lines = [i.shown for name in ("duties", "statements") for i in made[name] if not i.behind]
    assert any(speaker in line and SPEAKERS[speaker] in line for line in lines), "\n".join(lines)


def test_the_rendered_page_stays_under_900_words(made: Brief) -> None:
    assert Page(to_html(made)).words < 900


def test_at_most_a_third_of_the_page_is_word_for_word_the_reports(
    made: Brief, dossier: Dossier
) -> None:
    assert Page(to_html(made)).verbatim(dossier.sources) <= 1 / 3


def test_no_line_of_another_story_comes_into_it(made: Brief, dossier: Dossier) -> None:
    page = to_html(made)
    others = [
        source.words(line.span)
        for source in dossier.sources
        for line in source.lines
        if line.role is LineRole.OTHER_STORY and source.words(line.span)
    ]
    assert len(others) == 42
    assert [words for words in others if len(words.split()) > 3 and words in page] == []


def test_double_marks_hold_only_what_stands_between_marks_in_a_report(
    made: Brief, dossier: Dossier
) -> None:
    quoted = [
        _plain(words)
        for source in dossier.sources
        for words in _between_marks(source.document.text)
    ]
    shown = [
        _plain(words.split("]")[-1].split("…")[0])
        for name in SECTIONS
        if name not in ("sources",)
        for item in made[name]
        for words in _between_marks(item.text)
    ]
    headings = " ".join(_plain(s.document.text) for s in dossier.sources)
    strange = [w for w in shown if not any(w in q for q in quoted)]
    # dates, hedges and titles are quoted as the report has them
    assert [w for w in strange if len(w.split()) > 4 or w not in headings] == []


def _between_marks(text: str) -> list[str]:
    return [part.split("”")[0] for part in text.split("“")[1:]]


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())
