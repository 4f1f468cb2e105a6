"""Normalised text in, date expressions out: their kind, their place and their named parts.

Nothing is resolved here. A core ("June 19, 2024", "Wednesday", "two weeks ago") is found by its
pattern and then widened to the left by the words that bound it ("since", "by the end of").
"""

import re
from dataclasses import dataclass

from foedus.read.dates.calendar import MONTHS, NUMBER_WORDS, ORDINALS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Expression:
    """One date expression: its kind, its core's place, where the widened words start, its parts.

    `preposition` is the word that opens it ("since", "by", ""), `part` the piece of the period
    that is meant ("early", "end", "").
    """

    kind: str
    start: int
    core: int
    end: int
    parts: dict[str, str]
    preposition: str = ""
    part: str = ""


def _names(table: dict[str, int], shortest: int) -> str:
    full = sorted((n.capitalize() for n in table if len(n) >= shortest), key=len, reverse=True)
    return "|".join(full)


_SHORT = ("may", "june", "july")
_FULL_MONTHS = "|".join(name.capitalize() for name in MONTHS if len(name) > 4 or name in _SHORT)
_MONTH = rf"(?P<month>{_FULL_MONTHS}|(?:{_names(MONTHS, 3)})\b\.?)"
_LONE_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
_WEEKDAY = rf"(?P<weekday>{_names(WEEKDAYS, 6)})"
_ANY_WEEKDAY = rf"(?:(?:{_names(WEEKDAYS, 3)})\b\.?,? )?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_LAST_DAY = r"(?:(?:-| to | and | & |/)(?P<last>[0-3]?\d)(?:st|nd|rd|th)?)?"
_YEARS = r"1\d\d\d|20\d\d"
_YEAR = rf"(?P<year>{_YEARS})"
_NO_TAIL = r"(?![\w%/]|,\d|\.\d|-\d)"  # what follows would make the digits a measure or a code
_NO_HEAD = r"(?<![\w,.$£€#/-])"
_NO_CLOCK = r"(?![\d:%]|,\d|\.\d| ?(?:am|pm|a\.m|p\.m)\b)"
_WORDS = "|".join(sorted((w for w in NUMBER_WORDS if w != "zero"), key=len, reverse=True))
_NUMBER = rf"(?P<number>\d{{1,4}}|(?:(?:twenty|thirty|forty|fifty)-)?(?:{_WORDS}))"
_UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade|century|centurie)s?"
_UNITS = r"(?:days|weeks|months|years|decades)"
_SEASONS = "spring|summer|autumn|fall|winter"
_ORDINAL = rf"(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len)[::-1])})"
_WHICH = (
    r"(?P<which>last|next|this|the (?:past|previous|coming|current|following|same|last|next)"
    r"|this past|this coming|(?:earlier|later|early|late) (?:this|next|last))"
)
_THIS_WEEKDAY = r"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming) )?"
_DEICTIC = (
    r"(?P<word>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Ll]ast night"
    r"|[Tt]his (?:morning|afternoon|evening)|[Ee]arlier today|[Ll]ater today"
    r"|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)"
)
_PERIODS = rf"(?P<unit>week|weekend|month|year|quarter|decade|century|{_SEASONS})"
_ABOUT = r"(?:(?:about|around|nearly|almost|roughly|some|just|over|more than|less than|at least) )?"
_FEW = r"(?:a )?(?P<vague>half an?|couple of|few|several|many|dozens of) "
_WAY = (
    r"(?P<way>ago|earlier|before|beforehand|previously|prior|later|afterwards|afterward|after"
    r"|from now|hence)"
)
_SPAN = r"(?:(?:the|these) )?(?P<which>last|past|next|coming|previous)"
_END_OF = r"(?P<part>end|start|beginning|middle|close) of the (?P<unit>month|year|decade|century)"
_THEN = (
    r"(?:(?:earlier|later) )?that (?:same )?(?:day|night|week|month|year)"
    r"|the (?:next|following|same|previous) (?:day|night|morning|evening)"
)
_CLOCK = r"(?: (?P<clock>morning|afternoon|evening|night))?"

# The longest wins where two start at one place; of equals the first.
PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("iso", rf"(?<![\d-]){_YEAR}-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])"),
        ("day", rf"\b{_ANY_WEEKDAY}{_MONTH} {_DAY}{_LAST_DAY}(?:,? {_YEAR})?{_NO_CLOCK}"),
        ("day", rf"\b{_ANY_WEEKDAY}(?:the )?{_DAY}{_LAST_DAY} (?:of )?{_MONTH}(?:,? {_YEAR}\b)?"),
        ("month-year", rf"\b{_MONTH},? (?:of )?{_YEAR}\b(?![,.]\d)"),
        ("month-of", rf"\b{_MONTH},? (?:of )?(?P<which>last|this|next) year\b"),
        ("month", rf"\b(?:(?P<which>last|next|this|this past|this coming) )?{_LONE_MONTH}"),
        ("years", rf"{_NO_HEAD}(?P<first>{_YEARS})[-/](?P<second>{_YEARS}|\d\d){_NO_TAIL}"),
        ("decade", r"\b(?P<decade>1\d\d|20\d)0'?s\b"),
        ("decade", r"(?<!\w)'(?P<short>[2-9]0)s\b"),
        ("century", rf"\b{_ORDINAL}[ -]century\b"),
        ("season", rf"\b(?:the )?(?P<season>{_SEASONS})(?: of|,)? {_YEAR}\b"),
        ("quarter", rf"\b(?:the )?(?P<quarter>first|second|third|fourth) quarter of {_YEAR}\b"),
        ("quarter", rf"\bQ(?P<quarter>[1-4]) {_YEAR}\b"),
        ("fiscal", rf"\b(?:fiscal|financial)(?: year)? {_YEAR}(?:-\d\d(?:\d\d)?)?\b"),
        ("year", rf"{_NO_HEAD}{_YEAR}{_NO_TAIL}"),
        ("year", rf"\b(?:[Mm]id|[Ee]arly|[Ll]ate)-{_YEAR}{_NO_TAIL}"),
        ("weekday", rf"\b{_THIS_WEEKDAY}{_WEEKDAY}{_CLOCK}\b(?!s)"),
        ("deictic", rf"\b{_DEICTIC}\b(?! of)"),
        ("period", rf"(?i:\b{_WHICH} {_PERIODS}\b)(?! (?:ago|before|earlier)\b)"),
        ("part-of-this", rf"(?i:\b{_END_OF}\b)(?! (?:before|after)\b)"),
        ("part-of-this", r"(?i:\b(?P<unit>month|year)(?:'s |-| )(?P<part>end)\b)"),
        ("ago", rf"(?i:\b{_ABOUT}(?:{_FEW}|{_NUMBER} ){_UNIT} {_WAY}\b)"),
        ("span", rf"(?i:\b{_SPAN} (?:(?P<vague>few|several|couple of) |{_NUMBER} ){_UNIT}\b)"),
        ("vague", rf"(?i:\b{_THEN}\b)"),
        ("vague", rf"(?i:\b(?:(?:the )?(?:coming|past|recent|next few)|in recent) {_UNITS}\b)"),
    )
)

_PREPOSITION = (
    r"on|in|since|until|till|by|before|after|during|from|between|as of|through|throughout|over"
    r"|within|for|as early as|as late as|as recently as|ahead of|at|around|late on|early on|up to"
    r"|prior to|starting|beginning"
)
_PART = (
    r"early|late|mid|later|earlier|(?:beginning|start|middle|end|close|rest|turn) of"
    r"|(?:first|second) half of"
)
_OF_DIGITS = frozenset(
    {"iso", "day", "month-year", "years", "decade", "season", "quarter", "fiscal", "year"}
)
"""The kinds of which every pattern holds a digit: where the text has none they need no look."""

_DIGIT = re.compile(r"\d")
_REACH = 40
_TRIGGER = re.compile(
    r"\d{4}|\d0s|Q[1-4] |January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|days?\b|night|[Tt]omorrow|week|month|year|fortnight|decade|century|centuries"
    r"|morning|evening|quarter|spring|summer|autumn|\bfall\b|winter"
)
_WITHOUT_DIGITS = tuple(pair for pair in PATTERNS if pair[0] not in _OF_DIGITS)
_LEFT = re.compile(
    rf"(?:(?P<preposition>\b(?:{_PREPOSITION})) )?"
    rf"(?:(?:the )?(?P<part>\b(?:{_PART}))(?:-| in | )(?:the )?)?"
    r"(?:the (?:year |month of |week of )?)?$",
    re.IGNORECASE,
)


def expressions(text: str) -> list[Expression]:
    """Every date expression of the normalised text, in order, none overlapping another."""
    found = []
    for begin, end in _windows(text):
        digits = _DIGIT.search(text, begin, end) is not None
        for kind, pattern in PATTERNS if digits else _WITHOUT_DIGITS:
            for match in pattern.finditer(text, begin, end):
                parts = {name: value for name, value in match.groupdict().items() if value}
                found.append(Expression(kind, match.start(), match.start(), match.end(), parts))
    found.sort(key=lambda e: (e.start, -e.end))
    kept: list[Expression] = []
    for expression in found:
        if not kept or expression.core >= kept[-1].end:
            kept.append(expression)
    return [widened(text, e, kept[i - 1].end if i else 0) for i, e in enumerate(kept)]


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches of lines that a date can stand in: around a word that every date has one of."""
    windows: list[tuple[int, int]] = []
    for match in _TRIGGER.finditer(text):
        begin = max(0, text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        line_end = text.find("\n", match.end())
        end = min(len(text) if line_end < 0 else line_end, match.end() + _REACH)
        begin = text.rfind(" ", 0, begin) + 1 if begin and text[begin - 1] != "\n" else begin
        end = text.find(" ", end) if end < len(text) and text[end] not in "\n" else end
        end = len(text) if end < 0 else end
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((begin, end))
    return windows


def widened(text: str, expression: Expression, floor: int) -> Expression:
    """The expression with the preposition and the part-word that stand before it."""
    begin = max(floor, text.rfind("\n", 0, expression.core) + 1, expression.core - 40)
    match = _LEFT.search(text, begin, expression.core)
    if match is None or match.start() == expression.core:
        return expression
    start = match.start()
    preposition = (match["preposition"] or "").lower()
    part = (match["part"] or "").lower().removesuffix(" of")
    if not preposition and not part:  # only "the": no part of what is said
        start = expression.core
    return Expression(
        expression.kind, start, expression.core, expression.end, expression.parts,
        preposition, part,
    )  # fmt: skip
