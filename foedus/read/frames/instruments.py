"""Agreements in: proposed, promised, signed, published, ratified, in force, suspended, left,
replaced, lapsed. By a verb with an instrument as its subject or object, or by a noun ("signing").
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import (
    ancestors,
    children,
    conjuncts,
    doers,
    is_verb,
    objects,
    owners,
    passive,
    prepositional,
    subjects,
    undergoers,
    word,
)
from foedus.read.frames.pairs import wants_pair
from foedus.read.frames.participants import (
    all_participants,
    participants,
    political,
    states_of,
)
from foedus.read.frames.scene import Scene, state_of

NOUNS = frozenset({
    "treaty", "pact", "agreement", "accord", "convention", "protocol", "memorandum", "deal",
    "charter", "covenant", "compact", "armistice", "truce", "ceasefire", "concordat", "entente",
    "declaration", "communique", "communiqué", "letter", "understanding", "partnership", "contract",
})  # fmt: skip
_LOOSE = frozenset({"declaration", "letter", "partnership", "understanding", "charter", "contract",
                    "compact", "covenant", "convention", "protocol"})  # fmt: skip
_KINDS = ("of intent", "of understanding")

_BY_OBJECT: dict[Predicate, frozenset[str]] = {
    Predicate.AGREEMENT_SIGNED: frozenset({"sign", "ink", "initial", "conclude", "countersign"}),
    Predicate.AGREE: frozenset({"reach", "strike", "clinch", "seal", "negotiate"}),
    Predicate.AGREEMENT_PUBLISHED: frozenset({"publish", "release", "print"}),
    Predicate.AGREEMENT_RATIFIED: frozenset({"ratify"}),
    Predicate.AGREEMENT_SUSPENDED: frozenset({"suspend", "freeze", "pause"}),
    Predicate.AGREEMENT_DENOUNCED: frozenset({
        "abrogate", "scrap", "quit", "abandon", "exit", "terminate", "renounce", "repudiate",
        "leave", "cancel", "annul", "jettison",
    }),
    Predicate.AGREEMENT_PROPOSED: frozenset({"propose", "offer"}),
    Predicate.AGREEMENT_PROMISED: frozenset({"promise", "pledge", "vow"}),
}  # fmt: skip
_LEAVING = {
    "withdraw": {"from"}, "pull": {"from", "of"}, "walk": {"from", "of"}, "back": {"of"},
    "rip": {"up"}, "tear": {"up"},
}  # fmt: skip
_LEAVING_NOUNS = frozenset({"withdrawal", "exit", "departure"})
_REPLACE = frozenset({"replace", "supersede", "supplant", "succeed"})
_LAPSE = frozenset({"expire", "lapse"})
_SIGNING = {"signing": Predicate.AGREEMENT_SIGNED, "signature": Predicate.AGREEMENT_SIGNED,
            "ratification": Predicate.AGREEMENT_RATIFIED,
            "suspension": Predicate.AGREEMENT_SUSPENDED,
            "publication": Predicate.AGREEMENT_PUBLISHED}  # fmt: skip
_PROMISING = {"agree": Predicate.AGREEMENT_PROMISED, "promise": Predicate.AGREEMENT_PROMISED,
              "pledge": Predicate.AGREEMENT_PROMISED, "vow": Predicate.AGREEMENT_PROMISED,
              "propose": Predicate.AGREEMENT_PROPOSED, "offer": Predicate.AGREEMENT_PROPOSED,
              "suggest": Predicate.AGREEMENT_PROPOSED}  # fmt: skip
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_PUBLISHERS = frozenset({"by", "in", "on"})
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d(?:\s*[-–/]\s*(?:(?:1[5-9]|20)\d\d|\d\d))?\b")


def is_instrument(scene: Scene, token: Token) -> bool:
    """Is the noun an agreement between states? The looser nouns need a title or a partner."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ == "PERSON":
        return False
    lemma = word(token)
    if lemma not in NOUNS or token.dep_ in ("compound", "nmod"):
        return False
    if lemma == "letter":
        return bool(prepositional(token, {"of"})) and _kind_words(token) is not None
    if lemma == "memorandum":
        return _kind_words(token) is not None
    if lemma in _LOOSE:
        titled = token.text[0].isupper() and token.i != token.sent.start
        return titled or bool(_joined(scene, token))
    return True


def _kind_words(token: Token) -> Token | None:
    for prep in children(token, "prep"):
        for noun in prep.children:
            if f"{prep.lower_} {noun.lower_}" in _KINDS:
                return noun
    return None


def instrument(scene: Scene, token: Token) -> list[Filler]:
    """The words of the fullest title or noun phrase, parties left out, and its kind."""
    kind_end = _kind_words(token)
    span = scene.noun_phrase(token)
    if kind_end is not None:
        span = scene.span(scene.first_of(token), kind_end)
    elif token.text[0].isupper():
        span = _title(scene, token)
    return [scene.filler(_without_owner(scene, token, span))]


def _title(scene: Scene, token: Token) -> Span:
    """ "Treaty on the Limitation of Arms": capitalised complements belong to the title."""
    last = token
    for prep in children(token, "prep"):
        if prep.lower_ in ("on", "of", "for", "concerning", "to") and all(
            t.text[0].isupper() or not t.is_alpha or t.is_stop for t in prep.subtree
            if t.dep_ not in ("relcl", "acl")
        ):  # fmt: skip
            last = max(last, max(prep.subtree, key=lambda t: t.i), key=lambda t: t.i)
            while last.is_punct:
                last = scene.doc[last.i - 1]
    return scene.span(scene.first_of(token), last)


def _without_owner(scene: Scene, token: Token, span: Span) -> Span:
    """ "Paris's new pact" without the possessor, who is a party."""
    for owner in children(token, "poss"):
        cases = [c for c in owner.children if c.dep_ == "case"]
        end = max([owner, *cases], key=lambda t: t.i)
        if span.start <= owner.idx < span.end and end.idx + len(end) < token.idx:
            return scene.trimmed(end.idx + len(end), span.end)
    return span


def _kind(scene: Scene, token: Token) -> list[Filler]:
    last = _kind_words(token) or token
    return [scene.filler(Span(token.idx, last.idx + len(last)))]


def _joined(scene: Scene, token: Token) -> list[Filler]:
    """The parties that stand with the instrument itself: between, with, "Chad-Mali", "its"."""
    found = prepositional(token, {"between", "with", "among"})
    found += list(owners(token, 0))
    fillers = list(all_participants(scene, found))
    before = [
        t for left in token.lefts if left.dep_ in ("amod", "compound", "nmod")
        for t in left.subtree
    ]  # fmt: skip
    states = []
    for modifier in before:
        mention = scene.mention(modifier)
        entity = scene.entity(modifier)
        if mention and entity and state_of(entity):
            filler = scene.filler(mention.span, state_of(entity), mention.entity)
            states.append(filler)
    if len({f.actor for f in states}) > 1 or (states and fillers):
        fillers += [s for s in states if s not in fillers]
    return fillers


def _parties(scene: Scene, instrument_token: Token, doing: list[Filler]) -> list[Filler]:
    fillers = list(doing)
    for filler in _joined(scene, instrument_token):
        new_words = filler not in fillers and filler.text.lower() not in _POSSESSIVES
        new_actor = filler.actor and all(f.actor != filler.actor for f in fillers)
        if new_words or new_actor:
            fillers.append(filler)
    return fillers + states_of(scene, fillers)


def find(scene: Scene) -> Iterator[Draft]:
    """Every step in the life of an agreement that the text tells."""
    for token in scene.doc:
        if is_verb(token) and token.pos_ == "VERB":
            yield from _by_verb(scene, token)
        elif token.pos_ in ("NOUN", "PROPN") and word(token) in _SIGNING:
            yield from _by_noun(scene, token)
        elif token.pos_ == "NOUN" and word(token) in _LEAVING_NOUNS:
            yield from _leaving_noun(scene, token)


def _by_verb(scene: Scene, verb: Token) -> Iterator[Draft]:
    lemma = word(verb)
    if lemma in _REPLACE:
        yield from _replaced(scene, verb)
    elif lemma in _LAPSE:
        yield from _about(scene, verb, subjects(verb), Predicate.AGREEMENT_LAPSED)
    elif _into_force(verb):
        yield from _about(scene, verb, subjects(verb), Predicate.AGREEMENT_IN_FORCE)
    elif lemma in _LEAVING:
        yield from _left(scene, verb, _LEAVING[lemma])
    else:
        for predicate, verbs in _BY_OBJECT.items():
            if lemma in verbs:
                yield from _with_object(scene, verb, predicate)


def _instruments(scene: Scene, tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if is_instrument(scene, t)]


def _with_object(scene: Scene, verb: Token, predicate: Predicate) -> Iterator[Draft]:
    for token in _instruments(scene, undergoers(verb)):
        doing = _actors_in(scene, verb, predicate)
        if doers(verb) and not any(political(scene, f) or f.entity is None for f in doing):
            continue
        if predicate is Predicate.AGREEMENT_SIGNED:
            predicate = _governed(verb, predicate)
            doing += _actors_with(scene, verb)
        if predicate is Predicate.AGREEMENT_PUBLISHED:
            yield _draft(scene, verb, token, doing, predicate)
            continue
        parties = _parties(scene, token, doing)
        if any(f.actor and political(scene, f) for f in parties) or _is_title(scene, token):
            yield _draft(scene, verb, token, parties, predicate)


def _is_title(scene: Scene, token: Token) -> bool:
    return token.text[0].isupper() and token.i != token.sent.start


def _governed(verb: Token, predicate: Predicate) -> Predicate:
    """ "Agreed to sign" is a promise, "proposed signing" a proposal."""
    for governor in ancestors(verb):
        if verb.dep_ not in ("xcomp", "ccomp", "conj"):
            return predicate
        if word(governor) in _PROMISING:
            return _PROMISING[word(governor)]
        verb = governor
    return predicate


def _actors_in(scene: Scene, verb: Token, predicate: Predicate) -> list[Filler]:
    tokens = doers(verb)
    if predicate is Predicate.AGREEMENT_PUBLISHED and not tokens:
        tokens = prepositional(verb, _PUBLISHERS)
    pairs = [scene.noun_phrase(t) for t in tokens if wants_pair(t)]
    fillers = all_participants(scene, tokens)
    return [f for f in fillers if f.actor or f.entity is not None or f.span in pairs]


def _actors_with(scene: Scene, verb: Token) -> list[Filler]:
    fillers = all_participants(scene, prepositional(verb, {"with", "between"}))
    return [f for f in fillers if f.actor or f.entity is not None]


def _draft(
    scene: Scene, trigger: Token, token: Token, parties: list[Filler], predicate: Predicate
) -> Draft:
    found = roles(
        source=parties, instrument=instrument(scene, token), kind=_kind(scene, token),
        place=_places(scene, trigger),
    )  # fmt: skip
    return Draft(predicate, trigger, found)


def _places(scene: Scene, verb: Token) -> list[Filler]:
    return [
        scene.filler(scene.noun_phrase(t, "of"))
        for t in prepositional(verb, {"in", "at"}) if t.ent_type_ in ("GPE", "LOC", "FAC")
    ]  # fmt: skip


def _into_force(verb: Token) -> bool:
    lemma = word(verb)
    if lemma in ("come", "enter", "go", "be", "remain", "stay"):
        return any(word(o) in ("force", "effect") for o in prepositional(verb, {"into", "in"}))
    return lemma == "take" and any(word(o) == "effect" for o in objects(verb))


def _about(scene: Scene, verb: Token, tokens: list[Token], predicate: Predicate) -> Iterator[Draft]:
    for token in _instruments(scene, tokens):
        if word(token) != "contract":
            yield _draft(scene, verb, token, _parties(scene, token, []), predicate)


def _left(scene: Scene, verb: Token, words: set[str]) -> Iterator[Draft]:
    tokens = objects(verb) + prepositional(verb, words)
    for out in children(verb, "prt", "advmod", "prep"):
        tokens += prepositional(out, words)
    if "up" in words and not any(c.lower_ == "up" for c in verb.children):
        return
    for token in _instruments(scene, tokens):
        leaving = _actors_in(scene, verb, Predicate.AGREEMENT_DENOUNCED)
        if leaving:
            yield _draft(scene, verb, token, leaving + states_of(scene, leaving),
                         Predicate.AGREEMENT_DENOUNCED)  # fmt: skip


def _leaving_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    for token in _instruments(scene, prepositional(noun, {"from"})):
        leaving = [f for f in all_participants(scene, owners(noun, 0)) if f.actor]
        if leaving:
            yield _draft(scene, noun, token, leaving + states_of(scene, leaving),
                         Predicate.AGREEMENT_DENOUNCED)  # fmt: skip


def _by_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    for token in _instruments(scene, prepositional(noun, {"of"})):
        doing = [f for f in all_participants(scene, owners(noun, 0)) if f.actor]
        parties = _parties(scene, token, doing)
        if any(political(scene, f) for f in parties) or _is_title(scene, token):
            yield _draft(scene, noun, token, parties, _SIGNING[word(noun)])


def _replaced(scene: Scene, verb: Token) -> Iterator[Draft]:
    """A new instrument in the place of older ones, and since when those were."""
    if passive(verb):
        olds, news = undergoers(verb), doers(verb) + prepositional(verb, {"with"})
    else:
        olds, news = objects(verb), subjects(verb)
        news = _instruments(scene, news) + prepositional(verb, {"with"})
    older = _instruments(scene, olds)
    if not older:
        return
    old = older[0]
    span = _with_years(scene, verb, old)
    years = [
        scene.filler(Span(span.start + m.start(), span.start + m.end()))
        for m in _YEAR.finditer(span.of(scene.text))
    ]  # fmt: skip
    newer = _instruments(scene, news)
    parties = _joined(scene, old) + [f for new in newer for f in _joined(scene, new)]
    if not newer and not parties:
        return
    between = [f for f in parties if f.actor]
    yield Draft(
        Predicate.AGREEMENT_REPLACED, verb,
        roles(
            source=between, predecessor=[scene.filler(span)], since_when=years,
            instrument=[f for new in newer[:1] for f in instrument(scene, new)],
            kind=[f for new in newer[:1] for f in _kind(scene, new)],
        ),
    )  # fmt: skip


def _with_years(scene: Scene, verb: Token, old: Token) -> Span:
    """The older instruments with all that tells which they are, up to the years of "from ..."."""
    last = old
    for child in (*old.rights, *(c for c in verb.rights if c.i > old.i)):
        if child.dep_ == "prep" and child.lower_ in (
            "between", "with", "of", "on", "from", "dating", "in", "and", "to"
        ):  # fmt: skip
            if child.head == verb and not _YEAR.search(" ".join(t.text for t in child.subtree)):
                continue
            last = max(last, child.right_edge, key=lambda t: t.i)
        elif child.dep_ == "acl" or (child.dep_ == "conj" and child.head == old):
            last = max(last, child.right_edge, key=lambda t: t.i)
    return scene.span(scene.first_of(old), last)


__all__ = ["conjuncts", "find", "instrument", "is_instrument", "participants"]
