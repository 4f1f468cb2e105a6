"""Plain events between two known actors in: who accuses, strikes, helps or asks whom.

Subject, verb and object in the lexicon of PLOVER's types, an actor on both sides; nothing else.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Predicate
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.goods import goods_in
from foedus.read.frames.grammar import children, objects, passive, prepositional, word
from foedus.read.frames.participants import all_participants, politic
from foedus.read.frames.political import is_state, political
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.subjects import doers, owners, subjects, undergoers
from foedus.read.frames.terms import end_of_term

_VERBS: dict[str, tuple[Predicate, frozenset[str]]] = {
    lemma: (predicate, frozenset(preps.split()))
    for predicate, entries in {
        Predicate.ACCUSE: "accuse sue condemn criticise criticize blame denounce rebuke",
        Predicate.THREATEN: "threaten warn:",
        Predicate.ASSAULT: "attack invade bomb shell strike bombard raid annex occupy shoot:at"
                           " fire:at,on",
        Predicate.SUPPORT: "endorse recognise recognize back support",
        Predicate.AID: "aid assist arm rearm",
        Predicate.REQUEST: "urge ask implore appeal:to call:on,upon press",
        Predicate.COOPERATE: "cooperate:with collaborate:with",
        Predicate.COERCE: "blockade",
        Predicate.CONSULT: "consult: phone telephone",
    }.items()
    for entry in entries.split()
    for lemma, _, raw in [entry.partition(":")]
    for preps in [raw.replace(",", " ")]
}  # fmt: skip
_ATTACKS = frozenset({"attack", "strike", "assault", "airstrike", "invasion", "raid", "bombardment",
                      "aggression", "offensive"})  # fmt: skip
_REFUSING = frozenset({"reject", "rebuff", "dismiss", "spurn", "decline"})
_OFFERS = frozenset({"offer", "proposal", "appeal", "call", "demand", "request", "plan", "bid",
                     "invitation", "accusation", "allegation", "ultimatum", "claim"})  # fmt: skip
_DEMANDING = frozenset({"demand", "urge", "insist", "request", "recommend"})
_LAND = frozenset({"territory", "city", "soil", "capital", "border", "land", "coast", "port",
                   "airport", "base", "troop", "soldier", "ship", "embassy", "infrastructure",
                   "town", "village", "island", "airspace", "army"})  # fmt: skip
_HELP = frozenset({"support", "aid", "assistance", "help"})
_WORDS = frozenset({"use"}).union(_VERBS, _REFUSING, _DEMANDING, _HELP)
_HELPING = frozenset({"military", "economic", "financial", "humanitarian", "technical", "food"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every plain event between two actors that the cast knows."""
    for token in scene.among(_WORDS):
        lemma = word(token)
        if token.pos_ == "VERB" and lemma in _VERBS:
            yield from _by_verb(scene, token, *_VERBS[lemma])
        elif token.pos_ == "VERB" and lemma == "use":
            yield from _used_in(scene, token)
        elif token.pos_ == "VERB" and lemma in _REFUSING:
            yield from _refused(scene, token)
        elif token.pos_ == "VERB" and lemma in _DEMANDING:
            yield from _demanded(scene, token)
        elif token.pos_ == "NOUN" and lemma in _HELP:
            yield from _help(scene, token)


def _by_verb(
    scene: Scene, verb: Token, predicate: Predicate, preps: frozenset[str]
) -> Iterator[Draft]:
    if word(verb) == "call" and not any(c.tag_ == "VB" for c in children(verb, "advcl", "xcomp")):
        return  # "called on the next speaker"
    if word(verb) in ("recognise", "recognize") and prepositional(verb, {"as"}):
        return
    means = _means(scene, verb)
    who = politic(scene, doers(verb))
    onto = prepositional(verb, preps) if preps else undergoers(verb)
    whom = politic(scene, onto)
    if predicate is Predicate.ASSAULT and not whom:  # "bombed its ports"
        whom = politic(scene, [o for t in onto if word(t) in _LAND for o in children(t, "poss")])
    if means and predicate is Predicate.ASSAULT:
        who = []
    if not whom or not (who or means):
        return
    if {f.actor for f in who} & {f.actor for f in whom}:
        return
    if predicate is Predicate.SUPPORT and not all(is_state(f) for f in whom):
        return
    instrument = means if predicate is Predicate.ASSAULT else []
    topic = _asked_for(scene, verb) if predicate is Predicate.REQUEST else []
    yield Draft(predicate, verb, roles(source=who, target=whom, instrument=instrument, topic=topic))


def _asked_for(scene: Scene, verb: Token) -> list[Filler]:
    """ "Asked Peru *to accept a deal*": what is asked of it, which is no plan of who asks."""
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        to = [c for c in clause.children if c.tag_ == "TO" and c.i > verb.i]
        if to and clause.tag_ == "VB":
            negation = [c for c in children(clause, "neg") if c.i == to[0].i - 1]
            return [scene.filler(scene.span((negation or to)[0], end_of_term(scene, clause)))]
    return []


def _means(scene: Scene, verb: Token) -> list[Filler]:
    """Weapons that "were used to strike": the subject of the passive "use" above the verb."""
    head = verb.head
    if verb.dep_ in ("xcomp", "advcl") and word(head) == "use" and passive(head):
        return [scene.words(t) for t in goods_in(undergoers(head))]
    return []


def _used_in(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Used them in attacks on X", "used the drones to bomb X"."""
    if passive(verb):
        return
    who = politic(scene, subjects(verb))
    arms = [scene.words(t) for t in goods_in(_with_heads(objects(verb)))]
    whom: list[Token] = []
    for noun in prepositional(verb, {"in", "for", "during"}):
        if word(noun) in _ATTACKS:
            whom += prepositional(noun, {"on", "against", "of"})
    for aim in children(verb, "xcomp", "advcl"):
        if _VERBS.get(word(aim), (None,))[0] is Predicate.ASSAULT:
            whom += objects(aim)
    hit = politic(scene, whom)
    if who and arms and hit:
        yield Draft(Predicate.ASSAULT, verb, roles(source=who, target=hit, instrument=arms))


def _refused(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Rejected an offer from X", "X's appeal was dismissed": whose offer it was."""
    who = politic(scene, doers(verb))
    for noun in undergoers(verb):
        if word(noun) in _OFFERS:
            whose = prepositional(noun, {"from", "by"}) + children(noun, "poss")
            whom = politic(scene, whose) or _modifiers(scene, noun)
            if who and whom:
                yield Draft(
                    Predicate.REJECT, verb,
                    roles(source=who, target=whom, topic=[scene.words(noun)]),
                )  # fmt: skip


def _demanded(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Demanded that X stop", "demanded an apology from X"."""
    if passive(verb):
        return
    who = politic(scene, doers(verb))
    whom: list[Token] = []
    for clause in children(verb, "ccomp"):
        bare = clause.tag_ == "VB" and not children(clause, "aux")
        must = {c.lower_ for c in children(clause, "aux")} & {"must", "should", "shall"}
        if bare or must:
            whom += children(clause, "nsubj", "nsubjpass")
    for noun in objects(verb):
        whom += prepositional(noun, {"from", "by"})
    whom += prepositional(verb, {"from", "of"})
    asked = [f for f in politic(scene, whom) if f.actor not in {s.actor for s in who}]
    if who and asked:
        yield Draft(Predicate.REQUEST, verb, roles(source=who, target=asked))


def _modifiers(scene: Scene, noun: Token) -> list[Filler]:
    """ "A Swiss offer": the state before the noun."""
    found = []
    for left in noun.lefts:
        mention, entity = scene.mention(left), scene.entity(left)
        if left.dep_ in ("amod", "compound", "nmod") and mention and entity and state_of(entity):
            found.append(scene.filler(mention.span, state_of(entity), mention.entity))
    return found


def _with_heads(tokens: list[Token]) -> list[Token]:
    """ "Guns and shells which it used": the clause hangs on the last, but tells of all."""
    found = list(tokens)
    for token in tokens:
        while token.dep_ == "conj":
            token = token.head
            found.append(token)
    return found


def _help(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "Czech military support for Moldova"."""
    kinds = [c for c in noun.lefts if c.lower_ in _HELPING]
    if not kinds:
        return
    to = all_participants(scene, prepositional(noun, {"for", "to"}))
    whom = [f for f in to if political(scene, f)]
    who = politic(scene, owners(noun, 0)) + _modifiers(scene, noun)
    if who and whom:
        yield Draft(Predicate.AID, noun, roles(source=who, target=whom, goods=[scene.words(noun)]))
