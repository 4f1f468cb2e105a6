"""A clause with a modal in; whether it only weighs, advises, picks out or is put aside, out.

"His words could be a hint" says what they mean, "guests who might agree" picks out the guests,
and of "he dismissed the idea that the port could be lost" nobody is told who foresees it.
"""

from spacy.tokens import Token

from foedus.read.assessments import words
from foedus.read.moods.conditions import condition_span

_SOFT = frozenset({"may", "might", "could"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EXTRAPOSED = frozenset({"xcomp", "acl", "advcl", "ccomp", "csubj", "relcl"})
_OPEN_MARKS = frozenset({"if", "whether", "unless"})


def only_weighs(verb: Token) -> bool:
    """Whether no event is foreseen, whatever the modal."""
    return (
        _weighs_a_view(verb)
        or _interprets(verb)
        or _advises(verb)
        or _picks_out(verb)
        or _put_aside(verb)
        or _only_this_could(verb)
        or _measures(verb)
        or _of_nobody_who(verb)
    )


def judges_an_act(verb: Token) -> bool:
    """ "it would be foolish to sign", "our aim will be to sign": no event is foreseen."""
    if any(c.lower_ in words.LIKELIHOOD for c in verb.children):
        return False
    below = [
        c for child in verb.children if child.dep_ in ("attr", "acomp") for c in child.children
    ]
    if any(c.dep_ in _EXTRAPOSED and _has_to(c) for c in [*verb.children, *below]):
        return True
    it = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children)
    judged = any(c.dep_ in ("attr", "acomp") and c.lemma_ in words.JUDGING for c in verb.children)
    return it and judged and condition_span(verb) is not None


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _weighs_a_view(verb: Token) -> bool:
    """ "She may be right": of what somebody else has said, not of what may happen."""
    return verb.lemma_ == "be" and any(
        c.dep_ in ("acomp", "attr", "advmod") and c.lower_ in words.RIGHT_OR_WRONG
        for c in verb.children
    )


def _interprets(verb: Token) -> bool:
    """ "The speech could be a hint", "may represent a compromise", "is likely a copy"."""
    if _is_likely_a(verb):
        return True
    if not any(c.dep_ == "aux" and c.lower_ in _SOFT for c in verb.children):
        return False
    if verb.lemma_ == "be":
        told = (c for c in verb.children if c.dep_ in ("attr", "acomp"))
        return any(c.lemma_.lower() in words.SIGNS | words.PASSABLE for c in told)
    things = [c for c in verb.children if c.dep_ in ("dobj", "ccomp")]
    if verb.lemma_ == "represent":
        return any(c.lemma_.lower() in words.SIGNS for c in things)
    return verb.lemma_ in words.STANDING_FOR and bool(things)


def _is_likely_a(verb: Token) -> bool:
    """ "The box is likely a copy": what it is now, not what it will be."""
    if verb.lemma_ != "be" or any(c.dep_ == "aux" for c in verb.children):
        return False
    likely = [c for c in verb.children if c.lower_ in ("likely", "probably", "possibly")]
    named = [c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")]
    bare = not any(_has_to(t) or t.dep_ == "ccomp" for a in likely for t in a.children)
    between = [n for n in named for a in likely if verb.i < a.i < n.i and n.lemma_ != "possibility"]
    return bare and bool(between)


def _advises(verb: Token) -> bool:
    """ "He might want to think twice", "I do not expect you to pay"."""
    soft = any(c.dep_ == "aux" and c.lower_ in _SOFT for c in verb.children)
    below = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and _has_to(c)]
    if verb.lemma_ == "want" and soft and below:
        return True
    asked = verb if verb.lemma_ == "expect" else verb.head
    if asked.lemma_ != "expect" or any(c.dep_ == "auxpass" for c in asked.children):
        return False
    mine = any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in asked.children)
    whom = (t for t in asked.subtree if t.i > asked.i and t.dep_ in (*_SUBJECTS, "dobj"))
    return mine and any(t.lower_ == "you" for t in whom)


def _picks_out(verb: Token) -> bool:
    """ "Guests who might agree", "whether it holds papers that could be of use"."""
    if verb.dep_ != "relcl":
        return False
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    chooses = own is not None and own.lower_ == "who" and own.dep_ == "nsubj"
    apart = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    told = any(
        c.dep_ in ("attr", "acomp") and c.lower_ not in words.LIKELIHOOD for c in verb.children
    )
    kind = verb.lemma_ == "be" and told  # "papers that could be useful"
    if not apart and (kind or (chooses and verb.lemma_ not in words.OUTCOMES)):
        return True
    above = (a for a in verb.ancestors if a.dep_ in ("advcl", "ccomp"))
    return any(c.dep_ == "mark" and c.lower_ in _OPEN_MARKS for a in above for c in a.children)


def _of_nobody_who(verb: Token) -> bool:
    """ "Nobody who has read it will talk": what holds of a kind of people, not what will come."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    kind = subject is not None and subject.lower_ in words.NOBODY | {"anyone", "everyone", "those"}
    return kind and subject is not None and any(c.dep_ == "relcl" for c in subject.children)


def _measures(verb: Token) -> bool:
    """ "In no sense that a lawyer would accept", "in words that a child might read"."""
    noun = verb.head
    in_relation = verb.dep_ in ("relcl", "acl") and noun.i < verb.i
    return in_relation and noun.lemma_.lower() in words.RESPECTS


def _put_aside(verb: Token) -> bool:
    """ "Dismissed the idea that it could fail", "lost their belief that it would get better"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "ccomp", "relcl") or noun.pos_ != "NOUN" or noun.i > verb.i:
        return False
    named = noun.lemma_.lower() in words.VIEWS | words.CHANCES
    above = noun.head.head if noun.dep_ == "conj" else noun.head
    return named and noun.dep_ in ("dobj", "nsubjpass") and above.lemma_ in words.PUTTING_ASIDE


def _only_this_could(verb: Token) -> bool:
    """ "Only a wall could stop them": what it takes, not what will come."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    could = any(c.dep_ == "aux" and c.lower_ in ("could", "can") for c in verb.children)
    return could and subject is not None and subject.left_edge.lower_ == "only"
