"""Numbers, names of months and days, and closed intervals of days that they stand for."""

import calendar
from datetime import date, timedelta

Interval = tuple[date | None, date | None]

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun",
         "july jul", "august aug", "september sept sep", "october oct", "november nov",
         "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu", "friday fri",
         "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip
_NUMBERS = {
    word: value
    for value, words in enumerate(
        "zero|one a an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
        "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty".split("|")
    )
    for word in words.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
NUMBER_WORDS = tuple(_NUMBERS)
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
ORDINALS = {name: number for number, name in enumerate(_ORDINAL_WORDS.split(), start=1)}


def number(words: str) -> int | None:
    """ "three", "24" or "twenty-four" as a number; None for anything else."""
    words = words.lower().strip()
    if words.isdigit():
        return int(words)
    parts = words.split("-")
    if any(part not in _NUMBERS for part in parts):
        return None
    return sum(_NUMBERS[part] for part in parts)


def day(year: int, month: int, of_month: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def days_of_month(year: int, month: int) -> Interval:
    """The month's first and last day."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def days_of_year(year: int) -> Interval:
    """1 January to 31 December."""
    return date(year, 1, 1), date(year, 12, 31)


def days_of_week(anchor: date, shift: int = 0) -> Interval:
    """Monday to Sunday of the anchor's week, `shift` weeks on."""
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def add_months(anchor: date, months: int) -> date:
    """The same day of the month `months` on, or the month's last day where it is shorter."""
    index = anchor.year * 12 + anchor.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor.day, last))
