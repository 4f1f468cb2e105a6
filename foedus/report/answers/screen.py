"""A case in, one screen of lines out, for a reader who has no manual.

The question and what is assumed; the verdict; who owes what by which clause and what decides it;
what follows; what is not owed; what all that rests on.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from foedus.law import library
from foedus.model.scenario import Answer, Event, Verdict
from foedus.reason.situation import ATTACKS
from foedus.report.answers.assumed import Assumption, assumptions
from foedus.report.answers.case import Case, Group
from foedus.report.answers.entry import Line, entry_lines, short_entry
from foedus.report.answers.naming import (
    article_name,
    bearers,
    day_told,
    state,
    states,
    term_name,
    told,
    treaty_name,
)
from foedus.report.answers.phrases import VERDICTS, duty_noun, event_words, fact_words
from foedus.report.answers.verdict import round_lines, verdict_lines
from foedus.report.naming import capitalised, count_words, listed

SCREEN = 45  # lines: what a screen shows at once
WIDTH = 80
ALL = 10**6


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of each kind is shown: the first of `FITS` that makes one screen is taken.

    `disputed` and `owed` count the entries in full, `short` the others, in a line each.
    """

    assumed: int
    missed: int
    disputed: int
    owed: int
    short: int


FITS = (
    Fit(5, 5, ALL, ALL, 8),
    Fit(3, 3, ALL, 3, 8),
    Fit(3, 3, ALL, 1, 6),
    Fit(3, 2, 2, 0, 6),
    Fit(2, 2, 1, 0, 6),
    Fit(2, 1, 1, 0, 4),
    Fit(1, 1, 1, 0, 3),
    Fit(1, 1, 1, 0, 2),
    Fit(1, 1, 1, 0, 1),
    Fit(1, 1, 1, 0, 0),
    Fit(0, 0, 1, 0, 0),
    Fit(2, 1, 0, 0, 4),
    Fit(1, 1, 0, 0, 3),
)
# what a reader misses first: where it happens, and that nobody has asked
_FIRST = ("in-area", "on-territory", "requested")
WHOLE = Fit(ALL, ALL, ALL, ALL, 0)


def screen_lines(case: Case, width: int = WIDTH, everything: bool = False) -> list[str]:
    """The answer as lines of at most `width` characters; about one screen, or `everything`."""
    screen = _Screen(case)
    lines: list[str] = []
    for fit in (WHOLE,) if everything else FITS:
        lines = [text for line in screen.lines(fit) for text in wrapped(line, width)]
        if len(lines) <= SCREEN:
            break
    return lines


def wrapped(line: Line, width: int) -> list[str]:
    """The line broken between words, later lines hanging below the first."""
    if not line.text:
        return [""]
    return textwrap.wrap(
        line.text,
        max(width, 40),
        initial_indent=" " * line.indent,
        subsequent_indent=" " * (line.indent + line.hang),
        break_on_hyphens=False,
        break_long_words=False,  # an address stays whole
    )


class _Screen:
    """One case; what the fits have in common is worked out once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._full: dict[int, list[Line]] = {}

    @cached_property
    def _assumed(self) -> tuple[Assumption, ...]:
        return assumptions(self.case)

    @cached_property
    def _open(self) -> list[Group]:
        return list(self.case.at_once())

    @cached_property
    def _missed(self) -> list[Group]:
        return self.case.missed()

    def lines(self, fit: Fit) -> Iterator[Line]:
        """The whole screen with so much of each kind."""
        yield from self._question()
        yield from self._assumptions(fit)
        yield Line()
        yield from verdict_lines(self.case)
        yield from self._entries(fit)
        yield from self._following(fit)
        yield from self._not_owed(fit)
        yield Line()
        yield _rests_on(self.case)

    def _question(self) -> Iterator[Line]:
        case, scenario = self.case, self.case.scenario
        yield Line(question_words(case), hang=2)
        for note in case.notes:
            yield Line(note, hang=2)
        put = [
            *(fact_words(fact, holds) for fact, holds in scenario.assume.items()),
            *(f"“{term_name(t)}” is read as {way}" for t, way in scenario.readings.items()),
        ]
        if put:
            yield Line(f"As you put it: {'; '.join(put)}.", hang=2)
        if scenario.contest:
            yield Line(f"Contested: {'; '.join(map(fact_words, scenario.contest))}.", hang=2)

    def _assumptions(self, fit: Fit) -> Iterator[Line]:
        telling = [one for one in self._assumed if fit is WHOLE or list(_changes(one))]
        telling.sort(key=lambda one: one.fact not in _FIRST)
        shown = [_assumption(one) for one in telling[: fit.assumed]]
        placeless = [e for e in self.case.scenario.events if e.on and not e.place]
        hit = [who for e in placeless if e.kind in ATTACKS for who in e.on]
        if hit:
            shown.insert(0, f"it happens on land of {states(hit)} (else: --at PLACE).")
        left = len(self._assumed) - len(telling[: fit.assumed])
        if shown or left > 0:
            yield Line("Assumed, since nobody has raised it:")
        for words in shown:
            yield Line(f"- {words}", 2, 2)
        if left > 0:
            of = "which weighs less" if left == 1 else "which weigh less"
            yield Line(f"- {'and ' if shown else ''}{left} more, {of}: --all.", 2, 2)

    def _entries(self, fit: Fit) -> Iterator[Line]:
        """What is owed at once: some in full, some in a line, how many are left."""
        full, short = self._chosen(fit)
        for group in full:
            yield Line()
            yield from self._entry(group, fit)
        if short:
            yield Line()
            yield from (short_entry(self.case, group) for group in short[: fit.short])
        left = len(self._open) - len(full) - len(short[: fit.short])
        if left:
            yield Line(f"{left} more {'duty' if left == 1 else 'duties'}: --all.")

    def _chosen(self, fit: Fit) -> tuple[list[Group], list[Group]]:
        """Those in full, in dispute first; those in a line."""
        if fit is WHOLE:
            return self._open, []
        helping = [g for g in self._open if g.helps and self.case.concerns_victims(g)]
        owed = [g for g in helping if g.first.verdict is Verdict.OWED]
        bound = {bearer for group in owed for bearer in group.bearers}
        others = [g for g in helping if g.first.verdict is not Verdict.OWED]
        # one who is bound by another clause anyway waits
        others.sort(key=lambda group: {*group.bearers} <= bound)
        full = [*others[: fit.disputed], *owed[: fit.owed]]
        beside = [
            group
            for group in self._open
            if group not in helping and (group.first.conflicts or group.first.duty == "neutrality")
        ]
        return full, [*owed[fit.owed :], *others[fit.disputed :], *beside]

    def _entry(self, group: Group, fit: Fit) -> list[Line]:
        if id(group) not in self._full:
            self._full[id(group)] = list(entry_lines(self.case, group, fit is WHOLE))
        return self._full[id(group)]

    def _following(self, fit: Fit) -> Iterator[Line]:
        """What follows once those who are bound to fight do so."""
        if fit is not WHOLE:
            yield from round_lines(self.case)
            return
        for round_ in self.case.rounds:
            yield Line()
            yield Line(f"IF THEY FIGHT, round {round_}:")
            for group in self.case.following(round_):
                yield from self._entry(group, fit)

    def _not_owed(self, fit: Fit) -> Iterator[Line]:
        """The near misses: what binds one who is hit, and why it is not owed."""
        if not self._missed:
            return
        yield Line()
        yield Line("NOT OWED, though it looks near:")
        told_ = self._reasons()
        for words in told_[: fit.missed]:
            yield Line(words, 2, 2)
        left = len(told_) - fit.missed
        if left > 0:
            yield Line(f"and {left} more: --all, or --why STATE.", 2, 2)

    def _reasons(self) -> list[str]:
        """Why each near miss is none; the duties of one article that fail alike, together."""
        case = self.case
        found: dict[tuple[str, str, str], list[Answer]] = {}
        for group in self._missed:
            answer = group.first
            treaty = case.treaty(answer.treaty)
            who = capitalised(bearers(group.bearers, treaty, case.day, case.victims))
            why = self._why(answer)
            found.setdefault((who, answer.treaty, why), []).append(answer)
        return [
            f"{who}, {listed(duty_noun(a.duty) for a in alike)} ({self._places(alike)}): {why}."
            for (who, _, why), alike in found.items()
        ]

    def _why(self, answer: Answer) -> str:
        """The condition that failed; of an ally of those who act, that nobody attacked them."""
        if not self.case.spares(answer):
            return why_not(answer.failed)
        parties = {*self.case.treaty(answer.treaty).actors}
        allies = [actor for actor in self.case.actors if actor in parties]
        one = len(allies) == 1
        return f"{states(allies)} {'acts and is' if one else 'act and are'} not attacked"

    def _places(self, alike: list[Answer]) -> str:
        """The treaty, and the articles that fail alike."""
        name = treaty_name(self.case.treaty(alike[0].treaty))
        return f"{name}, {listed(article_name(answer.article) for answer in alike)}"


def question_words(case: Case) -> str:
    """The question as put: what happens, and the day asked of."""
    events = " ".join(map(_event, case.scenario.events))
    return f"{events} Asked of {day_told(case.day)}."


def _event(event: Event) -> str:
    at = f" at {event.place}" if event.place and event.place not in map(state, event.on) else ""
    begun = f", from {day_told(event.since)} on" if event.since else ""
    means = f", by means of: {event.means}" if event.means else ""
    return f"{capitalised(event_words(event))}{at}{begun}{means}."


def _assumption(assumption: Assumption) -> str:
    """What is taken to hold, and what if not."""
    changed = list(_changes(assumption)) or ["changed: who must confer or stand aside"]
    fact = f"(--contest {assumption.fact})"
    return f"{assumption.words} {fact}. Else {'; '.join(changed)}."


def _changes(assumption: Assumption) -> Iterable[str]:
    for verdict in Verdict:
        names = [
            bearer
            for new, group in assumption.changes
            if new is verdict and group.helps
            for bearer in group.bearers
        ]
        if names:
            yield f"{VERDICTS[verdict]}: {states(names, 3)}"


_PLAIN = ("in force", "not suspended", "clause in force", "place", "to whom", "by whom")


# conditions that fail, in words; {} is who it is about
_FAILED = {
    "attackers at least": "too few attack together: {}",
    "supported by": "the attacker has no support from {}",
    "request": "nobody has asked for help (owed perhaps if somebody asks: --assume requested)",
    "organ decision": "no organ has found so (owed perhaps if one does: --assume organ-found)",
    "joint finding": "no finding so far (owed perhaps if there is one: --assume organ-found)",
    "join": "nobody has joined the war by this",
}


def _noun(kind: str) -> str:
    """ "an attack", "a declaration of war"."""
    word = {"declaration": "declaration of war"}.get(kind, kind.replace("-", " "))
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def why_not(failed: str) -> str:
    """The condition that failed, in words."""
    what, _, because = failed.partition(": ")
    if what in _FAILED and not because.startswith("assumed"):
        return _FAILED[what].format(told(because.removeprefix("with ").removeprefix("by ")))
    if because.endswith(f" is no {what}"):
        kind = because.removesuffix(f" is no {what}")
        return f"it is {_noun(kind)}, which is not {_noun(what)}"
    return told(because if because and what in _PLAIN else failed)


def _rests_on(case: Case) -> Line:
    """How far the library reaches, and what it does not cover."""
    own = len(case.treaties) - case.coarse
    coarse = f" and {count_words(case.coarse, 'coarse one')} of your baseline"
    coarse = coarse if case.coarse else ""
    newest = library().newest_fact
    later = "; of what came later it knows nothing" if case.day > newest else ""
    first = min((f.day.first for t in case.treaties for f in t.signed if f.day), default=newest)
    if case.day < first:
        later = f"; the oldest is of {day_told(first)}"
    return Line(
        f"By {own} treaties{coarse}; newest fact: {day_told(newest)}{later}. Secret and"
        " unpublished commitments are not in it. What is owed is not what will be done."
    )
