"""A token in, its place among those who act and speak in its sentence out.

Who leads the sentence, who says something in the voice of the text (and not within another's
words), and who only stands by: what the readers of pronouns ask of the parse.
"""

from spacy.tokens import Token

from foedus.read.actors.lexicon import person_words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLIMB = 8  # heads above a verb; longer chains are parser's noise


def subject_of(token: Token) -> Token | None:
    """The subject that the token is, is apposed to or joined to: "the chair, NAME, was ..."."""
    while token.dep_ in ("appos", "conj") and token.head.i < token.i:
        token = token.head
    return token if token.dep_ in SUBJECTS else None


def leads_sentence(token: Token) -> bool:
    """Whether it is the subject of its sentence's main clause."""
    subject = subject_of(token)
    if subject is None:
        return False
    verb = subject.head
    while verb.dep_ in ("conj", "aux") and verb.head.i != verb.i:
        verb = verb.head  # "NAME has record sales": read as "has" helping to "record"
    return verb.dep_ == "ROOT"


def says(token: Token) -> bool:
    """Whether it is the subject of a verb of saying or thinking."""
    return token.dep_ == "nsubj" and token.head.lemma_ in person_words().saying


def according(token: Token) -> bool:
    """ "According to NAME"."""
    return token.dep_ == "pobj" and token.head.head.lower_ == "according"


def speaks_for_text(token: Token) -> bool:
    """Whether the text itself has the subject speak: "NAME said", not "she said that NAME said".

    The office or name that the token is apposed to counts as the subject.
    """
    if according(token):
        return True
    subject = subject_of(token)
    if subject is None or not says(subject):
        return False
    verb = subject.head
    helped = any(c.dep_ == "aux" for c in verb.children)
    return (verb.tag_ in _FINITE or helped) and not within_words(verb)


def within_words(verb: Token) -> bool:
    """Whether the clause of the verb is told as what somebody says: "she said that he fears"."""
    node = verb
    for _ in range(_CLIMB):
        if node.head.i == node.i:
            return False
        told = node.dep_ == "ccomp" and node.i > node.head.i
        if told and node.head.lemma_ in person_words().saying:
            return True
        node = node.head
    return False
