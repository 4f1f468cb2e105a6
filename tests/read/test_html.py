"""What `html/1` gives of a page: visible lines, what the markup says of them, and metadata."""

from foedus.model.document import LineRole
from foedus.read.clean import Hint, line_roles
from foedus.read.html import convert_html
from foedus.read.receive import Received, receive
from tests.read.pages import PROSE, html

BODY = "".join(f"<p>{line}</p>" for line in PROSE)


def lines(body: str, head: str = "") -> list[str]:
    return convert_html(html(body, head)).text.split("\n")


def roles(received: Received) -> dict[str, LineRole]:
    text = received.document.text
    return {line.span.of(text): line.role for line in line_roles(received.document, received.hints)}


def test_each_block_is_a_line() -> None:
    assert lines("<h1>One</h1><div>two <b>and</b> three<ul><li>four</li></ul></div>") == [
        "One", "two and three", "four",
    ]  # fmt: skip


def test_a_break_ends_a_line() -> None:
    assert lines("<p>one<br>two</p>") == ["one", "two"]


def test_white_space_is_as_a_browser_shows_it() -> None:
    assert lines("<p>one\n   two\t three </p>") == ["one two three"]


def test_a_quotation_element_shows_its_marks() -> None:
    assert lines("<p>She said <q>no</q>.</p>") == ["She said “no”."]


def test_what_cannot_be_seen_is_left_out() -> None:
    unseen = (
        "<script>a</script><style>b</style><template>c</template><p hidden>d</p>"
        "<p style='display: none'>e</p><!-- f --><noscript>g</noscript><p>seen</p>"
    )
    assert lines(unseen, "<title>h</title>") == ["seen"]


def test_scripts_in_a_headline_stay_text() -> None:
    assert lines("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>") == ["<script>alert(1)</script>"]


def test_there_are_as_many_hints_as_lines() -> None:
    found = convert_html(html(f"<nav>Home</nav>{BODY}<footer>Terms</footer>"))
    assert found.hints is not None
    assert len(found.hints.lines) == len(found.text.split("\n"))


def test_navigation_and_footer_are_aside() -> None:
    found = convert_html(html(f"<nav><a>Home</a></nav>{BODY}<footer>Terms</footer>"))
    assert found.hints is not None
    assert Hint.ASIDE in found.hints.lines[0] and Hint.ASIDE in found.hints.lines[-1]


def test_the_main_text_is_marked() -> None:
    found = convert_html(html(f"<nav><a>Home</a></nav><article>{BODY}</article>"))
    assert found.hints is not None
    assert [Hint.MAIN in line for line in found.hints.lines] == [False] + [True] * len(PROSE)


def test_the_words_of_a_picture_are_furniture_and_its_caption_a_caption() -> None:
    figure = (
        "<figure><img alt='Two flags on a table in a hall'>"
        "<figcaption>The hall where the ministers met.</figcaption></figure>"
    )
    found = roles(receive(html(f"<article><h1>Ministers agree</h1>{BODY}{figure}</article>")))
    assert found["Two flags on a table in a hall"] is LineRole.FURNITURE
    assert found["The hall where the ministers met."] is LineRole.CAPTION


def test_a_full_sentence_in_an_aside_is_not_body() -> None:
    aside = "<aside><p>The mayor of the old town opened the new bridge on Monday.</p></aside>"
    found = roles(receive(html(f"<article><h1>Ministers agree</h1>{BODY}{aside}</article>")))
    assert found["The mayor of the old town opened the new bridge on Monday."] is LineRole.FURNITURE


def test_the_first_heading_is_the_headline() -> None:
    page = f"<header>The Sample Post</header><h1>Ministers agree to talk before acting</h1>{BODY}"
    assert roles(receive(html(page)))["Ministers agree to talk before acting"] is LineRole.HEADLINE


def test_every_paragraph_of_the_article_is_body() -> None:
    found = roles(receive(html(f"<h1>Ministers agree</h1><article>{BODY}</article>")))
    assert {found[line] for line in PROSE} == {LineRole.BODY}


def test_metadata_comes_from_json_ld() -> None:
    head = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
        "headline": "Ministers agree", "datePublished": "2023-05-01T22:00:00Z",
        "author": [{"name": "A. Writer"}], "publisher": {"name": "The Sample Post"}}]}</script>"""
    assert convert_html(html(BODY, head)).metadata == {
        "title": "Ministers agree",
        "author": "A. Writer",
        "publisher": "The Sample Post",
        "published": "2023-05-01",
    }


def test_metadata_comes_from_meta_tags() -> None:
    head = (
        "<meta property='og:title' content='Ministers agree'><meta name='author' content='A. W.'>"
        "<meta property='og:site_name' content='The Sample Post'>"
        "<meta property='article:published_time' content='2023-05-01'>"
        "<link rel='canonical' href='https://post.example/1'>"
    )
    assert convert_html(html(BODY, head)).metadata == {
        "title": "Ministers agree",
        "author": "A. W.",
        "publisher": "The Sample Post",
        "url": "https://post.example/1",
        "published": "2023-05-01",
    }


def test_the_date_comes_from_the_time_element_of_the_article() -> None:
    article = f"<article><time datetime='2023-05-01'>1 May</time>{BODY}</article>"
    body = f"<time datetime='2020-01-01'>another story</time>{article}"
    assert convert_html(html(body)).metadata["published"] == "2023-05-01"


def test_a_date_in_the_text_is_no_metadata() -> None:
    assert "published" not in convert_html(html(f"<p>1 May 2023</p>{BODY}")).metadata


def test_an_impossible_date_is_no_date() -> None:
    head = "<meta property='article:published_time' content='2023-13-45'>"
    assert "published" not in convert_html(html(BODY, head)).metadata
