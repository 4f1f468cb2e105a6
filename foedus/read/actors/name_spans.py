"""Where a text seems to name persons: what spaCy tags, and general signs, as stretches of tokens.

The signs are an honorific, a first name, and what only persons do ("NAME, who teaches law").
"""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.read.actors.draft import Draft
from foedus.read.actors.lexicon import body_vocabulary, person_words
from foedus.read.actors.phrases import noun_at, role_nouns
from foedus.read.actors.subjects import says

# With these a sentence opens before a name.
OPENING_WORDS = frozenset("""
    later earlier yesterday today tomorrow tonight meanwhile afterwards afterward separately asked
    recently finally eventually instead soon next last similarly likewise speaking addressing
    monday tuesday wednesday thursday friday saturday sunday
""".split())  # fmt: skip


def name_spans(draft: Draft) -> list[tuple[int, int]]:
    """What spaCy tags as persons, what an honorific or a first name shows to be one."""
    words = person_words()
    persons = [e for e in draft.doc.ents if e.label_ == "PERSON"]
    surnames = {e[-1].text for e in persons if len(e) > 1}
    spans = [
        piece for e in persons for piece in _pieces(draft, _first_of(draft, e, surnames), e.end)
    ]
    for entity in draft.doc.ents:
        if entity.label_ in ("ORG", "GPE", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "LOC"):
            first = draft.tokens[entity.start]
            size = entity.end - entity.start
            if (
                2 <= size <= 3
                and first.lower_ in words.genders
                and draft.tokens[entity.end - 1].lower_ not in words.not_persons
                and all(t.pos_ == "PROPN" for t in entity)
            ):
                spans.append((entity.start, entity.end))
    for token in draft.tokens:
        if token.text[0].isupper() and token.lower_.rstrip(".") in words.honorifics:
            end = token.i + 1
            while (
                end < len(draft.tokens)
                and _name_token(draft.tokens[end])
                and draft.block[end] == draft.block[token.i]
            ):
                end += 1
            if token.lower_.rstrip(".") in words.plain and end > token.i + 1:
                spans.append((token.i + 1, end))
    return [*spans, *_acting_names(draft)]


def _acting_names(draft: Draft) -> Iterator[tuple[int, int]]:
    """Names that spaCy does not know, of those who act as persons: "NAME, who teaches law, said".

    Two to four capital words without an article that a relative "who" or an occupation follows;
    before a verb of saying where nothing else is known of any of them.
    """
    for token in draft.tokens:
        if token.pos_ != "PROPN" or token.dep_ not in ("nsubj", "nsubjpass", "appos", "pobj"):
            continue
        start = token.i
        while start > 0 and token.i - start < 4 and _part_of_name(draft, start - 1, token):
            start -= 1
        article = start > 0 and draft.tokens[start - 1].dep_ in ("det", "poss", "case")
        bodies = any(t.lower_ in body_vocabulary() for t in draft.tokens[start : token.i + 1])
        known = draft.hits_within(draft.span(start, token.i + 1))
        if start == token.i or article or bodies or known:
            continue
        unknown = all(t.ent_type_ in ("", "NORP") for t in draft.tokens[start : token.i + 1])
        if _like_one(draft, token) or (unknown and says(token)):
            yield start, token.i + 1


def _part_of_name(draft: Draft, at: int, head: Token) -> bool:
    token = draft.tokens[at]
    return (
        token.pos_ == "PROPN"
        and token.head.i in range(at, head.i + 1)
        and _name_token(token)
        and not token.is_upper
        and not token.is_stop
        and token.lower_ not in OPENING_WORDS
        and draft.block[at] == draft.block[head.i]
    )


def _like_one(draft: Draft, name: Token) -> bool:
    """Whether what stands behind the name is said of a person: ", who", ", a retired officer"."""
    tokens, at = draft.tokens, name.i + 1
    if (
        at + 1 >= len(tokens)
        or tokens[at].text != ","
        or draft.block[at + 1] != draft.block[name.i]
    ):
        return False
    if tokens[at + 1].lower_ in ("who", "whose", "whom"):
        return True
    for token in tokens[at + 1 : at + 7]:
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return False
        if noun_at(draft, token.i, role_nouns()) and token.tag_ == "NN":
            return True
    return False


def _first_of(draft: Draft, name: Words, surnames: set[str]) -> int:
    """Where the name begins; the word that opens a sentence is none of it before a known surname.

    "Injecting Doe's name into it", where the text has a Jane Doe.
    """
    start = _widened(draft, name.start)
    opening = draft.tokens[start].is_sent_start and len(name) == 1
    return name.start if opening and name.text in surnames else start


def _widened(draft: Draft, start: int) -> int:
    """Where a tagged name begins that lacks its first word: "*Abdoulkader* Hassan Omar"."""
    at, words = start - 1, person_words()
    if start == 0 or draft.title_case(start) or draft.block[at] != draft.block[start]:
        return start
    token = draft.tokens[at]
    own = token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.ent_type_ == "PERSON"
    free = own and not token.ent_type_ and _name_token(token) and not token.is_upper
    if not free:
        return start
    other = token.lower_ in words.not_persons | words.no_actors | body_vocabulary()
    titled = token.lower_.rstrip(".") in words.honorifics or noun_at(draft, at, role_nouns())
    known = draft.hits_within(draft.span(at, start))
    opening = token.is_stop or token.lower_ in OPENING_WORDS
    return start if opening or other or titled or known else at


def _name_token(token: Token) -> bool:
    """Whether the token can stand in a person's name."""
    plain = token.text.replace("'", "").replace(".", "").replace("-", "")
    return (
        token.text[0].isupper()
        and plain.isalpha()
        and token.pos_ in ("PROPN", "ADP", "NOUN", "ADJ", "PART", "VERB", "X")
        and token.tag_ != "POS"
    )


def _pieces(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """A tagged name cut at quotation marks, dashes and slashes: "Ann Lee/Some Agency"."""
    pieces, at = [], start
    for token in range(start, end + 1):
        stop = token == end or draft.tokens[token].text in (
            '"',
            "/",
            ":",
            ";",
            "(",
            ")",
            ",",
            "|",
            "--",
        )
        if stop:
            if token > at:
                pieces.append((at, token))
            at = token + 1
    return pieces
