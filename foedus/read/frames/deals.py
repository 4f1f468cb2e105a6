"""The words of giving, getting and swapping, and a transfer as the words give it."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from foedus.read.frames.grammar import conjuncts
from foedus.read.frames.pairs import wants_pair

GIVE = frozenset({
    "provide", "supply", "send", "give", "deliver", "ship", "sell", "transfer", "donate", "export",
    "lend", "furnish", "grant", "hand", "airlift", "smuggle", "funnel", "dispatch", "offer",
    "contribute", "lease", "gift", "arm", "equip", "pay", "allocate", "share", "extend",
    "pledge", "promise",
})  # fmt: skip
LET = frozenset(
    {"offer", "give", "grant", "lease", "hand", "promise", "pledge", "lend", "transfer"}
)
"""Verbs by which land and places are given or lent, and not only goods."""
RECEIVE = frozenset({
    "receive", "buy", "purchase", "get", "import", "obtain", "acquire", "procure", "accept",
    "order", "source",
})  # fmt: skip
GIVE_NOUNS = frozenset({
    "supply", "shipment", "delivery", "transfer", "sale", "export", "provision", "donation",
    "consignment",
})  # fmt: skip
RECEIVE_NOUNS = frozenset({"purchase", "import", "receipt", "procurement"})
SWAP = frozenset({"trade", "exchange", "swap", "barter"})
SWAP_NOUNS = frozenset({"exchange", "swap", "trade", "barter"})
HALTS = frozenset({"suspend", "halt", "stop", "freeze", "cut", "end", "block", "cancel", "cease"})
RESUMES = frozenset({"resume", "begin", "start", "increase", "continue", "expand", "approve"})
USE = frozenset({"use", "fire", "operate"})
WORDS = GIVE | RECEIVE | USE | GIVE_NOUNS | RECEIVE_NOUNS | SWAP | SWAP_NOUNS


@dataclass(slots=True)
class Deal:
    """One transfer as the words give it; a mutual one has partners, its givers, and no way."""

    trigger: Token
    givers: list[Token] = field(default_factory=list)
    receivers: list[Token] = field(default_factory=list)
    goods: list[Token] = field(default_factory=list)
    mutual: bool = False


def makers(things: list[Token]) -> list[Token]:
    """ "Danish and Dutch boats bought by Peru": whose goods they were."""
    found: list[Token] = []
    for thing in things:
        for left in thing.lefts:
            if left.dep_ in ("amod", "nmod", "compound") and left.ent_type_ in ("NORP", "GPE"):
                found += [t for t in conjuncts(left) if t.ent_type_ in ("NORP", "GPE")]
    return found


def is_pair(tokens: list[Token]) -> bool:
    """Do the words stand for two ("both", "the two sides")?"""
    return any(wants_pair(t) for t in tokens)
