"""Stretches of a text in, the persons that they name out: honorifics, words, gender, actor.

The stretches come from the gazetteer and from `name_spans`; what is a place, a thing or a word
that opens a sentence is no name.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.actors.draft import Draft
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.name_spans import OPENING_WORDS, name_spans
from foedus.read.actors.phrases import body_nouns, noun_at, role_nouns
from foedus.read.actors.same_name import name_words
from foedus.read.gazetteer import Form


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch of tokens that names a person: honorifics from `start`, the name from `name`."""

    start: int
    name: int
    end: int
    words: tuple[str, ...]
    gender: str = ""
    honorific: str = ""
    actor: str | None = None

    @property
    def full(self) -> bool:
        return len(self.words) > 1


def namings_of(draft: Draft) -> list[Naming]:
    """Every stretch of the text that names a person, from left to right."""
    found: dict[int, Naming] = {}
    for hit in draft.hits:
        sense = next((s for s in hit.senses if s.form is Form.PERSON), None)
        start = draft.token_at(hit.start)
        if sense and start is not None and hit.senses[0].form is Form.PERSON:
            naming = naming_of(draft, start, draft.end_token(start, hit.end), sense.actor)
            if naming:
                _keep(found, naming)
    for start, end in name_spans(draft):
        naming = naming_of(draft, start, end, None)
        if naming:
            _keep(found, naming)
    return sorted(set(found.values()), key=lambda naming: naming.start)


def _keep(found: dict[int, Naming], naming: Naming) -> None:
    if not any(token in found for token in range(naming.start, naming.end)):
        found.update(dict.fromkeys(range(naming.start, naming.end), naming))


def naming_of(draft: Draft, start: int, end: int, actor: str | None) -> Naming | None:
    """The person named by the tokens, with the honorifics before; None if it is no name."""
    words, tokens = person_words(), draft.tokens
    while end > start and (
        tokens[end - 1].tag_ == "POS"
        or (tokens[end - 1].is_punct and tokens[end - 1].text[-1] != ".")
    ):
        end -= 1
    if end - start > 1 and tokens[start].is_sent_start and tokens[start].lower_ in OPENING_WORDS:
        start += 1
    honorifics, name = [], start
    while name < end and (
        tokens[name].lower_.rstrip(".") in words.honorifics
        or not tokens[name].text[0].isalnum()
        or (tokens[name].is_lower and tokens[name].lower_ not in words.particles)
    ):
        honorifics.append(tokens[name].lower_.rstrip("."))
        name += 1
    while (
        start > 0
        and tokens[start - 1].lower_.rstrip(".") in words.honorifics
        and tokens[start - 1].text[0].isupper()
        and draft.block[start - 1] == draft.block[start]
    ):
        start -= 1
        honorifics.append(tokens[start].lower_.rstrip("."))
    if name >= end or (
        not tokens[name].text[0].isupper() and tokens[name].lower_ not in words.particles
    ):
        return None
    plain = any(honorific in words.plain for honorific in honorifics)
    if _of_a_thing(draft, end) or (not actor and _no_person(draft, name, end, plain)):
        return None
    said = name_words(draft.words(name, end))
    if not said:
        return None
    gender = next((words.honorifics[h] for h in honorifics if words.honorifics.get(h)), "")
    return Naming(start, name, end, said, gender, honorifics[0] if honorifics else "", actor)


def _of_a_thing(draft: Draft, end: int) -> bool:
    """Whether the name goes on as that of a place or thing: "Kim Il Sung Square"."""
    if end >= len(draft.tokens) or draft.block[end] != draft.block[end - 1]:
        return False
    following = draft.tokens[end].text
    return following[0].isupper() and following.casefold() in person_words().not_persons


def _no_person(draft: Draft, start: int, end: int, addressed: bool) -> bool:
    """Places and things that bear a person's name, states, and words that are no name.

    Somebody addressed as "Dr" or "Mr" may well be called like a place.
    """
    words, tokens = person_words(), draft.tokens
    thing = tokens[end - 1].lower_ in words.not_persons and end - start > 1
    if thing and not addressed and not _introduced(draft, start, end):
        return True
    if not addressed and end - start == 1 and _opens_phrase(tokens[start]):
        return True
    if not addressed and _named_as_body(tokens[start:end]):
        return True
    span = draft.span(start, end)
    for hit in draft.hits_within(Span(max(0, span.start - 60), span.end + 60)):
        whole = hit.start <= span.start and span.end <= hit.end
        if (
            whole
            and not (addressed and hit.start == span.start)
            and hit.senses[0].form is not Form.PERSON
            and not (end - start > 1 and hit.senses[0].ambiguous)
        ):
            return True
    return all(token.is_lower or not token.text[0].isalpha() for token in tokens[start:end])


def _named_as_body(name: list[Token]) -> bool:
    """ "Christian News Service", "Fair Trade Commission": the last word is that of a body."""
    body = name[-1].lower_ in body_nouns() | {"service", "group", "alliance"}
    known = name[0].lower_ in person_words().genders
    return body and (len(name) > 2 or (len(name) == 2 and not known))


def _introduced(draft: Draft, start: int, end: int) -> bool:
    """ "Tom Bridge, a retired judge": a first name, and an occupation behind the comma."""
    tokens = draft.tokens
    if tokens[start].lower_ not in person_words().genders or end >= len(tokens):
        return False
    if tokens[end].text != ",":
        return False
    for token in tokens[end + 1 : end + 7]:
        if token.is_punct or token.dep_ in ("nsubj", "ROOT"):
            return False
        if noun_at(draft, token.i, role_nouns()):
            return True
    return False


def _opens_phrase(token: Token) -> bool:
    """ "Short of a miracle", "Strong words": the first word of a sentence that qualifies others."""
    if not token.is_sent_start or token.pos_ != "ADJ" or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    return following.is_lower and following.pos_ in ("NOUN", "ADJ", "ADP")
