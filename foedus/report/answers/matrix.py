"""A case in; out, what is owed under each reading, with who holds it, as data and as a picture."""

from typing import Any

from foedus.model.scenario import Verdict
from foedus.report.answers.case import Case, Group
from foedus.report.answers.deciding import ReadingEffect, deciding, holder_words
from foedus.report.answers.naming import article_name, bearers, states, treaty_name
from foedus.report.answers.phrases import VERDICTS, duty_noun
from foedus.report.naming import capitalised
from foedus.report.pictures.drawing import svg
from foedus.report.pictures.matrix import Way, matrix_picture

Row = dict[str, Any]


def _disputed(case: Case) -> list[Group]:
    """The duties in dispute of the first round that has any; those to help, where there are."""
    found = [group for group in case.open if group.first.verdict is Verdict.DISPUTED]
    found = [group for group in found if group.helps] or found
    first = min((group.first.round for group in found), default=0)
    return [group for group in found if group.first.round == first]


def matrix_data(case: Case) -> Row:
    """The clauses in dispute, and each way to settle what decides, with the verdict under it."""
    groups = _disputed(case)
    clauses = [
        {
            "id": f"{group.first.treaty}/{group.first.clause}/{'+'.join(group.bearers)}",
            "heading": _heading(case, group),
            "bearers": list(group.bearers),
            "treaty": group.first.treaty,
            "clause": group.first.clause,
        }
        for group in groups
    ]
    treaties = {group.first.treaty for group in groups}
    ways: dict[tuple[str, str], Row] = {}
    for group, clause in zip(groups, clauses, strict=True):
        for effect in deciding(case, group.first):
            word = effect.axis if effect.is_fact else effect.axis.rpartition("/")[2]
            way = ways.setdefault((word, effect.reading), _way(case, effect, word, treaties))
            way["under"][clause["id"]] = effect.verdict.value
    return {"on": case.day.isoformat(), "clauses": clauses, "ways": list(ways.values())}


def _way(case: Case, effect: ReadingEffect, word: str, treaties: set[str]) -> Row:
    """One way to settle what decides; who spoke of the treaties in question comes first."""
    only = next(iter(treaties)) if len(treaties) == 1 else ""
    holders = sorted(effect.holders, key=lambda holder: holder.treaty not in treaties)
    return {
        "axis": word,
        "reading": effect.reading,
        "summary": effect.summary,
        "under": {},
        "holders": [
            {
                "who": holder.who,
                "treaty": holder.treaty,
                "since": holder.since.text if holder.since else "",
                "seen": holder.seen,
                "source": holder.source,
                "words": holder_words(case, holder, only),
            }
            for holder in holders
        ],
    }


def _heading(case: Case, group: Group) -> str:
    answer, treaty = group.first, case.treaty(group.first.treaty)
    who = capitalised(bearers(group.bearers, treaty, case.day, group.owed_to))
    place = f"{treaty_name(treaty)}, {article_name(answer.article)}"
    return f"{who}: {duty_noun(answer.duty)} to {states(group.owed_to, 2)} ({place})"


def matrix_svg(case: Case) -> str:
    """The matrix as a picture: one SVG element."""
    data = matrix_data(case)
    clauses = {clause["id"]: clause["heading"] for clause in data["clauses"]}
    ways = [
        Way(
            _term(way["axis"]),
            way["summary"],
            {id_: VERDICTS[Verdict(verdict)] for id_, verdict in way["under"].items()},
            tuple(holder["words"] for holder in way["holders"]),
            way["axis"].startswith("fact/"),
        )
        for way in sorted(data["ways"], key=lambda way: way["axis"].startswith("fact/"))
    ]
    return svg(matrix_picture(clauses, ways))


def _term(axis: str) -> str:
    return "A fact" if axis.startswith("fact/") else f"“{axis.replace('_', ' ')}”"
