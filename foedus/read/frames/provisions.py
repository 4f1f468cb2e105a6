"""What an instrument provides, as the text tells it: who must, may or may not do what, and when.

By a verb of which the instrument is the subject ("commits both to", "includes a clause on"), or
by a sentence that opens with "under the pact".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import (
    antecedent,
    children,
    is_verb,
    negated,
    objects,
    passive,
    prepositional,
    subjects,
    word,
)
from foedus.read.frames.instruments import instrument, is_instrument
from foedus.read.frames.participants import all_participants
from foedus.read.frames.scene import Scene

_OF_OBJECT = frozenset({
    "allow", "permit", "ban", "prohibit", "forbid", "require", "guarantee", "establish", "limit",
    "cap", "mandate", "include", "contain", "restrict", "set", "envisage", "envision", "stipulate",
    "grant", "abolish", "authorise", "authorize", "preclude", "bar", "specify", "exclude", "oblige",
    "obligate", "bind", "commit", "promise", "foresee", "regulate", "safeguard",
})  # fmt: skip
_OF_CLAUSE = frozenset({"stipulate", "state", "specify", "require", "say", "provide", "declare"})
_BEARER = frozenset({"oblige", "obligate", "bind", "commit", "require", "allow", "permit", "forbid",
                     "bar", "prohibit", "authorise", "authorize", "preclude"})  # fmt: skip
_WITH = {"provide": {"for"}, "call": {"for"}, "commit": {"to"}, "bind": {"to"}, "oblige": {"to"},
         "amount": {"to"}}  # fmt: skip
_PARTS = frozenset({"clause", "provision", "article", "section", "chapter", "term", "text"})
_UNDER = frozenset({"under"})
_DUTY = frozenset({"will", "shall", "must", "would", "may", "can"})
_DUTY_VERBS = frozenset({"agree", "commit", "undertake", "pledge", "have", "promise", "oblige",
                         "require", "allow", "permit", "bind"})  # fmt: skip
_WORDS = _OF_OBJECT.union(_WITH, _OF_CLAUSE, _UNDER)
_CONDITIONS = frozenset({"if", "when", "whenever", "should", "unless", "once"})
_EITHER = frozenset({"each", "other", "both", "two", "either", "neither", "all"})
_NOT_TERMS = frozenset({"word", "phrase", "step", "fact", "name", "reference"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every provision that the text reports."""
    for token in scene.among(_WORDS):
        if token.pos_ == "VERB" and (word(token) in _OF_OBJECT or word(token) in _WITH
                                     or word(token) in _OF_CLAUSE):  # fmt: skip
            yield from _of_verb(scene, token)
        elif token.lower_ in _UNDER and token.dep_ == "prep":
            yield from _under(scene, token)


def _source(scene: Scene, verb: Token) -> list[Filler]:
    """The instrument of which the verb tells: itself, by "it", or by its clause or text."""
    found = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else subjects(verb)
    for token in found:
        if is_instrument(scene, token):
            return instrument(scene, token)
        if word(token) in _PARTS:
            of = [t for t in prepositional(token, {"of", "in", "to"}) if is_instrument(scene, t)]
            if of:
                return instrument(scene, of[0])
        if token.lower_ in ("it", "which", "that"):
            before = _just_spoken_of(scene, token)
            if before is not None:
                return instrument(scene, before)
    return []


def _just_spoken_of(scene: Scene, pronoun: Token) -> Token | None:
    """The instrument that is the subject of the sentence before, in the same paragraph."""
    start = pronoun.sent.start
    if pronoun.lower_ != "it" or start == 0 or pronoun.i > start + 2:
        return None
    before = scene.doc[start - 1]
    if scene.block(before) != scene.block(pronoun):
        return None
    for subject in subjects(before.sent.root):
        if is_instrument(scene, subject):
            return subject
    return None


def _of_verb(scene: Scene, verb: Token) -> Iterator[Draft]:
    if passive(verb) and verb.dep_ not in ("acl",):
        return
    source = _source(scene, verb)
    if not source:
        return
    if word(verb) in ("say", "state", "declare") and negated(verb):
        return  # what a text does not say is none of its terms
    bearers = _bearers(scene, verb)
    for first, last in _contents(scene, verb):
        span = scene.span(first, last)
        if word(first.head) in _NOT_TERMS or span.end - span.start < 4:
            continue
        yield _draft(scene, verb, source, span, bearers)
        return


def _draft(
    scene: Scene, verb: Token, source: list[Filler], span: Span, bearers: list[Filler]
) -> Draft:
    provision = scene.filler(_quoted(scene, span))
    found = roles(
        instrument=source, provision=[provision], source=bearers,
        condition=_condition(scene, verb, span),
    )  # fmt: skip
    return Draft(Predicate.PROVISION, verb, found)


def _bearers(scene: Scene, verb: Token) -> list[Filler]:
    if word(verb) not in _BEARER:
        return []
    tokens = objects(verb)
    for clause in children(verb, "ccomp", "xcomp"):
        tokens = tokens or children(clause, "nsubj")
    found = all_participants(scene, tokens)
    return [f for f in found if f.actor or f.entity is not None or word(tokens[0]) in (
        "party", "signatory", "side", "member", "country", "state", "both", "government", "each")
    ]  # fmt: skip


def _contents(scene: Scene, verb: Token) -> Iterator[tuple[Token, Token]]:
    """The words that tell what is provided, best first."""
    lemma = word(verb)
    for prep in children(verb, "prep", "dative"):
        if prep.lower_ in _WITH.get(lemma, ()) and children(prep, "pobj", "pcomp"):
            yield scene.doc[prep.i + 1], _end(scene, prep)
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        if clause.dep_ == "advcl" and (lemma not in _BEARER or clause.tag_ != "VB"):
            continue
        if lemma in _OF_CLAUSE | _BEARER or lemma == "promise":
            start = min(clause.subtree, key=lambda t: t.i)
            if start.dep_ == "mark" and start.lower_ == "that":
                start = scene.doc[start.i + 1]
            yield start, _end(scene, clause)
    if lemma in _OF_OBJECT or lemma == "provide":
        own = children(verb, "dobj")
        to = [p for p in children(verb, "prep", "dative") if p.lower_ in ("to", "from", "by")]
        if own and word(own[0]) not in _NOT_TERMS and not _only_bearer(verb, own[0]):
            yield scene.first_of(own[0]), _end(scene, own[0])
        elif own and to:
            yield to[0], _end(scene, to[0])


def _only_bearer(verb: Token, noun: Token) -> bool:
    """ "Commits both parties": nothing is provided yet."""
    return word(verb) in _BEARER - {"require", "allow", "permit", "forbid", "prohibit"} or (
        noun.ent_type_ in ("GPE", "NORP") or word(noun) in ("party", "signatory", "side")
    )


def _end(scene: Scene, token: Token) -> Token:
    """The last word of the phrase; a tail clause after a comma ("..., she said") is left out."""
    last = token
    for child in token.rights:
        if child.dep_ == "punct":
            continue
        loose = child.dep_ in ("advcl", "relcl", "appos", "npadvmod")
        if loose and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
            continue
        last = max(last, _end(scene, child), key=lambda t: t.i)
    return last


def _quoted(scene: Scene, span: Span) -> Span:
    """The quoted words where what is provided is a quotation, else all of it."""
    for quote in scene.parsed.quotations:
        if (
            quote.start <= span.start + 1
            and span.start < quote.end
            and (quote.end >= span.end or quote.end - quote.start > (span.end - span.start) // 2)
        ):
            end = (
                min(quote.end - 1, max(span.end, span.start))
                if quote.end > span.end + 3
                else (quote.end - 1)
            )
            return scene.trimmed(max(span.start, quote.start + 1), end)
    return span


def _condition(scene: Scene, verb: Token, span: Span) -> list[Filler]:
    """ "In the event of ...", "if ...", inside the provision or hanging on its verb."""
    for token in verb.sent:
        outside = token.i <= verb.i and not span.start <= token.idx < span.end
        if outside and token.i != verb.sent.start and verb not in (token.head, token.head.head):
            continue
        phrase = _opens_condition(token)
        if phrase is None:
            continue
        return [scene.filler(_within(scene, token, phrase, span))]
    return []


def _opens_condition(token: Token) -> Token | None:
    """The head of the condition that the token opens."""
    lower = token.lower_
    if lower == "in" and token.i + 2 < token.sent.end:
        for noun in children(token, "pobj"):
            if noun.lower_ in ("event", "case", "cases") and prepositional(noun, {"of"}):
                return token
    if lower in _CONDITIONS and token.dep_ in ("mark", "advmod", "aux") and (
        token.head.dep_ in ("advcl", "ccomp")
    ):  # fmt: skip
        return token.head
    return None


def _within(scene: Scene, first: Token, head: Token, span: Span) -> Span:
    last = max((t for t in head.subtree if not t.is_punct), key=lambda t: t.i)
    found = scene.trimmed(first.idx, last.idx + len(last))
    if span.start <= found.start < span.end < found.end:
        return Span(found.start, span.end)
    return found


def _under(scene: Scene, prep: Token) -> Iterator[Draft]:
    """ "Under the pact, Lesotho will supply water": the main clause is what is provided."""
    verb = prep.head
    source = _governing(scene, prep)
    subject = children(verb, "nsubj", "nsubjpass")
    if not source or not subject or not is_verb(verb) or not _binding(verb):
        return
    who = [f for t in subjects(verb) for f in _bound(scene, t)]
    if not who:
        return
    left_out = list(prep.subtree)
    words = [
        t for t in verb.subtree
        if t not in left_out and not t.is_punct and t.i >= subject[0].left_edge.i
    ]  # fmt: skip
    if prep.i > verb.i:
        words = [t for t in words if t.i < prep.i]
    if not words:
        return
    span = scene.span(words[0], words[-1])
    found = roles(
        instrument=source, source=who, provision=[scene.filler(_quoted(scene, span))],
        condition=_condition(scene, verb, span),
    )  # fmt: skip
    yield Draft(Predicate.PROVISION, verb, found)


def _governing(scene: Scene, prep: Token) -> list[Filler]:
    """The instrument, or its article, that stands after "under"; "under which" looks back."""
    for noun in children(prep, "pobj"):
        token = antecedent(noun)
        if token == noun and noun.tag_ in ("WDT", "WP") and prep.head.dep_ == "relcl":
            token = prep.head.head
        if is_instrument(scene, token):
            return instrument(scene, token)
        if word(token) in _PARTS:
            of = [t for t in prepositional(token, {"of", "in"}) if is_instrument(scene, t)]
            if of:
                return instrument(scene, of[0])
            if word(token) == "article":
                last = max([token, *children(token, "nummod")], key=lambda t: t.i)
                return [scene.filler(Span(token.idx, last.idx + len(last)))]
    return []


def _binding(verb: Token) -> bool:
    """ "Must help", "is to help", "agrees to help": a duty, no mere report."""
    duty = {c.lower_ for c in children(verb, "aux")} & _DUTY
    to_be = word(verb) == "be" and any(
        a.tag_ == "TO" for c in children(verb, "xcomp") for a in c.children
    )
    return bool(duty) or to_be or word(verb) in _DUTY_VERBS


def _bound(scene: Scene, token: Token) -> list[Filler]:
    """Actors that the cast knows, and the words by which a treaty calls its parties."""
    found = all_participants(scene, [token])
    called = token.lower_ in _EITHER or word(token) in ("party", "side", "signatory", "state")
    return found if called else [f for f in found if f.actor or f.entity is not None]
