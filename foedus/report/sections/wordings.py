"""Quotations in, pairs out: the same words in two reports, or one remark in two wordings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from foedus.model.claim import Predicate
from foedus.model.document import READ_ROLES, Span
from foedus.report.callings import PRONOUNS
from foedus.report.desk import Desk
from foedus.report.dossier import Source, plain

_MARKED = re.compile(r"[“\"«„]([^“”\"«»„]+)[”\"»“]")
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*")
TEXT = "the text"  # whose words a provision is, where no speaker gives them
_OF_TREATY = re.compile(
    r"\b(?:article|clause|provision|paragraph|section|treaty|pact|agreement|accord|protocol"
    r"|convention|charter|memorandum|declaration)\b",
    re.IGNORECASE,
)
# one remark: this share of the shorter one's words stand in the other, in order
SHARED_WORDS = 0.6
END_WORDS = 2
TELLING = 2  # words, the small ones aside
NOBODY = PRONOUNS | {"unattributed"}
# what two quotations must share where it is not told whose words both are, and how many words
UNOWNED_SHARED, UNOWNED_WORDS = 0.6, 6
WHOLE_WORDS, NEAR_WORDS = 12, 5
SMALL = frozenset(
    (
        "a an the of in on at to for and or but is are was were be been it its this that"
        " with by as from our your their his her we they he she i you not no will would"
        " has have had"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, with whose words they are and the row that they come from."""

    owner: str
    owner_name: str
    source: Source
    span: Span
    row: str

    @property
    def tokens(self) -> list[Span]:
        words = self.span.of(self.source.document.text)
        start = self.span.start
        return [Span(start + m.start(), start + m.end()) for m in _TOKEN.finditer(words)]

    def word(self, token: Span) -> str:
        return plain(token.of(self.source.document.text)).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations of one remark, each cut to the part that they share.

    `first_differs` and `second_differs` are the words of either that the other has not.
    """

    first: Quotation
    second: Quotation
    first_span: Span
    second_span: Span
    first_differs: tuple[Span, ...]
    second_differs: tuple[Span, ...]

    @property
    def owner(self) -> str:
        """Whose words both are; "" where neither report tells."""
        return self.first.owner or self.second.owner

    @property
    def owner_name(self) -> str:
        """The name of the owner, "" where neither report tells."""
        return self.first.owner_name or self.second.owner_name

    @property
    def sides(self) -> tuple[tuple[Quotation, Span], tuple[Quotation, Span]]:
        """Both quotations with the part of each that they share."""
        return (self.first, self.first_span), (self.second, self.second_span)

    @property
    def same(self) -> bool:
        """Whether the words are the same; "I.R.S." and "IRS", "work force" and "workforce" are."""
        if not self.first_differs and not self.second_differs:
            return True
        first, second = self.first.source.document.text, self.second.source.document.text
        return _letters(self.first_span.of(first)) == _letters(self.second_span.of(second))


def _letters(words: str) -> str:
    """The letters and digits alone, in small."""
    return "".join(filter(str.isalnum, words.casefold()))


def quotations(desk: Desk) -> list[Quotation]:
    """Every quoted run of words of the dossier, each once; `owner` is "" where nobody is told."""
    found: dict[tuple[str, Span], Quotation] = {}
    for one in _said(desk):
        found.setdefault((one.source.letter, one.span), one)
    for one in _told(desk):
        found.setdefault((one.source.letter, one.span), one)
    for one in _unowned(desk):
        if len(one.tokens) >= UNOWNED_WORDS:
            found.setdefault((one.source.letter, one.span), one)
    return list(found.values())


def _said(desk: Desk) -> Iterator[Quotation]:
    for said in desk.dossier.said:
        if not said.speaker or said.cue_mood != "said" or plain(said.speaker) in NOBODY:
            continue
        owner, name = said.key, desk.actor_name(said.actor) or said.speaker
        if said.speaker_kind == "text" and _OF_TREATY.search(said.speaker):
            owner, name = TEXT, TEXT
        for span in said.content:
            for inner in marked(said.source, span):
                yield Quotation(owner, name, said.source, inner, said.id)


def _told(desk: Desk) -> Iterator[Quotation]:
    for told in desk.dossier.told:
        owner, name = "", ""
        if told.claim.predicate is Predicate.PROVISION:
            owner, name = TEXT, TEXT
        elif told.claim.voice:
            owner, name = desk.key_of_voice(told.claim.voice[-1]), desk.name(told.claim.voice[-1])
        elif told.claim.predicate is Predicate.RELATION and told.claim.filler("source"):
            speaker = told.claim.fillers("source")[0]
            owner, name = desk.key(speaker), desk.name(speaker)
        if owner and plain(name) not in NOBODY:
            for inner in marked(told.source, told.claim.passage):
                yield Quotation(owner, name, told.source, inner, told.id)


def _unowned(desk: Desk) -> Iterator[Quotation]:
    """Every quoted run, whoever is told or not told to say it."""
    for source in desk.sources():
        for line in source.lines:
            if line.role in READ_ROLES:
                for inner in marked(source, line.span):
                    row = desk.passages.cite(source, (inner,), "quoted")
                    yield Quotation("", "", source, inner, row)


def marked(source: Source, span: Span) -> Iterator[Span]:
    """The runs between quotation marks that overlap the span, without the marks."""
    text = source.document.text
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    for match in _MARKED.finditer(line):
        inner = Span(line_start + match.start(1), line_start + match.end(1))
        if inner.overlaps(span):
            yield inner


def pairs(found: Iterable[Quotation]) -> list[Pair]:
    """The best pair of every two reports and one owner, the differing ones first."""
    ranked: dict[tuple[str, str, str, Span], Pair] = {}
    words = [(one, {one.word(token) for token in one.tokens} - SMALL) for one in found]
    for (first, mine), (second, theirs) in combinations(words, 2):
        owners = {first.owner, second.owner} - {""}
        same = first.source.letter == second.source.letter
        if len(owners) > 1 or same or len(mine & theirs) < TELLING:
            continue
        pair = aligned(first, second)
        if pair and (first.owner == second.owner != "" or _all_but_alike(pair)):
            owner = next(iter(owners), "")
            key = (owner, first.source.letter, second.source.letter, pair.first_span)
            ranked.setdefault(key, pair)
    return sorted(ranked.values(), key=lambda pair: pair.same)


def _all_but_alike(pair: Pair) -> bool:
    """Whether so much is shared that it is one remark, whoever made it."""
    for one, span, differs in (
        (pair.first, pair.first_span, pair.first_differs),
        (pair.second, pair.second_span, pair.second_differs),
    ):
        words = sum(span.covers(token) for token in one.tokens)
        if words < UNOWNED_WORDS or len(differs) > (1 - UNOWNED_SHARED) * words:
            return False
    return True


def aligned(first: Quotation, second: Quotation) -> Pair | None:
    """The shared part of two quotations, or None where they are not one remark."""
    a, b = first.tokens, second.tokens
    words_a, words_b = [first.word(t) for t in a], [second.word(t) for t in b]
    blocks = SequenceMatcher(None, words_a, words_b, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return None
    shared = [words_a[i] for block in blocks for i in range(block.a, block.a + block.size)]
    telling = [word for word in shared if word not in SMALL]
    if len(telling) < TELLING or len(shared) < SHARED_WORDS * min(len(a), len(b)):
        return None
    in_a = {i for block in blocks for i in range(block.a, block.a + block.size)}
    in_b = {i for block in blocks for i in range(block.b, block.b + block.size)}
    range_a, range_b = range(min(in_a), max(in_a) + 1), range(min(in_b), max(in_b) + 1)
    # a shared part full of gaps is chance, not a second wording
    if min(len(range_a), len(range_b)) > 1.7 * len(shared):
        return None
    range_a, range_b = _with_ends(range_a, range_b, len(a), len(b))
    return Pair(
        first, second,
        Span(a[range_a[0]].start, a[range_a[-1]].end),
        Span(b[range_b[0]].start, b[range_b[-1]].end),
        tuple(a[i] for i in range_a if i not in in_a),
        tuple(b[i] for i in range_b if i not in in_b),
    )  # fmt: skip


def _with_ends(first: range, second: range, length: int, other: int) -> tuple[range, range]:
    """The shared part with a differing word or two at its end or beginning, where both have one.

    "... of this treaty" and "... of this agreement" differ in the last word; where only one goes
    on, it is merely quoted at greater length.
    """
    after = (length - first.stop, other - second.stop)
    before = (first.start, second.start)
    if all(1 <= n <= END_WORDS for n in after):
        first, second = range(first.start, length), range(second.start, other)
    if all(1 <= n <= END_WORDS for n in before):
        first, second = range(0, first.stop), range(0, second.stop)
    return first, second


def pieces(source: Source, span: Span, differs: tuple[Span, ...]) -> list[dict[str, object]]:
    """The span as pieces of text in order, each with whether it differs."""
    text = source.document.text
    at, found = span.start, []
    for one in differs:
        found.append((Span(at, max(at, one.start)), False))
        found.append((one, True))
        at = one.end
    found.append((Span(at, max(at, span.end)), False))
    return [
        {"text": " ".join(piece.of(text).split()), "differs": marked_}
        for piece, marked_ in found
        if piece.of(text).strip()
    ]


def variant(source: Source, span: Span, differs: tuple[Span, ...]) -> dict[str, object]:
    """One wording of one report: its words, their place, and the pieces with the differing ones.

    Of a long wording only the words about the differing ones are shown.
    """
    text = source.document.text
    near = _near(span, differs, text) if differs else span
    shown = pieces(source, near, differs)
    if shown and near.start > span.start:
        shown.insert(0, {"text": "…", "differs": False})
    if shown and near.end < span.end:
        shown.append({"text": "…", "differs": False})
    return {
        "source": source.label,
        "document": source.document.id,
        "passage": [near.start, near.end],
        "words": near.of(text),
        "pieces": shown,
    }


def _near(span: Span, differs: tuple[Span, ...], text: str) -> Span:
    """From some words before the first differing one to some behind the last."""
    before = list(_TOKEN.finditer(text, span.start, differs[0].start))[-NEAR_WORDS:]
    behind = list(_TOKEN.finditer(text, differs[-1].end, span.end))[:NEAR_WORDS]
    if len(list(_TOKEN.finditer(text, span.start, span.end))) <= WHOLE_WORDS:
        return span
    start = before[0].start() if before else differs[0].start
    return Span(start, behind[-1].end() if behind else differs[-1].end)
