"""A page and the rules' candidates in, its tokens as arrays out: what the columns are made of.

Each array has one place more than there are tokens; that last place (`view.nothing`) stands for
what is not there: the subject of a verb without one, the token before the first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from foedus.model.document import Span
from foedus.read.quotes import lexicon, nominals
from foedus.read.quotes.learned.hashing import Ints, Keys, key_of
from foedus.read.quotes.page import Candidate, Page

Flags = npt.NDArray[np.bool_]
Halves = npt.NDArray[np.float16]

_ROLES = {
    "saying": lexicon.SAYING, "mind": lexicon.MIND, "infinitive": lexicon.INFINITIVE,
    "object-to": lexicon.OBJECT_TO, "object": lexicon.OBJECT, "call": lexicon.CALL,
    "preposition": frozenset(lexicon.PREPOSITION), "seeming": lexicon.SEEMING,
    "noun": nominals.NOUN | frozenset(nominals.NOUN_OF), "expected": lexicon.EXPECTED,
    "adjective": nominals.ADJECTIVE | frozenset(nominals.ADJECTIVE_OF), "felt": lexicon.FELT,
    "plain": lexicon.PLAIN, "parenthetic": lexicon.PARENTHETIC, "gerund": lexicon.GERUND,
    "topic": lexicon.TOPIC, "words-of": lexicon.WORDS_OF,
}  # fmt: skip
_SLOT_OF = {
    "nsubj": "subject", "nsubjpass": "subject", "csubj": "subject", "expl": "subject",
    "dobj": "object", "attr": "object", "oprd": "predicate", "acomp": "predicate",
    "ccomp": "clause", "xcomp": "infinitive", "advcl": "adverbial", "prep": "preposition",
    "agent": "preposition", "prt": "particle", "neg": "negation", "aux": "auxiliary",
    "auxpass": "passive", "mark": "mark", "poss": "owner", "acl": "adnominal",
    "relcl": "adnominal", "dative": "hearer", "det": "determiner", "pobj": "inner",
    "pcomp": "inner",
}  # fmt: skip
_SLOTS = tuple(dict.fromkeys(_SLOT_OF.values()))
_ENDING_DEPS = (
    "prep", "cc", "mark", "aux", "auxpass", "advmod", "agent", "relcl", "advcl", "acl", "npadvmod",
    "ROOT",
)  # fmt: skip
_ENDING_TAGS = ("WDT", "WP", "WRB", "WP$", "TO", "PRP")
_SPEAKING_DEPS = ("nsubj", "nsubjpass", "poss", "pobj", "dobj")  # whatever part of speech
_PARTS_OF_NAMES = ("compound", "nmod", "npadvmod", "quantmod")
_CLIMB = 8  # heads above a token among which its verb is looked for
_SHOWN = 4  # dependants whose labels make a token's pattern


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a rule made of a cue: the content from token `first` to token `last`."""

    first: int
    last: int
    candidate: Candidate
    kept: bool


@dataclass(slots=True)
class View:
    """The tokens of a page as arrays."""

    page: Page
    nothing: int
    keys: dict[str, Keys]  # lower, lemma, pos, tag, dep, roles, pattern, pattern_before, title
    slots: dict[str, Ints]  # for each slot the dependant that fills it
    head: Ints
    left: Ints
    right: Ints
    verb: Ints  # the nearest verb above
    begin: Ints  # of the sentence
    stop: Ints
    block: Ints
    inside: Ints  # the quotation's number, or -1
    highest_from: Ints  # the highest token whose phrase begins here
    highest_to: Ints
    word: Flags
    opens: Flags  # first token of a quotation
    closes: Flags
    says: Flags
    ends_before: Flags  # a content may end before this token
    nominal: Flags
    joins: Flags  # "and", "but"
    that: Flags
    letters: Ints  # letters and digits before each token; also: commas, verbs of saying, quoted
    commas: Ints
    sayings: Ints
    quoted: Ints
    offset: Ints
    end: Ints
    context: Halves
    rules: dict[int, list[Ruled]] = field(default_factory=dict)
    rule_name: Keys = field(default_factory=lambda: np.zeros(0, np.uint64))
    rule_kept: Keys = field(default_factory=lambda: np.zeros(0, np.uint64))

    def at(self, tokens: Ints) -> Ints:
        """The tokens, those beyond either end of the page as `nothing`."""
        found: Ints = np.where((tokens < 0) | (tokens > self.nothing), self.nothing, tokens)
        return found


def view_of(page: Page, candidates: Iterable[Candidate], kept: Iterable[Candidate]) -> View:
    """The page as arrays; `kept` are those of the rules' candidates that hold by the rules."""
    doc, size = page.doc, len(page.doc)
    strings = doc.vocab.strings
    told = doc.to_array(["LOWER", "LEMMA", "POS", "TAG", "DEP"]).reshape(size, 5).astype(np.uint64)
    names = ("lower", "lemma", "pos", "tag", "dep")
    keys = {name: _padded(told[:, k]) for k, name in enumerate(names)}
    head = np.fromiter((t.head.i for t in doc), np.int64, size)
    left = np.fromiter((t.left_edge.i for t in doc), np.int64, size)
    right = np.fromiter((t.right_edge.i for t in doc), np.int64, size)
    slots, patterns = _slots(doc, head)
    keys |= patterns
    keys["roles"] = _padded(np.fromiter((_roles_of(t.lemma_) for t in doc), np.uint64, size))
    keys["title"] = _padded(np.fromiter((t.text[:1].isupper() for t in doc), np.uint64, size))

    def among(name: str, words: Iterable[str]) -> Flags:
        return np.isin(keys[name], np.array([strings.add(word) for word in words], np.uint64))

    verbs = among("pos", ("VERB", "AUX"))
    says = among("lemma", sorted(lexicon.SAYING)) & among("pos", ("VERB",))
    offset = np.fromiter((t.idx for t in doc), np.int64, size)
    end = np.fromiter((t.idx + len(t) for t in doc), np.int64, size)
    before = _summed(np.fromiter((c.isalnum() for c in page.text), np.int64, len(page.text)))
    inside = np.array(page.inside, np.int64)
    opens, closes = np.zeros(size + 1, bool), np.zeros(size + 1, bool)
    for quotation in page.quotations:
        opens[quotation.first] = closes[quotation.last] = True
    starts = np.array([block.span.start for block in page.blocks], np.int64)
    nominal = among("pos", ("NOUN", "PROPN", "PRON")) & ~among("dep", _PARTS_OF_NAMES)
    highest_from, highest_to = _highest(head, left, right)
    view = View(
        page=page, nothing=size, keys=keys, slots=slots,
        head=_padded_ints(head, size), left=_padded_ints(left, size),
        right=_padded_ints(right, size), verb=_verbs_above(head, verbs),
        begin=_padded_ints(np.array([s for s, _ in page.sentence], np.int64), size),
        stop=_padded_ints(np.array([e for _, e in page.sentence], np.int64), size),
        block=_padded_ints(np.searchsorted(starts, offset, side="right") - 1, -1),
        inside=_padded_ints(inside, -1), highest_from=highest_from, highest_to=highest_to,
        word=np.append(before[end] > before[offset], False), opens=opens, closes=closes, says=says,
        ends_before=among("dep", _ENDING_DEPS) | among("tag", _ENDING_TAGS) | verbs,
        nominal=nominal | among("dep", _SPEAKING_DEPS),
        joins=among("dep", ("cc",)), that=among("lower", ("that",)) & among("dep", ("mark",)),
        letters=_summed(before[end] - before[offset]), commas=_summed(among("lower", (",",))[:-1]),
        sayings=_summed(says[:-1]), quoted=_summed(inside >= 0), offset=offset, end=end,
        context=_contexts(doc),
    )  # fmt: skip
    _add_rules(view, candidates, kept)
    return view


def _padded(values: Keys) -> Keys:
    return np.append(values, np.uint64(0))


def _padded_ints(values: Ints, last: int) -> Ints:
    return np.append(values, last).astype(np.int64)


def _summed(values: npt.NDArray[np.int64] | Flags) -> Ints:
    return np.concatenate([[0], np.cumsum(values)]).astype(np.int64)


_known_roles: dict[str, int] = {}


def _roles_of(lemma: str) -> int:
    """A number for the roles that the lexicon gives the word."""
    if lemma not in _known_roles:
        held = " ".join(name for name, words in _ROLES.items() if lemma in words)
        _known_roles[lemma] = key_of(held)
    return _known_roles[lemma]


def _slots(doc: Doc, head: Ints) -> tuple[dict[str, Ints], dict[str, Keys]]:
    """The dependant in each slot (the first behind its head, else the last before it), patterns."""
    size = len(doc)
    slots = {name: np.full(size + 1, size, np.int64) for name in _SLOTS}
    behind: list[list[str]] = [[] for _ in range(size)]
    before: list[list[str]] = [[] for _ in range(size)]
    for token in doc:
        at, above, label = token.i, int(head[token.i]), token.dep_
        if at == above:
            continue
        if label in _SLOT_OF:
            slot = slots[_SLOT_OF[label]]
            if slot[above] == size or slot[above] < above:
                slot[above] = at
        if label != "punct":
            (behind if at > above else before)[above].append(label)
    patterns = {
        name: _padded(np.array([key_of(" ".join(one[:_SHOWN])) for one in lists], np.uint64))
        for name, lists in (("pattern", behind), ("pattern_before", before))
    }
    return slots, patterns


def _verbs_above(head: Ints, verbs: Flags) -> Ints:
    size = len(head)
    found, here, above = np.full(size, size), np.arange(size), head.copy()
    for _ in range(_CLIMB):
        hit = (found == size) & verbs[:-1][above] & (above != here)
        found[hit] = above[hit]
        above = head[above]
    return _padded_ints(found, size)


def _highest(head: Ints, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """For each token the highest one whose phrase begins with it, and whose phrase ends with it.

    The longest phrase is the highest, for phrases that share an edge contain one another.
    """
    size = len(head)
    highest_from, highest_to = np.full(size + 1, size), np.full(size + 1, size)
    order = np.argsort(right - left, kind="stable")
    highest_from[left[order]] = order
    highest_to[right[order]] = order
    return highest_from, highest_to


def _contexts(doc: Doc) -> Halves:
    """What the pipeline's own network made of each token in its place."""
    tensor = np.asarray(doc.tensor, np.float16).reshape(len(doc), -1)
    return np.concatenate([tensor, np.zeros((1, tensor.shape[1]), np.float16)])


def _add_rules(view: View, candidates: Iterable[Candidate], kept: Iterable[Candidate]) -> None:
    held = {candidate.cue for candidate in kept}
    view.rule_name = np.zeros(view.nothing + 1, np.uint64)
    view.rule_kept = np.zeros(view.nothing + 1, np.uint64)
    for candidate in candidates:
        if not candidate.cue:
            continue
        cue = trigger_of(view.page, candidate.cue[0], candidate.lemma)
        pieces = candidate.content
        whole = Span(min(p.start for p in pieces), max(p.end for p in pieces))
        span = view.page.doc.char_span(whole.start, whole.end, alignment_mode="expand")
        if cue is None or not span:
            continue
        first, last = trimmed_words(view, span.start, span.end - 1)
        ruled = Ruled(first, last, candidate, candidate.cue in held)
        view.rules.setdefault(cue, []).append(ruled)
        view.rule_name[cue] = key_of(candidate.rule)
        view.rule_kept[cue] = 1 + ruled.kept


def trimmed_words(view: View, first: int, last: int) -> tuple[int, int]:
    """The tokens without marks at the edges and without a leading "that"."""
    while first < last and (not view.word[first] or view.that[first]):
        first += 1
    while last > first and not view.word[last]:
        last -= 1
    return first, last


def trigger_of(page: Page, cue: Span, lemma: str = "") -> int | None:
    """The token that a cue hangs on: the one of this lemma, else its head, "sure" of "is sure"."""
    span = page.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if not span:
        return None
    named = next((token.i for token in span if lemma and token.lemma_ == lemma), None)
    if named is not None:
        return named
    root = span.root
    if root.lemma_ == "be":
        inside = (c.i for c in root.children if c.dep_ == "acomp" and span.start <= c.i < span.end)
        return next(inside, root.i)
    return root.i
