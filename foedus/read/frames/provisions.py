"""What an instrument provides, as the text tells it: who must, may or may not do what, and when.

By a verb of which the instrument is the subject ("commits both to", "includes a clause on"); for
a sentence that opens with "under the pact" see `under`.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.duties import (
    ALONE,
    TEXTS,
    article_told,
    bearers_of,
    bound,
    drafted,
    is_binding,
    laying_down,
    of_part,
    text_alone,
    unsigned,
)
from foedus.read.frames.grammar import (
    children,
    is_verb,
    negated,
    objects,
    passive,
    prepositional,
    word,
)
from foedus.read.frames.guarantors import guaranteed
from foedus.read.frames.instruments import is_instrument
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import is_state
from foedus.read.frames.provided import behind_that, contents, entitled_to, second_clauses
from foedus.read.frames.provision_words import (
    BINDING,
    LETTING,
    NOT_TERMS,
    OF_CLAUSE,
    OF_OBJECT,
    OUTCOMES,
    RESTRICTING,
    WITH,
)
from foedus.read.frames.references import dated, is_other
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import subjects
from foedus.read.frames.terms import condition_of_term, end_of_term, quoted_words
from foedus.read.frames.threads import instrument_of
from foedus.read.frames.under import UNDER, UNDER_LEMMAS, gone_on, laid_down_under
from foedus.read.moods import mood_of

_WORDS = OF_OBJECT.union(WITH, OF_CLAUSE, UNDER_LEMMAS)
_OWN_SUBJECT = ("nsubj", "nsubjpass")


def find(scene: Scene) -> Iterator[Draft]:
    """Every provision that the text reports."""
    for token in scene.among(_WORDS):
        told = token.pos_ == "VERB" or _taken_for_noun(token)
        if told and (word(token) in OF_OBJECT or word(token) in WITH
                                     or word(token) in OF_CLAUSE):  # fmt: skip
            yield from _of_verb(scene, token)
        elif token.lower_ in UNDER and token.dep_ == "prep":
            yield from laid_down_under(scene, token)
    for token in scene.formed({"whereby"}):
        yield from laid_down_under(scene, token)
    yield from guaranteed(scene)
    yield from gone_on(scene)


def _taken_for_noun(token: Token) -> bool:
    """ "Article 5 states that ...": the parser takes the verb for a noun."""
    clause = children(token, "nsubj") and children(token, "ccomp", "acl")
    return token.dep_ == "ROOT" and bool(clause) and word(token) in OF_CLAUSE


def _source(scene: Scene, verb: Token) -> list[Filler]:
    """The instrument of which the verb tells: itself, by "it", or by its clause or text."""
    found = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else subjects(verb)
    found = _clause_behind(verb) or found
    for token in found:
        if is_instrument(scene, token):
            return laying_down(scene, token)
        if word(token) in TEXTS:
            return of_part(scene, token) or text_alone(scene, token, verb)
        if token.lower_ == "it" and token.i <= token.sent.start + 2:
            before = instrument_of(scene, token, far=True)
            told = before.dep_ in ("nsubj", "nsubjpass", "ROOT")
            older = is_other(before) or dated(before) is not None
            if older and verb.tag_ != before.head.tag_:
                continue  # "The 1991 pact let ships in. It bars ...": not clearly the old one
            if before != token and (told or (before.dep_ == "dobj" and _by_several(before))):
                return laying_down(scene, before)
    return []


def _clause_behind(verb: Token) -> list[Token]:
    """ "The treaty that the two signed in May bans mines": the parser takes "bans" for what the
    two do, and leaves the treaty without a verb."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN"):
        return []
    between = [t for t in verb.doc[noun.i : verb.i] if t.tag_ in ("VBN", "VBD") and is_verb(t)]
    return [noun] if any(t.dep_ == "acl" for t in between) else []


def _by_several(thing: Token) -> bool:
    """ "Peru and Chile signed a pact. It ...": of the two in the sentence only the pact is "it"."""
    subject = subjects(thing.head)
    return len(subject) > 1 or any(t.tag_ in ("NNS", "NNPS") for t in subject)


def _brings_about(verb: Token) -> bool:
    """ "Would allow them to become a power", "could let them sell": what follows, no term."""
    modals = {c.lower_ for c in children(verb, "aux")}
    clauses = children(verb, "ccomp", "xcomp", "advcl")
    follows = word(verb) in LETTING and any(word(c) in OUTCOMES for c in clauses)
    return bool(modals & {"could", "might"}) or ("would" in modals and follows)


def _of_verb(scene: Scene, verb: Token) -> Iterator[Draft]:
    if passive(verb) and verb.dep_ not in ("acl",):
        return
    gives = word(verb) == "give" and not children(verb, *_OWN_SUBJECT) and verb.dep_ == "conj"
    gives = gives or (verb.dep_ == "acl" and verb.tag_ == "VBG") or bool(entitled_to(verb))
    if word(verb) == "give" and not gives:
        return
    source = [] if _brings_about(verb) else _source(scene, verb)
    if not source:
        return
    if word(verb) in ("say", "state", "declare") and negated(verb):
        return  # what a text does not say is none of its terms
    bearers = bearers_of(scene, source, _bearers(scene, verb))
    if _of_text_alone(source) and not any(is_state(f) for f in bearers):
        return  # what a document asks of ministries is no treaty's
    for second in second_clauses(verb):
        span = scene.span(behind_that(scene, second), end_of_term(scene, second))
        who = [f for t in subjects(second) for f in bound(scene, t)] if is_binding(second) else []
        term = _draft(scene, verb, source, span, bearers_of(scene, source, who), second)
        # what hangs on an "if" in the first clause does not in the second
        hangs = term.mood is None and mood_of(verb, scene.parsed).mood is Mood.CONDITIONAL
        yield replace(term, mood=Mood.ASSERTED) if hangs else term
    for first, last in contents(scene, verb):
        forbids = word(verb) in RESTRICTING and verb.i < first.i and not negated(verb)
        lets = word(verb) == "let" and verb.i < first.i  # "ships dock" alone is no sentence
        span = scene.span(verb if forbids or lets else first, last)
        if word(first.head) in NOT_TERMS or span.end - span.start < 4:
            continue
        if first.tag_ in ("WP", "WDT", "WRB"):
            continue  # "what does the pact require?" asks
        yield _draft(scene, verb, source, span, bearers)
        return


def _of_text_alone(source: list[Filler]) -> bool:
    return source[0].text.split()[-1].lower() in ALONE


def _draft(
    scene: Scene,
    verb: Token,
    source: list[Filler],
    span: Span,
    bearers: list[Filler],
    clause: Token | None = None,
) -> Draft:
    """The provision at the verb; `clause` is the verb of its own clause, where it is a second."""
    provision = scene.filler(quoted_words(scene, span))
    found = roles(
        instrument=source, provision=[provision], source=bearers, article=article_told(scene, verb),
        condition=condition_of_term(scene, clause or verb, span),
    )  # fmt: skip
    wished = [c for c in children(verb, "aux") if c.lower_ in ("should", "ought")]
    if wished:  # "any deal should include them": what somebody would have in it
        should = (Span(wished[0].idx, wished[0].idx + len(wished[0])),)
        return Draft(Predicate.PROVISION, verb, found, mood=Mood.PROPOSED, mood_words=should)
    shown = drafted(source, verb)
    if not shown and _of_text_alone(source) and unsigned(scene, verb):
        return Draft(Predicate.PROVISION, verb, found, mood=Mood.PROPOSED)
    if shown:
        return Draft(Predicate.PROVISION, verb, found, mood=Mood.PROPOSED, mood_words=shown)
    return Draft(Predicate.PROVISION, verb, found)


def _bearers(scene: Scene, verb: Token) -> list[Filler]:
    if word(verb) in OF_CLAUSE and word(verb) not in BINDING:
        duties = [c for c in children(verb, "ccomp") if is_binding(c)]
        return [f for c in duties for t in subjects(c) for f in bound(scene, t)]
    if word(verb) not in BINDING:
        return []
    tokens = objects(verb)
    if word(verb) == "impose":
        tokens = prepositional(verb, {"on"}) + [
            t for o in objects(verb) for t in prepositional(o, {"on"})
        ]
    for clause in children(verb, "ccomp", "xcomp"):
        tokens = tokens or children(clause, "nsubj")
    found = [_with_the(scene, f, tokens) for f in all_participants(scene, tokens)]
    return [f for f in found if f.actor or f.entity is not None or word(tokens[0]) in (
        "party", "signatory", "side", "member", "country", "state", "both", "government", "each",
        "guarantor", "ally", "two", "three", "four", "five")
    ]  # fmt: skip


def _with_the(scene: Scene, filler: Filler, tokens: list[Token]) -> Filler:
    """ "The three": a number alone names nobody."""
    alone = len(tokens) == 1 and tokens[0].pos_ == "NUM" and filler.text == tokens[0].text
    the = tokens[0].left_edge if alone else None
    return scene.filler(scene.span(the, tokens[0])) if the is not None else filler
