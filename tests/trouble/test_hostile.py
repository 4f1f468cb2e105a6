"""Hostile text is shown and acts on nothing: pages, Markdown, JSON, terminals, notebooks, cells."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import foedus as package
from foedus.api import Foedus
from foedus.cli.showing import progress_bar
from foedus.report.inert import json_text, with_pictures, without_controls
from tests.trouble.conftest import Command

TEXT = """<script>alert(1)</script> Norway and Poland sign =HYPERLINK("x") | pact | {{ 7*7 }} [red]!

Norway and Poland signed a treaty on <script>alert(2)</script> mutual assistance on 6 May 2024.

“This [bold]bond[/bold] <img src=x onerror=alert(3)> will \x1b[31moutlive\x1b[0m us \
\u202eall\u202c {{ 7*7 }} | so | [x](javascript:alert(4)),” said Anna Berg, a scholar at \
<b>Bergen</b> University.

=cmd|' /C calc'!A0

“=1+1 is what @SUM means,” said Anna Berg. Poland sent Norway <svg/onload=alert(5)> ammunition.
"""
PAGE = """<!doctype html><html><head><title>"><script>alert(1)</script></title>
<meta property="og:site_name" content="<script>alert(6)</script> \x1b[31m News">
<link rel="canonical" href="javascript:alert(7)"></head><body onload="alert(8)"><article>
<h1>Norway &lt;script&gt;alert(1)&lt;/script&gt; and Poland sign a pact</h1>
<p>Norway and Poland signed a treaty on mutual assistance in Oslo &lt;img src=x onerror=alert(2)&gt;
and said that both of them would keep it.</p>
<p>“This bond &lt;/mark&gt;&lt;script&gt;alert(9)&lt;/script&gt; will outlive us all,” said
Ola Holm, a scholar at the <a href="javascript:alert(5)">University of Oslo</a>.</p>
</article></body></html>"""
NAMES = (
    "=1+1 [red] {{7*7}} <img src=x onerror=alert(9)>\x1b[31m\u202e.txt",
    "[red] `a` b|c\n.html",
)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ELEMENTS = frozenset(
    "html head meta title style body header p h1 h2 h3 nav ul li a main section span div table "
    "thead tbody tr th td dl dt dd mark details summary figure figcaption strong ol footer "
    "svg g path text tspan desc line".split()
)


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hostile reports under hostile names."""
    made = tmp_path_factory.mktemp("hostile")
    for name, text in zip(NAMES, (TEXT, PAGE), strict=True):
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[Foedus]:
    with package.open(folder / "l.db") as opened:
        assert not opened.read(*(folder / name for name in NAMES)).failed
        opened.brief().write(folder / "out")
        yield opened


@pytest.fixture(scope="module")
def page(desk: Foedus, folder: Path) -> str:
    return (folder / "out" / "brief.html").read_text("utf-8")


@pytest.fixture(scope="module")
def markdown(desk: Foedus, folder: Path) -> str:
    return (folder / "out" / "brief.md").read_text("utf-8")


@pytest.fixture(scope="module")
def body(desk: Foedus, folder: Path) -> str:
    return (folder / "out" / "brief.json").read_text("utf-8")


# The page -----------------------------------------------------------------------------------


def test_the_page_has_only_the_elements_that_we_write(page: str) -> None:
    assert {tag for tag, _ in Elements(page).found} <= ELEMENTS


def test_the_page_has_no_handler_and_loads_nothing(page: str) -> None:
    for tag, attributes in Elements(page).found:
        assert not [name for name in attributes if name.startswith("on") or name == "src"]
        link = attributes.get("href") or "#"
        assert link.startswith("#"), f"{tag} leads to {link}"


def test_the_page_shows_the_hostile_words_as_words(page: str) -> None:
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in page
    assert "&lt;svg/onload=alert(5)&gt;" in page


def test_the_pages_own_policy_forbids_scripts(page: str) -> None:
    assert "default-src 'none'" in page


@pytest.mark.parametrize("form", ["page", "markdown", "body"])
def test_no_written_form_holds_a_control_or_turns_the_reading(
    form: str, request: pytest.FixtureRequest
) -> None:
    assert CONTROLS.search(request.getfixturevalue(form)) is None


@pytest.mark.parametrize("form", ["page", "markdown", "body"])
def test_no_written_form_was_computed(form: str, request: pytest.FixtureRequest) -> None:
    text = request.getfixturevalue(form).replace("\\", "")
    assert "{{ 7*7 }}" in text


# Markdown -----------------------------------------------------------------------------------


def test_markdown_has_no_markup_of_the_reports(markdown: str) -> None:
    assert re.search(r"(?<!\\)<", markdown) is None
    assert re.search(r"(?<!\\)\]\(", markdown) is None


def test_markdown_has_no_line_that_a_sheet_would_compute(markdown: str) -> None:
    starts = {line.lstrip()[:1] for line in markdown.splitlines() if line.strip()}
    assert not starts & set("=@+|")


# JSON ---------------------------------------------------------------------------------------


def test_json_gives_the_exact_characters_back(body: str, desk: Foedus) -> None:
    passages = json.loads(body)["passages"].values()
    words = [
        (words, desk.ledger.document(passage["document"]).text[start:end])
        for passage in passages
        for (start, end), words in zip(passage["passages"], passage["words"], strict=True)
    ]
    assert any("\x1b[31m" in cited for cited, _ in words)
    assert all(cited == stored for cited, stored in words)


@pytest.mark.parametrize("text", ["\x1b]0;x\x07", "\x9b31m", "\u202e\u2066", "\x7f\x00", "é”"])
def test_json_text_parses_to_the_same_and_acts_on_nothing(text: str) -> None:
    assert json.loads(json_text({text: [text]}, indent=2)) == {text: [text]}
    assert CONTROLS.search(json_text({text: [text]})) is None


def test_a_character_that_acts_is_shown_by_a_sign_in_its_place() -> None:
    assert with_pictures("a\x1bb\u202ec\n") == "a␛b\N{REPLACEMENT CHARACTER}c\n"
    assert without_controls("a\x1bb\u202ec\n") == "abc\n"


# Terminals ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize("command", [("facts",), ("statements",), ("search", "bond"), ("read",)])
def test_a_terminal_gets_no_control(
    foedus: Command, desk: Foedus, folder: Path, command: tuple[str, ...], form: tuple[str, ...]
) -> None:
    files = [folder / name for name in NAMES] if command == ("read",) else []
    ended = foedus(*command, *files, "--ledger", folder / "l.db", *form)
    assert ended.status == 0
    assert ended.out
    assert CONTROLS.search(ended.out + ended.err) is None


def test_rich_markup_in_a_report_stays_words(foedus: Command, desk: Foedus, folder: Path) -> None:
    assert "[bold]bond[/bold]" in foedus("statements", "--ledger", folder / "l.db").out


def test_an_error_about_a_hostile_name_is_one_inert_line(foedus: Command, tmp_path: Path) -> None:
    ended = foedus("read", tmp_path / "a\x1b[2J\nb\u202e.txt", "--ledger", tmp_path / "l.db")
    assert (ended.status, len(ended.errors)) == (1, 1)
    assert CONTROLS.search(ended.err) is None


def test_an_error_about_a_hostile_ledger_is_one_inert_line(foedus: Command, tmp_path: Path) -> None:
    ended = foedus("facts", "--ledger", tmp_path / "a\x1b[2J\nb\u202e.db")
    assert (ended.status, len(ended.errors)) == (2, 1)
    assert CONTROLS.search(ended.err) is None


def test_a_name_that_is_no_utf_8_is_read_and_shown(foedus: Command, tmp_path: Path) -> None:
    path = tmp_path / "a\udcff.txt"
    try:
        path.write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    ended = foedus("brief", path, "--out", tmp_path / "out", "--json")
    assert ended.status == 0
    assert json.loads(ended.out)["brief"]["sources"][0]["files"] == ["a\\udcff.txt"]


@pytest.mark.parametrize("name", ["[/red]", "[red]x", "a\\", "\x1b[31m", "[link=x]y[/link]"])
def test_a_progress_bar_takes_no_orders_from_a_name(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with progress_bar(1, quiet=False) as step:
        step(name)
    shown = capsys.readouterr().err
    assert "\x1b[31m" not in shown
    assert name.replace("\x1b", "") in shown


# Notebooks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("shown", ["desk", "outcome", "statements", "claims", "brief"])
def test_a_notebook_gets_no_element_of_the_reports(shown: str, desk: Foedus, folder: Path) -> None:
    makers: dict[str, Callable[[], Any]] = {
        "desk": lambda: desk,
        "outcome": lambda: desk.read(*(folder / name for name in (*NAMES, "<b>gone</b>"))),
        "statements": desk.statements,
        "claims": desk.claims,
        "brief": lambda: desk.brief(pictures=False),
    }
    made = makers[shown]()
    assert {tag for tag, _ in Elements(made._repr_html_()).found} <= ELEMENTS
    assert CONTROLS.search(made._repr_html_()) is None
    assert CONTROLS.search(repr(made)) is None
