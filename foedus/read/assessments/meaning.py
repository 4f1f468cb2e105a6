"""A clause whose subject is an instrument in; whether it says what that means or does, out."""

from spacy.tokens import Token

from foedus.model.dates import Tense
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause
from foedus.read.assessments.instruments import instrument_in
from foedus.read.assessments.likelihood import sets_off
from foedus.read.assessments.naming import is_another, named_by
from foedus.read.dates import tense_of
from foedus.read.moods.conditions import opens_condition

_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl", "pcomp"})


def stands_alone(verb: Token) -> bool:
    """A finite clause that says something, not one that only asks or picks out a thing."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ in ("VERB", "AUX"):
        node = node.head
    if node.dep_ not in _MAIN or any(c.tag_ == "TO" for c in verb.children):
        return False
    if node.dep_ == "advcl" and any(
        c.dep_ in ("mark", "advmod") and c.lower_ in words.SUPPOSING for c in node.children
    ):
        return False  # "if the pact is a trap": not said to be one
    if opens_condition(verb):
        return False  # "were the pact to bind them, ..."
    asks = verb.left_edge.tag_ in ("WDT", "WP", "WRB") and node.dep_ != "ROOT"
    return not asks and not any(c.lower_ == "whether" for c in verb.children)


def modal(verb: Token) -> bool:
    """Whether a modal leaves it open, its own or a shared one ("could bind and commit")."""
    if any(c.dep_ == "aux" and c.lower_ in words.FUTURE_MODALS for c in verb.children):
        return True
    shared = verb.dep_ == "conj" and not any(
        c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children
    )
    return shared and modal(verb.head)


def is_passive(verb: Token) -> bool:
    """Whether the verb has a passive auxiliary."""
    return any(c.dep_ == "auxpass" for c in verb.children)


def says_meaning(clause: Clause, subject: Token) -> bool:
    """Whether the clause says what its subject, an instrument, means, amounts to or does."""
    verb = clause.verb
    if any(sets_off(c) for c in verb.children):
        return False  # "looks set to fail" looks ahead
    if is_passive(verb):
        return is_aimed(verb) or _is_believed(verb)
    if any(c.dep_ in ("acomp", "oprd") and c.lower_ in words.AUTHENTIC for c in verb.children):
        return False  # "the draft looks genuine": of the paper, not of what it says
    if verb.lemma_ in ("be", "remain", "seem", "appear") and is_extraposed(clause):
        return False
    if verb.lemma_ == "be":
        return characterises(verb)
    if verb.lemma_ in words.MEANING:
        return True
    if modal(verb) or subject.lemma_.lower() in words.BODIES:
        return False
    if _has_no_duty(verb) and (clause.statements or tense_of(verb) is not Tense.PAST):
        return True
    past = tense_of(verb) is Tense.PAST and not is_another(named_by(subject, clause.text))
    if not clause.statements and past:
        return False  # in the report's own voice that is an event
    if not past and (_leaves_out(verb) or _compares(clause)):
        return True
    needed = words.WITH_COMPLEMENT.get(verb.lemma_)
    if needed is not None:
        return any(t.lemma_.lower() in needed for t in verb.subtree)
    own = bool(clause.statements) and (verb.lemma_ in words.CONTENT or _acts_on(verb))
    return verb.lemma_ in words.EFFECT or own


def is_aimed(verb: Token) -> bool:
    """ "Is aimed at nobody", "was written for the voters", "is meant to calm Peru".

    Not "was written in Quito", nor "is meant to be signed in May", which is no meaning.
    """
    kinds = ("prep", "agent", "xcomp", "advcl")
    below = [c for c in verb.children if c.dep_ in kinds and c.i > verb.i]
    goals = [c for c in below if c.dep_ in ("xcomp", "advcl") and has_to(c)]
    if any(c.lemma_ in words.LIFE | words.SIGNING or _is_published(c) for c in goals):
        return False
    if verb.lemma_ in words.WRITTEN:
        return bool(goals) or any(_is_for(c) for c in below)
    return verb.lemma_ in words.AIMED and any(
        c.lower_ != "by" and c.dep_ != "advcl" for c in (*below, *goals)
    )


def _is_published(verb: Token) -> bool:
    return is_passive(verb) and verb.lemma_ in words.PUBLISHING | {"ratify", "approve", "adopt"}


def _is_for(preposition: Token) -> bool:
    """ "For the voters", "with Peru in mind"; not "for Monday's meeting", "for two years"."""
    if preposition.lower_ == "with":
        return any(t.lower_ == "mind" for t in preposition.head.subtree)
    timed = any(t.ent_type_ in ("DATE", "TIME") for t in preposition.subtree)
    return preposition.lower_ in ("for", "against") and not timed


def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(c.tag_ == "TO" for c in verb.children)


def _has_no_duty(verb: Token) -> bool:
    """ "Contains no duty to fight", "carried no clause on bases"."""
    things = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in words.DUTIES)
    return verb.lemma_ in words.HOLDING_WORDS and any(
        c.dep_ == "det" and c.lower_ == "no" for thing in things for c in thing.children
    )


def _acts_on(verb: Token) -> bool:
    """ "The deal cuts off every path": somebody's word of what an instrument does to a thing."""
    if verb.lemma_ in words.LIFE | words.LAYING_DOWN or tense_of(verb) is not Tense.PRESENT:
        return False
    return any(c.dep_ == "dobj" for c in verb.children)


def _leaves_out(verb: Token) -> bool:
    """ "names no enemy", "says nothing about fees", "does not say who pays": what is not in it."""
    if verb.lemma_ in words.LIFE:
        return False
    objects = [c for c in verb.children if c.dep_ in ("dobj", "ccomp", "dative") and c.i > verb.i]
    negated = any(c.dep_ == "neg" for c in verb.children)
    without = any(
        o.lower_ in ("nothing", "little", "none", "nobody")
        or any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in o.children)
        for o in objects
    )
    return bool(objects) and (negated or without)


def _compares(clause: Clause) -> bool:
    """ "Unlike the old pact, it binds both", "asks more of them than the last one did"."""
    verb = clause.verb
    if verb.lemma_ in words.LIFE:
        return False
    if any(c.dep_ == "prep" and c.lower_ in ("unlike", "like") for c in verb.children):
        return True
    beyond = [t for t in verb.subtree if t.lower_ == "than" and t.i > verb.i]
    return any(instrument_in(t) or t.lower_ == "one" for than in beyond for t in than.subtree)


def _is_believed(verb: Token) -> bool:
    """ "is believed to include a secret annex"."""
    known = words.MEANING | words.CONTENT | words.EFFECT
    return verb.lemma_ in words.BELIEVING and any(
        c.dep_ == "xcomp" and c.lemma_ in known for c in verb.children
    )


def is_extraposed(clause: Clause) -> bool:
    """ "it is time to go", "it was right that they met": nothing is said of an earlier "it"."""
    if clause.subject is None or clause.subject.lower_ not in ("it", "this", "that"):
        return False
    for child in clause.verb.children:
        if child.dep_ in ("ccomp", "csubj", "xcomp", "advcl") and _has_to_or_that(child):
            return True
        if child.dep_ in ("attr", "acomp"):
            below = [c for c in child.children if c.dep_ in ("acl", "xcomp", "ccomp", "relcl")]
            if child.lemma_ in words.OCCASIONS:
                return True
            if any(map(_has_to_or_that, below)) and not _brings_its_to(child):
                return True
    return False


def _brings_its_to(noun: Token) -> bool:
    """ "A promise to fight", "an attempt to calm them"; not "our duty to fight"."""
    indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an", "no") for c in noun.children)
    return indefinite and noun.lemma_.lower() in words.WITH_OWN_TO


def _has_to_or_that(verb: Token) -> bool:
    marks = ("that", "for", "whether", "if")
    return any(c.tag_ == "TO" or (c.dep_ == "mark" and c.lower_ in marks) for c in verb.children)


def characterises(verb: Token) -> bool:
    """ "is vague", "is a defence pact in all but name"; not "is due to lapse", "is in Moscow"."""
    for child in verb.children:
        if child.dep_ in ("attr", "oprd"):
            return True
        if child.dep_ == "acomp":
            return child.lower_ not in words.STATE_ADJECTIVES or _means_below(child)
        if child.dep_ == "prep" and child.lower_ in ("about", "for", "of", "like", "beyond"):
            return True
    return False


def _means_below(adjective: Token) -> bool:
    """ "is unlikely to mean troops" is a reading, "is likely to lapse" a prediction."""
    return any(c.dep_ == "xcomp" and c.lemma_ in words.MEANING - {"be"} for c in adjective.children)
