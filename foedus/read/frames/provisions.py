"""What an instrument provides, as the text tells it: who must, may or may not do what, and when.

By a verb of which the instrument is the subject ("commits both to", "includes a clause on"), or
by a sentence that opens with "under the pact".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
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
from foedus.read.frames.references import is_foundation, is_reference
from foedus.read.frames.scene import Scene
from foedus.read.frames.threads import instrument_of

_OF_OBJECT = frozenset({
    "allow", "permit", "ban", "prohibit", "forbid", "require", "guarantee", "establish", "limit",
    "cap", "mandate", "include", "contain", "restrict", "set", "envisage", "envision", "stipulate",
    "grant", "abolish", "authorise", "authorize", "preclude", "bar", "specify", "exclude", "oblige",
    "obligate", "bind", "commit", "promise", "foresee", "regulate", "safeguard", "impose", "give",
})  # fmt: skip
_OF_CLAUSE = frozenset({"stipulate", "state", "specify", "require", "say", "provide", "declare"})
_BEARER = frozenset({"oblige", "obligate", "bind", "commit", "require", "allow", "permit", "forbid",
                     "bar", "prohibit", "authorise", "authorize", "preclude",
                     "impose"})  # fmt: skip
_WITH = {"provide": {"for"}, "call": {"for"}, "commit": {"to"}, "bind": {"to"}, "oblige": {"to"},
         "amount": {"to"}}  # fmt: skip
_PARTS = frozenset({"clause", "provision", "article", "section", "chapter", "term", "text"})
_UNDER = frozenset({"under", "according"})
_UNDER_LEMMAS = frozenset({"under", "accord", "according"})
_TEXTS = _PARTS | frozenset({"document", "rule", "wording", "copy", "draft"})
_TREATED = frozenset({"consider", "regard", "treat", "deem", "view", "declare"})
_LETS = frozenset({"allow", "permit", "give", "require", "commit", "oblige", "bind"})
_OUTCOMES = frozenset({"become", "gain", "emerge", "win", "turn", "grow", "benefit", "profit",
                       "prosper", "rise", "dominate", "thrive", "catch", "overtake",
                       "claim", "boast", "escape"})  # fmt: skip
_REACH = 120  # words back to the instrument that "the text" or "Article 6" belongs to
_DUTY = frozenset({"will", "shall", "must", "would", "may", "can"})
_DUTY_VERBS = frozenset({"agree", "commit", "undertake", "pledge", "have", "promise", "oblige",
                         "require", "allow", "permit", "bind"})  # fmt: skip
_WORDS = _OF_OBJECT.union(_WITH, _OF_CLAUSE, _UNDER_LEMMAS)
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
        if word(token) in _TEXTS:
            return _of_part(scene, token)
        if token.lower_ == "it" and token.i <= token.sent.start + 2:
            before = instrument_of(scene, token, far=True)
            told = before.dep_ in ("nsubj", "nsubjpass")
            if before != token and (told or (before.dep_ == "dobj" and _by_several(before))):
                return instrument(scene, before)
    return []


def _by_several(thing: Token) -> bool:
    """ "Peru and Chile signed a pact. It ...": of the two in the sentence only the pact is "it"."""
    subject = subjects(thing.head)
    return len(subject) > 1 or any(t.tag_ in ("NNS", "NNPS") for t in subject)


def _of_part(scene: Scene, token: Token) -> list[Filler]:
    """The instrument of "the text" or "Article 6": named with it, else the last one named."""
    of = [*prepositional(token, {"of", "in", "to"}), *children(token, "poss")]
    if any(is_foundation(noun) for noun in of):
        return []  # "Article 51 of the UN Charter"
    for noun in of:
        if is_instrument(scene, noun):
            return instrument(scene, noun)
    numbered = [c for c in children(token, "nummod") if c.i > token.i]
    definite = any(c.lower_ in ("the", "this") for c in children(token, "det"))
    definite = definite or word(token) in ("copy", "draft")  # "a copy seen by us says"
    definite = definite and word(token) not in ("article", "section", "chapter")  # of a paper?
    if not definite and not numbered:
        return []
    for i in range(token.i - 1, max(-1, token.i - _REACH), -1):
        before = scene.doc[i]
        if is_instrument(scene, before) and not is_reference(before):
            return instrument(scene, before)
    if not numbered:
        return []
    return [scene.filler(Span(token.idx, max(t.idx + len(t) for t in numbered)))]


def _brings_about(verb: Token) -> bool:
    """ "Would allow them to become a power", "could let them sell": what follows, no term."""
    modals = {c.lower_ for c in children(verb, "aux")}
    clauses = children(verb, "ccomp", "xcomp", "advcl")
    follows = word(verb) in _LETS and any(word(c) in _OUTCOMES for c in clauses)
    return bool(modals & {"could", "might"}) or ("would" in modals and follows)


def _of_verb(scene: Scene, verb: Token) -> Iterator[Draft]:
    if passive(verb) and verb.dep_ not in ("acl",):
        return
    if word(verb) == "give" and not (verb.dep_ == "acl" and verb.tag_ == "VBG"):
        return
    source = [] if _brings_about(verb) else _source(scene, verb)
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
    wished = [c for c in children(verb, "aux") if c.lower_ in ("should", "ought")]
    if wished:  # "any deal should include them": what somebody would have in it
        shown = (Span(wished[0].idx, wished[0].idx + len(wished[0])),)
        return Draft(Predicate.PROVISION, verb, found, mood=Mood.PROPOSED, mood_words=shown)
    return Draft(Predicate.PROVISION, verb, found)


def _bearers(scene: Scene, verb: Token) -> list[Filler]:
    if word(verb) in _OF_CLAUSE and word(verb) not in _BEARER:
        duties = [c for c in children(verb, "ccomp") if _binding(c)]
        return [f for c in duties for t in subjects(c) for f in _bound(scene, t)]
    if word(verb) not in _BEARER:
        return []
    tokens = objects(verb)
    if word(verb) == "impose":
        tokens = prepositional(verb, {"on"}) + [
            t for o in objects(verb) for t in prepositional(o, {"on"})
        ]
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
            yield _behind_receiver(scene, verb, own[0]), _end(scene, own[0])
        elif own and to:
            yield to[0], _end(scene, to[0])


def _behind_receiver(scene: Scene, verb: Token, noun: Token) -> Token:
    """ "Giving Chad access": the parser may take who gets it for a part of what is given."""
    first = scene.first_of(noun)
    glued = word(verb) in ("give", "grant") and first.ent_type_ == "GPE" and first.i < noun.i
    return first.nbor(1) if glued and first.dep_ == "compound" else first


def _only_bearer(verb: Token, noun: Token) -> bool:
    """ "Commits both parties": nothing is provided yet."""
    takes_thing = {"require", "allow", "permit", "forbid", "prohibit", "impose"}
    return word(verb) in _BEARER - takes_thing or (
        noun.ent_type_ in ("GPE", "NORP") or word(noun) in ("party", "signatory", "side")
    )


_LONG = 6  # words of a provision after which a relative clause only describes


def _end(scene: Scene, token: Token, first: int | None = None) -> Token:
    """The last word of the phrase; a tail clause after a comma ("..., she said") is left out."""
    last, start = token, token.left_edge.i if first is None else first
    for child in token.rights:
        if child.dep_ == "punct":
            continue
        if child.dep_ == "relcl" and child.left_edge.i - start > _LONG:
            continue  # what is told of the last noun is no part of the term
        loose = child.dep_ in ("advcl", "relcl", "appos", "npadvmod")
        if loose and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
            continue
        last = max(last, _end(scene, child, start), key=lambda t: t.i)
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
    first = lower != "should" or token.i == token.head.left_edge.i  # not "the deal should say"
    opens = lower in _CONDITIONS and first and token.dep_ in ("mark", "advmod", "aux")
    if opens and token.head.dep_ in ("advcl", "ccomp"):
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
    if not source or not is_verb(verb):
        return
    yield from _laid_down(scene, verb, source, prep)
    for second in children(verb, "conj"):  # "..., and each party must inform the other"
        if children(second, "nsubj", "nsubjpass"):
            yield from _laid_down(scene, second, source, prep)
    following = verb.sent.end
    if following < len(scene.doc) and scene.block(scene.doc[following]) == scene.block(verb):
        root = scene.doc[following].sent.root
        if prep.i < verb.i and is_verb(root) and _goes_on(root):
            yield from _laid_down(scene, root, source, None)


def _goes_on(verb: Token) -> bool:
    """A duty on a condition in the next sentence: "In the event of war, both will consult"."""
    duty = {c.lower_ for c in children(verb, "aux")} & {"will", "shall", "must"}
    return bool(duty) and any(_opens_condition(t) is not None for t in verb.sent)


def _laid_down(
    scene: Scene, verb: Token, source: list[Filler], prep: Token | None
) -> Iterator[Draft]:
    subject = children(verb, "nsubj", "nsubjpass")
    treated = passive(verb) and word(verb) in _TREATED
    if not subject or not (treated or _binding(verb)):
        return
    who = [f for t in subjects(verb) for f in _bound(scene, t)]
    if not who and not treated:
        return
    left_out = list(prep.subtree) if prep is not None else []
    apart = [c for c in children(verb, "conj") if children(c, "nsubj", "nsubjpass")]
    left_out += [t for c in apart for t in c.subtree] + children(verb, "cc") * bool(apart)
    words = [
        t for t in verb.subtree
        if t not in left_out and not t.is_punct and t.i >= subject[0].left_edge.i
    ]  # fmt: skip
    if prep is not None and prep.i > verb.i:
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
    nouns = children(prep, "pobj")
    if prep.lower_ == "according":
        nouns = [n for to in children(prep, "prep") for n in children(to, "pobj")]
    for noun in nouns:
        token = antecedent(noun)
        if token == noun and noun.tag_ in ("WDT", "WP") and prep.head.dep_ == "relcl":
            token = prep.head.head
        if is_foundation(token):
            continue
        if is_instrument(scene, token):
            return instrument(scene, token)
        if word(token) in _TEXTS:
            return _of_part(scene, token)
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
