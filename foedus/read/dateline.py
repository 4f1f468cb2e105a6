"""A page's lines in, the day that its own dateline gives out, where it gives one without doubt;
a paragraph in, how much of its head is the dateline of a dispatch out.

Looked for only between the headline and the first paragraphs, in short lines, and as full dates:
a day, a month in words and a year, or ISO 8601. "06/07/2024" may be two days and counts as none.
"""

import re
from collections.abc import Iterator
from datetime import date

from foedus.model.document import Document, Line, LineRole, Span

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        (
            "january february march april may june july august september october november december"
        ).split(),
        1,
    )
}
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*)\.?"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?P<year>(?:19|20)\d\d)"
    rf"|{_MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?"
    r" (?P<year2>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}"
    rf"|{_MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b"
    r"(?!,? (?:19|20)\d\d)",
    re.IGNORECASE,
)
_WORD = r"[A-Z][\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|la|of|and|el))*"
_PLACE = re.compile(
    rf"(?=(?P<first>{_WORD})){_NAME}(?:, ?{_NAME}){{0,2}}(?: \([A-Z][\w /.&-]*\))?,?\s*"
)
_NO_PLACES = frozenset({
    "in", "on", "at", "by", "the", "a", "an", "from", "since", "until", "after", "before", "it",
    "this", "that", "published", "updated", "posted", "born", "dated",
})  # fmt: skip
_CAPITALS = r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}"
_REGION = r"(?:, [A-Z][\w.’' ]{1,24}?)?"
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:, (?:[A-Z][a-z]+day,? )?(?:\d{{1,2}} )?{_MONTH_NAME}(?: \d{{1,2}})?"
    r"(?:,? (?:19|20)\d\d)?)"
)
_AGENCY = r"(?: ?\([A-Z][\w /.&’'-]{1,30}\))"
_DASH = r"(?: ?(?:—|–|--) ?| - )"
_DISPATCH = re.compile(
    rf"(?:{_CAPITALS}(?:/{_CAPITALS})?{_REGION}{_DAY}?{_AGENCY}?"
    rf"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,2}}{_REGION}(?:{_DAY}{_AGENCY}?|{_AGENCY}))"
    rf"{_DASH}(?=[\"“‘'(]?[A-Z0-9])"
)
# what opens a paragraph in capitals, or before a dash, and is no city
_NO_CITY = frozenset(
    """NATO OPEC ASEAN USA IAEA WHO COVID FIFA UNESCO UNICEF BREAKING UPDATE UPDATED EXCLUSIVE
    OPINION ANALYSIS WATCH LIVE COMMENT VIDEO EXPLAINER READ CORRECTION The In On At By From
    This""".split()
)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|revised|corrected)\b", re.IGNORECASE)
LINE = 90  # a dateline is short: none on the development pages is longer
APART = 3  # "published" and "updated" may differ by days; further apart they are two things
PARAGRAPHS = 2  # an agency's dateline opens the first paragraph ("SEOUL, June 19, 2024 (AP)")


def dateline(document: Document, lines: tuple[Line, ...]) -> tuple[date, Span] | None:
    """The day of publication as the page's head gives it, with its passage; None in any doubt."""
    found = sorted(set(_dates(document, lines)), key=lambda pair: pair[0])
    if not found or (found[-1][0] - found[0][0]).days > APART:
        return None
    return found[0]


def head_dates(document: Document, lines: tuple[Line, ...]) -> list[tuple[date, Span]]:
    """The days that the page's head gives, with their passages, in order of the text.

    Days of a line that tells of an update are left out: they are no day of publication.
    """
    text = document.text
    found = []
    for day, span in _dates(document, lines):
        line = next(one.span for one in lines if one.span.covers(span))
        if not _UPDATED.search(text, line.start, span.start):
            found.append((day, span))
    return found


def dateline_length(paragraph: str) -> int:
    """How many characters at the head of a paragraph are a dateline: "OSLO, July 2 (Agency) - "."""
    first = re.match(r"\w*", paragraph)
    found = _DISPATCH.match(paragraph)
    return found.end() if found and first and first[0] not in _NO_CITY else 0


def datelines(
    document: Document, lines: tuple[Line, ...], published: date
) -> list[tuple[date, Span]]:
    """The days that the datelines of the first paragraphs give, with their passages.

    Of a dateline without a year ("OSLO, 2 July (NN) - ") it is the one by which the day is nearest
    to `published`.
    """
    body = [line for line in lines if line.role is LineRole.BODY and line.span.of(document.text)]
    found = [
        (day, span)
        for day, span in head_dates(document, lines)
        if any(len(one.span.of(document.text)) > LINE and one.span.covers(span) for one in body)
    ]
    for line in body[:PARAGRAPHS]:
        words = line.span.of(document.text)
        for match in _BARE.finditer(words, 0, dateline_length(words)):
            days = [day for year in (-1, 0, 1) if (day := _in_year(match, published.year + year))]
            if days:
                nearest = min(days, key=lambda day: abs((day - published).days))
                found.append((nearest, _moved(match, line.span.start)))
    return found


def _moved(match: re.Match[str], start: int) -> Span:
    return Span(start + match.start(), start + match.end())


def _in_year(match: re.Match[str], year: int) -> date | None:
    day, month = match["day"] or match["day2"], match["month"] or match["month2"]
    try:
        return date(year, _MONTHS[month[:3].lower()], int(day))
    except ValueError:  # 29 February
        return None


def _dates(document: Document, lines: tuple[Line, ...]) -> Iterator[tuple[date, Span]]:
    paragraphs = 0
    heading = any(line.role is LineRole.HEADLINE for line in lines)
    begun = not heading
    for line in lines:
        words = line.span.of(document.text)
        begun = begun or line.role is LineRole.HEADLINE
        if line.role is LineRole.BODY and words.strip():
            paragraphs += 1
        if paragraphs > PARAGRAPHS:
            return
        limit = min(line.span.end, line.span.start + LINE)
        if not begun:
            continue
        for match in _DATE.finditer(document.text, line.span.start, limit):
            # within a paragraph only a dateline that opens it counts
            if len(words) > LINE and not _opens(
                words, match.start() - line.span.start, match.end() - line.span.start
            ):
                continue
            day = _day(match)
            if day:
                yield day, Span(*match.span())


def _opens(words: str, start: int, end: int) -> bool:
    """Whether an agency's dateline ends at `end`: a place before the day, a mark behind it.

    "OSLO, July 2, 2024 (NN) - ", "Oslo (NN), 2 July 2024: "; not "In Oslo, 2 July 2024 was ...".
    """
    before = _PLACE.fullmatch(words[:start])
    if before is None or before["first"].lower() in _NO_PLACES:
        return False
    return bool(re.match(r"\s*(?:\([A-Z][\w /.&-]*\)|[-–—:])", words[end:]))


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        day, month = match["day"] or match["day2"], match["month"] or match["month2"]
        year = match["year"] or match["year2"]
        return date(int(year), _MONTHS[month[:3].lower()], int(day))
    except ValueError:
        return None
