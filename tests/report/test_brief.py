"""The brief as a whole: its sections, its passages, its limits."""

import json
import re
from html.parser import HTMLParser

import pytest

from foedus.read.gazetteer import Gazetteer
from foedus.report.budget import measured
from foedus.report.compose import compose
from foedus.report.dossier import Dossier
from foedus.report.html import to_html
from foedus.report.items import ASKED, SECTIONS, Brief
from foedus.report.markdown import to_markdown
from foedus.report.measure import Verbatim
from tests.report.conftest import dossier_of
from tests.report.page import Page


def test_the_json_has_the_sections_in_order_and_every_item_a_text_and_claims(brief: Brief) -> None:
    body = brief.as_json()
    always = tuple(name for name in SECTIONS if name not in ASKED)
    assert tuple(body)[: len(always)] == always
    for name in always:
        for item in body[name]:
            assert item["text"].strip()
            assert isinstance(item["claims"], list)


def test_every_id_resolves_to_a_passage_that_slices_to_its_words(
    brief: Brief, dossier: Dossier
) -> None:
    texts = {source.document.id: source.document.text for source in dossier.sources}
    body = json.loads(json.dumps(brief.as_json()))
    cited = [id_ for name in SECTIONS for item in body.get(name, ()) for id_ in item["claims"]]
    assert cited
    for id_ in cited:
        passage = body["passages"][id_]
        text = texts[passage["document"]]
        assert [text[s:e] for s, e in passage["passages"]] == passage["words"]
        start, end = passage["context"]
        assert text[start:end] == passage["context_words"]


def test_the_lead_has_at_most_five_sentences_each_with_a_mark(brief: Brief) -> None:
    shown = [item for item in brief["events"] if not item.library]
    assert 1 <= len(shown) <= 5
    assert all(item.claims for item in shown)


def test_both_parties_and_the_signing_open_the_lead(brief: Brief) -> None:
    first = brief["events"][0].text
    assert "Norway" in first
    assert "Poland" in first
    assert "signed" in first


def test_the_page_keeps_to_its_limits(brief: Brief, dossier: Dossier) -> None:
    page = Page(to_html(brief))
    assert page.words < 900
    assert page.verbatim(dossier.sources) <= 1 / 3


def test_a_long_dossier_keeps_to_the_limits_too() -> None:
    speakers = "\n\n".join(
        f"“The pact with Poland means a great deal for the next {number} years of our history,”"
        f" said Anna Berg{chr(97 + number)}, a scholar at the University of Bergen."
        for number in range(24)
    )
    dossier = dossier_of(f"Pact\n\nNorway and Poland signed a pact.\n\n{speakers}")
    page = Page(to_html(compose(dossier, Gazetteer.load(), pictures=False)))
    assert page.words < 900
    assert page.verbatim(dossier.sources) <= 1 / 3


def test_the_budget_counts_what_the_page_shows(brief: Brief, dossier: Dossier) -> None:
    sections = {name: list(brief[name]) for name in SECTIONS}
    counted = measured(sections, Verbatim(dossier.sources), brief.title).words
    assert abs(counted - Page(to_html(brief)).words) <= 25


def test_one_remark_in_two_wordings_is_shown_with_the_differing_word(brief: Brief) -> None:
    wordings = [i for i in brief["comparison"] if i.fields["kind"] == "wording"]
    assert wordings
    marked = {
        piece["text"]
        for variant in wordings[0].fields["variants"]
        for piece in variant["pieces"]
        if piece["differs"]
    }
    assert marked == {"hard", "long"}


def test_two_hedges_of_one_number_are_set_side_by_side(brief: Brief) -> None:
    numbers = [i for i in brief["comparison"] if i.fields["kind"] == "number"]
    assert [[v["hedge"] for v in i.fields["values"]] for i in numbers] == [["about", "more than"]]


def test_what_no_report_says_is_listed_as_not_known(brief: Brief) -> None:
    assert any("in force" in item.text for item in brief["not_known"])


def test_an_exchange_has_giver_receiver_and_goods(brief: Brief) -> None:
    flows = {
        (item.fields["giver"], item.fields["receiver"]): item.fields["goods"]
        for item in brief["exchanges"]
    }
    assert flows[("Poland", "Norway")] == ["ammunition"]


def test_the_page_loads_nothing_and_runs_nothing(brief: Brief) -> None:
    page = to_html(brief)
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)
    assert "@import" not in page


def test_every_mark_leads_to_an_anchor_and_back(brief: Brief) -> None:
    class Anchors(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.ids: list[str] = []
            self.links: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            values = dict(attrs)
            if values.get("id"):
                self.ids.append(str(values["id"]))
            if tag == "a" and (values.get("href") or "").startswith("#"):
                self.links.append(str(values["href"])[1:])

    anchors = Anchors()
    anchors.feed(to_html(brief))
    assert set(anchors.links) <= set(anchors.ids)
    own = [id_ for id_ in anchors.ids if re.fullmatch(r"p\d+|[a-z_]+-\d+", id_)]
    assert len(own) == len(set(own))


@pytest.mark.parametrize("render", [to_html, to_markdown])
def test_hostile_text_comes_out_inert(brief: Brief, render: object) -> None:
    assert callable(render)
    assert "<script>" not in render(brief)


def test_the_same_reports_give_the_same_brief(dossier: Dossier, brief: Brief) -> None:
    assert compose(dossier, Gazetteer.load()).as_json() == brief.as_json()


def test_every_footnote_of_the_markdown_is_defined_once(brief: Brief) -> None:
    text = to_markdown(brief)
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert len(defined) == len(set(defined))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) <= set(defined)
