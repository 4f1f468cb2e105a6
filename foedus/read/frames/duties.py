"""Who is bound, and by which instrument, out of the words that tell of a duty."""

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.frames.grammar import children, prepositional, word
from foedus.read.frames.instruments import instrument, is_instrument, joined
from foedus.read.frames.participants import all_participants
from foedus.read.frames.references import dated, is_foundation, is_other, is_reference
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import subjects
from foedus.read.frames.words import INSTRUMENTS, PARTS

TEXTS = PARTS | frozenset({"document", "rule", "wording", "copy", "draft", "summary",
                     "excerpt"})  # fmt: skip
ALONE = frozenset({"document", "text", "draft"})
"""Words for a whole text that lays something down, though the text tells of no agreement yet."""
_LAYING_DOWN = frozenset({"provide", "stipulate", "oblige", "obligate", "commit", "bind", "require",
                          "mandate", "entitle"})  # fmt: skip
_UNSIGNED = frozenset({"leaked", "unsigned", "draft", "purported", "alleged", "proposed"})
_REACH = 120  # words back to the instrument that "the text" or "Article 6" belongs to
_DUTY = frozenset({"will", "shall", "must", "would", "may", "can"})
_DUTY_VERBS = frozenset({"agree", "commit", "undertake", "pledge", "have", "promise", "oblige",
                         "require", "allow", "permit", "bind"})  # fmt: skip
_NUMBERED = frozenset({"article", "clause", "section", "paragraph", "protocol", "annex"})
_DRAFTS = frozenset(
    {"leaked", "unsigned", "purported", "draft", "proposed", "mooted", "planned", "envisaged"}
)
_EITHER = frozenset({"each", "other", "both", "two", "either", "neither", "all"})


def of_part(scene: Scene, token: Token) -> list[Filler]:
    """The instrument of "the text" or "Article 6": named with it, else the last one named."""
    of = [*prepositional(token, {"of", "in", "to"}), *children(token, "poss")]
    if any(is_foundation(noun) for noun in of):
        return []  # "Article 51 of the UN Charter"
    for noun in of:
        if is_instrument(scene, noun):
            return laying_down(scene, noun)
    numbered = [c for c in children(token, "nummod") if c.i > token.i]
    definite = any(c.lower_ in ("the", "this") for c in children(token, "det"))
    definite = definite or any(c.lower_ in ("its", "their") for c in children(token, "poss"))
    definite = definite or word(token) in ("copy", "draft")  # "a copy seen by us says"
    definite = definite and word(token) not in ("article", "section", "chapter")  # of a paper?
    if not definite and not numbered and word(token) != "draft":
        return []
    reach = scene.doc[max(0, token.i - _REACH) : token.i]
    told = [t for t in reach if is_instrument(scene, t) and not is_reference(t)]
    told = [t for t in told if all(c.lower_ not in ("no", "any") for c in t.lefts)]
    if _of_any(token) and len({word(t) for t in told}) > 1:
        return [scene.words(token)]  # of which of the two is not said
    new = [t for t in told if dated(t) is None]  # "the accord of 1991" is an older one
    if told:
        return laying_down(scene, (new or told)[-1])
    if not numbered:
        return []
    return [scene.filler(Span(token.idx, max(t.idx + len(t) for t in numbered)))]


def _of_any(token: Token) -> bool:
    """ "A draft seen by us": of something that the text may or may not have told of."""
    return word(token) == "draft" and any(c.lower_ == "a" for c in children(token, "det"))


def text_alone(scene: Scene, token: Token, verb: Token) -> list[Filler]:
    """ "The leaked document provides that ...": where nothing tells of which agreement it is."""
    definite = any(c.lower_ in ("the", "this") for c in children(token, "det"))
    clauses = children(verb, "ccomp", "xcomp")
    binds = word(verb) in _LAYING_DOWN or any(
        a.lower_ in ("shall", "must") for c in clauses for a in c.children
    )
    whole = word(token) in ALONE and not prepositional(token, {"of", "on", "by"})
    return [scene.words(token)] if definite and whole and binds else []


def unsigned(scene: Scene, verb: Token) -> bool:
    """Whether the text is called leaked or a draft, or not signed, where it is told of."""
    reach = scene.doc[max(0, verb.i - _REACH) : verb.i]
    called = any(c.lower_ in _UNSIGNED for t in reach if word(t) in ALONE for c in t.lefts)
    end = verb.sent.end
    after = scene.doc[end].sent if end < len(scene.doc) else scene.doc[end:end]
    signs = [t for t in after if word(t) == "sign"]
    return called or any(c.dep_ == "neg" for t in signs for c in t.children)


def laying_down(scene: Scene, token: Token) -> list[Filler]:
    """The words of the instrument that lays something down, with the year that it is called by.

    "The accord of 1991" is not "the accord": whose term it is must be told apart.
    """
    found = instrument(scene, token)
    year = dated(token)
    if year is None or not found or year.i < token.i:
        return found
    start = found[0].span.start
    return [scene.filler(scene.trimmed(start, year.idx + len(year)))]


def bearers_of(scene: Scene, source: list[Filler], bearers: list[Filler]) -> list[Filler]:
    """Who is bound; "each side" of another instrument is nobody that this text tells of."""
    spans = [f.span for f in source]
    tokens = [t for s in spans for t in scene.doc if s.start <= t.idx < s.end]
    named = [t for t in tokens if is_instrument(scene, t)]
    if not any(_another(scene, t) and not joined(scene, t) for t in named):
        return bearers
    several = [f for f in bearers if sum(g.span == f.span for g in bearers) > 1]
    alone = [scene.filler(f.span) if f in several else f for f in bearers]
    return list(dict.fromkeys(alone))


def _another(scene: Scene, token: Token) -> bool:
    """Whether it is called another one, or by its year behind one that is not."""
    if is_other(token) or dated(token) is None:
        return is_other(token)
    before = (t for t in scene.among(INSTRUMENTS) if t.i < token.i and is_instrument(scene, t))
    return any(dated(t) is None and not is_reference(t) for t in before)


def drafted(source: list[Filler], verb: Token) -> tuple[Span, ...]:
    """The word by which the text is no more than a draft ("the draft says", "a proposed pact").

    What it lays down is only proposed, whatever is told of it.
    """
    start, end = (source[0].span.start, source[0].span.end) if source else (0, 0)
    under = [t for p in children(verb, "prep") for t in p.subtree if p.lower_ == "under"]
    said = [t for s in subjects(verb) for t in (s, *s.lefts)]
    said += [t for t in verb.doc if start <= t.idx < end]
    found = [t for t in (*under, *said) if t.lower_ in _DRAFTS]
    return tuple(Span(t.idx, t.idx + len(t)) for t in found[:1])


def article_told(scene: Scene, verb: Token) -> list[Filler]:
    """ "Article 6", "the second article": the part that lays it down, where the sentence says."""
    for token in verb.sent:
        if word(token) not in _NUMBERED or token.pos_ not in ("NOUN", "PROPN"):
            continue
        numbers = [c for c in token.rights if c.dep_ == "nummod" or c.like_num or _roman(c)]
        ordinals = [c for c in token.lefts if c.ent_type_ == "ORDINAL"]
        own = token in subjects(verb) or (
            token.dep_ == "pobj" and token.head.lower_ in ("under", "in", "by")
            and verb in (token.head.head, token.head.head.head)
        )  # fmt: skip
        if own and numbers:
            return [scene.filler(Span(token.idx, numbers[0].idx + len(numbers[0])))]
        if own and ordinals:
            return [scene.filler(Span(ordinals[0].idx, token.idx + len(token)))]
    return []


def _roman(token: Token) -> bool:
    return bool(token.text) and set(token.text) <= set("IVXL")


def is_binding(verb: Token) -> bool:
    """ "Must help", "is to help", "agrees to help": a duty, no mere report."""
    duty = {c.lower_ for c in children(verb, "aux")} & _DUTY
    to_be = word(verb) == "be" and any(
        a.tag_ == "TO" for c in children(verb, "xcomp") for a in c.children
    )
    return bool(duty) or to_be or word(verb) in _DUTY_VERBS


def bound(scene: Scene, token: Token) -> list[Filler]:
    """Actors that the cast knows, and the words by which a treaty calls its parties."""
    found = all_participants(scene, [token])
    called = token.lower_ in _EITHER or word(token) in ("party", "side", "signatory", "state")
    both = any(c.lower_ in ("both", "each", "either", "neither") for c in token.lefts)
    called = called or (both and word(token) in ("army", "government", "country", "navy"))
    return found if called else [f for f in found if f.actor or f.entity is not None]
