"""Joining, leaving and freezing membership in: of treaties' own organisations and of treaties.

"Froze its participation in the pact", "left the alliance", "became a member of the union".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.actor import ActorKind
from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, negated, objects, passive, prepositional, word
from foedus.read.frames.instruments import instrument, is_instrument, joined, others
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import is_state, states_of
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.steps import due
from foedus.read.frames.subjects import doers, owners, subjects, undergoers

_MEMBERSHIP = frozenset({"membership", "participation", "involvement", "role"})
_FREEZING = frozenset({"suspend", "freeze", "pause", "halt"})
_ENDING = frozenset({"end", "renounce", "terminate", "quit", "withdraw", "cancel"})
_LEAVING = frozenset({"leave", "quit", "exit", "abandon"})
_OUT_OF = {"withdraw": {"from"}, "pull": {"from", "of"}, "walk": {"of"}, "storm": {"of"},
           "drop": {"of"}}  # fmt: skip
_JOINING = frozenset({"join", "rejoin"})
_INTO = {"accede": {"to"}, "return": {"to"}}
_NOUNS = {
    "accession": {"to"},
    "return": {"to"},
    "readmission": {"to"},
    "withdrawal": {"from"},
    "exit": {"from"},
    "departure": {"from"},
}
_WILLING = frozenset({"rule", "seek", "plan", "announce", "want", "reject", "consider", "demand"})
_BODIES = frozenset({"bloc", "alliance", "organisation", "organization"})
_WORDS = _FREEZING.union(_ENDING, _LEAVING, _OUT_OF, _JOINING, _INTO, _NOUNS, {"become"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every state that joins, leaves or freezes its part in a bloc or an agreement."""
    for token in scene.among(_WORDS):
        lemma = word(token)
        if token.pos_ == "VERB":
            if lemma in _FREEZING | _ENDING:
                yield from _of_membership(scene, token)
            if lemma in _LEAVING and not passive(token):
                yield from _by_verb(scene, token, objects(token), Predicate.AGREEMENT_DENOUNCED)
            elif lemma in _OUT_OF:
                tokens = _out_of(token, _OUT_OF[lemma])
                yield from _by_verb(scene, token, tokens, Predicate.AGREEMENT_DENOUNCED)
            elif lemma in _JOINING and not passive(token):
                yield from _by_verb(scene, token, objects(token), Predicate.AGREEMENT_JOINED)
            elif lemma in _INTO:
                tokens = prepositional(token, _INTO[lemma])
                yield from _by_verb(scene, token, tokens, Predicate.AGREEMENT_JOINED)
            elif lemma == "become":
                yield from _became(scene, token)
        elif token.pos_ == "NOUN" and lemma in _NOUNS:
            joins = lemma in ("accession", "return", "readmission")
            predicate = Predicate.AGREEMENT_JOINED if joins else Predicate.AGREEMENT_DENOUNCED
            for body in _blocs(scene, prepositional(token, _NOUNS[lemma])):
                for draft in _drafts(scene, token, _whose(token), body, predicate):
                    yield _ruled_out(token, draft)


def _whose(noun: Token) -> list[Token]:
    """ "Peru's return to the bloc"; who rules a return out, or seeks one, speaks of its own."""
    willed = noun.dep_ == "dobj" and word(noun.head) in _WILLING
    return owners(noun, 0) or (subjects(noun.head) if willed else [])


def _ruled_out(trigger: Token, draft: Draft) -> Draft:
    """ "Ruled out a return", "ruled out rejoining it": one's own will not to."""
    verb = trigger.head
    out = [c for c in children(verb, "prt") if c.lower_ == "out"]
    if word(verb) != "rule" or not out or negated(verb) or trigger.dep_ not in ("dobj", "xcomp"):
        return draft
    shown = Span(verb.idx, out[0].idx + len(out[0]))
    return replace(draft, mood=Mood.INTENDED, mood_words=(shown,), negated=True)


def _out_of(verb: Token, words: set[str]) -> list[Token]:
    found = prepositional(verb, words)
    for out in children(verb, "prt", "advmod", "prep"):
        found += prepositional(out, words)
    return found


def _of_membership(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Froze its participation in the pact", "its membership of the bloc was suspended"."""
    frozen = word(verb) in _FREEZING
    predicate = Predicate.AGREEMENT_SUSPENDED if frozen else Predicate.AGREEMENT_DENOUNCED
    for noun in undergoers(verb):
        if word(noun) not in _MEMBERSHIP:
            continue
        whose = doers(verb) if not passive(verb) else owners(noun, 0)
        for token in prepositional(noun, {"in", "of", "from"}):
            body = _bloc(scene, token) or _instrument(scene, token)
            if body:
                for draft in _drafts(scene, verb, whose, body, predicate):
                    yield _with_others(scene, draft, token)


def _with_others(scene: Scene, draft: Draft, token: Token) -> Draft:
    """ "Its part in the treaty with Peru": the other party is whom the step is taken towards."""
    source = [f for role, f in draft.roles if role == "source"]
    if not is_instrument(scene, token):
        return draft
    whom = tuple(("target", f) for f in others(scene, joined(scene, token), source))
    return replace(draft, roles=(*draft.roles, *whom))


def _by_verb(
    scene: Scene, verb: Token, tokens: list[Token], predicate: Predicate
) -> Iterator[Draft]:
    found = _blocs(scene, tokens)
    if predicate is Predicate.AGREEMENT_JOINED and word(verb) == "accede":
        found += [f for t in tokens if (f := _instrument(scene, t))]
    for body in found:
        for draft in _drafts(scene, verb, doers(verb), body, predicate):
            yield due(_ruled_out(verb, draft))


def _became(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Became the tenth member of the alliance"."""
    for noun in children(verb, "attr"):
        if word(noun) == "member":
            for body in _blocs(scene, prepositional(noun, {"of"})):
                yield from _drafts(scene, verb, doers(verb), body, Predicate.AGREEMENT_JOINED)


def _drafts(
    scene: Scene, trigger: Token, whose: list[Token], body: Filler, predicate: Predicate
) -> Iterator[Draft]:
    """Only states are members: a minister who "left the alliance on Friday" travelled."""
    fillers = all_participants(scene, whose)
    states = [f for f in fillers if is_state(f)] or (
        states_of(scene, fillers) if predicate is Predicate.AGREEMENT_SUSPENDED else []
    )
    if states:
        kind = scene.filler(Span(trigger.idx, trigger.idx + len(trigger)))
        found = roles(source=states, instrument=[body], kind=[kind])
        yield Draft(predicate, trigger, found)


def _blocs(scene: Scene, tokens: list[Token]) -> list[Filler]:
    return [f for t in tokens if (f := _bloc(scene, t))]


def _bloc(scene: Scene, token: Token) -> Filler | None:
    """The organisation of states that the token names, or that "the bloc" stands for."""
    mention, entity = scene.mention(token), scene.entity(token)
    if mention is None and word(token) in _BODIES:
        return _the_bloc(scene, token)
    if mention is None or entity is None or entity.kind is not ActorKind.BLOC:
        return None
    return scene.filler(mention.span, entity.actor, mention.entity) if state_of(entity) else None


def _the_bloc(scene: Scene, token: Token) -> Filler | None:
    """ "Left the bloc": the one organisation that is named; "a regional bloc" by its words."""
    named = {
        m.entity for m in scene.cast.mentions
        if scene.cast.entities[m.entity].kind is ActorKind.BLOC and m.span.start < token.idx
        and state_of(scene.cast.entities[m.entity])
    }  # fmt: skip
    definite = any(c.lower_ in ("the", "this") for c in children(token, "det"))
    if definite and len(named) == 1:
        index = named.pop()
        return scene.filler(scene.noun_phrase(token), scene.cast.entities[index].actor, index)
    return scene.words(token) if word(token) == "bloc" and not named else None


def _instrument(scene: Scene, token: Token) -> Filler | None:
    found = instrument(scene, token) if is_instrument(scene, token) else []
    return found[0] if found else None
