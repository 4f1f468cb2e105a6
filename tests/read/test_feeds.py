"""Feeds of every kind, sound and not: what their items say, and what is told of the rest."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from foedus.model.errors import DocumentError
from foedus.read.feeds import MAX_ITEMS, Feed, Item, read_feed

RSS_2 = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Sample Courier</title><link>https://courier.example/</link>
<item><title>Vanu and Norland sign a pact</title><link>https://courier.example/1</link>
<guid isPermaLink="false">courier-1</guid><pubDate>Thu, 20 Jun 2024 01:30:00 +0900</pubDate>
<dc:creator>Ada Vole</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>Vanu &amp; Norland signed a <b>pact</b>.</p><p>It is short.</p>
<script>alert(1)</script>]]></content:encoded></item>
<item><title>Fish &amp;amp; chips &lt;i&gt;again&lt;/i&gt;</title><link>/2</link>
<description>&lt;p&gt;Talks went on.&lt;/p&gt;</description></item>
</channel></rss>"""
RSS_091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Old Paper</title>
<item><title>Old news</title><link>http://old.example/1</link><description>It rained.</description>
</item></channel></rss>"""
RSS_1 = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://r.example/"><title>Register</title></channel>
<item rdf:about="http://r.example/1"><title>Treaty entered</title><link>http://r.example/1</link>
<description>No. 7.</description><dc:date>2024-06-19</dc:date></item></rdf:RDF>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/"><title>Wire</title>
<id>urn:wire</id><updated>2024-06-19T12:00:00Z</updated>
<entry><title type="html">Pact &lt;em&gt;signed&lt;/em&gt;</title><id>urn:wire:1</id>
<link href="a/1"/><published>2024-06-19T11:00:00+02:00</published>
<updated>2024-06-21T11:00:00Z</updated><author><name>Bea Lund</name></author>
<source><title>Agency</title></source><summary>In short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They signed it.</p>
<p>Both smiled.</p></div></content></entry></feed>"""


def read(text: str | bytes, content_type: str = "") -> Feed:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    return read_feed(raw, "feed.xml", content_type, "https://courier.example/feed.xml")


def test_rss_2_is_read_with_its_content_as_plain_text() -> None:
    feed = read(RSS_2)
    assert (feed.title, feed.trouble, len(feed.items)) == ("The Sample Courier", "", 2)
    assert feed.items[0] == Item(
        id="courier-1",
        title="Vanu and Norland sign a pact",
        link="https://courier.example/1",
        text="Vanu & Norland signed a pact.\nIt is short.",
        published=datetime(2024, 6, 20, 1, 30, tzinfo=timezone(timedelta(hours=9))),
        author="Ada Vole",
        publisher="The Sample Courier",
    )


def test_an_item_without_id_or_date_has_its_link_and_no_date() -> None:
    item = read(RSS_2).items[1]
    assert (item.id, item.link) == ("https://courier.example/2",) * 2
    assert (item.title, item.text) == ("Fish & chips again", "Talks went on.")
    assert (item.published, item.author) == (None, None)


def test_the_day_is_that_of_the_place_that_the_feed_writes_in() -> None:
    published = read(RSS_2).items[0].published
    assert published is not None
    assert published.date() == date(2024, 6, 20)


def test_rss_091_is_read_and_its_document_type_not_fetched() -> None:
    (item,) = read(RSS_091).items
    assert (item.title, item.text, item.publisher) == ("Old news", "It rained.", "Old Paper")


def test_rss_1_is_read() -> None:
    (item,) = read(RSS_1).items
    assert (item.title, item.published) == ("Treaty entered", datetime(2024, 6, 19, tzinfo=UTC))


def test_atom_is_read_with_its_publisher_its_base_and_the_day_it_was_published() -> None:
    (item,) = read(ATOM).items
    assert (item.title, item.link) == ("Pact signed", "https://wire.example/a/1")
    assert item.text == "They signed it.\nBoth smiled."
    assert (item.author, item.publisher) == ("Bea Lund", "Agency")
    assert item.published == datetime(2024, 6, 19, 9, tzinfo=UTC)


def test_an_item_without_anything_but_words_is_known_by_them() -> None:
    feed = '<rss version="2.0"><channel>{}</channel></rss>'
    same = "<item><title>Rain</title><description>It rained.</description></item>"
    (first,), (second,) = read(feed.format(same)).items, read(feed.format(same)).items
    assert (first.id, len(first.id)) == (second.id, 64)


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "file:///etc/hosts", "ftp://a.example/"])
def test_a_link_that_is_no_address_of_a_page_is_none(scheme: str) -> None:
    (item,) = read(f'<rss version="2.0"><channel><item><title>a</title><link>{scheme}</link></item>'
                   "</channel></rss>").items  # fmt: skip
    assert item.link == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_feed_is_read_in_its_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><item><title>'
    raw = (text + "Gra Skjær</title></item></channel></rss>").encode(encoding)
    assert read(raw).items[0].title == "Gra Skjær"


def test_the_charset_of_the_answer_is_used_where_the_feed_names_none() -> None:
    raw = '<rss version="2.0"><channel><item><title>Skjær</title></item></channel></rss>'
    feed = read(raw.encode("iso-8859-1"), "application/rss+xml; charset=iso-8859-1")
    assert (feed.items[0].title, feed.trouble) == ("Skjær", "")


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes_and_says_so() -> None:
    feed = read(RSS_2[: RSS_2.index("<description>&lt;p")])
    assert feed.items[0].title == "Vanu and Norland sign a pact"
    assert "ill-formed or cut off" in feed.trouble


def test_an_ill_formed_feed_is_read_and_says_so() -> None:
    feed = read(RSS_2.replace("Short.", "Short & sweet <br> yes"))
    assert len(feed.items) == 2
    assert "ill-formed" in feed.trouble


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "it is empty"),
        (b"  \n", "it is empty"),
        (b"<!doctype html><html><head><title>x</title></head><p>News</p></html>", "it is no feed"),
        (b"just words", "it is no feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "it is no feed"),
        (b"%PDF-1.4", "it is no feed"),
        (bytes(range(256)) * 20, "it is no feed"),
    ],
)
def test_what_is_no_feed_is_told(raw: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=f"^feed.xml: {problem}"):
        read(raw)


def entities(declared: str, used: str) -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]><rss version="2.0"><channel>'
        f"<item><title>{used}</title></item></channel></rss>"
    )


def test_a_feed_that_names_a_file_as_its_entity_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    bad = entities(f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;")
    with pytest.raises(DocumentError, match="it declares entities of its own") as caught:
        read(bad)
    assert "the secret" not in str(caught.value)


def test_a_feed_that_would_grow_without_end_is_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    with pytest.raises(DocumentError, match="it declares entities"):
        read(entities(f'<!ENTITY l0 "lol">{laughs}', "&l9;"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_entities_are_refused_in_every_encoding(encoding: str) -> None:
    with pytest.raises(DocumentError, match="it declares entities"):
        read(entities('<!ENTITY x "y">', "&x;").encode(encoding))


def test_an_archive_is_read_in_part_and_says_so() -> None:
    items = "<item><title>a</title></item>" * (MAX_ITEMS + 1)
    feed = read(f'<rss version="2.0"><channel>{items}</channel></rss>')
    assert len(feed.items) == MAX_ITEMS
    assert "1,001 items, of which the first 1,000" in feed.trouble


def test_what_a_feed_says_in_its_encoding_is_never_taken_for_a_file(tmp_path: Path) -> None:
    held = tmp_path / "feed.xml"
    held.write_text(RSS_2, "utf-8")
    with pytest.raises(DocumentError, match="it is no feed"):
        read(str(held))
