"""How a text or a speaker puts a bond between two actors: risen, upgraded, "a new dawn"."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, is_verb, objects, passive, prepositional, word
from foedus.read.frames.pairs import BONDS, STATES, in_play
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import entity_of
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.subjects import doers, subjects, undergoers
from foedus.read.frames.voices import voice_of

_SHORT = 80  # characters of a quotation that is taken whole
_CHANGES = frozenset({
    "rise", "improve", "deteriorate", "worsen", "sour", "warm", "cool", "deepen", "strengthen",
    "reach", "grow", "thaw", "fray", "collapse", "flourish", "enter", "remain", "become", "be",
    "plunge", "sink", "fall", "turn", "slide", "move",
    "go", "develop", "drop", "plummet", "hit", "chill", "suffer", "expand", "break",
})  # fmt: skip
_CHANGING = frozenset({
    "upgrade", "elevate", "raise", "deepen", "strengthen", "cement", "boost", "normalise",
    "normalize", "sever", "restore", "downgrade", "repair", "mend", "bolster", "enhance", "expand",
    "improve", "resume", "cut", "broaden", "reset", "strain", "consolidate", "solidify",
})  # fmt: skip
_PRAISING = frozenset({
    "laud", "praise", "hail", "describe", "call", "characterise", "characterize", "welcome",
    "condemn", "brand", "label", "term", "toast", "tout", "celebrate", "applaud", "denounce",
    "speak",
})  # fmt: skip
_WORDS = _CHANGES | _CHANGING | _PRAISING
_SPOKEN_OF = frozenset({"country", "nation", "state", "government", "people"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every bond between actors that the text characterises."""
    for token in scene.among(_WORDS):
        if not is_verb(token) or token.dep_ in ("aux", "auxpass"):
            continue
        lemma = word(token)
        if lemma in _PRAISING and not passive(token):
            yield from _praised(scene, token)
        elif lemma in _CHANGING:
            yield from _changed(scene, token)
        elif lemma in _CHANGES and not passive(token) and not _of_notion(token):
            yield from _became(scene, token)


def _of_notion(verb: Token) -> bool:
    """ "Dismissed talk that the bond was weak": the clause of a noun is nobody's word."""
    return verb.dep_ == "acl" and any(c.dep_ == "mark" for c in verb.children)


def _bonds(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if word(t) in BONDS]


def bonded(scene: Scene, noun: Token) -> list[Filler]:
    """The actors that the bond joins: between, with, "Polish-Czech", "their", "our"."""
    tokens = [*children(noun, "poss"), *prepositional(noun, {"between", "with", "among", "of"})]
    found = [f for t in tokens for f in _of_owner(scene, t)]
    if len({f.actor for f in found if f.actor}) < 2:
        for left in noun.lefts:
            for inner in left.subtree:
                mention, entity = scene.mention(inner), scene.entity(inner)
                if left.dep_ != "poss" and mention and entity and state_of(entity):
                    filler = scene.filler(mention.span, state_of(entity), mention.entity)
                    found += [filler] if filler not in found else []
    return _completed(scene, noun, [f for f in found if f.actor])


def _completed(scene: Scene, noun: Token, found: list[Filler]) -> list[Filler]:
    """Bare "relations" and "our ties" join the two in play; of one end named, the other is."""
    actors = {f.actor for f in found}
    owner = children(noun, "poss")
    bare = not found and not owner and word(noun) in ("relation", "tie") and _plain(noun)
    ours = len(actors) == 1 and bool(owner) and owner[0].lower_ == "our"
    if not (bare or ours):
        return found
    pair = in_play(scene, noun, STATES)
    if pair is None:
        return found
    ends = [(state_of(scene.cast.entities[i]), i) for i in pair]
    if ours and not actors & {state for state, _ in ends}:
        return found
    span = Span(owner[0].idx, owner[0].idx + len(owner[0])) if ours else scene.noun_phrase(noun)
    return found + [scene.filler(span, state, i) for state, i in ends if state not in actors]


def _plain(noun: Token) -> bool:
    """No "diplomatic relations with", no "race relations": the two states' as such."""
    kinds = [c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod", "det")]
    return not prepositional(noun, {"with", "between", "among", "of"}) and all(
        c.lower_ in ("military", "bilateral", "mutual", "economic", "diplomatic", "the")
        for c in kinds
    )


def _of_owner(scene: Scene, token: Token) -> list[Filler]:
    """An actor; "his country" is the state of the man."""
    if word(token) in _SPOKEN_OF:
        for owner in children(token, "poss"):
            entity, mention = scene.entity(owner), scene.mention(owner)
            if entity and mention and state_of(entity):
                span = scene.noun_phrase(token)
                return [scene.filler(span, state_of(entity), mention.entity)]
    return all_participants(scene, [token, *[c for c in token.conjuncts if c.i > token.i]])


def _draft(
    scene: Scene, verb: Token, parties: list[Filler], topic: Span, by: list[Filler]
) -> Draft:
    voices = tuple(voice_of(scene, (f.span,)) for f in by)
    return Draft(
        Predicate.RELATION, verb, roles(source=parties, topic=[scene.filler(topic)]), voices
    )


def _two(scene: Scene, parties: list[Filler]) -> bool:
    """Does the bond join two, a man not counted beside his own state?"""
    ends = set()
    for filler in parties:
        entity = entity_of(scene, filler)
        ends.add((state_of(entity) if entity else None) or filler.actor)
    return len(ends) > 1


def _praised(scene: Scene, verb: Token) -> Iterator[Draft]:
    """The object is a bond, or quoted words about one; the one who praises is a voice."""
    by = [f for f in all_participants(scene, doers(verb)) if f.actor or f.entity is not None]
    for noun in objects(verb) + prepositional(verb, {"of"}):
        bond = noun if word(noun) in BONDS else _inner_bond(noun)
        if bond is None:
            continue
        parties = bonded(scene, noun) or bonded(scene, bond)
        parties += [f for f in _loose(scene, verb, bond) if f not in parties]
        quote = _quote_after(scene, verb)
        if quote and not parties and quote.start <= bond.idx < quote.end:
            pair = in_play(scene, bond, STATES) or ()
            parties = [scene.filler(quote, state_of(scene.cast.entities[i]), i) for i in pair]
        topic = quote or scene.noun_phrase(noun, "of")
        if _two(scene, parties) and (by or quote):
            yield _draft(scene, verb, parties, topic, by[:1])
            return


def _loose(scene: Scene, verb: Token, bond: Token) -> list[Filler]:
    """Partners that the parser hung on the verb: "called cooperation between X and Y a ..."."""
    tokens = [t for t in prepositional(verb, {"between"}) if t.i > bond.i]
    return [f for f in all_participants(scene, tokens) if f.actor]


def _inner_bond(noun: Token) -> Token | None:
    """ "level of alliance", "upgrade in relations": the bond inside the phrase."""
    found = _bonds(prepositional(noun, {"of", "in", "for"}))
    return found[0] if found else None


def _quote_after(scene: Scene, verb: Token) -> Span | None:
    """The words in quotation marks between the verb and the end of its sentence."""
    for quote in scene.parsed.quotations:
        if verb.idx < quote.start and quote.end <= verb.sent.end_char + 1:
            return scene.trimmed(quote.start, quote.end)
    return None


def _changed(scene: Scene, verb: Token) -> Iterator[Draft]:
    for noun in _bonds(undergoers(verb)):
        parties = bonded(scene, noun)
        if passive(verb):
            parties += [f for f in all_participants(scene, doers(verb)) if f.actor]
        else:
            who = [f for f in all_participants(scene, subjects(verb)) if f.actor]
            if len(who) > 1 and all(f.text == parties[0].text for f in parties[:2]):
                parties = []  # the subjects themselves, not the pair behind "ties"
            parties = [*[f for f in who if f.actor not in {p.actor for p in parties}], *parties]
        if _two(scene, parties):
            yield _draft(scene, verb, parties, _how(scene, verb), [])


def _became(scene: Scene, verb: Token) -> Iterator[Draft]:
    for noun in _bonds(subjects(verb)):
        parties = bonded(scene, noun)
        if _two(scene, parties):
            topic = _how(scene, verb)
            yield _draft(scene, verb, parties, topic, [])


def _how(scene: Scene, verb: Token) -> Span:
    """The words that tell what became of the bond: the complement, else the verb itself."""
    for prep in children(verb, "prep"):
        if prep.lower_ in ("to", "into", "at") and prep.i > verb.i:
            nouns = children(prep, "pobj")
            if nouns:
                quote = _quote_after(scene, verb)
                if quote and quote.start <= nouns[0].idx < quote.end < quote.start + _SHORT:
                    return quote
                return scene.noun_phrase(nouns[0], "of", "in", "for", "since", "with")
    for child in children(verb, "acomp", "attr", "oprd"):
        words = [t for t in child.subtree if not t.is_punct]
        return scene.span(words[0], words[-1])
    for child in children(verb, "dobj"):
        if word(child) not in BONDS:
            return scene.noun_phrase(child, "of", "in", "for", "since")
    last = verb
    for child in verb.rights:
        if child.dep_ in ("advmod", "prt"):
            last = child
    return scene.span(verb, last)
