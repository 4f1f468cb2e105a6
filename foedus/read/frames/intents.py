"""Statements of intent in: who vows, plans, offers, threatens or is ready to do what."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.actor import ActorKind
from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import (
    children,
    copular,
    is_verb,
    negated,
    objects,
    passive,
    prepositional,
    word,
)
from foedus.read.frames.pairs import BONDS
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import entity_of
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.subjects import doers, owners, subjects
from foedus.read.frames.voices import speaker_at

_VERBS = {
    "vow": Mood.PROMISED, "pledge": Mood.PROMISED, "promise": Mood.PROMISED, "swear": Mood.PROMISED,
    "undertake": Mood.PROMISED, "plan": Mood.INTENDED, "aim": Mood.INTENDED,
    "intend": Mood.INTENDED, "offer": Mood.PROPOSED, "propose": Mood.PROPOSED,
    "threaten": Mood.THREATENED, "resolve": Mood.INTENDED, "commit": Mood.PROMISED,
}  # fmt: skip
_OFFERED = frozenset({
    "support", "help", "aid", "assistance", "cooperation", "talk", "negotiation", "mediation",
    "truce", "ceasefire", "guarantee", "protection", "deal", "treaty", "pact", "loan", "troop",
    "partnership", "amnesty", "concession", "compensation",
})  # fmt: skip
_NOTHING = frozenset({"to do", "to do so", "to do that", "to do it", "to do this"})
_POINTING = frozenset({"it", "this", "that"})
_OPEN = frozenset({"exclude", "rule"})
_NOUNS = {
    "plan": Mood.INTENDED, "pledge": Mood.PROMISED, "promise": Mood.PROMISED,
    "vow": Mood.PROMISED, "offer": Mood.PROPOSED, "intention": Mood.INTENDED,
    "threat": Mood.THREATENED, "willingness": Mood.INTENDED, "readiness": Mood.INTENDED,
    "proposal": Mood.PROPOSED,
}  # fmt: skip
_ASIDE = frozenset({"as", "while", "after", "before", "though", "although"})
_HAVING = frozenset({
    "announce", "mention", "outline", "unveil", "have", "make", "present", "reveal", "describe",
    "express", "voice", "signal", "declare", "state", "detail", "renew", "reaffirm", "repeat",
    "reiterate", "issue", "give", "set", "share", "lay", "disclose", "float", "pursue", "draw",
})  # fmt: skip
_TELLING = frozenset({"speak", "talk", "tell", "boast"})
_ADJECTIVES = frozenset({"ready", "willing", "prepared", "determined"})
_WILL = frozenset({"will", "would", "'ll", "wo"})
_BEFALL = frozenset({
    "be", "have", "need", "face", "suffer", "lose", "win", "become", "benefit", "fail", "gain",
    "fall", "rise", "grow", "collapse", "remain", "know", "see", "find", "get", "want", "depend",
    "feel", "struggle", "emerge", "prevail", "survive", "regret", "stay", "sign", "ratify", "join",
    "leave", "quit", "exit", "rejoin", "supply", "send", "visit", "travel", "meet", "like", "say",
})  # fmt: skip
_WORDS = frozenset({"prepare", "determine", "will", "would", "'ll"}).union(
    _VERBS, _OPEN, _NOUNS, _ADJECTIVES
)


def find(scene: Scene) -> Iterator[Draft]:
    """Every statement of intent by an actor that the cast knows."""
    for token in scene.among(_WORDS):
        lemma = word(token)
        if token.pos_ == "VERB" and lemma in _VERBS:
            yield from _by_verb(scene, token, _VERBS[lemma])
        elif token.pos_ == "VERB" and lemma in _OPEN:
            yield from _not_excluded(scene, token)
        elif token.pos_ == "NOUN" and lemma in _NOUNS:
            yield from _by_noun(scene, token, _NOUNS[lemma])
        elif token.lower_ in _WILL and token.dep_ == "aux" and is_verb(token.head):
            yield from _own_will(scene, token)
        elif token.lower_ in _ADJECTIVES and copular(token) is not None:
            yield from _by_adjective(scene, token)


def _who(scene: Scene, tokens: list[Token]) -> list[Filler]:
    """States, persons with a state, organisations that the gazetteer knows."""
    found = []
    for filler in all_participants(scene, tokens):
        entity = entity_of(scene, filler)
        person = entity if entity is not None and entity.kind is ActorKind.PERSON else None
        if filler.actor or (person and (person.country or person.sector)):
            found.append(filler)
    return found


def _by_verb(scene: Scene, verb: Token, mood: Mood) -> Iterator[Draft]:
    if passive(verb) or (verb.dep_ == "acl" and verb.head.dep_ == "pobj"):
        return  # "a letter to X threatening to ...": not clearly X
    who = _who(scene, doers(verb))
    content = _infinitive(scene, verb) or _clause(scene, verb)
    if content is not None and _hangs(scene, verb, content):
        return
    if content is None and word(verb) in ("promise", "pledge", "offer", "propose"):
        content = _object(scene, verb)
    if who and content is not None and content.of(scene.text).lower() not in _NOTHING:
        yield _draft(scene, verb, who, content, mood)


def _own_will(scene: Scene, modal: Token) -> Iterator[Draft]:
    """ "Peru will close its ports, its minister said": one's own act foretold is an intention.

    Only where the voice is the state's own, and not for what only befalls it.
    """
    verb = modal.head
    if word(verb) in _BEFALL or passive(verb) or verb.dep_ in ("relcl", "advcl"):
        return
    own = [t for t in children(verb, "nsubj") if t.lower_ not in ("we", "i", "he", "she")]
    who = [f for f in _who(scene, own) if f.actor and "/" not in f.actor]
    speaker = speaker_at(scene, verb)
    if not who or speaker is None:
        return
    entity = scene.cast.entities[speaker]
    official = entity.kind is ActorKind.STATE or entity.sector == "GOV"
    states = {state_of(scene.cast.entities[f.entity]) for f in who if f.entity is not None}
    if not official or state_of(entity) not in states:
        return
    negation = children(verb, "neg")
    content = _words(scene, negation[0] if negation else verb, verb)
    draft = _draft(scene, verb, who, content, Mood.INTENDED)
    when = _occasion(scene, verb)
    if _hangs(scene, verb, content) and not when:
        return
    yield replace(draft, roles=(*draft.roles, *when))


def _hangs(scene: Scene, verb: Token, content: Span) -> bool:
    """Whether the words rest on an "it" or a "this" of which they do not tell what it is."""
    for token in verb.doc:
        if not content.start <= token.idx < content.end or token.lower_ not in _POINTING:
            continue
        thing = token.dep_ in ("dobj", "pobj", "dative") and scene.mention(token) is None
        before = [t for t in token.doc[token.sent.start : token.i] if _singular(t)]
        near = [t for t in before if t.idx >= content.start or t.head.i > verb.sent.start]
        if thing and not (token.lower_ == "it" and near):
            return True
    return False


def _singular(token: Token) -> bool:
    """A thing told of as an object in the same sentence, for which "it" can stand."""
    return token.dep_ in ("dobj", "pobj") and token.tag_ in ("NN", "NNP")


def _occasion(scene: Scene, verb: Token) -> list[tuple[str, Filler]]:
    """ "When Peru threatened it, Chile said it would regard this as war": on what occasion."""
    above = verb.head if verb.dep_ == "ccomp" else verb
    for clause in children(above, "advcl"):
        marks = [c for c in clause.children if c.lower_ in ("when", "if", "after")]
        if marks and clause.i < verb.i:
            return [("condition", scene.filler(scene.span(marks[0], scene.clause_end(clause))))]
    return []


def _draft(scene: Scene, trigger: Token, who: list[Filler], topic: Span, mood: Mood) -> Draft:
    own = [o for t in children(trigger, "dobj") for o in prepositional(t, {"for", "to"})]
    partners = [t for t in trigger.subtree if topic.start <= t.idx < topic.end]
    tokens = [o for t in partners if word(t) in BONDS for o in prepositional(t, {"with"})]
    told = [
        f
        for f in _who(scene, prepositional(trigger, {"to", "with"}) + own + tokens)
        if f not in who
    ]
    shown = (Span(trigger.idx, trigger.idx + len(trigger)),)
    found = roles(source=who, topic=[scene.filler(topic)], target=told)
    return Draft(Predicate.INTENT, trigger, found, mood=mood, mood_words=shown)


def _infinitive(scene: Scene, head: Token) -> Span | None:
    """The words of "to do something", with or without a quotation mark before them."""
    for clause in children(head, "xcomp", "ccomp", "acl", "advcl"):
        to = [c for c in clause.children if c.tag_ == "TO" and c.i > head.i]
        negation = [c for c in children(clause, "neg") if to and c.i == to[0].i - 1]
        near = to and all(
            t.is_punct
            or t.head in (clause, head)
            or t.dep_ == "neg"
            or t.ent_type_ in ("DATE", "TIME")
            for t in head.doc[head.i + 1 : to[0].i]
        )
        if near and clause.tag_ == "VB" and not children(clause, "nsubj"):
            return _words(scene, (negation or to)[0], clause)
    return None


def _clause(scene: Scene, verb: Token) -> Span | None:
    for clause in children(verb, "ccomp"):
        if clause.i > verb.i and any(
            c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll", "shall")
            for c in clause.children
        ):
            first = clause.left_edge
            while first.i < clause.i and (first.is_punct or first.lower_ == "that"):
                first = scene.doc[first.i + 1]
            return _words(scene, first, clause)
    return None


def _object(scene: Scene, verb: Token) -> Span | None:
    own = [o for o in children(verb, "dobj") if o.i > verb.i and o.pos_ == "NOUN"]
    if word(verb) == "offer":  # not condolences, excuses or a seat
        own = [o for o in own if word(o) in _OFFERED]
    return scene.noun_phrase(own[0], "of", "to", "for", "in", "on", "with") if own else None


def _words(scene: Scene, first: Token, clause: Token) -> Span:
    last = clause
    for child in clause.rights:
        edge = child.left_edge
        broken = edge.i > 0 and edge.nbor(-1).text == "," and child.dep_ in (
            "advcl", "relcl", "ccomp", "npadvmod"
        )  # fmt: skip
        if child.dep_ == "advcl" and _ASIDE & {c.lower_ for c in children(child, "mark")}:
            continue
        if child.dep_ != "punct" and not broken:
            last = max(last, child.right_edge, key=lambda t: t.i)
    while last.is_punct and last.i > first.i:
        last = scene.doc[last.i - 1]
    return scene.span(first, last)


def _not_excluded(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Does not exclude", "has not ruled out": what stays possible."""
    negation = children(verb, "neg")
    if not negation or passive(verb):
        return
    if word(verb) == "rule" and not any(c.lower_ == "out" for c in verb.children):
        return
    who = _who(scene, subjects(verb))
    own = [o for o in objects(verb) if o.i > verb.i] or children(verb, "xcomp", "pcomp")
    if not who or not own or own[0].pos_ == "PRON":
        return
    span = scene.noun_phrase(own[0], "of", "with", "in", "to", "for", "on")
    if own[0].tag_ == "VBG":
        span = _words(scene, own[0], own[0])
    shown = (Span(negation[0].idx, verb.idx + len(verb)),)
    partners = [f for f in _who(scene, _partners(own[0])) if f not in who]
    yield Draft(
        Predicate.INTENT, verb, roles(source=who, topic=[scene.filler(span)], target=partners),
        mood=Mood.POSSIBLE, mood_words=shown, negated=False,
    )  # fmt: skip


def _partners(noun: Token) -> list[Token]:
    return [t for each in noun.subtree for t in prepositional(each, {"with"})]


def _by_noun(scene: Scene, noun: Token, mood: Mood) -> Iterator[Draft]:
    if noun.dep_ == "dobj" and negated(noun.head):
        return
    told = noun.dep_ != "dobj" or word(noun.head) in _HAVING
    who = _who(scene, owners(noun) if told else owners(noun, 0))
    if not who and noun.dep_ == "pobj" and word(noun.head.head) in _TELLING:
        who = _who(scene, subjects(noun.head.head))
    content = _infinitive(scene, noun)
    if content is None and noun.dep_ in ("dobj", "pobj"):
        content = _stray_infinitive(scene, noun)
    if who and content is not None:
        yield _draft(scene, noun, who, content, mood)


def _stray_infinitive(scene: Scene, noun: Token) -> Span | None:
    """ "mentioned plans “to open ...”": the mark makes the parser hang the clause on the verb."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    for clause in children(verb, "xcomp", "advcl"):
        to = [c for c in clause.children if c.tag_ == "TO"]
        if to and all(t.is_punct for t in noun.doc[noun.i + 1 : to[0].i]):
            return _words(scene, to[0], clause)
    return None


def _by_adjective(scene: Scene, adjective: Token) -> Iterator[Draft]:
    verb = copular(adjective)
    content = _infinitive(scene, adjective)
    if verb is None or content is None:
        return
    who = _who(scene, subjects(verb))
    if who:
        yield _draft(scene, adjective, who, content, Mood.INTENDED)
