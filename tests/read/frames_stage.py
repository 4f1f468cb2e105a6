"""A stage for the tests of the frames: a sentence of ours with the actors that we say are in it."""

import re
from datetime import date

from foedus.model.actor import ActorKind, Cast, Entity, Mention, MentionForm
from foedus.model.claim import Claim, Predicate
from foedus.model.document import Span
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.frames.assemble import find_claims
from foedus.read.sentences import parse, plain_reading

STATES = {
    "Mali": "MLI", "Malian": "MLI", "Bamako": "MLI", "Chad": "TCD", "Chadian": "TCD",
    "France": "FRA", "French": "FRA", "Paris": "FRA", "Poland": "POL", "Polish": "POL",
    "Warsaw": "POL", "Japan": "JPN", "Japanese": "JPN", "Tokyo": "JPN", "Brazil": "BRA",
    "Brazilian": "BRA", "Ghana": "GHA", "Sudan": "SDN", "Sudanese": "SDN", "India": "IND",
    "Indian": "IND",
}  # fmt: skip
PERSONS = {
    "Maria Kowalska": ("person/maria-kowalska", "POL"),
    "Kowalska": ("person/maria-kowalska", "POL"),
    "Jean Petit": ("person/jean-petit", "FRA"), "Petit": ("person/jean-petit", "FRA"),
    "Ken Sato": ("person/ken-sato", "JPN"), "Sato": ("person/ken-sato", "JPN"),
}  # fmt: skip
BLOCS = {"Lake Union": "org/lake-union"}


def cast_of(text: str, pronouns: dict[str, str]) -> Cast:
    """Every whole word of the tables above is a mention; `{"he": "Petit"}` resolves a pronoun."""
    entities: list[Entity] = []
    index: dict[str, int] = {}
    for code in STATES.values():
        if code not in index:
            index[code] = len(entities)
            entities.append(Entity(code, ActorKind.STATE, code, code))
    for name, (actor, country) in PERSONS.items():
        if actor not in index:
            index[actor] = len(entities)
            entities.append(Entity(name, ActorKind.PERSON, actor, country, "GOV"))
    for name, actor in BLOCS.items():
        index[name] = len(entities)
        entities.append(Entity(name, ActorKind.BLOC, actor, "IGO", "IGO"))
    at = {name: (index[name], MentionForm.NAME) for name in BLOCS}
    at |= {name: (index[code], MentionForm.NAME) for name, code in STATES.items()}
    at |= {name: (index[actor], MentionForm.NAME) for name, (actor, _) in PERSONS.items()}
    at |= {word: (at[name][0], MentionForm.PRONOUN) for word, name in pronouns.items()}
    pattern = r"\b(" + "|".join(sorted(map(re.escape, at), key=len, reverse=True)) + r")\b"
    mentions = [Mention(Span(*m.span()), *at[m[0]]) for m in re.finditer(pattern, text)]
    return Cast(tuple(entities), tuple(mentions))


def said(text: str, speaker: str, content: str, cue: CueClass = CueClass.SAYING) -> Statement:
    """That the speaker's words (first occurrence) say the content's."""
    spans = [
        Span(text.index(words), text.index(words) + len(words)) for words in (speaker, content)
    ]
    return Statement((spans[0],), (), (spans[1],), StatementKind.INDIRECT, cue)


def claims(
    text: str,
    *statements: Statement,
    published: date | None = None,
    names: dict[str, str] | None = None,
) -> tuple[Claim, ...]:
    """The claims that the frames find in the text."""
    return find_claims(
        parse(plain_reading(text)), cast_of(text, names or {}), statements, published
    )


def only(
    predicate: Predicate, text: str, *statements: Statement, names: dict[str, str] | None = None
) -> Claim:
    """The one claim of that predicate in the text."""
    found = [c for c in claims(text, *statements, names=names) if c.predicate is predicate]
    assert len(found) == 1, [(c.predicate.value, shown(c)) for c in found]
    return found[0]


def shown(claim: Claim) -> dict[str, list[str]]:
    """The words of each role."""
    roles: dict[str, list[str]] = {}
    for role, filler in claim.roles:
        roles.setdefault(role, []).append(filler.text)
    return roles


def actors(claim: Claim, role: str) -> list[str | None]:
    """The actors of a role."""
    return [filler.actor for filler in claim.fillers(role)]
