"""Persons named in full in; where the text names them by their family names alone out."""

from dataclasses import replace

from foedus.read.actors.draft import Draft
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.naming import Naming, naming_of
from foedus.read.actors.subjects import says


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
        named = token.pos_ == "PROPN" or (token.tag_ == "NN" and says(token))  # "NAME called on"
        bare = named and token.i not in draft.taken and token.text[0].isupper()
        word = token.lower_.replace("'", "")  # as `name_words` has them: "oneill"
        if not bare or token.ent_type_ == "PERSON" or word not in surnames:
            continue
        # One word of a longer name ("the Kim Foundation") names no person.
        alone = token.ent_iob_ != "I" and (
            token.i + 1 >= len(draft.tokens) or draft.tokens[token.i + 1].ent_iob_ != "I"
        )
        naming = naming_of(draft, token.i, token.i + 1, None) if alone else None
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
