"""A sentence that opens with "under the pact" in: what its main clause lays down out."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.actor import ActorKind
from foedus.model.claim import Filler, Mood, Predicate
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.duties import (
    TEXTS,
    article_told,
    bearers_of,
    bound,
    drafted,
    is_binding,
    laying_down,
    of_part,
)
from foedus.read.frames.grammar import antecedent, children, is_verb, passive, word
from foedus.read.frames.instruments import instrument, is_instrument
from foedus.read.frames.references import is_foundation, is_reference
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import subjects, torn_subject
from foedus.read.frames.terms import condition_of_term, opens_condition, quoted_words
from foedus.read.frames.threads import instrument_of
from foedus.read.frames.words import INSTRUMENTS

UNDER = frozenset({"under", "according", "by", "whereby"})
UNDER_LEMMAS = frozenset({"under", "accord", "according", "by", "whereby"})
_NEAR = 6  # words from the instrument to its "under which"
_PARTIES = frozenset({"party", "side", "signatory", "guarantor"})
_PERFORMING = frozenset({
    "pay", "supply", "provide", "return", "withdraw", "remove", "destroy", "grant", "deliver",
    "cede", "give", "hand", "release", "dismantle", "refund", "compensate",
})  # fmt: skip
_LEAVING = frozenset({"leave", "withdraw", "denounce", "terminate", "quit", "exit", "cancel"})
_TREATED = frozenset({"consider", "regard", "treat", "deem", "view", "declare", "meet",
                      "answer", "repel"})  # fmt: skip


def laid_down_under(scene: Scene, prep: Token) -> Iterator[Draft]:
    """ "Under the pact, Lesotho will supply water": the main clause is what is provided."""
    verb = _of_clause(prep)
    source = _governing(scene, prep)
    if not source or not is_verb(verb):
        return
    yield from _laid_down(scene, verb, source, prep)
    for second in _own_clauses(verb):  # "..., and each party must inform the other"
        yield from _laid_down(scene, second, source, prep)
    following = verb.sent.end
    if following < len(scene.doc) and scene.block(scene.doc[following]) == scene.block(verb):
        root = scene.doc[following].sent.root
        if prep.i < verb.i and is_verb(root) and _goes_on(root):
            yield from _laid_down(scene, root, source, None)


def _of_clause(prep: Token) -> Token:
    """The verb of the clause that the word opens; "under which an attack is ...": the parser may
    hang it on the attack."""
    noun = prep.head
    return noun.head if noun.dep_ in ("nsubj", "nsubjpass") and prep.i < noun.i else noun


def _own_clauses(verb: Token) -> list[Token]:
    """The clauses beside it with a subject of their own."""
    joined = children(verb, "conj")
    return [c for c in joined if children(c, "nsubj", "nsubjpass") or torn_subject(c) is not None]


def _goes_on(verb: Token) -> bool:
    """A duty on a condition, or in return, in the next sentence: "In return Peru will ..."."""
    duty = {c.lower_ for c in children(verb, "aux")} & {"will", "shall", "must"}
    return bool(duty) and any(opens_condition(t) is not None or _in_return(t) for t in verb.sent)


def _in_return(token: Token) -> bool:
    """ "In return Peru will sell it oil": the other side of the same bargain."""
    return token.lower_ == "in" and any(
        n.lower_ in ("return", "exchange", "turn") for n in children(token, "pobj")
    )


def _laid_down(
    scene: Scene, verb: Token, source: list[Filler], prep: Token | None
) -> Iterator[Draft]:
    torn = torn_subject(verb)
    subject = [torn] if torn is not None else children(verb, "nsubj", "nsubjpass")
    treated = passive(verb) and word(verb) in _TREATED
    if not subject or not (treated or is_binding(verb)):
        return
    who = bearers_of(scene, source, [f for t in subjects(verb) for f in bound(scene, t)])
    nothing = any(c.lower_ == "no" for c in subject[-1].lefts)
    if not who and not treated and not nothing:
        return
    left_out = list(prep.subtree) if prep is not None else []
    apart = _own_clauses(verb)
    left_out += [t for c in apart for t in c.subtree] + children(verb, "cc") * bool(apart)
    left_out += [t for c in apart for t in _torn_off(c)]
    words = [
        t for t in (*([torn] if torn is not None else []), *verb.subtree)
        if t not in left_out and not t.is_punct and t.i >= subject[0].left_edge.i
    ]  # fmt: skip
    if prep is not None and prep.i > verb.i:
        words = [t for t in words if t.i < prep.i]
    if not words:
        return
    span = scene.span(words[0], words[-1])
    found = roles(
        instrument=source, source=who, provision=[scene.filler(quoted_words(scene, span))],
        article=article_told(scene, verb),
        condition=condition_of_term(scene, verb, span),
    )  # fmt: skip
    # "no mines may be laid" forbids: it neither denies nor leaves open what is laid down
    mood, no = (Mood.ASSERTED, False) if nothing else (None, None)
    shown = drafted(source, verb)
    yield Draft(
        Predicate.PROVISION, verb, found, mood=Mood.PROPOSED if shown else mood,
        mood_words=shown, negated=no,
    )  # fmt: skip


def _torn_off(verb: Token) -> list[Token]:
    """The subject that the parser hangs within the clause before, and the "and" in front of it."""
    torn = torn_subject(verb)
    return [] if torn is None else [torn.left_edge.nbor(-1), *torn.subtree]


def gone_on(scene: Scene) -> Iterator[Draft]:
    """ "The pact was signed in May. Each side must destroy its mines": a duty of the parties.

    Only in a paragraph that has told of one agreement, and where the sentence says who is bound
    by the words that agreements use, or what may not be.
    """
    for sentence in scene.sentences:
        verb = sentence.root
        if not is_verb(verb) or scene.quotation(verb.idx):
            continue
        if not (_duty_of_parties(verb) or _performance(scene, verb)):
            continue
        told = _told_before(scene, verb)
        if told is not None:
            yield from _laid_down(scene, verb, instrument(scene, told), None)


def _duty_of_parties(verb: Token) -> bool:
    modals = {c.lower_ for c in children(verb, "aux")}
    subject = children(verb, "nsubj", "nsubjpass")
    if not subject:
        return False
    words = {c.lower_ for c in subject[-1].lefts}
    party = word(subject[-1]) in _PARTIES and bool(words & {"each", "either", "both", "the"})
    nothing = "no" in words or "neither" in words
    leaves = word(verb) in _LEAVING and "may" in modals and bool(words & {"any", "each", "either"})
    if word(subject[-1]) in _PARTIES and leaves:
        return True
    return (party and bool(modals & {"must", "shall"})) or (
        nothing and passive(verb) and bool(modals & {"must", "shall", "may"})
    )


def _performance(scene: Scene, verb: Token) -> bool:
    """ "The pact runs until 2040. Peru will pay nine million a year": a state's own part in it.

    Only right behind a sentence in which the pact itself provides, in the present.
    """
    modals = {c.lower_ for c in children(verb, "aux")}
    subject = children(verb, "nsubj")
    if word(verb) not in _PERFORMING or not modals & {"will", "shall", "must"} or not subject:
        return False
    entity = scene.entity(subject[-1])
    start = verb.sent.start
    if entity is None or entity.kind is not ActorKind.STATE or start == 0:
        return False
    root = scene.doc[start - 1].sent.root
    told = [t for t in children(root, "nsubj") if is_instrument(scene, t)]
    under = [t for p in children(root, "prep") if p.lower_ in UNDER for t in children(p, "pobj")]
    return (bool(told) and root.tag_ in ("VBZ", "VBP")) or any(
        is_instrument(scene, t) for t in under
    )


def _told_before(scene: Scene, verb: Token) -> Token | None:
    """The one agreement of which the paragraph has told before, by its last mention."""
    start = verb.sent.start
    here = [
        t for t in scene.among(INSTRUMENTS)
        if t.i < start and scene.block(t) == scene.block(verb) and is_instrument(scene, t)
    ]  # fmt: skip
    own = [t for t in here if not is_reference(t)]
    inside = any(is_instrument(scene, t) or word(t) in TEXTS for t in verb.sent)
    return own[-1] if own and len(own) == len(here) and not inside else None


def _memorandum(token: Token) -> bool:
    """ "Under a memorandum signed in 2017": two sides have made it."""
    return word(token) == "memorandum" and any(
        word(c) in ("sign", "conclude", "agree") for c in children(token, "acl")
    )


def _governing(scene: Scene, prep: Token) -> list[Filler]:
    """The instrument, or its article, that stands after "under"; "under which" looks back."""
    nouns = children(prep, "pobj")
    if prep.lower_ == "according":
        nouns = [n for to in children(prep, "prep") for n in children(to, "pobj")]
    if prep.lower_ in ("by", "whereby"):  # "by which", not "by the treaty"
        nouns = [n for n in nouns if n.tag_ == "WDT"] or [prep] * (prep.lower_ == "whereby")
    for noun in nouns:
        token = antecedent(noun)
        if noun.lower_ in ("it", "this") and prep.i == prep.sent.start:
            token = instrument_of(scene, noun, far=True) if noun.lower_ == "it" else token
        if token == noun and (noun.tag_ in ("WDT", "WP") or noun == prep):
            token = prep.head.head if prep.head.dep_ == "relcl" else _just_before(scene, prep)
        if is_foundation(token):
            continue
        if is_instrument(scene, token) or _memorandum(token):
            return laying_down(scene, token)
        if word(token) in TEXTS:
            alone = word(token) == "draft" and not children(token, "prep")
            return of_part(scene, token) or ([scene.words(token)] if alone else [])
    return []


def _just_before(scene: Scene, prep: Token) -> Token:
    """ "The charter of 2023, under which ...": the instrument right before, where the parser
    takes the clause for another one."""
    start = max(prep.sent.start, prep.i - _NEAR)
    named = [t for t in prep.doc[start : prep.i] if is_instrument(scene, t)]
    if not named or any(is_verb(t) and t.tag_ != "VBN" for t in prep.doc[named[-1].i : prep.i]):
        return prep
    return named[-1]
