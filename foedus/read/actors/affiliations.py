"""The offices and affiliations of persons, as the text gives them: titles before the name,
appositions on either side, "at the institute", "who heads the agency", "is a professor of law".
"""

from foedus.model.actor import ActorKind, Affiliation, MentionForm
from foedus.read.actors.beside import beside
from foedus.read.actors.described import gender_of_role
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.lexicon import person_words, sector_words
from foedus.read.actors.offices import office_and_body
from foedus.read.actors.phrases import countries_between, noun_at, role_nouns
from foedus.read.actors.sectors import sector_of
from foedus.read.actors.titles import title_end, title_start

# "ambassador to Peru", "expert on China": the state is what the work is about
_ABOUT = frozenset({"to", "for", "on", "against"})
_PEERS = frozenset({"counterpart", "colleague", "homologue"})
_OF_STATES = frozenset({"minister", "ministry"})  # offices that only a state (or a bloc) has


def affiliate(draft: Draft) -> None:
    """Give every named person the offices and affiliations that stand beside the name."""
    for number, mark in enumerate(list(draft.marks)):
        figure = draft.figures[mark.figure]
        if figure.kind is not ActorKind.PERSON or mark.form not in (
            MentionForm.NAME,
            MentionForm.SURNAME,
        ):
            continue
        told = _told_gender(draft, mark)  # "chairman" is said of women too
        figure.gender = told if told == "female" else figure.gender or told
        start = title_start(draft, mark.core, mark.figure)
        if start is not None:
            _add(draft, figure, start, title_end(draft, start, mark.core))
            draft.marks[number] = Marked(
                min(start, mark.start), mark.end, mark.core, mark.figure, mark.form
            )
            for token in range(start, mark.start):
                draft.taken[token] = draft.marks[number]
        for first, last, mention in beside(draft, mark):
            _add(draft, figure, first, last)
            if mention:
                draft.mark(Marked(first, last, first, mark.figure, MentionForm.ROLE))
        peer = _as_peer(draft, mark)
        if peer:
            figure.country = peer


def _told_gender(draft: Draft, mark: Marked) -> str:
    """What a noun beside a full name says: "the widow NAME", "the queen, NAME", "NAME, a nun"."""
    if mark.form is not MentionForm.NAME:
        return ""
    name, before = draft.tokens[mark.end - 1], mark.start - 1
    nouns = [t.lower_ for t in name.rights if t.dep_ == "appos" and t.tag_ == "NN"]
    if before >= 0 and draft.tokens[before].tag_ == "NN" and draft.tokens[before].head == name:
        nouns.append(draft.tokens[before].lower_)
    if name.dep_ == "appos" and name.head.i < name.i:
        nouns.append(noun_at(draft, name.head.i, role_nouns()))
    return next(filter(None, map(gender_of_role, filter(None, nouns))), "")


def _add(draft: Draft, figure: Figure, start: int, end: int) -> None:
    span = draft.span(start, end)
    words = span.of(draft.text)
    folded = words.casefold()
    if any(folded in known.text.casefold() for known in figure.affiliations):
        return
    figure.affiliations = [a for a in figure.affiliations if a.text.casefold() not in folded]
    figure.affiliations.append(Affiliation(words, span, *office_and_body(draft, start, end)))
    former = bool(sector_words().former & {token.lower_ for token in draft.tokens[start:end]})
    own = [at for at in range(start, end) if not _owns(draft, at)]
    nouns = {noun for at in own if (noun := noun_at(draft, at, role_nouns()))}
    in_office = not former and _of_a_state(nouns)
    named = countries_between(draft, start, _about(draft, start, end))
    if named and (not figure.country or (in_office and len(named) == 1)):
        figure.country = named[0]
    sector = sector_of(words)
    figure.sector = (sector or figure.sector) if in_office else (figure.sector or sector)
    if not former:
        for noun in nouns:
            figure.roles |= person_words().alike.get(noun, frozenset({noun}))


def _owns(draft: Draft, at: int) -> bool:
    """ "The *nominee's* daughter" is no nominee."""
    return at + 1 < len(draft.tokens) and draft.tokens[at + 1].tag_ == "POS"


def _of_a_state(nouns: set[str]) -> bool:
    """Whether the office shows whose the person is: the text's word goes before the gazetteer's."""
    return any(
        noun in person_words().leading or not _OF_STATES.isdisjoint(noun.split()) for noun in nouns
    )


def _about(draft: Draft, start: int, end: int) -> int:
    """Where the words begin that say which state the work is about; else the end."""
    for at in range(start + 1, end):
        if draft.tokens[at].lower_ in _ABOUT and countries_between(draft, at, min(end, at + 4)):
            return at
    return end


def _as_peer(draft: Draft, mark: Marked) -> str:
    """The state of "his Chadian counterpart, NAME" and of "NAME, his Chadian counterpart"."""
    tokens = draft.tokens
    noun = mark.start - 1 - (mark.start > 1 and tokens[mark.start - 1].text == ",")
    if not (noun > 0 and tokens[noun].lower_ in _PEERS):
        after = [t.i for t in tokens[mark.end + 1 : mark.end + 4] if t.lower_ in _PEERS]
        if not after or tokens[mark.end].text != ",":
            return ""
        noun = after[0]
    if draft.sentence[noun] != draft.sentence[mark.core]:
        return ""
    named = countries_between(draft, max(0, noun - 2), noun)
    return named[0] if len(named) == 1 else ""
