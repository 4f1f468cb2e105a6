"""Dated claims in, a timeline out: resolved dates in order, the others kept as said."""

import calendar
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.dates import Granularity
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import capitalised, day_words, listed, says, time_words
from foedus.report.phrases import (
    ahead,
    event_phrase,
    group_phrase,
    phrase_with,
    predecessor_noun,
    years_of,
)
from foedus.report.pictures import Dated, Undated
from foedus.report.sections.groups import fact_key
from foedus.report.sections.instruments import Instrument
from foedus.report.sections.sources import published

DATED = ("agreement.", "meeting.", "exchange", "measure", "assault", "mobilize", "aid", "sanction")
# the date in such a claim is that of the older treaty, or of nothing that happened
UNDATED = (Predicate.PROVISION, Predicate.AGREEMENT_REPLACED)
PLANNED = (Mood.INTENDED, Mood.PROMISED)
# the steps in the life of an agreement
STEPS = {
    Predicate.AGREEMENT_PROPOSED: "proposed", Predicate.AGREEMENT_PROMISED: "promised",
    Predicate.AGREEMENT_SIGNED: "signed", Predicate.AGREEMENT_PUBLISHED: "published",
    Predicate.AGREEMENT_RATIFIED: "ratified", Predicate.AGREEMENT_JOINED: "joined",
    Predicate.AGREEMENT_IN_FORCE: "in force", Predicate.AGREEMENT_EXTENDED: "extended",
    Predicate.AGREEMENT_SUSPENDED: "suspended", Predicate.AGREEMENT_DENOUNCED: "denounced",
    Predicate.AGREEMENT_REPLACED: "replaced", Predicate.AGREEMENT_LAPSED: "lapsed",
}  # fmt: skip
WEIGHT = 79
# by what an analyst would miss most
WEIGHTS = {
    Predicate.AGREEMENT_SIGNED: -8, Predicate.MEETING: 3, Predicate.VISIT: 3,
    Predicate.AGREEMENT_PUBLISHED: 15,
}  # fmt: skip
# what a report dates another thing by
_NOUNS = {
    Predicate.VISIT: "the visit", Predicate.MEETING: "the meeting",
    Predicate.AGREEMENT_SIGNED: "the signing", Predicate.AGREEMENT_PUBLISHED: "the publication",
}  # fmt: skip
OLD, REST = 9, 12
_AFTER = re.compile(r"^(?P<span>[\w -]+?) (?P<link>after|before)$", re.IGNORECASE)


def timeline_items(desk: Desk, found: tuple[Instrument, ...], whole: bool = False) -> list[Item]:
    """Items with `since`, `until`, `granularity`; undated ones say the words as they stand.

    With `whole` also what is planned, and steps of an agreement that no report dates: these were
    taken by the day of publication, which is all that is known of when.
    """
    main = {told.id for told in found[0].told} if found else set()
    items = [
        _item(when, phrase, told)
        for (when, _), told in _merged(_groups(desk, whole)).items()
        if (phrase := _phrase(desk, told, main))
    ]
    items = [*_one_day(items), *_old_treaties(found), *_relative(desk)]
    items.sort(key=lambda item: (_first_day(item), _weekday(item), item.text))
    return [replace(item, weight=item.weight - index / 10) for index, item in enumerate(items)]


def _first_day(item: Item) -> str:
    return str(item.fields["since"] or item.fields["until"] or "9999")


def _weekday(item: Item) -> int:
    """Where in a week it falls that is only dated by its day ("on Wednesday")."""
    said = item.fields["when"].lower()
    return next((n for n, day in enumerate(calendar.day_name) if day.lower() in said), 7)


def _one_day(items: list[Item]) -> list[Item]:
    """What a report dates only in the same words ("on Monday") stands in one line."""
    together: dict[str, list[Item]] = {}
    for item in items:
        key = item.text if _first_day(item) != "9999" else item.fields["when"]
        together.setdefault(key, []).append(item)
    return [_joined(group) if len(group) > 1 else group[0] for group in together.values()]


def _joined(group: list[Item]) -> Item:
    heaviest = max(group, key=lambda item: item.weight)
    event = "; ".join(dict.fromkeys(item.fields["event"] for item in group))
    reports = listed(dict.fromkeys(item.fields["reports"] for item in group))
    return replace(
        heaviest,
        text=sentence(f"{capitalised(heaviest.fields['when'])}: {event}"),
        claims=tuple(dict.fromkeys(id_ for item in group for id_ in item.claims)),
        fields={**heaviest.fields, "event": event, "reports": reports},
    )


def _groups(desk: Desk, whole: bool) -> dict[tuple[str, str], list[Told]]:
    groups: dict[tuple[str, str], list[Told]] = {}
    for told in desk.dossier.of(*DATED):
        claim = told.claim
        put = claim.mood is Mood.ASSERTED or (whole and claim.mood in PLANNED)
        if claim.predicate in UNDATED or not put:
            continue
        told = _dated_with(desk, told)
        told = _by_publication(told) if whole else told
        claim = told.claim
        known = claim.time.since or claim.time.until or claim.time.said
        if claim.negated or not known or _is_relative(claim):
            continue
        phrase = event_phrase(desk, told)
        if phrase:
            key = fact_key(desk, told) or phrase
            groups.setdefault((_when(claim), f"{ahead(claim)} {key}"), []).append(told)
    return groups


def _dated_with(desk: Desk, told: Told) -> Told:
    """A signing without a day of its own has that of the meeting in its sentence."""
    claim = told.claim
    if claim.predicate is not Predicate.AGREEMENT_SIGNED or claim.time.since or claim.time.said:
        return told
    for other in desk.dossier.of(Predicate.MEETING.value):
        here = other.source == told.source and other.claim.passage == claim.passage
        if here and (other.claim.time.since or other.claim.time.said):
            return replace(told, claim=replace(claim, time=other.claim.time))
    return told


def _by_publication(told: Told) -> Told:
    """A step without a day of its own was taken by the day of the report that tells of it."""
    claim, day = told.claim, published(told.source)
    step = claim.predicate.value.startswith("agreement.") and claim.mood is Mood.ASSERTED
    dated = claim.time.since or claim.time.until or claim.time.said
    if not step or dated or day is None or ahead(claim):
        return told
    return replace(told, claim=replace(claim, time=replace(claim.time, until=day)))


def _merged(groups: dict[tuple[str, str], list[Told]]) -> dict[tuple[str, str], list[Told]]:
    """A thing dated to the year or week by one report and to the day by another stands once."""
    kept: dict[tuple[str, str], list[Told]] = {}
    exact_first = sorted(
        groups.items(), key=lambda g: g[1][0].claim.time.granularity is not Granularity.DAY
    )
    for key, told in exact_first:
        home = next((k for k, group in kept.items() if k[1] == key[1] and _holds(told, group)), key)
        kept.setdefault(home, []).extend(told)
    return kept


def _holds(coarse: list[Told], exact: list[Told]) -> bool:
    """Whether the coarser time has room for the exact day."""
    wide, day = coarse[0].claim.time, exact[0].claim.time
    if wide.since is None and wide.until and not wide.said:  # "by" the day of a report
        return day.since is not None and day.since <= wide.until
    if wide.since is None and day.since and day.granularity is Granularity.DAY:
        return f"{day.since:%A}".lower() in (wide.said or "").lower()  # "on Monday"
    if not (wide.since and wide.until and day.since):
        return False
    return wide.granularity is not Granularity.DAY and wide.since <= day.since <= wide.until


def _when(claim: Claim) -> str:
    time = claim.time
    if time.since is None and time.until and not time.said:
        return f"by {day_words(time.until)}"
    if time.since is None:
        said = re.sub(r"^on ", "", time.said or "", flags=re.IGNORECASE)
        return f"“{said}” (as said)"
    if (time.said or "").lower().startswith("since"):
        return f"since {time_words(time).removeprefix('on ').removeprefix('in ')}"
    if time.granularity is Granularity.DAY:
        return day_words(time.since)
    return time_words(time).removeprefix("in ")


def _phrase(desk: Desk, told: list[Told], main: Collection[str]) -> str:
    phrase = group_phrase(desk, told)
    of_main = told[0].claim.predicate.value.startswith("agreement.") and told[0].id in main
    if phrase and of_main:  # the page has said which
        phrase = phrase_with(desk, told[0], "the agreement")
    voiced = all(t.claim.voice for t in told) and phrase
    return f"{phrase} ({says(desk.voices(told[0]))})" if voiced else phrase


def _item(when: str, phrase: str, told: list[Told]) -> Item:
    claim = told[0].claim
    return _entry(when, phrase, told, claim, WEIGHT - WEIGHTS.get(claim.predicate, REST))


def _entry(when: str, phrase: str, told: list[Told], claim: Claim, weight: float) -> Item:
    time = claim.time
    return Item(
        sentence(f"{capitalised(when)}: {phrase}"),
        unique_ids(told),
        {
            "when": when,
            "event": phrase,
            "since": time.since.isoformat() if time.since else None,
            "until": time.until.isoformat() if time.until else None,
            "granularity": time.granularity.value,
            "said": time.said,
            "reports": listed(dict.fromkeys(t.source.label for t in told)),
            "step": STEPS.get(claim.predicate),
            "planned": ahead(claim),
        },
        weight=weight,
    )


def _is_relative(claim: Claim) -> bool:
    return claim.time.since is None and bool(_AFTER.match(claim.time.said or ""))


def _relative(desk: Desk) -> Iterator[Item]:
    """ "X came a year after Y": what stands in one sentence with it is dated by it."""
    told = desk.dossier.of(*DATED)
    for one in told:
        match = _AFTER.match(one.claim.time.said or "") if _is_relative(one.claim) else None
        span = one.claim.time.span
        if match is None or span is None:
            continue
        other = next((t for t in told if _follows(t, one, span.end)), None)
        phrase = event_phrase(desk, other) if other else ""
        if other and phrase:
            turned = "before" if match["link"].lower() == "after" else "after"
            event = _NOUNS.get(one.claim.predicate, "that")
            when = f"“{match['span']}” {turned} {event}"
            yield _entry(when, phrase, [other, one], other.claim, WEIGHT + 10)


def _follows(told: Told, one: Told, at: int) -> bool:
    """Whether the claim stands in the clause behind the words of time."""
    same = told.source == one.source and told.claim.passage == one.claim.passage
    fillers = [f for role, f in told.claim.roles if role in ("kind", "place", "instrument")]
    return same and told.id != one.id and any(f.span.start >= at for f in fillers)


def _old_treaties(found: tuple[Instrument, ...]) -> list[Item]:
    """The treaties said to be replaced, in one line with their years or spans of years."""
    told = [
        t
        for t in (found[0].stage(Predicate.AGREEMENT_REPLACED) if found else ())
        if t.claim.fillers("since-when")
    ]
    years = list(dict.fromkeys(year for t in told for year in years_of(t)))
    if not years:
        return []
    which = predecessor_noun(told, plural=len(years) > 1)
    event = f"earlier {which}, said to be replaced"
    bounds = sorted(int(year) for span in years for year in span.split("-"))
    return [
        Item(
            sentence(f"{listed(years)}: {event}"),
            unique_ids(told),
            {
                "when": listed(years),
                "years": years,
                "event": event,
                "since": date(bounds[0], 1, 1).isoformat(),
                "until": date(bounds[-1], 12, 31).isoformat(),
                "granularity": Granularity.YEAR.value,
                "said": listed(years),
                "reports": listed(dict.fromkeys(t.source.label for t in told)),
                "step": STEPS[Predicate.AGREEMENT_REPLACED],
                "planned": False,
            },
            weight=WEIGHT - OLD,
        )
    ]


def dated(items: list[Item]) -> list[Dated]:
    """The resolved items as the picture needs them."""
    return [
        Dated(
            str(item.fields["event"]),
            date.fromisoformat(item.fields["since"] or item.fields["until"]),
            date.fromisoformat(item.fields["until"] or item.fields["since"]),
            item.fields["granularity"] == Granularity.DAY.value,
            str(item.fields["when"]),
            item.fields["step"] is not None,
        )
        for item in items
        if item.fields["since"] or item.fields["until"]
    ]


def undated(items: list[Item]) -> list[Undated]:
    """The others, with the words by which they are dated."""
    return [
        Undated(str(item.fields["event"]), str(item.fields["when"]).removesuffix(" (as said)"))
        for item in items
        if not (item.fields["since"] or item.fields["until"])
    ]
