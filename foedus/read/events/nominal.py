"""A verb that only says that something happens in; the event that its subject names, out: "the
attacks by rebels on the port began in May", "a Turkish ban on trade with Israel took effect"."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.event import EventType, Party
from foedus.read.events.actors import Parties
from foedus.read.events.mainline import DIE, HARM
from foedus.read.events.told import Told
from foedus.read.events.types import type_of_noun
from foedus.read.frames.grammar import children, prepositional, word

_HAPPENS = frozenset({
    "begin", "start", "continue", "occur", "happen", "come", "follow", "resume", "erupt",
    "intensify", "escalate", "go", "proceed", "last", "unfold", "commence",
})  # fmt: skip
_UNDERGOES = frozenset({"face", "receive", "suffer", "endure", "undergo", "withstand", "survive"})
_TAKES = frozenset({"place", "effect"})
_OWN = ("poss", "amod", "compound", "nmod")
_ONTO = frozenset({"on", "against", "upon", "at", "into"})
_WITH = frozenset({"of", "to", "for", "with"})


def named_by_subject(verb: Token, parties: Parties) -> Told | None:
    """The event that the subject of such a verb names, with whose it is; None where it is none."""
    for subject in _subjects(verb):
        noun, kind = _inmost(subject), type_of_noun(subject)
        if kind is None:
            continue
        doers = prepositional(noun, {"by"})
        owners = [*doers, *children(noun, *_OWN)]
        between = _of(parties, prepositional(noun, {"between"}))
        sources = list(dict.fromkeys([*list(_of(parties, owners))[:1], *between]))
        onto = [o for n in (noun, *doers) for o in prepositional(n, _ONTO)]  # "by rebels on it"
        others = onto or prepositional(noun, _WITH)
        targets = [p for p in _of(parties, others) if all(_apart(p, s) for s in sources)]
        if sources:
            return Told(kind, noun, tuple(sources), tuple(targets), seen=verb)
    return None


_NOT_ON = frozenset({"to", "under", "into", "from", "with"})  # "came to an end", "under attack"


def suffered(verb: Token, parties: Parties) -> Told | None:
    """ "Faces Peruvian sanctions", "came under a raid by Chile": the deed of those who own it."""
    if word(verb) not in _UNDERGOES:
        return None
    for noun in children(verb, "dobj"):
        kind = type_of_noun(noun)
        owners = [*prepositional(noun, {"by", "from"}), *prepositional(verb, {"from"})]
        sources = list(_of(parties, [*owners, *children(noun, *_OWN)]))[:1]
        targets = _of(parties, children(verb, "nsubj"))
        if kind is not None and sources:
            return Told(kind, noun, tuple(sources), tuple(targets), seen=verb)
    return None


def struck(verb: Token, parties: Parties) -> Told | None:
    """ "Two were killed in a Peruvian raid on the port": the deed of whose raid it was."""
    if word(verb) not in HARM | DIE or children(verb, "agent"):
        return None
    for noun in prepositional(verb, {"in", "during", "by", "from"}):
        kind = type_of_noun(noun)
        owners = [*prepositional(noun, {"by"}), *children(noun, *_OWN)]
        sources = list(_of(parties, owners))[:1]
        if kind is not EventType.ASSAULT or not sources:
            continue
        places = [*prepositional(noun, _ONTO | {"in", "of"}), *prepositional(verb, {"in"})]
        hurt = _of(parties, [*children(verb, "nsubjpass", "nsubj"), *places])
        targets = [p for p in hurt if all(_apart(p, s) for s in sources)][:1]
        return Told(kind, verb, tuple(sources), tuple(targets))
    return None


def _subjects(verb: Token) -> list[Token]:
    """What happens; of "there were clashes" the clashes."""
    if children(verb, "expl"):
        return children(verb, "attr", "nsubj")
    happens = word(verb) in _HAPPENS or (word(verb) == "take" and _takes(verb))
    happens = happens and not any(c.dep_ == "prep" and c.lower_ in _NOT_ON for c in verb.children)
    if happens or (word(verb) == "break" and any(c.lower_ == "out" for c in verb.children)):
        return children(verb, "nsubj", "nsubjpass")
    return []


def _takes(verb: Token) -> bool:
    return any(word(noun) in _TAKES for noun in children(verb, "dobj"))


def _apart(one: Party, other: Party) -> bool:
    return one.code != other.code or (one.role != other.role and bool(one.role and other.role))


def _inmost(noun: Token) -> Token:
    """The attacks of "a series of attacks"."""
    inner = [t for t in prepositional(noun, {"of"}) if type_of_noun(t)]
    return inner[0] if inner else noun


def _of(parties: Parties, nouns: list[Token]) -> Iterator[Party]:
    for noun in nouns:
        yield from (party for party in parties.all_of(noun) if party.code)
