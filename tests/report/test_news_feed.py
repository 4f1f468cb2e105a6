"""The feed of changes: sound Atom whatever the words, the same ids at every writing."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model.errors import InputError
from foedus.model.news import News, NewsKind
from foedus.report.news_feed import SHOWN, to_atom, write_atom

NOW = datetime(2024, 6, 19, 12, tzinfo=UTC)
ID = UUID("00000000-0000-4000-8000-000000000001")


def change(key: str = "a", title: str = "New fact", text: str = "Words", **more: Any) -> News:
    row = {"kind": NewsKind.FACT, "link": "", "about": (), "updated": NOW, **more}
    return News(key=key, title=title, text=text, **row)


def parsed(*changes: News) -> Any:
    text = to_atom(changes, ID, "Changes", NOW)
    found = feedparser.parse(io.BytesIO(text.encode("utf-8")))
    assert (found.bozo, found.version) == (False, "atom10")
    return found


def test_an_entry_has_what_atom_asks_for() -> None:
    found = parsed(change(link="https://news.example/1?a=b&c=d"))
    (entry,) = found.entries
    assert found.feed.id == ID.urn
    assert (found.feed.title, found.feed.author) == ("Changes", "foedus")
    assert found.feed.updated == entry.updated == "2024-06-19T12:00:00Z"
    assert (entry.title, entry.content[0].value) == ("New fact", "Words")
    assert (entry.link, entry.tags[0].term) == ("https://news.example/1?a=b&c=d", "new-fact")


def test_a_feed_without_entries_is_sound() -> None:
    assert parsed().entries == []


def test_the_newest_stand_first_and_no_more_than_are_shown() -> None:
    many = [change(str(n), str(n), updated=NOW + timedelta(hours=n)) for n in range(SHOWN + 1)]
    found = parsed(*many)
    assert [entry.title for entry in found.entries[:2]] == [str(SHOWN), str(SHOWN - 1)]
    assert len(found.entries) == SHOWN
    assert found.feed.updated == found.entries[0].updated


def test_an_id_is_that_of_the_change_and_the_feed() -> None:
    (first,), (again,) = parsed(change()).entries, parsed(change(title="Other")).entries
    (other,) = parsed(change("b")).entries
    assert first.id == again.id != other.id
    assert first.id.startswith("urn:uuid:")


def test_markup_in_words_stays_words() -> None:
    (entry,) = parsed(change(title="<script>&amp;</script>", text="]]> <b>x</b>")).entries
    assert entry.title_detail.type == "text/plain"
    assert (entry.title, entry.content[0].value) == ("<script>&amp;</script>", "]]> <b>x</b>")


@given(st.text(max_size=30))
def test_no_text_breaks_the_feed(text: str) -> None:
    root = ElementTree.fromstring(
        to_atom([change(title=text, text=text, link=text)], ID, text, NOW)
    )
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 1


def test_a_feed_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(InputError, match="feed of changes cannot be written"):
        write_atom([], tmp_path / "file" / "changes.atom", ID, "Changes", NOW)


def test_a_feed_is_written_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "changes.atom"
    out.write_text("old", "utf-8")
    write_atom([change()], out, ID, "Changes", NOW)
    assert out.read_text("utf-8") == to_atom([change()], ID, "Changes", NOW)
    assert list(tmp_path.iterdir()) == [out]
