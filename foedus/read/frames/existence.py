"""Agreements that are said not to be in: "no such deal exists", "denied the existence of a pact".

That there is one is told by its steps; only that there is none has words of its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import (
    ancestors,
    children,
    is_verb,
    negated,
    passive,
    prepositional,
    word,
)
from foedus.read.frames.instruments import is_instrument, parties
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import is_state, political
from foedus.read.frames.scene import Scene
from foedus.read.frames.steps import step
from foedus.read.frames.subjects import doers, subjects, undergoers
from foedus.read.frames.threads import instrument_of
from foedus.read.moods.words import FALSE, REPORTS

_DENYING = frozenset({"deny", "refute", "dismiss", "reject", "rebut"})
_FRESH = frozenset({"a", "an", "any", "no", "such", "secret"})
_OF_STATES = frozenset({"treaty", "pact", "accord", "alliance", "protocol"})
_SECRET = frozenset({"secret", "hidden", "undisclosed"})
_HIDDEN = frozenset({"annex", "annexe", "annexes", "appendix", "protocol", "protocols", "clause",
                     "clauses", "addendum"})  # fmt: skip
_NATIONAL = frozenset({"treaty", "pact", "agreement", "accord", "deal", "alliance", "protocol"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every agreement of which the text says that it is not, or denies that it is."""
    for verb in scene.among({"exist", "be", "have", *_DENYING}):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        lemma = word(verb)
        if lemma in _DENYING:
            yield from _denied(scene, verb)
        elif lemma == "exist":
            yield from _told(scene, verb, subjects(verb), pronoun=True)
        elif lemma == "have":
            yield from _told(scene, verb, [t for t in children(verb, "dobj") if _none(t)])
        elif any(c.dep_ == "expl" for c in verb.children):
            named = [t for t in children(verb, "attr") if _none(t) or children(verb, "neg")]
            yield from _told(scene, verb, named)
        else:
            yield from _false(scene, verb)
    yield from _hidden(scene)


def _hidden(scene: Scene) -> Iterator[Draft]:
    """ "There is no secret annex", "denied a hidden protocol": what an agreement would have."""
    for token in scene.formed(_HIDDEN):
        before = token.nbor(-1) if token.i > token.sent.start else token
        if before.lower_ not in _SECRET:
            continue
        first = before.nbor(-1) if before.i > token.sent.start else before
        denied = [a for a in _in_clause(token) if word(a) == "deny" and a.i < token.i]
        outright = denied and not negated(denied[0]) and passive(denied[0]) is False
        shown = denied[0] if outright else first if first.lower_ == "no" else None
        if shown is None:
            continue
        thing = scene.filler(scene.span(before, token))
        named = scene.filler(Span(token.idx, token.idx + len(token)))
        draft = Draft(Predicate.AGREE, token, roles(instrument=[thing], kind=[named]))
        if denied:
            yield _by_denier(draft, shown)
            continue
        span = Span(shown.idx, shown.idx + len(shown))
        yield replace(draft, mood=Mood.ASSERTED, mood_words=(span,), negated=True)


def _in_clause(token: Token) -> Iterator[Token]:
    """What governs the noun, up to a clause that stands beside another."""
    node = token
    while node.head.i != node.i and not (node.dep_ in ("conj", "advcl", "relcl") and is_verb(node)):
        node = node.head
        yield node


def _none(noun: Token) -> bool:
    return any(c.dep_ in ("det", "neg") and c.lower_ == "no" for c in noun.lefts)


def _told(
    scene: Scene, verb: Token, nouns: list[Token], *, pronoun: bool = False
) -> Iterator[Draft]:
    """ "No such deal exists", "we have no treaty with Peru", "Peru denies that it exists"."""
    denied = any(word(a) in _DENYING and not negated(a) for a in ancestors(verb))
    if not (negated(verb) or any(_none(t) for t in nouns) or denied):
        return
    for noun in nouns:
        token = instrument_of(scene, noun) if pronoun else noun
        if is_instrument(scene, token) and not _new(token):
            draft = _absent(scene, verb, token)
            # "there is no deal": anybody's, where neither a state nor a treaty is named
            between = any(is_state(f) for role, f in draft.roles if role == "source")
            if between or word(token) in _OF_STATES or _told_of(noun):
                yield draft


def _told_of(noun: Token) -> bool:
    """ "No such deal", "the agreement does not exist": one that has been told of."""
    return noun.pos_ == "PRON" or any(c.lower_ in ("such", "the") for c in noun.lefts)


def _new(token: Token) -> bool:
    """ "No new deal", "no further agreement": there are others."""
    return any(c.lower_ in ("new", "further", "other", "more") for c in token.lefts)


def _absent(scene: Scene, trigger: Token, token: Token) -> Draft:
    doing = [f for f in all_participants(scene, doers(trigger)) if political(scene, f)]
    own = doing if word(trigger) == "have" else []
    return step(scene, trigger, token, parties(scene, token, own), Predicate.AGREE)


def _denied(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Denied any deal with Peru", "dismissed talk of a pact", "denied the existence of one"."""
    if negated(verb):
        return
    for noun in undergoers(verb):
        of = prepositional(noun, {"of", "about"})
        about = of if word(noun) in {"existence", "talk", *REPORTS} else []
        fresh = word(verb) == "deny" and any(c.lower_ in _FRESH for c in noun.lefts)
        for token in [*about, *([noun] if fresh else [])]:
            if is_instrument(scene, token) and word(token) in _NATIONAL:
                draft = step(scene, verb, token, parties(scene, token, []), Predicate.AGREE)
                yield _by_denier(draft, verb)


def _false(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Reports of a pact between Peru and Chile are false"."""
    judged = [c for c in children(verb, "acomp", "attr") if word(c) in FALSE]
    if not judged or negated(verb) or passive(verb):
        return
    for noun in children(verb, "nsubj"):
        if word(noun) not in REPORTS:
            continue
        for token in prepositional(noun, {"of", "about"}):
            if is_instrument(scene, token) and word(token) in _NATIONAL:
                draft = step(scene, token, token, parties(scene, token, []), Predicate.AGREE)
                yield _by_denier(draft, judged[0])


def _by_denier(draft: Draft, shown: Token) -> Draft:
    """The draft as denied, by the word that shows it."""
    span = Span(shown.idx, shown.idx + len(shown))
    return replace(draft, mood=Mood.DENIED, mood_words=(span,), negated=False)
