"""A pronoun or a bare noun in, the instrument that it stands for out: "it was ratified in May".

Looked for where grammar leaves one choice: the same sentence, the clause that follows ("after it
was signed, Chad ratified the pact"), or the one instrument of the sentence before.
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.read.frames.grammar import ancestors, children, is_verb, objects, prepositional, word
from foedus.read.frames.instruments import is_instrument
from foedus.read.frames.references import is_reference
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import subjects

_PARTS = frozenset({"provision", "clause", "implementation", "application"})
_FRAGMENTS = 2  # sentences without a subject that may stand between
_REACH = 1  # paragraphs: the next may open with "it" or "they"


def instrument_of(scene: Scene, token: Token, *, far: bool = False) -> Token:
    """The instrument that the token names or stands for, else the token itself.

    `far` also looks into the sentence before: only for what is done to agreements alone, such as
    ratifying.
    """
    if is_instrument(scene, token):
        return token
    if token.lower_ == "it":
        before = _in_sentence(scene, token)
        if before:
            return before[0] if len(before) == 1 else token
        return _ahead(scene, token) or (_sentence_before(scene, token) if far else None) or token
    if far and word(token) in _PARTS:
        of = [t for t in prepositional(token, {"of", "in"}) if is_instrument(scene, t)]
        before = _in_sentence(scene, token)
        own = [t for t in children(token, "poss") if t.lower_ in ("its", "their")]
        return (of or (before if own else []) or [token])[0]
    if word(token) in ("article", "signature"):  # "Article 4 of the treaty, signed in 1992"
        return next(
            (t for t in prepositional(token, {"of", "from"}) if is_instrument(scene, t)), token
        )
    if far and token.dep_ == "pobj" and is_instrument(scene, token.head.head):
        return token.head.head  # "the protocol on its entry, which was signed": which is the former
    return token


def told_before(scene: Scene, token: Token) -> Token | None:
    """The one instrument of which the sentence, or else the one before it, has told."""
    before = _in_sentence(scene, token)
    if before:
        return before[0] if len(before) == 1 else None
    return _sentence_before(scene, token)


def _in_sentence(scene: Scene, token: Token) -> list[Token]:
    """The instruments that the sentence names before the token."""
    return [t for t in token.doc[token.sent.start : token.i] if is_instrument(scene, t)]


def _ahead(scene: Scene, pronoun: Token) -> Token | None:
    """ "After it was signed, Chad ratified the pact": the clause that follows names it."""
    for clause in ancestors(pronoun):
        if clause.dep_ == "advcl" and clause.head.i > clause.i and is_verb(clause.head):
            main = clause.head
            named = [t for t in (*objects(main), *subjects(main)) if is_instrument(scene, t)]
            return named[0] if len(named) == 1 else None
    return None


def _with_subject(scene: Scene, last: Token) -> Words:
    """The sentence that ends there; where it names no subject ("Less than they say.") the one
    before it in its paragraph."""
    sentence: Words = last.sent
    for _ in range(_FRAGMENTS):
        if sentence.start == 0 or any(t.dep_ in ("nsubj", "nsubjpass") for t in sentence):
            break
        before = scene.doc[sentence.start - 1]
        if scene.block(before) != scene.block(last):
            break
        sentence = before.sent
    return sentence


def _sentence_before(scene: Scene, pronoun: Token) -> Token | None:
    """The instrument that is the subject of the sentence before, or the only one in it."""
    start = pronoun.sent.start
    if start == 0:
        return None
    last = scene.doc[start - 1]
    if scene.block(pronoun) - scene.block(last) > _REACH:
        return None
    sentence = _with_subject(scene, last)
    subject = subjects(sentence.root)
    if [t.lower_ for t in subject] == ["it"] and sentence.start > 0:  # "It ... It ...": the same
        same = instrument_of(scene, subject[0], far=True)
        return same if same != subject[0] else None
    told = [t for t in subject if is_instrument(scene, t)]
    named = told or [t for t in sentence if is_instrument(scene, t) and not is_reference(t)]
    return named[0] if len({t.i for t in named}) == 1 else None
