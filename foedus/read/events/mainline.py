"""A sentence in, the verbs out that tell what happened: its main clause, what is joined to it, and
what a verb of saying reports. Subordinate clauses tell of the time, the cause, the known."""

from collections.abc import Callable, Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.read.events.company import REPORTING
from foedus.read.frames.grammar import word

_PAPERS = frozenset({"statement", "declaration", "communique", "communiqué", "report", "letter"})
_ISSUING = frozenset({"issue", "release", "publish", "make", "deliver", "write", "send"})
HARM = frozenset({
    "kill", "wound", "injure", "hurt", "destroy", "damage", "displace", "trap", "hit", "sink",
    "burn",
})  # fmt: skip
"""What people and things also suffer without anybody's deed."""

DIE = frozenset({"die", "perish"})
_WHEN = frozenset({"when", "after", "as"})
_DEEPEST = 4


def main_verbs(sentence: Words, closed: Callable[[Token], object]) -> Iterator[Token]:
    """The verbs of the main line, each before what it governs.

    Where `closed` holds of a verb, what it governs is left out: a claim, an appeal.
    """
    yield from _from(sentence.root, closed, 0)


def _from(verb: Token, closed: Callable[[Token], object], depth: int) -> Iterator[Token]:
    if depth > _DEEPEST:
        return
    if verb.pos_ in ("VERB", "AUX"):
        yield verb
    for child in verb.children:
        if child.dep_ in ("conj", "parataxis") and child.pos_ in ("VERB", "AUX"):
            if child.tag_ == "VB" and verb.tag_ != "VB" and not _helped(child):
                continue  # "asked it to patrol the coast, share its maps": no deed of who asks
            yield from _from(child, closed, depth + 1)
        elif child.dep_ == "advcl" and (_tells_by_whom(verb, child) or _goes_on(verb, child)):
            yield child
        elif child.dep_ == "ccomp" and is_reporting(verb) and not closed(verb):
            yield from _from(child, closed, depth + 1)
        elif child.dep_ == "dobj" and word(verb) in _ISSUING and word(child) in _PAPERS:
            for clause in child.children:
                if clause.dep_ in ("acl", "relcl", "ccomp"):
                    yield from _from(clause, closed, depth + 1)


def _goes_on(verb: Token, clause: Token) -> bool:
    """ "The minister left the room, accusing the envoy of lies": what else is done."""
    if clause.tag_ != "VBG" or clause.i < verb.i or clause.nbor(-1).lower_ != ",":
        return False
    return not any(c.dep_ in ("mark", "advmod", "nsubj") for c in clause.children)


def _tells_by_whom(verb: Token, clause: Token) -> bool:
    """ "Twelve people were killed when warplanes bombed a school": the clause is the event."""
    if clause.pos_ != "VERB" or not any(c.lower_ in _WHEN for c in clause.children):
        return False
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    agent = any(c.dep_ == "agent" for c in verb.children)
    return word(verb) in DIE or (passive and not agent and word(verb) in HARM)


def is_reporting(verb: Token) -> bool:
    """Whether the verb hands on what somebody says."""
    return word(verb) in REPORTING


def _helped(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "nsubj") for c in verb.children)
