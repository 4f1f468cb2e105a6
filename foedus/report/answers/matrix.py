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
MOST_LATER = 3  # where nothing is in dispute at once, so many of what follows


def _disputed(case: Case) -> list[Group]:
    """The duties in dispute: at once; where there is none, the first that follow."""
    found = [group for group in case.open if group.first.verdict is Verdict.DISPUTED]
    at_once = [group for group in found if not group.first.round]
    return at_once or found[:MOST_LATER]


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
    ways: dict[tuple[str, str], Row] = {}
    for group, clause in zip(groups, clauses, strict=True):
        for effect in deciding(case, group.first):
            word = effect.axis if effect.is_fact else effect.axis.rpartition("/")[2]
            way = ways.setdefault((word, effect.reading), _way(case, group, effect, word))
            way["under"][clause["id"]] = effect.verdict.value
    return {"on": case.day.isoformat(), "clauses": clauses, "ways": list(ways.values())}


def _way(case: Case, group: Group, effect: ReadingEffect, word: str) -> Row:
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
                "words": holder_words(case, holder, group.first.treaty),
            }
            for holder in effect.holders
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
