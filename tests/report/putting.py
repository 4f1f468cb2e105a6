"""Invented treaties between real states, and the case that a question to them makes."""

from datetime import date
from typing import Any

from foedus.law import read_treaty
from foedus.model.treaty import Treaty
from foedus.reason import reason, scenario_of
from foedus.report.answers import Case, screen_lines

HEAD = """
id = "{id}"
title = "{title}"
nature = "treaty"
text_status = "in-full"
seen = "the whole text"
signed = [{{ status = "verified", day = "{signed}", source = "https://example.org/t" }}]
in_force = [{{ status = "verified", day = "{in_force}", source = "https://example.org/t" }}]
"""
PARTY = """
[[parties]]
actor = "{}"
"""
CLAUSE = """
[[articles]]
number = "{article}"

[[articles.clauses]]
id = "{article}"
duty = "{duty}"
modality = "{modality}"
bearer = "{bearer}"
owed_to = "{owed_to}"
summary = "{summary}"
status = "verified"
source = "https://example.org/t"
words = ["{words}"]
open_terms = {terms}
trigger = {{ kind = "{trigger}" }}
"""


def clause(duty: str = "defence", **more: Any) -> str:
    """The text of one clause; without more, to defend the attacked."""
    talks = duty == "consultation"
    given = {
        "article": "1",
        "bearer": "party" if talks else "other-parties",
        "owed_to": "other-parties" if talks else "affected-party",
        "summary": f"An invented clause on {duty}.",
        "words": "stand as one",
        "terms": "[]",
        "trigger": "attack",
        "modality": "duty",
    }
    return CLAUSE.format(duty=duty, **{**given, **more})


def treaty(*parties: str, clauses: tuple[str, ...] = (clause(),), **more: str) -> Treaty:
    """An invented treaty among the states, in force since 1990 where nothing else is said."""
    given = {
        "id": f"{'-'.join(parties[:2]).lower()}-1990",
        "title": "Pact of the Two Fjords",
        "signed": "1990-01-01",
        "in_force": "1990-02-01",
    }
    text = HEAD.format(**{**given, **more}) + "".join(map(PARTY.format, parties))
    return read_treaty(text + "".join(clauses), f"{given['id']}.toml")


def case(*treaties: Treaty, by: str = "SWE", on: str = "POL", depth: int = 2, **more: Any) -> Case:
    """The case that an attack of 2000 makes of the treaties; `more` is of the scenario."""
    event = {"kind": "attack", "by": [by], "on": [on], "place": more.pop("place", "")}
    table = {"id": "invented", "on": date(2000, 1, 1), "events": [event], **more}
    scenario = scenario_of(table)
    return Case(scenario, reason(scenario, treaties, depth=depth), treaties)


def screen(put: Case, everything: bool = False) -> str:
    """The screen of a case as one text, its lines joined again."""
    return " ".join(" ".join(screen_lines(put, 80, everything)).split())
