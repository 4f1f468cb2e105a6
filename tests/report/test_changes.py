"""The section "What changed": what stands in front, within the words that a page has."""

import pytest

from foedus.ledger.snapshots import Place
from foedus.model.change import Change, ChangeKind
from foedus.read.gazetteer import Gazetteer
from foedus.report.changes import Changed, told
from foedus.report.compose import compose
from foedus.report.desk import Desk
from foedus.report.dossier import Dossier
from foedus.report.html import to_html
from foedus.report.items import Brief
from foedus.report.markdown import to_markdown
from foedus.report.sections.changes import FIRST, FRONT, change_items, since_items
from tests.report.conftest import dossier_of
from tests.report.page import Page


def changed_of(dossier: Dossier, number: int = 200) -> Changed:
    """As many new facts as there are claims, five new voices and a contested fact."""
    claims = dossier.told[:number]
    rows = {"key": "k", "status": "single-voiced", "independent": 2, "differences": []}
    kind, heard = ChangeKind, {**rows, "stance": "for"}
    was, now = {**rows, "status": "settled"}, {**rows, "status": "contested"}
    changes = [
        Change(kind.NEW_FACT, f"fact {n}", (one.id,), None, rows) for n, one in enumerate(claims)
    ]
    changes += [
        Change(kind.NEW_VOICE, f"fact {n}", (one.id,), None, heard)
        for n, one in enumerate(claims[:5])
    ]
    changes += [Change(kind.BECAME_CONTESTED, "fact 0", (claims[0].id,), was, now)]
    places = {one.id: Place(one.source.document.id, one.claim.passage) for one in dossier.told}
    return Changed("the end of 19 June 2024 (UTC)", tuple(changes), places=places)


@pytest.fixture(scope="module")
def changed(dossier: Dossier) -> Changed:
    return changed_of(dossier)


@pytest.fixture(scope="module")
def brief(dossier: Dossier, changed: Changed) -> Brief:
    return compose(dossier, Gazetteer.load(), pictures=False, changed=changed)


def test_a_page_with_much_news_keeps_to_its_limits() -> None:
    goods = "\n\n".join(
        f"Norway gave Poland {number} tanks in {month} 2023, said Anna Berg{chr(97 + number)}, who "
        "thinks that the pact means a great deal for the next years of our history."
        for number, month in enumerate(["May", "June", "July", "August"] * 6, 2)
    )
    dossier = dossier_of(f"Pact\n\nNorway and Poland signed a pact.\n\n{goods}")
    brief = compose(dossier, Gazetteer.load(), pictures=False, changed=changed_of(dossier))
    assert len(brief["changes"]) > 40
    page = Page(to_html(brief))
    assert 500 < page.words < 900
    assert page.verbatim(dossier.sources) <= 1 / 3


def test_the_news_leaves_room_for_what_happened(brief: Brief) -> None:
    front = [item for item in brief["changes"] if not item.behind]
    assert 1 <= len(front) <= FRONT
    assert [item for item in brief["events"] if not item.behind]
    assert [item for item in brief["instrument"] if not item.behind]


def test_the_weightiest_stands_in_front_and_nothing_is_lost(
    dossier: Dossier, changed: Changed
) -> None:
    items = change_items(Desk(dossier, Gazetteer.load()), changed)
    assert len(items) == len(changed.changes)
    front = sorted((i for i in items if not i.behind), key=lambda i: -i.weight)
    assert front[0].fields["kind"] == "became-contested"
    assert len(front) == FRONT
    assert sum(item.weight > 100 for item in front) == FIRST


def test_a_voice_that_contests_a_fact_is_not_told_twice_in_front(
    dossier: Dossier, changed: Changed
) -> None:
    items = change_items(Desk(dossier, Gazetteer.load()), changed)
    about = {str(i.fields["about"]) for i in items if i.fields["kind"] == "became-contested"}
    voices = [i for i in items if i.fields["kind"] == "new-voice" and i.fields["about"] in about]
    assert voices
    assert all(item.behind for item in voices)


def test_each_line_says_its_kind_and_leads_to_its_passage(brief: Brief) -> None:
    markdown, page = to_markdown(brief), to_html(brief)
    assert "became contested: " in markdown
    assert '<span class="kind">became contested</span>' in page
    for item in brief["changes"]:
        assert item.claims
        assert all(f'id="p{number}"' in page for number in brief.numbers(item.claims))


def test_the_head_says_with_what_it_is_compared_and_how_much_changed(changed: Changed) -> None:
    (item,) = since_items(changed)
    facts = sum(change.kind is ChangeKind.NEW_FACT for change in changed.changes)
    assert item.text == (
        f"Compared with the end of 19 June 2024 (UTC): {facts} new facts, 5 new voices and one "
        "fact of another standing."
    )


def test_words_of_a_report_stand_in_marks_or_are_ours(dossier: Dossier, changed: Changed) -> None:
    """What is not told in our own words is a quotation, cut at most at the end of a clause."""
    for change in told(Desk(dossier, Gazetteer.load()), changed):
        quoted = change.text.split("“")[1:]
        assert all("”" in piece for piece in quoted)
