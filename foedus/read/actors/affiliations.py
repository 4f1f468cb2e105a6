"""The offices and affiliations of persons, as the text gives them: titles before the name,
appositions on either side, "at the institute", "who heads the agency", "is a professor of law".
"""

from foedus.model.actor import ActorKind, Affiliation, MentionForm
from foedus.read.actors.beside import beside
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.lexicon import person_words, sector_words
from foedus.read.actors.phrases import countries_between, noun_at, role_nouns
from foedus.read.actors.sectors import sector_of
from foedus.read.actors.titles import title_end, title_start


def affiliate(draft: Draft) -> None:
    """Give every named person the offices and affiliations that stand beside the name."""
    for number, mark in enumerate(list(draft.marks)):
        figure = draft.figures[mark.figure]
        if figure.kind is not ActorKind.PERSON or mark.form not in (
            MentionForm.NAME,
            MentionForm.SURNAME,
        ):
            continue
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


def _add(draft: Draft, figure: Figure, start: int, end: int) -> None:
    span = draft.span(start, end)
    words = span.of(draft.text)
    folded = words.casefold()
    if any(folded in known.text.casefold() for known in figure.affiliations):
        return
    figure.affiliations = [a for a in figure.affiliations if a.text.casefold() not in folded]
    figure.affiliations.append(Affiliation(words, span))
    named = countries_between(draft, start, end)
    if named and not figure.country:
        figure.country = named[0]
    sector = sector_of(words)
    figure.sector = figure.sector or sector
    if sector_words().former & {token.lower_ for token in draft.tokens[start:end]}:
        return
    for token in range(start, end):
        noun = noun_at(draft, token, role_nouns())
        if noun:
            figure.roles |= person_words().alike.get(noun, frozenset({noun}))
