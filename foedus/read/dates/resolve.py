"""An expression, the day of publication and the tense in; the days that it stands for out.

Every rule returns a closed interval and its granularity. What an anchor is missing for, or what
the words leave open, comes back as (None, None): unknown, never a guess.
"""

from collections.abc import Callable
from datetime import date, timedelta

from foedus.model.dates import Granularity, Tense
from foedus.read.dates import calendar
from foedus.read.dates.calendar import Interval
from foedus.read.dates.grammar import Expression

Resolved = tuple[Interval, Granularity]
UNKNOWN: Interval = (None, None)

_WHICH_SHIFT = {
    "last": -1, "the past": -1, "this past": -1, "late last": -1,
    "earlier last": -1, "early last": -1, "the last": -1,
    "next": 1, "the coming": 1, "this coming": 1, "early next": 1, "earlier next": 1,
    "later next": 1, "late next": 1, "the next": 1,
    "this": 0, "the current": 0, "later this": 0, "earlier this": 0, "early this": 0,
    "late this": 0,
}  # fmt: skip


def is_relative(expression: Expression) -> bool:
    """Whether a day of publication is needed to say which days are meant."""
    if expression.kind in ("weekday", "deictic", "period", "part-of-this", "ago", "span", "vague"):
        return True
    return expression.kind in ("day", "month", "month-of") and "year" not in expression.parts


def resolve(expression: Expression, published: date | None, tense: Tense | None) -> Resolved:
    """The days that the core of the expression stands for, and how exactly it says so."""
    return _RULES[expression.kind](expression, published, tense)


def _iso(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    found = calendar.day(int(e.parts["year"]), int(e.parts["m"]), int(e.parts["d"]))
    return (found, found), Granularity.DAY


def _month_number(e: Expression) -> int:
    return calendar.MONTHS[e.parts["month"].rstrip(".").lower()]


def _days_in(year: int, e: Expression) -> Interval:
    month = _month_number(e)
    first = calendar.day(year, month, int(e.parts["day"]))
    last = calendar.day(year, month, int(e.parts.get("last", e.parts["day"])))
    return (first, last) if first and last and first <= last else UNKNOWN


def _day(e: Expression, published: date | None, tense: Tense | None) -> Resolved:
    granularity = Granularity.RANGE if "last" in e.parts else Granularity.DAY
    if "year" in e.parts:
        return _days_in(int(e.parts["year"]), e), granularity
    if published is None or tense is None:
        return UNKNOWN, granularity
    return _nearest([_days_in(published.year + s, e) for s in (-1, 0, 1)], published, tense), (
        granularity
    )


def _nearest(candidates: list[Interval], published: date, tense: Tense) -> Interval:
    """The latest interval begun by the day of publication, or the first not over by then."""
    known = [(a, b) for a, b in candidates if a is not None and b is not None]
    here = [i for i in known if i[0] <= published <= i[1]]
    if here:
        return here[0]
    if tense is Tense.PAST:
        return max((i for i in known if i[0] <= published), default=UNKNOWN)
    if tense is Tense.FUTURE:
        return min((i for i in known if i[1] >= published), default=UNKNOWN)
    return UNKNOWN


def _month_year(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    return calendar.days_of_month(int(e.parts["year"]), _month_number(e)), Granularity.MONTH


def _month_of(e: Expression, published: date | None, _: Tense | None) -> Resolved:
    """ "July last year"."""
    if published is None:
        return UNKNOWN, Granularity.MONTH
    year = published.year + {"last": -1, "this": 0, "next": 1}[e.parts["which"]]
    return calendar.days_of_month(year, _month_number(e)), Granularity.MONTH


def _month(e: Expression, published: date | None, tense: Tense | None) -> Resolved:
    which = e.parts.get("which", "")
    if published is None or (tense is None and not which):
        return UNKNOWN, Granularity.MONTH
    month = _month_number(e)
    near = [calendar.days_of_month(published.year + s, month) for s in (-1, 0, 1)]
    if which in ("last", "this past"):
        past = [i for i in near if i[1] is not None and i[1] < published]
        return max(past, default=UNKNOWN), Granularity.MONTH
    if which in ("next", "this coming"):
        coming = [i for i in near if i[0] is not None and i[0] > published]
        return min(coming, default=UNKNOWN), Granularity.MONTH
    if which == "this":
        return near[1], Granularity.MONTH
    return _nearest(near, published, tense or Tense.PRESENT), Granularity.MONTH


def _year(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    return calendar.days_of_year(int(e.parts["year"])), Granularity.YEAR


def _fiscal(_: Expression, __: date | None, ___: Tense | None) -> Resolved:
    return UNKNOWN, Granularity.UNKNOWN  # each government begins its own on another day


def _years(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    first = int(e.parts["first"])
    second = e.parts["second"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last <= first:
        return UNKNOWN, Granularity.RANGE
    return (date(first, 1, 1), date(last, 12, 31)), Granularity.RANGE


def _decade(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    first = int(e.parts["decade"]) * 10 if "decade" in e.parts else 1900 + int(e.parts["short"])
    return (date(first, 1, 1), date(first + 9, 12, 31)), Granularity.DECADE


def _century(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    words = e.parts["ordinal"].lower()
    ordinal = calendar.ORDINALS.get(words) or int("".join(c for c in words if c.isdigit()))
    if not 1 < ordinal <= 22:
        return UNKNOWN, Granularity.RANGE
    return (date(ordinal * 100 - 99, 1, 1), date(ordinal * 100, 12, 31)), Granularity.RANGE


def _season(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    """Bounded by its year only: which months are summer depends on the hemisphere."""
    year = int(e.parts["year"])
    end = date(year + 1, 3, 31) if e.parts["season"] == "winter" else date(year, 12, 31)
    return (date(year, 1, 1), end), Granularity.YEAR


def _quarter(e: Expression, _: date | None, __: Tense | None) -> Resolved:
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    quarter = words.get(e.parts["quarter"]) or int(e.parts["quarter"])
    first, _last = calendar.days_of_month(int(e.parts["year"]), quarter * 3 - 2)
    return (first, calendar.days_of_month(int(e.parts["year"]), quarter * 3)[1]), Granularity.RANGE


def _weekday(e: Expression, published: date | None, tense: Tense | None) -> Resolved:
    which = e.parts.get("which", "").lower()
    if published is None:
        return UNKNOWN, Granularity.DAY
    back = (published.weekday() - calendar.WEEKDAYS[e.parts["weekday"].lower()]) % 7
    found: date | None = None
    if which in ("last", "this past"):
        found = published - timedelta(days=back or 7)
    elif which in ("next", "this coming"):
        # "next Friday" said on a Monday is this week's to some and the week after's to others.
        found = published + timedelta(days=7 - back) if which == "this coming" else None
    elif back == 0 or tense is Tense.PAST:
        found = published - timedelta(days=back)
    elif tense is Tense.FUTURE:
        found = published + timedelta(days=7 - back)
    return (found, found), Granularity.DAY


def _deictic(e: Expression, published: date | None, _: Tense | None) -> Resolved:
    shifts = {
        "yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }  # fmt: skip
    if published is None:
        return UNKNOWN, Granularity.DAY
    found = published + timedelta(days=shifts.get(e.parts["word"].lower(), 0))
    return (found, found), Granularity.DAY


def _shifted(unit: str, shift: int, anchor: date) -> Resolved:
    """The calendar week, month, year or decade that lies `shift` of them from the anchor's own."""
    if unit in ("week", "weekend"):
        monday, sunday = calendar.days_of_week(anchor, shift)
        if unit == "week" or sunday is None:
            return (monday, sunday), Granularity.RANGE
        return (sunday - timedelta(days=1), sunday), Granularity.RANGE
    if unit == "month":
        there = calendar.add_months(anchor, shift)
        return calendar.days_of_month(there.year, there.month), Granularity.MONTH
    if unit == "year":
        return calendar.days_of_year(anchor.year + shift), Granularity.YEAR
    if unit == "decade":
        first = anchor.year // 10 * 10 + shift * 10
        return (date(first, 1, 1), date(first + 9, 12, 31)), Granularity.DECADE
    return UNKNOWN, Granularity.UNKNOWN  # quarters of whose year, summers of which hemisphere


def _period(e: Expression, published: date | None, tense: Tense | None) -> Resolved:
    which, unit = e.parts["which"].lower(), e.parts["unit"].lower()
    shift = _WHICH_SHIFT.get(which)
    if published is None or shift is None:
        return UNKNOWN, _shifted(unit, 0, date(2000, 1, 1))[1]
    if which in ("the past", "the last", "the next", "the coming", "this past"):
        return _rolling(shift, 1, unit, published)
    if unit == "weekend" and which == "this":
        # Before Saturday "this weekend" lies ahead; after Sunday it may be the one just gone.
        shift = -1 if tense is Tense.PAST and published.weekday() < 5 else 0
    if unit == "weekend" and which == "last" and published.weekday() > 5:
        return UNKNOWN, Granularity.RANGE
    return _shifted(unit, shift, published)


def _part_of_this(e: Expression, published: date | None, tense: Tense | None) -> Resolved:
    unit = e.parts["unit"].lower()
    if published is None or tense is None:
        return UNKNOWN, Granularity.UNKNOWN
    interval, _ = _shifted(unit, 0, published)
    return part_of(interval, e.parts["part"].lower()), Granularity.UNKNOWN


def _ago(e: Expression, published: date | None, _: Tense | None) -> Resolved:
    unit, way = e.parts["unit"].lower().replace("centurie", "century"), e.parts["way"].lower()
    count = calendar.number(e.parts.get("number", ""))
    if published is None or count is None or way not in ("ago", "from now", "hence"):
        return UNKNOWN, Granularity.UNKNOWN  # "two days earlier" counts from another event
    return _at_distance(-count if way == "ago" else count, unit, published)


def _at_distance(count: int, unit: str, anchor: date) -> Resolved:
    """So many units from the anchor, no more exactly than the unit itself says."""
    if unit in ("day", "night"):
        found = anchor + timedelta(days=count)
        return (found, found), Granularity.DAY
    if unit in ("week", "fortnight"):
        weeks = count * (2 if unit == "fortnight" else 1)
        return calendar.days_of_week(anchor, weeks), Granularity.RANGE
    if unit == "month":
        there = calendar.add_months(anchor, count)
        return calendar.days_of_month(there.year, there.month), Granularity.MONTH
    years = count * {"year": 1, "decade": 10, "century": 100}[unit]
    if not 1 <= anchor.year + years <= 9998:
        return UNKNOWN, Granularity.UNKNOWN
    if unit == "year":
        return calendar.days_of_year(anchor.year + years), Granularity.YEAR
    return UNKNOWN, Granularity.UNKNOWN  # "two decades ago" is no year


def _rolling(direction: int, count: int, unit: str, anchor: date) -> Resolved:
    """ "the past three years": from so long ago to the day of publication, or onwards from it."""
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
    if days is not None:
        other = anchor + timedelta(days=days * count * direction)
    elif months is not None and 1 <= anchor.year + direction * months * count // 12 <= 9998:
        other = calendar.add_months(anchor, direction * months * count)
    else:
        return UNKNOWN, Granularity.RANGE
    return (min(anchor, other), max(anchor, other)), Granularity.RANGE


def _span(e: Expression, published: date | None, _: Tense | None) -> Resolved:
    count = calendar.number(e.parts.get("number", ""))
    if published is None or count is None or e.parts["which"].lower() == "previous":
        return UNKNOWN, Granularity.RANGE  # "the previous two years" count from another event
    direction = 1 if e.parts["which"].lower() in ("next", "coming") else -1
    unit = e.parts["unit"].lower().replace("centurie", "century")
    return _rolling(direction, count, unit, published)


def _vague(_: Expression, __: date | None, ___: Tense | None) -> Resolved:
    return UNKNOWN, Granularity.UNKNOWN


def part_of(interval: Interval, part: str) -> Interval:
    """The bounds of a part of a period: exact for halves; else the whole period bounds it."""
    first, last = interval
    if first is None or last is None:
        return UNKNOWN
    if part in ("first half", "second half") and (last - first).days > 300:
        years = last.year - first.year + 1
        middle = date(first.year + years // 2 - 1, 12, 31) if years > 1 else date(last.year, 6, 30)
        return (first, middle) if part == "first half" else (middle + timedelta(days=1), last)
    return first, last


_RULES: dict[str, Callable[[Expression, date | None, Tense | None], Resolved]] = {
    "iso": _iso, "day": _day, "month-year": _month_year, "month-of": _month_of,
    "month": _month, "years": _years,
    "decade": _decade, "century": _century, "season": _season, "quarter": _quarter,
    "fiscal": _fiscal, "year": _year, "weekday": _weekday, "deictic": _deictic,
    "period": _period, "part-of-this": _part_of_this, "ago": _ago, "span": _span, "vague": _vague,
}  # fmt: skip
