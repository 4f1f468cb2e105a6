"""A pronoun in; whether somebody stands before it whom the text names, and no list knows, out.

"A fisherman saw it otherwise. He said ...": the last whom a list knows may be another man.
"""

from spacy.tokens import Token

from foedus.model.actor import ActorKind
from foedus.read.actors.described import gender_of_role
from foedus.read.actors.lexicon import body_vocabulary, person_words
from foedus.read.actors.phrases import noun_at, role_nouns
from foedus.read.actors.question import Question
from foedus.read.actors.subjects import leads_sentence, says, within_words

_PERSON_ENDINGS = ("man", "er", "or", "ist", "ian", "ant", "eer", "ee", "cist", "boy")
_PEOPLE = frozenset({
    "man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "friend", "aide",
    "colleague", "counterpart", "rival", "critic", "ally", "neighbour", "neighbor", "guest",
    "successor", "predecessor", "deputy", "source", "witness", "resident", "priest", "monk",
    "guard", "survivor", "relative", "cousin", "student", "refugee", "pilot", "nurse",
})  # fmt: skip
_WOMEN = frozenset({
    "woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "niece", "widow",
})  # fmt: skip
_NO_PERSONS = frozenset({
    "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "DATE", "TIME", "LOC", "GPE", "FAC", "MONEY",
})  # fmt: skip


def rival_between(asked: Question, core: int, found: int) -> bool:
    """Whether somebody of whom nothing is known leads or speaks behind the token `core`."""
    draft = asked.draft
    for token in draft.tokens[core + 1 : asked.token.i]:
        mark = draft.taken.get(token.i)
        if asked.quoted[token.i] or (mark is not None and mark.figure == found):
            continue
        if draft.sentence[token.i] == draft.sentence[asked.token.i]:
            continue
        told = says(token) and not within_words(token.head)
        acts = not _apposed(token) and (leads_sentence(token) or told)
        if acts and is_rival(asked, token):
            return True
    return False


def _apposed(token: Token) -> bool:
    """Whether the token only tells more of another: "NAME, a lawyer and the *head* of the club"."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.dep_ == "appos"


def is_rival(asked: Question, token: Token) -> bool:
    """Whether the subject may be a person whom the text names or describes, and no list knows."""
    if token.tag_ not in ("NN", "NNP"):
        return False
    mark = asked.draft.taken.get(token.i)
    if mark is not None:
        figure = asked.draft.figures[mark.figure]
        known = figure.actor or figure.country or figure.kind is ActorKind.PERSON
        return not known and token.pos_ == "PROPN" and _like_a_name(token)
    if token.pos_ == "PROPN":
        return token.ent_type_ not in _NO_PERSONS and _like_a_name(token)
    return _is_person_noun(asked, token)


def _like_a_name(token: Token) -> bool:
    """A name of one to four words without an article, none of which a body or thing has."""
    words = [t.lower_ for t in token.subtree if t.dep_ == "compound" and t.head.i == token.i]
    things = body_vocabulary() | person_words().not_persons | person_words().no_actors
    article = any(t.dep_ == "det" for t in token.lefts)
    plain = token.text[0].isupper() and not token.is_upper
    return plain and not article and not things.intersection([*words, token.lower_])


def _is_person_noun(asked: Question, token: Token) -> bool:
    word = token.lower_
    role = noun_at(asked.draft, token.i, role_nouns())
    if word in _WOMEN or (role and gender_of_role(role) == "female"):
        return asked.gender == "female"
    if role and gender_of_role(role) == "male":
        return asked.gender == "male"
    if role or word in _PEOPLE or any(t.lower_ == "who" for t in token.subtree):
        return True
    single = any(t.lower_ in ("a", "an", "one", "another") for t in token.lefts)
    return single and word.endswith(_PERSON_ENDINGS)
