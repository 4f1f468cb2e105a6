"""Where a text names persons: stretches of tokens with honorifics, from spaCy, the gazetteer, and
general signs (an honorific, a first name); and whether two full names are one person's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.actors.draft import Draft
from foedus.read.actors.lexicon import body_vocabulary, person_words
from foedus.read.actors.phrases import noun_at, role_nouns
from foedus.read.actors.subjects import says
from foedus.read.gazetteer import Form, normal

# With these a sentence opens before a name.
_OPENING = frozenset("""
    later earlier yesterday today tomorrow tonight meanwhile afterwards afterward separately asked
    recently finally eventually instead soon next last similarly likewise speaking addressing
    monday tuesday wednesday thursday friday saturday sunday
""".split())  # fmt: skip


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
            naming = _naming(draft, start, draft.end_token(start, hit.end), sense.actor)
            if naming:
                _keep(found, naming)
    for start, end in _tagged(draft):
        naming = _naming(draft, start, end, None)
        if naming:
            _keep(found, naming)
    return sorted(set(found.values()), key=lambda naming: naming.start)


def _keep(found: dict[int, Naming], naming: Naming) -> None:
    if not any(token in found for token in range(naming.start, naming.end)):
        found.update(dict.fromkeys(range(naming.start, naming.end), naming))


def _tagged(draft: Draft) -> list[tuple[int, int]]:
    """What spaCy tags as persons, what an honorific or a first name shows to be one."""
    words = person_words()
    spans = [
        piece
        for e in draft.doc.ents
        if e.label_ == "PERSON"
        for piece in _pieces(draft, _widened(draft, e.start), e.end)
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
        if token.lower_.rstrip(".") in words.honorifics and token.text[0].isupper():
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
        and token.lower_ not in _OPENING
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


def _widened(draft: Draft, start: int) -> int:
    """Where a tagged name begins that lacks its first word: "*Abdoulkader* Hassan Omar"."""
    at, words = start - 1, person_words()
    if start == 0 or draft.title_case(start) or draft.block[at] != draft.block[start]:
        return start
    token = draft.tokens[at]
    own = token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.ent_type_ == "PERSON"
    free = not token.ent_type_ and _name_token(token) and not token.is_upper
    other = token.lower_ in words.not_persons | words.no_actors | body_vocabulary()
    titled = token.lower_.rstrip(".") in words.honorifics or noun_at(draft, at, role_nouns())
    known = draft.hits_within(draft.span(at, start))
    opening = token.is_stop or token.lower_ in _OPENING
    return at if own and free and not (opening or other or titled or known) else start


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


def _naming(draft: Draft, start: int, end: int, actor: str | None) -> Naming | None:
    """The person named by the tokens, with the honorifics before; None if it is no name."""
    words, tokens = person_words(), draft.tokens
    while end > start and (
        tokens[end - 1].tag_ == "POS"
        or (tokens[end - 1].is_punct and tokens[end - 1].text[-1] != ".")
    ):
        end -= 1
    if end - start > 1 and tokens[start].is_sent_start and tokens[start].lower_ in _OPENING:
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


def name_words(text: str) -> tuple[str, ...]:
    """The words by which names are compared: no initials, no "Jr"."""
    suffixes = person_words().suffixes
    if not text.isupper():
        # "Jane Doe NATO" in a headline: an acronym is no part of the name.
        text = " ".join(w for w in text.split() if not (len(w) > 2 and w.isupper() and w.isalpha()))
    words = [word for word in normal(text).replace("'", "").split() if word not in suffixes]
    kept = [word for word in words if len(word) > 1] or words
    return tuple(kept)


def reread(namings: list[Naming], naming: Naming) -> Naming:
    """A "name" of a headline, where verbs are capitals too, cut to the name that the text gives.

    "Urge Doe" and "Doe Sees" are the surname of Jane Doe, "Jane Doe Sees" is her full name.
    """
    others = {n.words for n in namings if n.full and n.name > naming.end}
    size = len(naming.words)
    if naming.words in others or naming.end - naming.name != size:
        return naming
    for length in range(size - 1, 0, -1):
        first, last = naming.words[:length], naming.words[-length:]
        if _named(first, others):
            return replace(naming, end=naming.name + length, words=first)
        if _named(last, others):
            name = naming.end - length
            return replace(naming, start=name, name=name, words=last)
    return naming


def _named(words: tuple[str, ...], others: set[tuple[str, ...]]) -> bool:
    """Whether the words are a full name of the others, or the surname of one."""
    return words in others or (len(words) == 1 and any(o[-1:] == words for o in others))


def with_bare_surnames(draft: Draft, namings: list[Naming]) -> list[Naming]:
    """With the family names of persons named in full, where spaCy took them for something else."""
    surnames = {
        surname for naming in namings if naming.full for surname in _surnames(draft, naming)
    }
    found = list(namings)
    for token in draft.tokens:
        bare = token.pos_ == "PROPN" and token.i not in draft.taken and token.text[0].isupper()
        if not bare or token.ent_type_ == "PERSON" or token.lower_ not in surnames:
            continue
        # One word of a longer name ("the Kim Foundation") names no person.
        alone = token.ent_iob_ != "I" and (
            token.i + 1 >= len(draft.tokens) or draft.tokens[token.i + 1].ent_iob_ != "I"
        )
        naming = _naming(draft, token.i, token.i + 1, None) if alone else None
        if naming and not any(n.start <= token.i < n.end for n in namings):
            found.append(naming)
    return sorted(found, key=lambda naming: naming.start)


def _surnames(draft: Draft, naming: Naming) -> set[str]:
    """What the person may be called for short; of some names the first word is the family's."""
    found = {naming.words[-1]}
    if naming.words[0] in person_words().first_surnames:
        found.add(naming.words[0])
    person = draft.gazetteer.person(naming.actor) if naming.actor else None
    return found | ({person.surname.casefold()} if person else set())


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names are one: equal, a nickname, or the longer with further words."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if short[0] != long[0] and not nicknamed(short[0], long[0]):
        return False
    if short[-1] == long[-1]:
        middle = iter(long)
        return len(short) == 2 or all(word in middle for word in short[1:])
    return short[1:] == long[1 : len(short)] and len(short) > 2


def shortened(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other without its first words: "Hassan Omar", "Ali Hassan Omar".

    First names of a man and a woman are those of two.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or len(short) == len(long) or short[-1] != long[-1]:
        return False
    genders = person_words().genders
    first, second = genders.get(short[0], ""), genders.get(long[0], "")
    rest = iter(long)
    return first in ("", second or first) and all(word in rest for word in short)


def nicknamed(one: str, other: str) -> bool:
    """Whether two first names are spellings or short forms of one."""
    groups = person_words().nicknames
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))
