"""A verb in; whose deed it tells, and on whom it falls, out.

The source is the subject, or the agent of a passive; the target is sought among the objects, what
stands behind prepositions, and in the clauses that the verb governs, in this order.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.event import EventType, Party
from foedus.read.events.actors import Parties
from foedus.read.events.pairs import is_passive, subject_of
from foedus.read.events.types import type_of_noun
from foedus.read.frames.goods import goods_class
from foedus.read.frames.grammar import word

_PLACES = frozenset({EventType.COERCE, EventType.ACCUSE})  # told of a state by where it is done
_JOINT = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.COOPERATE})
_ORGANS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})  # sectors of a state
_OWN_TROOPS = frozenset({EventType.MOBILIZE, EventType.YIELD})
_FELT = frozenset({EventType.ASSAULT, EventType.COERCE})
_GIVING = frozenset({EventType.AID, EventType.COOPERATE})
_BEINGS = frozenset({None, "troops", "workers", "training"})  # what is given or sold is no side
_AT_LAW = frozenset({
    "accuse", "apprehend", "arrest", "charge", "convict", "detain", "execute", "fine", "imprison",
    "indict", "intern", "investigate", "jail", "prosecute", "question", "search", "sentence", "try",
})  # fmt: skip
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
_PREPOSITIONS = (
    "with", "to", "against", "on", "at", "for", "from", "of", "into", "over", "upon", "between",
    "by", "toward", "towards", "in", "among", "about",
)  # fmt: skip
_TRAVELS = frozenset({
    "arrive", "fly", "go", "head", "jet", "journey", "land", "return", "travel", "tour", "come",
})  # fmt: skip
_ONTO = ("on", "against", "in")  # "the attack on the port killed two"
_DEEPEST = 3


def sides(verb: Token, kind: EventType, known: Parties) -> tuple[list[Party], list[Party]]:
    """Sources and targets of the event that the verb tells.

    "The government condemned the Peruvian raid" does not tell whose government it is: what names
    one side is no guess for an organ of state on the other. Rebels and crowds are mostly at home.
    """
    sources, targets = _sides(verb, kind, known)
    ours, theirs = _sure(sources, known), _sure(targets, known)
    return _unguessed(sources, theirs, known), _unguessed(targets, ours, known)


def _sure(parties: list[Party], known: Parties) -> set[str]:
    return {p.code for p in parties if not (known.guessed(p) or known.placed(p))}


def _unguessed(parties: list[Party], others: set[str], known: Parties) -> list[Party]:
    """The parties, without a code that was only guessed and is that of the other side."""
    return [
        replace(p, code="") if _is_guess(p, known) and p.code in others else p for p in parties
    ]  # fmt: skip


def _is_guess(party: Party, known: Parties) -> bool:
    return known.guessed(party) and party.role in _ORGANS


def _sides(verb: Token, kind: EventType, known: Parties) -> tuple[list[Party], list[Party]]:
    subject = subject_of(verb)
    if is_passive(verb):
        agents = _agents(verb, kind, known)
        own = _of_subject(subject, known)
        if not agents and kind in _OWN_TROOPS and own and own[0].role == "MIL":
            return own, _targets(verb, kind, known, own)  # "troops were withdrawn from the port"
        if agents or subject is None or kind not in _JOINT:
            return agents, own
        return [], known.all_of(subject)  # "its relations with Peru were improved" is of nobody
    if kind is EventType.REQUEST and is_due(verb):
        sayer = teller_of(verb)
        return _of_subject(sayer, known), _of_subject(subject, known)
    if subject is not None and subject.pos_ == "PRON":
        subject = teller_of(verb) or subject
    sources = _of_subject(subject, known)
    targets = _targets(verb, kind, known, sources)
    if subject is not None and type_of_noun(subject) is kind and not any(t.code for t in targets):
        struck = [p for noun in _behind(subject, _ONTO) for p in known.all_of(noun)]
        targets = [p for p in struck if _other(p, sources, True)] or targets
    return sources, targets


def is_due(verb: Token) -> bool:
    """ "Must go": what somebody is told to do, not what he asks."""
    return any(c.dep_ == "aux" and c.lower_ in ("must", "should") for c in verb.children)


def teller_of(verb: Token) -> Token | None:
    """Who tells what the clause of the verb holds: "they" in "the rebels said they will go"."""
    node = verb
    while node.dep_ == "conj":
        node = node.head
    if node.dep_ != "ccomp" or node.head.i == node.i:
        return None
    return subject_of(node.head)


def _of_subject(subject: Token | None, known: Parties) -> list[Party]:
    if subject is None:
        return []
    found = [*_first_of_list(subject, known), *known.all_of(subject)]
    inner = None if any(p.code for p in found) else known.within(subject)
    return [inner] if inner else found


def _first_of_list(subject: Token, known: Parties) -> list[Party]:
    """The first state of "Peru, Chile and Cuba", which the parser can set beside the verb."""
    before = [c for c in subject.head.children if c.dep_ == "npadvmod" and c.ent_type_ == "GPE"]
    listed = any(c.dep_ == "conj" for c in subject.children)
    return [p for c in before if listed and c.i < subject.i for p in known.all_of(c)]


def _agents(verb: Token, kind: EventType, known: Parties) -> list[Party]:
    for agent in verb.children:
        if agent.dep_ == "agent":
            return [p for o in agent.children if o.dep_ == "pobj" for p in known.all_of(o)]
    if kind in _PLACES and word(verb) in _AT_LAW:
        for thing in _behind(verb, ("in", "by")):
            if (party := known.of(thing)) is not None:
                return [party]
    return []


def _targets(verb: Token, kind: EventType, known: Parties, sources: list[Party]) -> list[Party]:
    if len(sources) > 1 and _mutual(verb):
        return []
    uncoded: list[Party] = []
    beside = {noun.i for noun, _ in _beside(verb, _order(kind, verb))}
    for noun, near in _things(verb, _order(kind, verb), 0):
        if _with_whom(verb) and not (noun.dep_ == "pobj" and noun.head.lower_ == "with"):
            continue
        if noun.i not in beside and kind in _FELT and any(p.role for p in uncoded):
            break  # "beat demonstrators who oppose the treaty with Peru"
        if kind in _GIVING and noun.pos_ == "NOUN" and goods_class(noun) not in _BEINGS:
            continue
        found = [p for p in known.all_of(noun) if _other(p, _firm(p, sources, known), near)]
        if not any(p.code for p in found) and noun.pos_ in ("NOUN", "PROPN"):
            inner = known.within(noun)
            found = [inner] if inner and _other(inner, sources, near) else found
        if any(p.code for p in found):
            return found
        uncoded = uncoded or (found if noun.dep_ not in _MODIFIERS else [])
    return uncoded


def _firm(party: Party, sources: list[Party], known: Parties) -> list[Party]:
    """The sources, less those whose state was only guessed from the party's own name."""
    if known.guessed(party) or known.placed(party):
        return sources
    return [source for source in sources if not known.guessed(source)]


def _mutual(verb: Token) -> bool:
    """ "Accused each other", "traded fire with one another": all are sources."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    objects += _behind(verb, _PREPOSITIONS)
    return any(o.lower_ in ("other", "another") and o.i and o.nbor(-1).lower_ in ("each", "one")
               for o in objects)  # fmt: skip


def things(verb: Token) -> Iterator[tuple[Token, bool]]:
    """The nouns that can name the target, likeliest first, and whether they stand by the verb."""
    return _things(verb, _PREPOSITIONS, 0)


def _with_whom(verb: Token) -> bool:
    """What is discussed is no side: only with whom."""
    return word(verb) in ("discuss", "debate", "review")


def _order(kind: EventType, verb: Token) -> tuple[str, ...]:
    """What is complained of comes before whom it is complained to."""
    if kind in _JOINT:  # "signed it in Lima" names a place
        return tuple(p for p in _PREPOSITIONS if p not in ("in", "at"))
    if _with_whom(verb):
        return ("with",)
    first: tuple[str, ...] = ()
    if kind is EventType.ACCUSE:
        first = ("over", "about", "against", "for")
    elif kind is EventType.CONSULT and word(verb) in _TRAVELS:  # to whom before with whom
        first = ("to", "in", "into", "for")
    return (*first, *_PREPOSITIONS)


def _other(party: Party, sources: list[Party], near: bool) -> bool:
    """Whether the party is not itself a source; of one state only another sector, near the verb."""

    def apart(source: Party) -> bool:
        if party.span == source.span:
            return False
        if party.code != source.code or not party.code:
            return True
        return near and party.role not in ("", source.role)

    return all(map(apart, sources))


def _things(verb: Token, prepositions: tuple[str, ...], depth: int) -> Iterator[tuple[Token, bool]]:
    """The nouns that can name the target, likeliest first, and whether they stand by the verb."""
    yield from _beside(verb, prepositions)
    for thing in _objects(verb):
        behind = [c for p in thing.children if p.dep_ == "prep" for c in p.children]
        for clause in (*thing.children, *behind):  # "no intention of meeting them"
            if clause.dep_ in ("acl", "ccomp", "relcl", "pcomp"):
                yield from _inside(clause, prepositions, depth)
    if depth < _DEEPEST:
        yield from _in_clauses(verb, prepositions, depth)


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]


def _beside(verb: Token, prepositions: tuple[str, ...]) -> Iterator[tuple[Token, bool]]:
    """The nouns that stand by the verb itself: its objects, those behind prepositions."""
    objects = _objects(verb)
    for thing in objects:
        if type_of_noun(thing) is None or thing.pos_ == "PROPN":
            yield thing, True
        for child in thing.children:
            if child.dep_ in _MODIFIERS:
                yield child, True
    for thing in objects:
        yield from ((t, True) for t in _behind(thing, prepositions))
    yield from ((t, True) for t in _behind(verb, prepositions))


def _in_clauses(
    verb: Token, prepositions: tuple[str, ...], depth: int
) -> Iterator[tuple[Token, bool]]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            yield from _inside(child, prepositions, depth)
        elif child.dep_ in ("prep", "acomp"):  # "blamed for burning", "ready to strike"
            for clause in child.children:
                if clause.dep_ in ("pcomp", "xcomp"):
                    yield from _things(clause, prepositions, depth + 1)
        elif child.dep_ == "advcl" and depth == 0:
            aim = any(c.tag_ == "TO" for c in child.children)  # "struck to protest against it"
            yield from ((noun, aim) for noun, _ in _things(child, prepositions, depth + 2))


def _inside(
    clause: Token, prepositions: tuple[str, ...], depth: int
) -> Iterator[tuple[Token, bool]]:
    if depth < _DEEPEST:
        yield from ((c, True) for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
        yield from _things(clause, prepositions, depth + 1)


def _behind(head: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The objects of the head's prepositions, in order of the prepositions given."""
    for wanted in prepositions:
        for child in head.children:
            if child.dep_ in ("prep", "dative", "agent") and child.lower_ == wanted:
                yield from (o for o in child.children if o.dep_ == "pobj")
