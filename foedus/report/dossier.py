"""What a brief is composed from: the sources, what each claims, who said what in each.

Made from ledger rows; every `Told` and `Said` keeps the id of its row, which is how a line of
the brief finds its way back to the quoted characters.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from foedus.model.claim import Claim, Filler
from foedus.model.document import Document, Line, LineRole, Receipt, Span
from foedus.model.identity import content_hash
from foedus.model.reading import claim_of_row, span_of

OPENING_LINES = 40
_OPINION = re.compile(r"(?:opinion|comment|editorial|op-ed|column)\s*[|:–—-]", re.IGNORECASE)
_OPINION_LINE = re.compile(
    r"(?:opinion|comment|commentary|editorial|op-ed|leader|letters?|by an? columnist)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the dossier with its receipts and the roles of its lines.

    `copy_of` is the letter of the first source with the same text, for a copy with other furniture.
    `agency` is the news agency that it credits, "" where it names none.
    """

    document: Document
    receipts: tuple[Receipt, ...]
    lines: tuple[Line, ...]
    letter: str
    copy_of: str = ""
    agency: str = ""

    @property
    def voice(self) -> str:
        """The letter that it counts under: copies of one text are one voice."""
        return self.copy_of or self.letter

    @property
    def origin(self) -> str:
        """Whom it counts under as a voice of its own: two reports of one agency are one."""
        return self.agency or self.voice

    @property
    def label(self) -> str:
        """How the brief calls it: the publisher where known, else "Report A"."""
        publishers = [r.publisher for r in self.receipts if r.publisher]
        return publishers[0] if publishers else f"Report {self.letter}"

    @property
    def opinion(self) -> bool:
        """Whether the page calls itself opinion: in its headline, or on a line of its own."""
        text = self.document.text
        alone = (line.span.of(text).strip() for line in self.lines[:OPENING_LINES])
        return bool(_OPINION.match(self.headline)) or any(map(_OPINION_LINE.fullmatch, alone))

    @property
    def voice_label(self) -> str:
        """The label as a voice of its own: an opinion piece speaks for its author alone."""
        return f"{self.label} (opinion)" if self.opinion else self.label

    @property
    def headline(self) -> str:
        """The page's headline: the first line of that role, else the metadata's title."""
        for line in self.lines:
            if line.role is LineRole.HEADLINE:
                return line.span.of(self.document.text).strip()
        return next((r.title for r in self.receipts if r.title), "")

    def words(self, span: Span) -> str:
        """The document's words at the span, with line breaks shown as spaces."""
        return re.sub(r"\s+", " ", span.of(self.document.text)).strip()

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at `offset`."""
        return next(line for line in self.lines if offset <= line.span.end)

    def count(self, *roles: LineRole) -> int:
        """How many lines that are not blank have one of these roles."""
        text = self.document.text
        return sum(1 for x in self.lines if x.role in roles and x.span.of(text).strip())


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of one source."""

    id: str
    source: Source
    claim: Claim

    def words(self, filler: Filler | None) -> str:
        return self.source.words(filler.span) if filler else ""

    @property
    def report(self) -> str:
        """The letter that its report counts under: copies of one text are one report."""
        return self.source.voice

    @property
    def origin(self) -> str:
        """Whom its report counts under: two reports of one agency are one voice."""
        return self.source.origin

    @property
    def letter(self) -> str:
        return self.source.letter

    @property
    def role(self) -> LineRole:
        """The role of the line that the claim stands in."""
        return self.source.line_at(self.claim.passage.start).role


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of one source. `speaker` is the resolved name, "" when unattributed.

    `country` is whose a person or body is, where the reader knows. `cue_mood` is said, denied
    ("did not say that") or hypothetical ("should say"): what was not said is no statement to show.
    `speaker_kind` is person, state, organisation, group, text (a treaty "says") or unknown.
    """

    id: str
    source: Source
    speaker: str
    actor: str | None
    affiliations: tuple[str, ...]
    said_as: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    cue_class: str
    cue_lemma: str
    basis: str
    speaker_kind: str = "unknown"
    cue_mood: str = "said"
    country: str = ""

    @property
    def words(self) -> str:
        return " […] ".join(self.source.words(span) for span in self.content)

    @property
    def key(self) -> str:
        """One speaker over all sources: the gazetteer's id, else the name without its marks."""
        return self.actor or bare_name(self.speaker)


@dataclass(frozen=True, slots=True)
class Dossier:
    """The sources of one brief and everything read from them."""

    sources: tuple[Source, ...]
    told: tuple[Told, ...]
    said: tuple[Said, ...]

    def of(self, *prefixes: str) -> tuple[Told, ...]:
        """The claims whose predicate starts with one of the prefixes."""
        return tuple(t for t in self.told if t.claim.predicate.value.startswith(prefixes))


def _without_initials(name: str) -> str:
    """A full name without its middle initials: "jonas g store" and "jonas store" are one."""
    words = name.split()
    return " ".join(w for i, w in enumerate(words) if len(w) > 1 or i in (0, len(words) - 1))


_TITLES = re.compile(
    r"^(?:dr|mr|mrs|ms|miss|prof|professor|sir|dame|lord|lady|gen|general|col|colonel|capt|captain"
    r"|adm|admiral|sen|senator|rep|gov|president|minister|ambassador)\b\.?\s+",
    re.IGNORECASE,
)


_APPOSED = re.compile(r",|(?<=[a-z]) (?:of|from|at|who|an?) ")


def bare_name(speaker: str) -> str:
    """The name without title, apposition and initials."""
    name = _APPOSED.split(speaker, maxsplit=1)[0]
    return _without_initials(plain(_TITLES.sub("", name)))


Person = tuple[str, str | None]  # a full name, and the actor where the gazetteer knows it


def with_full_names(said: Iterable[Said], told: Iterable[Told] = ()) -> tuple[Said, ...]:
    """Statements of a bare surname given to the one person of the dossier who bears it.

    One report may write "Store" throughout where the next gives the full name, or a middle
    initial where the gazetteer has none. Where two people share a surname, nothing is joined.
    """
    given = tuple(said)
    people = full_names(given, told)
    return tuple(_full(one, people.get(bare_name(one.speaker))) for one in given)


def full_names(said: Iterable[Said], told: Iterable[Told] = ()) -> dict[str, Person]:
    """For each name, first or last name, or name with a title, that one person alone bears: whose.

    Of speakers by their full names, and of the persons that the gazetteer knows in the claims.
    """
    bearers: dict[str, dict[str, Person]] = {}
    for person in _acting(told):
        # "Foreign Minister Jane Doe": only the last word is surely of the name
        bearers.setdefault(bare_name(person[0]).split()[-1], {})[str(person[1])] = person
    speaking = [(one.speaker, one.actor) for one in said]
    for speaker, actor in sorted(speaking, key=lambda person: person[1] is None):
        name = bare_name(speaker)
        if " " in name and all(word[:1].isupper() for word in speaker.split(",")[0].split()):
            known = bearers.setdefault(name, {}) or {actor or name: (speaker, actor)}
            bearers[name] = known
            for part in {name.split()[0], name.split()[-1]}:  # either may be the family's
                bearers.setdefault(part, {}).update(known)
    return {part: next(iter(who.values())) for part, who in bearers.items() if len(who) == 1}


def _acting(told: Iterable[Told]) -> Iterator[Person]:
    """The persons that the gazetteer knows, as the claims name them."""
    for one in told:
        for filler in (filler for _, filler in one.claim.roles):
            if (filler.actor or "").startswith("person/") and bare_name(filler.text):
                yield filler.text, filler.actor


def _full(one: Said, person: Person | None) -> Said:
    if one.actor is not None or person is None:
        return one
    return replace(one, speaker=person[0], actor=person[1])


def plain(name: str) -> str:
    """A name for comparing: no marks, no accents, no case, hyphens as spaces."""
    folded = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters.casefold()))


def told_of_row(row: Mapping[str, Any], source: Source) -> Told:
    """A claim from its ledger row."""
    return Told(row["id"], source, claim_of_row(dict(row)))


def said_of_row(row: Mapping[str, Any], source: Source) -> Said:
    """A statement from its ledger row."""
    speaker = row["speaker"]
    return Said(
        id=row["id"],
        source=source,
        speaker=speaker["name"],
        actor=speaker["actor"],
        affiliations=tuple(dict.fromkeys(a["text"] for a in speaker["affiliations"])),
        said_as=speaker["said"],
        cue=tuple(map(span_of, row["cue"])),
        content=tuple(map(span_of, row["content"])),
        kind=row["kind"],
        cue_class=row["cue_class"],
        cue_lemma=row["cue_lemma"],
        basis=row["basis"],
        speaker_kind=speaker.get("kind", "unknown"),
        cue_mood=row.get("cue_mood", "said"),
        country=speaker.get("country", ""),
    )


def passage_id(source: Source, spans: Iterable[Span]) -> str:
    """The id of a bare passage that is neither claim nor statement (a number, a line)."""
    return content_hash([source.document.id, [[s.start, s.end] for s in spans]])
