"""A verb in, its company out: its particles, objects, the clauses that it governs, its modals."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from foedus.read.frames.grammar import conjuncts, word

_PARTICLES = frozenset({"prt", "advmod", "prep", "acomp", "oprd", "npadvmod"})
_OBJECTS = frozenset({"dobj", "dative", "nsubjpass", "attr", "oprd"})
REPORTING = frozenset({
    "say", "tell", "add", "state", "announce", "note", "report", "claim", "assert", "insist",
    "maintain", "confirm", "reveal", "disclose", "stress", "emphasise", "emphasize", "declare",
    "explain", "remark", "observe", "comment", "recall", "reiterate", "repeat", "acknowledge",
    "admit", "write", "inform", "show", "indicate", "decide",
})  # fmt: skip
"""Verbs that hand on what somebody says."""

_OFFICIALS = frozenset({
    "minister", "secretary", "general", "commander", "chief", "adviser", "advisor", "ambassador",
    "official", "governor", "prosecutor", "judge", "director", "head", "aide", "staff", "employee",
    "worker", "manager", "cabinet", "government",
})  # fmt: skip
_FUTURE = frozenset({"will", "'ll", "shall"})
_TOWARDS = frozenset({
    "about", "bound", "certain", "due", "likely", "poised", "prepared", "ready", "set", "sure",
    "willing",
})  # fmt: skip
_STATES = frozenset({"acomp", "attr"})


@dataclass(frozen=True, slots=True)
class Company:
    """What stands about a verb, as the patterns ask for it. Words are lemmas in small letters."""

    verb: Token
    lemma: str
    particles: frozenset[str]
    objects: tuple[Token, ...]
    behind: tuple[Token, ...]  # objects of its prepositions
    inner: tuple[Token, ...]
    purposes: tuple[Token, ...]
    states: frozenset[str]
    negated: bool
    modal: str  # "will", "should", "" for none
    naming: bool
    passive: bool

    @property
    def object_words(self) -> frozenset[str]:
        names = {"NAME"} if any(t.pos_ == "PROPN" for t in self.objects) else set()
        names |= {"PLACE"} if any(t.ent_type_ in ("GPE", "LOC") for t in self.objects) else set()
        return frozenset({word(t) for t in self.objects} | names)

    @property
    def words_beside(self) -> frozenset[str]:
        return self.object_words | {word(t) for t in self.behind}

    @property
    def around(self) -> frozenset[str]:
        """The particles, and the prepositions of the objects: "flew bombers near the coast"."""
        return self.particles.union(p.lower_ for t in self.objects for p in _prepositions(t))

    @property
    def words_around(self) -> frozenset[str]:
        """The words beside, and those behind the prepositions of the objects."""
        further = {word(t) for o in self.objects for t in _behind(list(o.children))}
        return self.words_beside | further

    @property
    def on_person(self) -> bool:
        """Whether an object is a person, by name or office."""
        return any(t.ent_type_ == "PERSON" or word(t) in _OFFICIALS for t in self.objects)

    @property
    def is_to_come(self) -> bool:
        """ "Will go", and "would go" where somebody said so."""
        if self.modal == "would":
            return self.verb.dep_ == "ccomp" and word(self.verb.head) in REPORTING
        return self.modal in _FUTURE

    @property
    def governed(self) -> frozenset[str]:
        """The verbs of the clauses that it governs."""
        return frozenset(word(t) for t in self.inner)

    def below(self) -> frozenset[str]:
        """Every word under the verb; asked for last, for it is dear."""
        return frozenset(word(t) for t in self.verb.subtree)


def company_of(verb: Token) -> Company:
    """The company of a verb."""
    children = list(verb.children)
    behind = tuple(_behind(children))
    later = [c for c in _clauses(children) if c.i > verb.i]
    return Company(
        verb=verb,
        lemma=word(verb),
        particles=frozenset(_particles(children)),
        objects=tuple(t for c in children if c.dep_ in _OBJECTS for t in conjuncts(c)),
        behind=tuple(t for t in behind if t.dep_ == "pobj"),
        inner=(*later, *(t for t in behind if t.dep_ == "pcomp")),
        purposes=tuple(c for c in children if c.dep_ in ("advcl", "xcomp") and _has_to(c)),
        states=frozenset(word(c) for c in children if c.dep_ in _STATES),
        negated=any(c.dep_ == "neg" or c.lower_ == "never" for c in children) or _none(children),
        modal=next((c.lower_ for c in children if c.dep_ == "aux" and c.tag_ == "MD"), ""),
        naming=any(c.dep_ == "oprd" for c in children),
        passive=any(c.dep_ in ("nsubjpass", "auxpass") for c in children),
    )


def _particles(children: list[Token]) -> Iterator[str]:
    """Each particle, and one with the preposition after it: "up", "for", "up-for"."""
    before = ""
    for child in children:
        if child.dep_ in _PARTICLES and not _dates(child):
            yield child.lower_
            if before:
                yield f"{before}-{child.lower_}"
            yield from (f"{child.lower_}-{c.lower_}" for c in child.children if c.dep_ == "prep")
            before = child.lower_


def _none(children: list[Token]) -> bool:
    """ "Has no intention", "made no concession"."""
    objects = (c for c in children if c.dep_ == "dobj")
    return any(t.lower_ == "no" and t.dep_ == "det" for o in objects for t in o.lefts)


def _clauses(children: list[Token]) -> Iterator[Token]:
    """The clauses governed, those of "is ready to strike" among them."""
    for child in children:
        if child.dep_ in ("xcomp", "ccomp"):
            yield child
        elif child.dep_ == "acomp" and child.lower_ in _TOWARDS:
            yield from (c for c in child.children if c.dep_ == "xcomp")


def _prepositions(noun: Token) -> Iterator[Token]:
    return (child for child in noun.children if child.dep_ == "prep")


def _dates(child: Token) -> bool:
    """ "Called him on Friday": no particle of the verb."""
    return child.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in child.children)


def _behind(children: list[Token]) -> Iterator[Token]:
    for child in children:
        if child.dep_ in ("prep", "agent", "prt", "dative"):
            yield from (t for t in child.children if t.dep_ in ("pobj", "pcomp"))
            yield from _behind([c for c in child.children if c.dep_ == "prep"])  # "out of"
        elif child.dep_ == "acomp":  # "guilty of", "responsible for"
            yield from _behind(list(child.children))


def _has_to(clause: Token) -> bool:
    return any(c.tag_ == "TO" for c in clause.children)
