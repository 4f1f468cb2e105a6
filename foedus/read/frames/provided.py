"""A verb of which an instrument is the subject in; the words that tell what it provides out."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.read.frames.goods import in_list
from foedus.read.frames.grammar import children, conjuncts, is_verb, word
from foedus.read.frames.provision_words import (
    BINDING,
    ENTITLEMENTS,
    NOT_TERMS,
    OF_CLAUSE,
    OF_OBJECT,
    WITH,
)
from foedus.read.frames.scene import Scene
from foedus.read.frames.terms import end_of_term, opens_condition


def contents(scene: Scene, verb: Token) -> Iterator[tuple[Token, Token]]:
    """The words that tell what is provided, best first."""
    lemma = word(verb)
    for prep in children(verb, "prep", "dative"):
        if prep.lower_ in WITH.get(lemma, ()) and children(prep, "pobj", "pcomp"):
            yield scene.doc[prep.i + 1], end_of_term(scene, prep)
    for clause in [*children(verb, "xcomp", "ccomp", "advcl"), *_behind_bearer(verb)]:
        if clause.dep_ == "advcl" and (lemma not in BINDING or clause.tag_ != "VB"):
            continue
        if clause.i < verb.i and any(opens_condition(t) for t in clause.lefts):
            continue  # "should Peru be attacked, the pact obliges Chile to help"
        if lemma in OF_CLAUSE | BINDING or lemma == "promise":
            apart = second_clauses(verb)
            main = _behind_condition(verb, clause)
            last = end_of_term(scene, main, left_out=apart)
            yield behind_that(scene, clause), _with_included(verb, last)
    entitled = entitled_to(verb) if verb.dep_ != "acl" else []
    if entitled:  # who gets it stands between
        yield verb, end_of_term(scene, entitled[-1])
    if lemma in OF_OBJECT or lemma == "provide":
        own = children(verb, "dobj")
        to = [p for p in children(verb, "prep", "dative") if p.lower_ in ("to", "from", "by")]
        if own and word(own[0]) not in NOT_TERMS and not _only_bearer(verb, own[0]):
            listed = in_list(own[0])
            last = end_of_term(scene, listed[-1] if listed else own[0])
            yield _behind_receiver(scene, verb, own[0]), last
        elif own and to:
            yield to[0], end_of_term(scene, to[0])


def entitled_to(verb: Token) -> list[Token]:
    """ "Gives Peru the use of two ports", "grants its boats the right to fish": what is given."""
    things = children(verb, "dobj")
    whom = [t for t in children(verb, "dative") if t.pos_ != "ADP"] or things[:-1]
    given = word(verb) in ("give", "grant", "allow") and bool(whom)
    return things[-1:] if given and things and word(things[-1]) in ENTITLEMENTS else []


def _with_included(verb: Token, last: Token) -> Token:
    """ "To help each other, including by force, in case ...": the parser hangs it above."""
    for included in verb.subtree:
        comma = included.i == last.i + 2 and last.nbor(1).text == ","
        if included.lower_ == "including" and comma:
            return included.right_edge
    return last


def _behind_bearer(verb: Token) -> list[Token]:
    """ "Commits the three to help": the parser may hang the helping on the three."""
    if word(verb) not in BINDING:
        return []
    hung = [c for o in children(verb, "dobj") for c in children(o, "relcl", "acl")]
    return [c for c in hung if c.tag_ == "VB" and c.left_edge.tag_ == "TO"]


def _behind_condition(verb: Token, clause: Token) -> Token:
    """ "States that, should one be attacked, the other will help": the parser lets the helping
    stand above the stating, which keeps the condition alone."""
    above = verb.head if verb.dep_ == "ccomp" and verb.head.i > clause.i else None
    conditional = any(opens_condition(t) is not None for t in clause.lefts)
    return above if above is not None and is_verb(above) and conditional else clause


def second_clauses(verb: Token) -> list[Token]:
    """ "Says that ... and that both shall consult": each "that" lays down a term of its own."""
    if word(verb) not in OF_CLAUSE:
        return []
    first = [c for c in children(verb, "ccomp") if c.i > verb.i]
    joined = [t for c in first for t in conjuncts(c)[1:]]
    return [t for t in joined if t.left_edge.lower_ == "that" and t.left_edge.dep_ == "mark"]


def behind_that(scene: Scene, clause: Token) -> Token:
    """The first token of a clause, behind its "that"."""
    start = clause.left_edge
    while start.i < clause.i and (start.lower_ == "that" and start.dep_ == "mark"):
        start = scene.doc[start.i + 1]
    return start


def _behind_receiver(scene: Scene, verb: Token, noun: Token) -> Token:
    """ "Giving Chad access": the parser may take who gets it for a part of what is given."""
    first = scene.first_of(noun)
    if first.lower_ == "no" and first.i < noun.i:  # that there is none tells the claim
        return first.nbor(1)
    glued = word(verb) in ("give", "grant") and first.ent_type_ == "GPE" and first.i < noun.i
    return first.nbor(1) if glued and first.dep_ == "compound" else first


def _only_bearer(verb: Token, noun: Token) -> bool:
    """ "Commits both parties": nothing is provided yet."""
    takes_thing = {"require", "allow", "permit", "forbid", "prohibit", "impose", "limit",
                   "restrict", "confine"}  # fmt: skip
    return word(verb) in BINDING - takes_thing or (
        noun.ent_type_ in ("GPE", "NORP") or word(noun) in ("party", "signatory", "side")
    )
