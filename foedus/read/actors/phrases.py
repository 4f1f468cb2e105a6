"""Noun phrases of actors: their bounds, their role noun, and the state that they name."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from foedus.read.actors.draft import Draft
from foedus.read.actors.lexicon import person_words, sector_words
from foedus.read.actors.listed import tie_of
from foedus.read.actors.sectors import singular
from foedus.read.gazetteer import Form, normal

_LEFT = frozenset("amod compound nmod poss nummod".split())
_COUNTRY_FORMS = frozenset(
    {Form.NAME, Form.DEMONYM, Form.CAPITAL, Form.METONYM, Form.BODY, Form.FORCES}
)
_STATE_FORMS = frozenset({Form.NAME, Form.DEMONYM, Form.CAPITAL, Form.METONYM})
ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `start` to `end` in tokens, without an article from `bare`; its head noun.

    `noun` is the role or body that the head names, in the singular, as the lexicon has it;
    `state` is the record that the phrase itself names ("the Russian president"), `country` what it
    belongs to in any way ("the Gazprom chairman").
    """

    start: int
    bare: int
    head: int
    end: int
    noun: str
    country: str
    state: str
    plural: bool

    @property
    def definite(self) -> bool:
        return self.bare > self.start or bool(self.country)


@cache
def role_nouns() -> frozenset[str]:
    """Every noun of a person's office or occupation."""
    return frozenset(sector_words().persons) | person_words().open_roles | person_words().leading


@cache
def body_nouns() -> frozenset[str]:
    """Every noun of a body, such as a ministry, an army or a newspaper."""
    return frozenset(sector_words().bodies)


def noun_at(draft: Draft, head: int, nouns: frozenset[str]) -> str:
    """The longest entry of the lexicon that ends at the token, "" if there is none."""
    last = draft.tokens[head].lower_.rstrip(".")
    if last not in _endings(nouns) and singular(last) not in _endings(nouns):
        return ""
    first = max(0, head - 3)
    for start in range(first, head + 1):
        words = normal(draft.words(start, head + 1))
        for form in (words, singular(words)):
            if form in nouns and _joined(draft, start, head):
                return form
    return ""


@cache
def _endings(nouns: frozenset[str]) -> frozenset[str]:
    """The last words of the entries, to rule out most tokens at once."""
    return frozenset(noun.split()[-1] for noun in nouns)


def _joined(draft: Draft, start: int, head: int) -> bool:
    return draft.sentence[start] == draft.sentence[head] and not any(
        draft.tokens[t].is_punct and draft.tokens[t].text != "-" for t in range(start, head)
    )


def left_bound(draft: Draft, head: int) -> int:
    """The first token of the noun phrase before its head, by the words that can qualify it."""
    tokens, start = draft.tokens, head
    while start > 0 and draft.sentence[start - 1] == draft.sentence[head]:
        token = tokens[start - 1]
        if token.tag_ in ("DT", "PRP$", "PDT"):
            return start - 1
        if not _qualifies(draft, start - 1, head):
            break
        start -= 1
    while start < head and not tokens[start].text[0].isalnum():
        start += 1
    return start


def _qualifies(draft: Draft, at: int, head: int) -> bool:
    """Whether the word before a noun belongs to it."""
    token = draft.tokens[at]
    if token.pos_ in ("ADJ", "NUM") or token.tag_ == "POS":
        return True
    if token.pos_ in ("NOUN", "PROPN"):
        following = draft.tokens[at + 1]
        owner = following.tag_ == "POS" or following.text == "-"
        return owner or (token.dep_ in _LEFT and at < token.head.i <= head)
    if token.text == "-":
        return not token.whitespace_ and not draft.tokens[at - 1].whitespace_
    return token.tag_ in ("VBN", "VBG") and token.dep_ == "amod" and token.head.i <= head


def countries_between(
    draft: Draft, start: int, end: int, forms: frozenset[Form] = _COUNTRY_FORMS
) -> list[str]:
    """The states named within the tokens, in order, each once."""
    if start >= end:
        return []
    span = draft.span(start, end)
    found: dict[str, None] = {}
    for hit in draft.hits_within(span):
        sense = hit.senses[0]
        if tie_of(span.of(draft.text), hit.start - span.start, hit.end - span.start) == "never":
            continue  # "US-backed forces"
        at = draft.token_at(hit.start)
        # "Chad", "Jordan": a man's name too, unless it has been taken for the state's here
        state = draft.states.get(at, "") if at is not None else ""
        if state:
            found[state] = None
        elif sense.form in forms and sense.country and not sense.ambiguous:
            found[sense.country] = None
    return list(found)


def phrase_at(draft: Draft, head: Token, noun: str) -> Phrase:
    """The phrase around a head noun, with "of Russia" after it when it names the state."""
    start = left_bound(draft, head.i)
    end = head.i + 1
    tail = _of_state(draft, head)
    named = countries_between(draft, start, head.i + 1)
    if tail and not named:
        end = tail
        named = countries_between(draft, head.i + 1, end)
    bare = start
    while bare < head.i and draft.tokens[bare].lower_ in ARTICLES:
        bare += 1
    country = named[0] if len(named) == 1 else ""
    states = countries_between(draft, start, end, _STATE_FORMS)
    state = states[0] if len(states) == 1 and not _only_a_party(draft, start, end) else ""
    return Phrase(start, bare, head.i, end, noun, country, state, head.tag_ in ("NNS", "NNPS"))


def _only_a_party(draft: Draft, start: int, end: int) -> bool:
    """ "The GOP nominee": it is a party that the phrase names, and no state."""
    hits = draft.hits_within(draft.span(start, end))
    return bool(hits) and all(hit.senses[0].actor.startswith("party/") for hit in hits)


def _of_state(draft: Draft, head: Token) -> int | None:
    """The end of "of North Korea" after the head, if a state is all that it names."""
    at = head.i + 1
    if at >= len(draft.tokens) or draft.tokens[at].lower_ not in ("of", "in", "for"):
        return None
    at += 1
    while at < len(draft.tokens) and draft.tokens[at].lower_ in ARTICLES:
        at += 1
    if at >= len(draft.tokens):
        return None
    offset = draft.tokens[at].idx
    for hit in draft.hits:
        sense = hit.senses[0]
        if hit.start == offset and sense.form is Form.NAME and sense.actor == sense.country:
            return draft.end_token(at, hit.end)
    return None
