"""A parsed text in, its date expressions out as `Time` values with their place in the text."""

import re
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span as Tokens

from foedus.model.dates import Granularity, Time
from foedus.model.document import Span
from foedus.read.dates.calendar import Interval
from foedus.read.dates.context import anchoring_tense, is_date, modifies_noun
from foedus.read.dates.grammar import Expression, expressions
from foedus.read.dates.resolve import UNKNOWN, is_relative, part_of, resolve
from foedus.read.dates.tense import tense_of
from foedus.read.sentences import Parsed, normalised

_OPENS = ("since", "as of", "starting", "beginning", "as early as")
_BEFORE = ("before", "ahead of", "prior to")
_ENDS = ("end", "close", "the end", "the close")
_CLOSES = ("until", "till", "by", "through", "up to")


def find_times(parsed: Parsed, published: date | None) -> tuple[Time, ...]:
    """Every date expression of the reading text, in order of place.

    `published` anchors relative expressions; without it their `since` and `until` stay None.
    The span takes in the preposition ("since 2014"), and `said` is exactly its words.
    """
    text = normalised(parsed.reading.text)
    found: list[tuple[Expression, Time]] = []
    years: list[tuple[int, int]] = []
    for expression in expressions(text):
        tokens = parsed.doc.char_span(expression.core, expression.end, alignment_mode="expand")
        if tokens is None or not is_date(expression, tokens):
            continue
        if modifies_noun(tokens):
            expression = replace(expression, start=expression.core, preposition="", part="")
        time = _time(expression, tokens, published)
        if is_relative(expression) and expression.kind in ("day", "month"):
            time = _unless_elsewhen(time, tokens, years, published)
        if "year" in expression.parts:
            years.append((expression.core, int(expression.parts["year"])))
        found.append((expression, time))
    return tuple(
        replace(time, said=time.span.of(parsed.reading.text))
        for time in _joined(found, text)
        if time.span is not None
    )


def _time(expression: Expression, tokens: Tokens, published: date | None) -> Time:
    tense = tense_of(tokens.root)
    interval, granularity = resolve(expression, published, anchoring_tense(expression, tokens))
    interval = part_of(interval, expression.part)
    part = (expression.part or expression.parts.get("part", "")).lower()
    # "before the end of the year" leaves room for its last day
    closes = expression.preposition in _BEFORE and part in _ENDS
    opening = "by" if closes else expression.preposition
    interval, granularity = _bounded(interval, granularity, opening)
    relative = is_relative(expression) and interval != UNKNOWN
    return Time(
        span=Span(expression.start, expression.end),
        since=interval[0],
        until=interval[1],
        granularity=granularity,
        tense=tense,
        resolved_from=published if relative else None,
    )


def _bounded(interval: Interval, granularity: Granularity, preposition: str) -> tuple[
    Interval, Granularity
]:  # fmt: skip
    """ "since 2014" has no end, "until 2030" no beginning, "before June" ends on 31 May."""
    first, last = interval
    if interval == UNKNOWN or not preposition:
        return interval, granularity
    if preposition in _OPENS:
        return (first, None), Granularity.RANGE
    if preposition in _CLOSES:
        return (None, last), Granularity.RANGE
    if preposition in _BEFORE and first is not None:
        return (None, first - timedelta(days=1)), Granularity.RANGE
    if preposition == "after" and last is not None:
        return (last + timedelta(days=1), None), Granularity.RANGE
    return interval, granularity


def _unless_elsewhen(
    time: Time, tokens: Tokens, years: list[tuple[int, int]], published: date | None
) -> Time:
    """Leave "on July 6" unresolved where its sentence has just spoken of another year."""
    sentence = tokens.sent.start_char
    elsewhen = [y for at, y in years if at >= sentence and published and y != published.year]
    if not elsewhen:
        return time
    return replace(time, since=None, until=None, resolved_from=None)


def _joined(found: list[tuple[Expression, Time]], text: str) -> list[Time]:
    """Join "from 1990 to 1994" and "between June and August" into one range."""
    times: list[Time] = []
    skip = False
    for (expression, time), following in zip(found, [*found[1:], None], strict=False):
        if skip:
            skip = False
            continue
        if following is not None and _is_range(expression, following[0], text):
            weekdays = expression.kind == following[0].kind == "weekday"
            times.append(_range(time, following[1], weekdays=weekdays))
            skip = True
        elif expression.preposition == "between" and expression.kind != "years":
            times.append(_one_end(expression, time, text))
        else:
            times.append(time)
    return times


def _is_range(first: Expression, second: Expression, text: str) -> bool:
    between = text[first.end : second.core].lower().replace(" the ", " ").strip()
    if first.preposition == "between":
        return between == "and"
    return between in ("to", "until", "till", "through", "-") and first.preposition in ("", "from")


def _range(first: Time, second: Time, *, weekdays: bool) -> Time:
    """Both as one, from the first day of the one to the last of the other.

    "from Tuesday to Thursday" runs forward; any other range that would run backward stays open.
    """
    assert first.span is not None and second.span is not None  # noqa: S101 both are found in text
    since, until = first.since, second.until
    if since and until and since > until:
        days = timedelta(days=(until - since).days % 7)
        since, until = (since, since + days) if weekdays else (None, None)
    return replace(
        first,
        span=Span(first.span.start, second.span.end),
        since=since,
        until=until,
        granularity=Granularity.RANGE,
        resolved_from=first.resolved_from or second.resolved_from,
    )


_NOW = re.compile(r" and (?:the )?(?:present|present day|present-day|today|now)\b")


def _one_end(expression: Expression, time: Time, text: str) -> Time:
    """ "between 1961 and the present day" runs on; with no second date only the core is said."""
    open_end = _NOW.match(text, expression.end)
    if open_end is None:
        return replace(time, span=Span(expression.core, expression.end))
    span = Span(expression.start, open_end.end())
    return replace(time, span=span, until=None, granularity=Granularity.RANGE)
