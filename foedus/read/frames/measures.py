"""Sanctions, embargoes, controls, tariffs, freezes in: who imposes or lifts what, on whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Predicate
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, is_verb, objects, passive, prepositional, word
from foedus.read.frames.pairs import STATES, pair_of
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import political
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.subjects import doers, owners, undergoers

_NOUNS = frozenset({"sanction", "embargo", "tariff", "blockade", "boycott"})
_WITH_KIND = {
    "control": {"export", "import", "trade"}, "freeze": {"asset"}, "duty": {"customs", "import"},
    "ban": {"travel", "import", "export", "arm", "arms", "visa", "oil", "trade", "flight", "fly"},
    "restriction": {"export", "import", "trade", "visa", "travel"}, "quota": {"import"},
}  # fmt: skip
_VERBS = frozenset({
    "impose", "slap", "lift", "ease", "extend", "tighten", "announce", "levy", "remove", "waive",
    "place", "expand", "renew", "relax", "threaten", "reimpose", "introduce", "put", "suspend",
    "apply", "drop", "maintain", "keep", "enforce", "toughen",
    "adopt", "approve", "unveil",
    "raise", "cut", "reduce", "snap", "prepare", "consider", "order", "prolong", "roll",
    "authorise", "authorize", "shelve", "face", "scrap", "end",
})  # fmt: skip
_SANCTIONED = frozenset({"sanction", "blacklist", "embargo"})
_WORDS = _NOUNS.union(_WITH_KIND, _SANCTIONED)
_BUNDLES = frozenset({"package", "round", "set", "series", "raft", "wave", "batch", "tranche",
                      "slew", "list"})  # fmt: skip
_UPON = frozenset({"on", "against", "upon", "from", "over"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every measure that the text tells of an imposer or of a target known by name."""
    for token in scene.among(_WORDS):
        if token.pos_ in ("NOUN", "PROPN") and is_measure(token):
            yield from _by_noun(scene, token)
        elif word(token) in _SANCTIONED and token.pos_ in ("VERB", "ADJ"):
            yield from _by_verb(scene, token)


def is_measure(token: Token) -> bool:
    """Is the noun a coercive measure of foreign policy?"""
    lemma = word(token)
    if token.dep_ in ("compound", "nmod"):
        return False
    if lemma in _NOUNS:
        return True
    kinds = _WITH_KIND.get(lemma)
    before = {word(t) for left in token.lefts for t in left.subtree}
    return bool(kinds and before & kinds)


def _by_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    top = _package(noun)
    verb = top.head if is_verb(top.head) and word(top.head) in _VERBS else None
    involved = top in objects(verb) or top in undergoers(verb) if verb is not None else False
    targets = prepositional(noun, _UPON) + (prepositional(top, _UPON) if top != noun else [])
    imposers = owners(noun, 0) + (owners(top, 0) if top != noun else [])
    faced = False
    if verb is not None and involved:
        if word(verb) == "face":
            targets, faced = targets + doers(verb), True
        else:
            imposers = imposers + doers(verb)
            targets = targets + prepositional(verb, _UPON)
    imposing = list(_actors(scene, imposers))
    imposing += [f for f in _modifiers(scene, noun) if f not in imposing]
    hit = [f for f in _actors(scene, targets) if f not in imposing]
    hit = hit or [f for t in targets for f in _modifiers(scene, t) if f not in imposing]
    if {f.actor for f in hit} & {f.actor for f in imposing}:
        return
    if not hit or not any(political(scene, f) for f in hit):
        return
    event = [scene.filler(scene.span(verb, verb))] if verb is not None and involved else []
    trigger = verb if verb is not None and involved and not faced else noun
    found = roles(source=imposing, target=hit, kind=[_kind(scene, noun)], event=event)
    yield Draft(Predicate.MEASURE, trigger, found)


def _package(noun: Token) -> Token:
    """ "A package of sanctions": what is adopted is the package."""
    above = noun.head.head
    bundled = noun.dep_ == "pobj" and noun.head.lower_ == "of" and word(above) in _BUNDLES
    return above if bundled else noun


def _kind(scene: Scene, noun: Token) -> Filler:
    """The measure's words without its owner."""
    span = scene.noun_phrase(noun)
    for owner in children(noun, "poss"):
        cases = [c for c in owner.children if c.dep_ == "case"]
        end = max([owner, *cases], key=lambda t: t.i)
        span = scene.trimmed(end.idx + len(end), span.end)
    return scene.filler(span)


def _actors(scene: Scene, tokens: list[Token]) -> list[Filler]:
    return [f for f in all_participants(scene, tokens) if f.actor or f.entity is not None]


def _modifiers(scene: Scene, noun: Token) -> list[Filler]:
    """ "Swiss sanctions": the state before the noun imposes them."""
    found = []
    for left in noun.lefts:
        mention, entity = scene.mention(left), scene.entity(left)
        if left.dep_ in ("amod", "compound", "nmod") and mention and entity and state_of(entity):
            found.append(scene.filler(mention.span, state_of(entity), mention.entity))
    return found


def _by_verb(scene: Scene, verb: Token) -> Iterator[Draft]:
    kind = [scene.filler(scene.span(verb, verb))]
    if verb.dep_ == "amod":
        targets = _sanctioned(scene, verb)
        if targets:
            yield Draft(Predicate.MEASURE, verb, roles(target=targets, kind=kind))
        return
    if verb.pos_ != "VERB":
        return
    hit = _actors(scene, undergoers(verb))
    imposing = _actors(scene, doers(verb))
    if hit and (passive(verb) or any(political(scene, f) for f in imposing)):
        yield Draft(Predicate.MEASURE, verb, roles(source=imposing, target=hit, kind=kind))


def _sanctioned(scene: Scene, adjective: Token) -> list[Filler]:
    """ "Two of the most sanctioned states", of the two in play; "heavily sanctioned Belarus"."""
    noun = adjective.head
    named = [f for f in _actors(scene, [noun]) if f.actor]
    if named:
        return named
    outer = noun.head.head if noun.dep_ == "pobj" else noun
    if outer.lower_ not in ("two", "both"):
        return []
    found = pair_of(scene, outer, STATES)
    span = scene.span(outer, noun)
    if found is None:
        return []
    return [scene.filler(span, state_of(scene.cast.entities[i]), i) for i in found]
