"""A noun with a number in ("the three countries", "they" for them), its states out.

They are those of the last list of so many states. A pronoun goes with the subject above it: where
that is a list or a number of states, it is they, and no pair told of before.
"""

from spacy.tokens import Token

from foedus.read.frames.grammar import ancestors, children, is_verb, prepositional, word
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.subjects import doers, subjects, undergoers
from foedus.read.frames.words import INSTRUMENTS, PLANS

_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}
_STATES = frozenset({
    "country", "nation", "state", "side", "government", "neighbour", "neighbor", "ally", "capital",
    "party", "power", "junta", "signatory", "republic",
})  # fmt: skip
_SIGNING = frozenset({"sign", "initial", "conclude", "ink"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})


def several_of(scene: Scene, token: Token) -> list[int]:
    """The indices in the cast of the three or more states, none where it cannot be told."""
    if token.lower_ not in _PLURAL:
        size = _size(token)
        return _listed(scene, token, size) if size else []
    above = _above(token)
    if len(above) > 2:
        return _states(scene, above) or []
    return several_of(scene, above[0]) if len(above) == 1 and _number(above[0]) else []


def signers_of(scene: Scene, token: Token) -> list[int]:
    """ "Each side", "both parties": the two that have signed what was signed last."""
    both = {t.lower_ for t in token.lefts} & {"both", "each", "either", "neither"}
    if not both or word(token) not in ("side", "party", "signatory", "army"):
        return []
    for verb in reversed(scene.among(_SIGNING)):
        if verb.i < token.i and verb.pos_ == "VERB":
            signed = [t for t in undergoers(verb) if word(t) in INSTRUMENTS | PLANS]
            found = _states(scene, doers(verb)) if signed else []
            if len(found) == 2:
                return found
    return []


def of_a_number(token: Token) -> bool:
    """ "Three of its neighbours agreed to deepen *their* ties": not those told of before."""
    above = _above(token) if token.lower_ in _PLURAL else []
    return len(above) == 1 and _number(above[0]) is not None


def _above(token: Token) -> list[Token]:
    """The subject that a pronoun goes with: of its verb, or of the verb above its own clause."""
    verbs = [v for v in ancestors(token) if is_verb(v)]
    if token.dep_ in ("nsubj", "nsubjpass") and verbs:
        if verbs[0].dep_ not in ("ccomp", "advcl"):
            return []
        verbs = verbs[1:]
    found = subjects(verbs[0]) if verbs else []
    return [] if token in found else found


def _number(token: Token) -> int | None:
    """How many the words name ("three of them", "the four states")."""
    said = [token, *children(token, "nummod")]
    return next((_NUMBERS[t.lower_] for t in said if t.lower_ in _NUMBERS), None)


def _size(token: Token) -> int | None:
    """How many, where they are all of those told of: "the three", "all four states"."""
    fixed = {t.lower_ for t in token.lefts} & {"the", "all", "these", "those"}
    alone = token.lower_ in _NUMBERS and not prepositional(token, {"of"})
    states = word(token) in _STATES and not prepositional(token, {"of", "in"})
    return _number(token) if fixed and (alone or states) else None


def _listed(scene: Scene, token: Token, size: int) -> list[int]:
    """The last list of so many states before the token."""
    for i in range(token.i - 1, -1, -1):
        first = scene.doc[i]
        if first.dep_ == "conj" or scene.mention(first) is None:
            continue
        members = [first, *(t for t in first.conjuncts if t.i > first.i)]
        if len(members) == size and members[-1].i < token.i:
            found = _states(scene, members)
            if found:
                return found
    return []


def _states(scene: Scene, members: list[Token]) -> list[int]:
    """The members, where each is another state."""
    mentions = [scene.mention(t) for t in members]
    indices = [m.entity for m in mentions if m is not None]
    states = {state_of(scene.cast.entities[i]) for i in indices}
    return indices if len(states) == len(members) and None not in states else []
