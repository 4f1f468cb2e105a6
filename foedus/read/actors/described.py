"""Actors that a text only describes: "experts", "Western states", "the US government"."""

from foedus.model.actor import ActorKind, MentionForm
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.lexicon import person_words, sector_words
from foedus.read.actors.phrases import Phrase
from foedus.read.actors.sectors import sector_of
from foedus.read.gazetteer import normal

OWNED = frozenset({"his", "her", "their", "its", "our", "my", "your"})
NOBODY = frozenset({"no", "any", "every", "each", "either", "neither", "whichever", "whatever"})
# Bodies that speak for their state: they carry its id.
_STATE_BODIES = frozenset(
    {"government", "administration", "authorities", "regime", "leadership", "cabinet"}
)
_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
STATE_NOUNS = frozenset(
    {"state", "country", "nation", "power", "government", "ally", "capital", "party", "side"}
)


def modifies(draft: Draft, at: int) -> bool:
    """Whether the noun only qualifies the next one ("police station")."""
    token = draft.tokens[at]
    return token.dep_ in ("compound", "nmod", "amod") and token.head.i > at


def acts(draft: Draft, phrase: Phrase) -> bool:
    """Whether the phrase stands where an actor stands: a subject, an agent, a source."""
    token = draft.tokens[phrase.head]
    if token.dep_ in _ACTING:
        return True
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent" or token.head.head.lower_ == "according"
    return token.dep_ == "conj" and token.head.dep_ in _ACTING


def gender_of_role(noun: str) -> str:
    """The gender that a role noun says ("spokeswoman"), "" when it says none."""
    words = sector_words()
    last = noun.split()[-1]
    if noun in words.female or last in words.female:
        return "female"
    return "male" if noun in words.male or last in words.male else ""


def described_figure(draft: Draft, phrase: Phrase, kind: ActorKind) -> Figure:
    """A figure that has no name but the words of its phrase."""
    words = draft.words(phrase.bare, phrase.end)
    figure = Figure(words, kind, None, phrase.country, sector_of(words))
    figure.gender = gender_of_role(phrase.noun) if kind is ActorKind.PERSON else ""
    if kind is ActorKind.PERSON:
        figure.roles.add(phrase.noun)
    return figure


def describe_group(draft: Draft, phrase: Phrase, kind: ActorKind) -> None:
    """ "experts", "Western states": one figure for the same words, unless they are counted."""
    first = draft.tokens[phrase.start].lower_
    if first in OWNED or first in NOBODY or not (acts(draft, phrase) or phrase.country):
        return
    words = normal(draft.words(phrase.bare, phrase.end))
    counted = first in (
        "some",
        "many",
        "several",
        "other",
        "most",
        "two",
        "three",
        "both",
        "these",
        "those",
    )
    number = None if counted else _same(draft, words, kind)
    if number is None:
        number = draft.add(described_figure(draft, phrase, kind))
    draft.mark(Marked(phrase.start, phrase.end, phrase.bare, number, MentionForm.DESCRIPTION))


def describe_body(draft: Draft, phrase: Phrase) -> None:
    """ "the US government", "the Russian foreign ministry", "state media", "the ministry"."""
    sector = sector_words().bodies[phrase.noun]
    kind = (
        ActorKind.MEDIA
        if sector == "JRN" or (phrase.noun.startswith("state ") and "media" in phrase.noun)
        else ActorKind.ORGANISATION
    )
    if draft.tokens[phrase.start].lower_ in (OWNED | NOBODY):
        return
    words = normal(draft.words(phrase.bare, phrase.end))
    number = _same(draft, words, kind)
    if number is None and not phrase.country and phrase.definite:
        number = _earlier_body(draft, phrase)
    if number is None:
        if not phrase.country and not _speaks(draft, phrase):
            return
        figure = described_figure(draft, phrase, kind)
        figure.sector = sector
        number = len(draft.figures)
        draft.figures.append(figure)
        if phrase.noun in _STATE_BODIES and phrase.country:
            figure.actor = phrase.country
    draft.mark(Marked(phrase.start, phrase.end, phrase.bare, number, MentionForm.DESCRIPTION))


def _speaks(draft: Draft, phrase: Phrase) -> bool:
    token = draft.tokens[phrase.head]
    return token.dep_ == "nsubj" and token.head.lemma_ in person_words().saying


def _same(draft: Draft, words: str, kind: ActorKind) -> int | None:
    for number, figure in enumerate(draft.figures):
        if figure.kind is kind and normal(figure.name) == words:
            return number
    return None


def _earlier_body(draft: Draft, phrase: Phrase) -> int | None:
    """The one body of that noun that the paragraph or the one before it names."""
    near = {
        m.figure
        for m in draft.marks
        if m.start < phrase.start
        and draft.block[phrase.start] - draft.block[m.start] <= 1
        and draft.figures[m.figure].kind in (ActorKind.ORGANISATION, ActorKind.MEDIA)
        and normal(draft.figures[m.figure].name).endswith(phrase.noun)
    }
    return near.pop() if len(near) == 1 else None
