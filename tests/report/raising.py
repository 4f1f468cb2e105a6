"""Invented reports that raise a what-if about a real treaty, and what the brief makes of them."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from foedus.read.gazetteer import Gazetteer
from foedus.report.compose import compose
from foedus.report.dossier import Dossier
from foedus.report.items import Brief, Item
from tests.report.conftest import dossier_of

SIGNED = """Moscow and Pyongyang sign a treaty

Russia and North Korea signed a treaty on comprehensive strategic partnership on 19 June 2024. \
The treaty provides for “help at once in the event of an attack on either party”.
"""
RAISED = SIGNED + "\nNorth Korea could send troops to Russia if Ukraine attacks Russia.\n"
TITLE = "the Treaty on Comprehensive Strategic Partnership"
MANILA = """Manila leans on its treaty

The United States and the Philippines signed a mutual defence treaty on 30 August 1951. The United \
States could be drawn into a war if China attacks the Philippines.
"""
LAWYER = (
    "Anna Berg, a lawyer at the University of Bergen, said that the treaty was a duty to fight "
)
CONVENTION = """St Petersburg

France and Russia signed a military convention on 18 August 1892. It provides for “all forces at \
once in the event of an attack on either party”. Russia could march if Germany attacks France. \
France could stay at home if Austria-Hungary attacks Russia.
"""
ATLANTIC = """Brussels

Poland, Norway and the United States signed the North Atlantic Treaty. The United States could \
send troops if Russia attacks Poland.
"""


@cache
def brief_of(*texts: str, published: date | None = None) -> Brief:
    given = dossier_of(*texts)
    dated = {
        source.letter: replace(
            source, receipts=tuple(replace(r, published=published) for r in source.receipts)
        )
        for source in given.sources
    }
    dossier = Dossier(
        tuple(dated.values()),
        tuple(replace(told, source=dated[told.letter]) for told in given.told),
        tuple(replace(said, source=dated[said.source.letter]) for said in given.said),
    )
    return compose(dossier, Gazetteer.load(), pictures=False)


def section(*texts: str, published: date | None = None) -> tuple[Item, ...]:
    return brief_of(*texts, published=published)["if_it_came_to_it"]


def note(*texts: str, published: date | None = None) -> str:
    (front,) = [i for i in section(*texts, published=published) if i.library and not i.behind]
    return front.text


def scenarios(items: tuple[Item, ...]) -> list[dict[str, Any]]:
    return [dict(item.fields) for item in items if "scenario" in item.fields]


def reader(items: tuple[Item, ...], name: str) -> Item:
    (found,) = [i for i in items if str(i.fields.get("reader_of_term", "")).startswith(name)]
    return found
