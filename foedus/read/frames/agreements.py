"""Agreements in: proposed, promised, signed, published, ratified, suspended, given up.

By a verb with an instrument as its object, or by a noun ("the signing of"). How one is left tells
`leaving`, when it is in force `force`.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
from foedus.read.frames.draft import Draft
from foedus.read.frames.force import LAPSE, in_force_or_lapsed, is_into_force
from foedus.read.frames.grammar import (
    ancestors,
    children,
    negated,
    objects,
    passive,
    prepositional,
    word,
)
from foedus.read.frames.instruments import between, is_instrument, is_title, parties
from foedus.read.frames.leaving import LEAVING, LEAVING_NOUNS, left, left_by_noun, stayed, unsigned
from foedus.read.frames.pairs import wants_pair
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import is_state, political, states_of
from foedus.read.frames.ratification import APPROVING, PARLIAMENTS, approved, put_to_vote
from foedus.read.frames.scene import Scene
from foedus.read.frames.step_nouns import by_noun
from foedus.read.frames.steps import (
    ONE_SIDED,
    SIGNING,
    actors_in,
    due,
    instruments_among,
    spoken_of,
    step,
)
from foedus.read.frames.subjects import doers, subjects, undergoers
from foedus.read.frames.threads import instrument_of

_BY_OBJECT: dict[Predicate, frozenset[str]] = {
    Predicate.AGREEMENT_SIGNED: frozenset({"sign", "ink", "conclude", "countersign"}),
    Predicate.AGREE: frozenset({
        "reach", "strike", "clinch", "seal", "negotiate", "initial", "agree",
    }),
    Predicate.AGREEMENT_PUBLISHED: frozenset({"publish", "release", "print"}),
    Predicate.AGREEMENT_RATIFIED: frozenset({"ratify"}),
    Predicate.AGREEMENT_EXTENDED: frozenset({"extend", "renew", "prolong"}),
    Predicate.AGREEMENT_SUSPENDED: frozenset({"suspend", "freeze", "pause", "halt"}),
    Predicate.AGREEMENT_DENOUNCED: frozenset({
        "abrogate", "scrap", "quit", "abandon", "exit", "terminate", "renounce", "repudiate",
        "leave", "cancel", "annul", "jettison", "revoke", "denounce", "end", "axe", "ditch", "dump",
        "rescind", "nullify",
    }),
    Predicate.AGREEMENT_PROPOSED: frozenset({"propose", "offer"}),
    Predicate.AGREEMENT_PROMISED: frozenset({"promise", "pledge", "vow"}),
}  # fmt: skip
_NAMES, _PUTTING = frozenset({"name", "signature"}), frozenset({"put", "affix", "append", "set"})
_MEDIATING = frozenset({"negotiate", "reach", "strike", "clinch", "seal"})
_FOR_TREATIES = frozenset({
    Predicate.AGREEMENT_SIGNED, Predicate.AGREEMENT_RATIFIED, Predicate.AGREEMENT_SUSPENDED,
    Predicate.AGREEMENT_IN_FORCE, Predicate.AGREEMENT_EXTENDED,
})  # fmt: skip
_OFFERS = frozenset({Predicate.AGREEMENT_PROPOSED, Predicate.AGREEMENT_PROMISED})
_PROMISING = {"agree": Predicate.AGREEMENT_PROMISED, "promise": Predicate.AGREEMENT_PROMISED,
              "pledge": Predicate.AGREEMENT_PROMISED, "vow": Predicate.AGREEMENT_PROMISED,
              "propose": Predicate.AGREEMENT_PROPOSED, "offer": Predicate.AGREEMENT_PROPOSED,
              "suggest": Predicate.AGREEMENT_PROPOSED}  # fmt: skip
_WORDS = frozenset(
    {
        "come",
        "enter",
        "go",
        "be",
        "remain",
        "stay",
        "take",
        "approve",
        "run",
        "vote",
        *_PUTTING,
    }
).union(*_BY_OBJECT.values(), LEAVING, LEAVING_NOUNS, LAPSE, SIGNING)


def find(scene: Scene) -> Iterator[Draft]:
    """Every step in the life of an agreement that the text tells."""
    for token in scene.among(_WORDS):
        if token.pos_ == "VERB" or (token.pos_ == "AUX" and is_into_force(token)):
            yield from (due(_before_colon(token, draft)) for draft in _by_verb(scene, token))
        elif token.lower_ in ("sign", "signs") and token.dep_ == "compound":
            yield from _headline(scene, token)
        elif token.pos_ in ("NOUN", "PROPN") and word(token) in SIGNING:
            yield from by_noun(scene, token)
        elif token.pos_ == "NOUN" and word(token) in LEAVING_NOUNS:
            yield from left_by_noun(scene, token)


def _before_colon(verb: Token, draft: Draft) -> Draft:
    """ "It has not been signed: talks are expected to go on": what follows the colon governs
    nothing before it, though the parser says so."""
    apart = verb.dep_ == "ccomp" and draft.mood is None and verb.i < verb.head.i
    marks = (":", ";")
    if not apart or all(t.text not in marks for t in verb.doc[verb.i : verb.head.i]):
        return draft
    return replace(draft, mood=Mood.ASSERTED, negated=negated(verb))


def _runs_out(scene: Scene, verb: Token) -> bool:
    """ "The treaty ends in May", "the pact runs out": by itself, nobody ends it."""
    out = any(c.lower_ == "out" for c in children(verb, "prt", "advmod"))
    if passive(verb) or objects(verb) or not (word(verb) == "end" or (word(verb) == "run" and out)):
        return False
    far = word(verb) == "run"  # "it ended": a war may have ended too
    told = [instrument_of(scene, t, far=far) for t in subjects(verb)]
    return bool(instruments_among(scene, told))


def _by_verb(scene: Scene, verb: Token) -> Iterator[Draft]:
    lemma = word(verb)
    if lemma in LAPSE or _runs_out(scene, verb):
        yield from in_force_or_lapsed(scene, verb, subjects(verb), Predicate.AGREEMENT_LAPSED)
    elif lemma == "vote":
        yield from put_to_vote(scene, verb)
    elif is_into_force(verb):
        yield from in_force_or_lapsed(scene, verb, subjects(verb), Predicate.AGREEMENT_IN_FORCE)
    elif lemma in _PUTTING:
        yield from _put_names(scene, verb)
    elif lemma in ("stay", "remain"):
        yield from stayed(scene, verb)
    elif lemma in LEAVING:
        yield from left(scene, verb, LEAVING[lemma])
        yield from unsigned(scene, verb)
    else:
        if lemma in APPROVING:
            yield from approved(scene, verb)
        for predicate, verbs in _BY_OBJECT.items():
            if lemma in verbs:
                yield from _with_object(scene, verb, predicate)


def _headline(scene: Scene, sign: Token) -> Iterator[Draft]:
    """ "Peru and Chile sign pact": the parser takes the verb of a headline for a noun."""
    token = sign.head
    before = [t for t in token.subtree if t.i < sign.i and scene.mention(t)]
    doing = [f for f in all_participants(scene, before) if political(scene, f)]
    if is_instrument(scene, token) and doing:
        involved = doing + states_of(scene, doing)
        draft = step(scene, sign, token, involved, Predicate.AGREEMENT_SIGNED)
        named = scene.filler(scene.trimmed(sign.idx + len(sign), token.idx + len(token)))
        told = tuple((r, named if r == "instrument" else f) for r, f in draft.roles)
        yield replace(draft, roles=told)


def _put_names(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "The two ministers put their names to the pact": they signed it."""
    names = [t for t in undergoers(verb) if word(t) in _NAMES]
    behind = prepositional(verb, {"to"}) + [t for n in names for t in prepositional(n, {"to"})]
    doing = actors_in(scene, verb, Predicate.AGREEMENT_SIGNED)
    for token in instruments_among(scene, [instrument_of(scene, t) for t in behind]):
        involved = parties(scene, token, doing)
        if names and (spoken_of(token) or any(political(scene, f) for f in involved)):
            yield step(scene, verb, token, involved, Predicate.AGREEMENT_SIGNED)


def _with_object(scene: Scene, verb: Token, predicate: Predicate) -> Iterator[Draft]:
    far = predicate in _FOR_TREATIES
    if predicate in _OFFERS and verb.dep_ == "relcl" and children(verb, "xcomp"):
        return  # "a truce that they promised to uphold": it is not the truce that is promised
    agreed = prepositional(verb, {"to", "on", "upon"}) if word(verb) == "agree" else []
    to_what = undergoers(verb) + agreed
    found = instruments_among(scene, [instrument_of(scene, t, far=far) for t in to_what])
    doing = actors_in(scene, verb, predicate)
    astray = _behind_that(scene, verb)
    if astray is not None:
        found = [astray]
        doing = [f for f in all_participants(scene, [verb.head]) if political(scene, f)]
    chambers = far and all(word(t) in PARLIAMENTS for t in doers(verb))
    if (
        not chambers
        and doers(verb)
        and not any(political(scene, f) or f.entity is None for f in doing)
    ):
        return
    if predicate is Predicate.AGREEMENT_SIGNED:
        predicate = _governed(verb, predicate)
        doing += _actors_with(scene, verb)
    by_it = any(t.lower_ == "it" for t in to_what)
    for token in found:
        if predicate is Predicate.AGREEMENT_PUBLISHED:
            yield step(scene, verb, token, doing, predicate)
            continue
        involved = parties(scene, token, doing)
        named = _between_states(scene, verb, token, involved)
        if predicate is Predicate.AGREE and word(verb) in _MEDIATING:
            involved = between(scene, token) or involved
        if predicate in ONE_SIDED and (doing or predicate is not Predicate.AGREEMENT_RATIFIED):
            involved = doing
        by_pair = any(wants_pair(t) for t in doers(verb))  # "neither country has ratified it"
        known = by_it or spoken_of(token)
        if named or (far and (chambers or by_pair or not doers(verb)) and known):
            yield step(scene, verb, token, involved, predicate)
    for token in instruments_among(scene, children(verb, "conj") if found and far else []):
        # "signed a protocol in May and a treaty in June": each has its own date
        yield step(scene, token, token, parties(scene, token, doing), predicate)


def _between_states(scene: Scene, verb: Token, token: Token, involved: list[Filler]) -> bool:
    """Whether those named make it; a parliament's parties agree on deals too."""
    if word(verb) == "agree":
        return any(is_state(f) for f in involved)
    return any(f.actor and political(scene, f) for f in involved) or is_title(token)


def _behind_that(scene: Scene, verb: Token) -> Token | None:
    """ "The treaty that the two signed in May bans mines": the parser lets the two be signed."""
    signer = verb.head
    clause = signer.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or children(verb, "agent"):
        return None
    if signer.dep_ != "nsubj" or clause.dep_ != "relcl" or clause.head.dep_ != "ROOT":
        return None
    return clause.head if is_instrument(scene, clause.head) else None


def _governed(verb: Token, predicate: Predicate) -> Predicate:
    """ "Agreed to sign" is a promise, "proposed signing" a proposal."""
    for governor in ancestors(verb):
        if verb.dep_ not in ("xcomp", "ccomp", "conj"):
            return predicate
        if word(governor) in _PROMISING:
            return _PROMISING[word(governor)]
        verb = governor
    return predicate


def _actors_with(scene: Scene, verb: Token) -> list[Filler]:
    fillers = all_participants(scene, prepositional(verb, {"with", "between"}))
    return [f for f in fillers if f.actor or f.entity is not None]
