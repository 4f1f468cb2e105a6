"""A ledger and a recorded time in, what changed since then out: stories, reports, facts.

A ledger has two clocks: the facts of before are asked of it as it was known then, so that nothing
need be kept beside it, and a run that was broken off is made up for by the next.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from foedus.api.reported import Reported
from foedus.api.stories import stories_of
from foedus.api.who import called, capitals
from foedus.ledger import Fact, Ledger, Party, Status, facts
from foedus.model.claim import Predicate
from foedus.model.identity import content_hash
from foedus.model.news import News, NewsKind
from foedus.model.reading import Row
from foedus.report.naming import count_words, listed
from foedus.report.predicate_words import WHAT

Progress = Callable[[str], None]
_AROUND = timedelta(days=14)  # a story goes on by reports of days that follow (foedus.read.stories)
_QUOTED = 400  # characters of a passage that an entry quotes
_PRONOUNS = frozenset("i he she it we they".split())  # of somebody whom the report leaves unnamed
_STATUS = {
    Status.SETTLED: "now settled",
    Status.CONTESTED: "now contested",
    Status.SINGLE_VOICED: "now single-voiced",
}


def news_since(
    ledger: Ledger, told: datetime, now: datetime, progress: Progress = lambda _: None
) -> tuple[list[News], datetime]:
    """The changes recorded after `told`, up to `now`, and the recorded time that they reach to.

    A story of new reports only is one change; a new report of an older story is one. A fact is new
    where none of its claims was in a fact before, changed where its status is another.
    """
    new = _new_documents(ledger, told)
    if not new:
        return [], told
    moment = max(now, *new.values())
    found = _facts(ledger, moment)
    desk = Reported(ledger, found, moment)
    told_stories = _stories(ledger, set(new), desk, progress)
    return [*told_stories, *_changed(ledger, found, told, desk)], moment


def _new_documents(ledger: Ledger, told: datetime) -> dict[str, datetime]:
    """The documents first read after the time, with the time; the newest rows are the last."""
    found = {}
    for row in reversed(ledger.documents()):
        runs = ledger.runs(row["id"])
        first = datetime.fromisoformat(runs[0]["recorded"]) if runs else told
        if first <= told:
            break
        found[row["id"]] = first
    return found


def _facts(ledger: Ledger, moment: datetime) -> tuple[Fact, ...]:
    same = {**capitals(), **ledger.judgements(moment).identity}
    return facts(ledger, same=same, known_on=moment)


def _stories(ledger: Ledger, new: set[str], desk: Reported, progress: Progress) -> list[News]:
    """The new stories, and the new reports of older ones."""
    days = [day for day in map(desk.day, new) if day]
    first = max(min(days), date.min + _AROUND) - _AROUND if days else date.min
    near = {
        row["id"]
        for row in ledger.documents()
        if row["id"] in new or (desk.day(row["id"]) or date.max) >= first
    }
    changes = []
    for story in stories_of(ledger, progress, near):
        ids = [one for text in story["texts"] for one in text["ids"]]
        fresh = [one for one in ids if one in new]
        if len(fresh) == len(ids):
            changes.append(_new_story(story, ids, desk))
        else:
            changes += [_new_report(story, one, len(ids) - 1, desk) for one in fresh]
    return changes


def _new_story(story: Row, ids: list[str], desk: Reported) -> News:
    title = story["title"] or desk.name(ids[0])
    count = count_words(len(ids), "report")
    if story["independent"] < len(ids):
        count += f", {story['independent']} independent"
    return News(
        key=f"story {ids[0]}",
        kind=NewsKind.STORY,
        title=f"New story: {title}",
        text="\n".join([count, *map(desk.told, ids)]),
        link=next(filter(None, map(desk.link, ids)), ""),
        about=tuple(sorted(set[str]().union(*map(desk.about, ids)))),
        updated=desk.moment,
    )


def _new_report(story: Row, document: str, others: int, desk: Reported) -> News:
    title = story["title"] or desk.name(story["story"])
    return News(
        key=f"document {document}",
        kind=NewsKind.DOCUMENT,
        title=f"New report: {desk.name(document)}",
        text=f"{desk.told(document)}\nIn the story “{title}”, "
        f"beside {count_words(others, 'other report')}",
        link=desk.link(document),
        about=tuple(sorted(desk.about(document))),
        updated=desk.moment,
    )


def _changed(ledger: Ledger, found: tuple[Fact, ...], told: datetime, desk: Reported) -> list[News]:
    """The facts that are new, or of another status than before."""
    before = {claim: fact for fact in _facts(ledger, told) for claim in fact.claims}
    changes = []
    for fact in found:
        earlier = [before[claim] for claim in fact.claims if claim in before]
        if not earlier:
            changes.append(_fact(fact, f"New fact, {fact.status.value}", NewsKind.FACT, desk))
        elif fact.status not in {one.status for one in earlier}:
            was = listed(dict.fromkeys(one.status.value for one in earlier))
            put = f"{_STATUS[fact.status].capitalize()} (was {was})"
            changes.append(_fact(fact, put, NewsKind.STATUS, desk))
    return changes


def _fact(fact: Fact, put: str, kind: NewsKind, desk: Reported) -> News:
    """The change of one fact, with the words of its newest claim."""
    last = desk.newest(fact)
    lines, link = [], ""
    if last:
        start, end = last["passage"]
        words = " ".join(desk.ledger.document(last["document"]).text[start:end].split())
        lines.append(f"“{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”")
        lines.append(f"In {desk.told(last['document'])}, characters {start} to {end}")
        link = desk.link(last["document"])
    lines.append(f"{count_words(fact.independent, 'independent voice')}")
    lines += [
        f"They differ in {one.kind}: {' / '.join(value for value, _ in one.values)}"
        for one in fact.differences
    ]
    return News(
        key=f"fact {content_hash([fact.key, fact.status.value])}",
        kind=kind,
        title=f"{put}: {_what(fact)}",
        text="\n".join(lines),
        link=link,
        about=tuple(sorted(desk.about_fact(fact))),
        updated=desk.moment,
    )


def _what(fact: Fact) -> str:
    """ "agreement signed, Russia and North Korea, in Pyongyang"."""
    what = WHAT[Predicate(fact.predicate)]
    acting = [*fact.role("source"), *fact.role("target")]
    others = [p for p in fact.parties if p not in acting and p not in fact.role("place")]
    who, where = _names(acting or others), _names(fact.role("place"))
    put = "denied: " if fact.denied else ""
    return put + ", ".join(filter(None, (what, who, where and f"in {where}")))


def _names(parties: Iterable[Party]) -> str:
    told = (called(p.actor, p.name) if p.actor else p.name for p in parties)
    return listed(dict.fromkeys(name for name in told if name.lower() not in _PRONOUNS))
