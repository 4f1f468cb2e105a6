"""A span of a report in, the words for the brief out: in double marks only what is a speaker's own.

What the report puts in its own words stands without marks, with the inner quotations marked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from foedus.model.document import Span
from foedus.read.marks import quotations_in
from foedus.report.dossier import Said, Source

# a quotation within a quotation takes single marks
_INNER = str.maketrans({"“": "‘", "”": "’"})
_MARKS = '“”"«»„ ,;'
# where a clause ends: at these marks, or before these words
_CLAUSE_END = re.compile(
    r"[,;:]?\s(?:–|—|-)\s|[;:]\s|,\s|\s(?=(?:which|who|where|when|while|whilst|whereas|because"
    r"|since|although|though|and|but|or|so|as|after|before|until)\s)"
)
# what would turn the sense round is never cut away
_TURNS = re.compile(r"^(?:if|unless|except|only|but|not|without|or)\b|\b(?:if|unless|except)\b")
_CONDITION = re.compile(r"\b(?:if|unless|except|provided|as long as|only when)\b")
_HANGING = frozenset(
    (
        "a an the of in on at to for from by with and or but that which who its their his her our"
        " is are was were be as than not no into under against this these those my your it such"
        " more most"
    ).split()
)
LEAST_WORDS = 4
ROOM = 3  # words over the limit for which nothing is cut


@dataclass(frozen=True, slots=True)
class Words:
    """Words as the brief shows them; `own` where all of them are the speaker's own."""

    text: str
    own: bool
    cut: bool

    def __str__(self) -> str:
        return self.text


class Quoting:
    """Knows which characters of each report stand between quotation marks."""

    def __init__(self, said: Iterable[Said]) -> None:
        self._known: dict[str, list[Span]] = {}
        self._direct: dict[str, list[Span]] = {}
        for one in said:
            if one.kind == "direct":
                self._direct.setdefault(one.source.letter, []).extend(one.content)

    def runs(self, source: Source) -> list[Span]:
        """The report's quotations, marks included, and the contents that are wholly quoted."""
        if source.letter not in self._known:
            text = source.document.text
            marked = [q for line in source.lines for q in quotations_in(text, line.span)]
            self._known[source.letter] = marked + self._direct.get(source.letter, [])
        return self._known[source.letter]

    def own(self, source: Source, span: Span) -> bool:
        """Whether every word of the span stands between quotation marks."""
        inner = stripped(source, span)
        return any(run.covers(inner) for run in self.runs(source))

    def words(self, source: Source, span: Span, limit: int = 14) -> Words:
        """The span's words, cut at a clause's end, marked where they are a speaker's own."""
        own = self.own(source, span)
        words = source.words(stripped(source, span) if own else span).strip(" ,;")
        words = curled(words)
        words = words.translate(_INNER) if own else balanced(words)
        shown = clause_cut(words, limit)
        return Words(f"“{shown}”" if own else shown, own, shown != words)


def stripped(source: Source, span: Span) -> Span:
    """The span without the marks and commas at its ends."""
    words = span.of(source.document.text)
    start = span.start + len(words) - len(words.lstrip(_MARKS + "\n"))
    end = span.end - (len(words) - len(words.rstrip(_MARKS + "\n")))
    return Span(start, max(start, end))


def balanced(words: str) -> str:
    """The words without a mark that lost its partner at a cut of the report's own."""
    kept: list[str] = []
    opened: list[int] = []
    for char in words:
        if char == "“":
            opened.append(len(kept))
        elif char == "”":
            if not opened:
                continue
            opened.pop()
        kept.append(char)
    return "".join(c for i, c in enumerate(kept) if i not in opened)


def curled(words: str) -> str:
    """Straight double marks as curly ones: opening where a word follows and none precedes."""
    marked = re.sub(r'(?<![\w.,!?;:…’”])"(?=[\w‘(\[…$£€])', "“", words)
    return marked.replace('"', "”")


def clause_cut(words: str, limit: int) -> str:
    """The words up to the last clause that ends within the limit, the cut shown as an ellipsis.

    Nothing is cut that is only a little too long, nor a condition or what turns the sense round;
    a quotation that the cut leaves open is closed.
    """
    tokens = words.split()
    if len(tokens) <= limit + ROOM:
        return words
    for end in reversed([m.start() for m in _CLAUSE_END.finditer(words)]):
        kept, rest = words[:end], words[end:].lstrip(" ,;:–—-")
        count = len(kept.split())
        if (
            max(LEAST_WORDS, limit // 2) <= count <= limit
            and not _TURNS.search(rest[:40].lower())
            and _whole(kept)
        ):
            return _closed(f"{kept.rstrip(' ,;:–—-')} …")
    if len(tokens) <= 2 * limit and _CONDITION.search(" ".join(tokens[limit // 2 :]).lower()):
        return words
    count = limit
    while count > LEAST_WORDS and tokens[count - 1].strip("“‘(").lower() in _HANGING:
        count -= 1
    return _closed(" ".join(tokens[:count]).rstrip(" ,;:–—-") + " …")


def trimmed(words: str, limit: int) -> str:
    """At most `limit` words, wherever they end, the cut shown as an ellipsis."""
    tokens = words.split()
    if len(tokens) <= limit:
        return words
    return _closed(" ".join(tokens[:limit]).rstrip(" ,;:–-") + " …")


def _whole(kept: str) -> bool:
    """Whether what is kept can end here: on no small word, in no open bracket."""
    return kept.split()[-1].strip("“‘(").lower() not in _HANGING and kept.count("(") <= kept.count(
        ")"
    )


def _closed(words: str) -> str:
    """The words with a quotation that the cut left open closed again."""
    for opening, closing in (("“", "”"), ("‘", "’")):
        if words.count(opening) > _closings(words, closing):
            words += closing
    return words


def _closings(words: str, closing: str) -> int:
    """Closing marks; an apostrophe within a word is none."""
    return len(re.findall(rf"(?<=\S){closing}(?!\w)", words))
