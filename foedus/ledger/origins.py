"""Receipts and pages in, the independent origin of each document out; and how many voices count.

Ten outlets that print one agency's text are one origin. So are two versions of one text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from foedus.ledger.keys import name_key
from foedus.model.document import Receipt

_AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "upi": "United Press International",
    "pa media": "PA Media",
    "press association": "PA Media",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "itar-tass": "TASS",
    "ria novosti": "RIA Novosti",
    "interfax": "Interfax",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "kcna": "KCNA",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "pti": "Press Trust of India",
    "press trust of india": "Press Trust of India",
    "ians": "IANS",
    "belta": "BelTA",
    "ukrinform": "Ukrinform",
    "irna": "IRNA",
    "sana": "SANA",
}
_NAMES = "|".join(sorted(map(re.escape, _AGENCIES), key=len, reverse=True))
# "MOSCOW, June 19 (Reuters) -" opens a line; "By AFP" or "Source: Xinhua" is all of one. A bare
# agency name on a line is left alone: it is as often the credit of a photograph.
_DATELINE = re.compile(rf"^[^()\n]{{0,60}}\(({_NAMES})\)\s*[-–—]", re.I | re.M)
_CREDIT = re.compile(rf"^\s*(?:by|source:?)\s+(?:the\s+)?({_NAMES})\s*$", re.I | re.M)
_LONG_LINE = 60  # characters: shorter lines (headings, bylines) stand in unrelated texts too
_SHARED = 0.5  # of the shorter text's long lines
_MANY = 100  # a line in more documents than this is the furniture of a site


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of where one document came from; `read` are its lines without furniture."""

    document: str
    text: str
    read: frozenset[str] = frozenset()
    receipts: tuple[Receipt, ...] = ()


def agency(source: Source) -> str | None:
    """The news agency that the receipt or the text itself names as its origin."""
    for receipt in source.receipts:
        for field in (receipt.author, receipt.publisher):
            if name_key(field or "") in _AGENCIES:
                return _AGENCIES[name_key(field or "")]
    found = _DATELINE.search(source.text) or _CREDIT.search(source.text)
    return _AGENCIES[found[1].lower()] if found else None


def origins(sources: Iterable[Source], same: Mapping[str, str] | None = None) -> dict[str, str]:
    """Each document's origin: an agency, else a publisher, else the document itself.

    Documents that share half of their long lines, or that are judged the same (`same`: each
    document to the one that stands for it), have one origin.
    """
    by_id = {source.document: source for source in sources}
    names: dict[str, str] = {}
    found = {}
    for members in copies(by_id.values(), same):
        name = _name([by_id[document] for document in members])
        found.update(dict.fromkeys(members, names.setdefault(name_key(name), name)))
    return found


def copies(sources: Iterable[Source], same: Mapping[str, str] | None = None) -> list[list[str]]:
    """The documents in groups: those of one text in one, a document like no other in its own."""
    known = sorted(sources, key=lambda source: source.document)
    groups = Groups(source.document for source in known)
    for first, second in _sharing(known):
        groups.join(first, second)
    for document, other in sorted((same or {}).items()):
        if document in groups and other in groups:
            groups.join(document, other)
    return groups.all()


def _name(sources: list[Source]) -> str:
    agencies = sorted(filter(None, map(agency, sources)))
    if agencies:
        return agencies[0]
    receipts = [receipt for source in sources for receipt in source.receipts if receipt.publisher]
    first = min(receipts, key=lambda receipt: (receipt.received, receipt.id), default=None)
    return (first.publisher or "").strip() if first else sources[0].document


def _sharing(sources: list[Source]) -> Iterable[tuple[str, str]]:
    """Pairs of documents with much text in common."""
    lines = {
        source.document: {key for line in source.read if len(key := name_key(line)) >= _LONG_LINE}
        for source in sources
    }
    holders: dict[str, list[str]] = defaultdict(list)
    for document, own in lines.items():
        for line in own:
            holders[line].append(document)
    common: Counter[tuple[str, str]] = Counter()
    for documents in holders.values():
        if len(documents) <= _MANY:
            common.update(combinations(documents, 2))
    for (first, second), n in common.items():
        if n >= _SHARED * min(len(lines[first]), len(lines[second])):
            yield first, second


class Groups:
    """Things, joined step by step into groups; the order of joining does not matter."""

    def __init__(self, things: Iterable[str]) -> None:
        self._group = {thing: [thing] for thing in things}

    def __contains__(self, thing: str) -> bool:
        return thing in self._group

    def join(self, first: str, second: str) -> None:
        """Put the groups of both together."""
        one, other = self._group[first], self._group[second]
        if one is not other:
            one.extend(other)
            self._group.update(dict.fromkeys(other, one))

    def all(self) -> list[list[str]]:
        """Every group, sorted."""
        return sorted(sorted(group) for group in {id(g): g for g in self._group.values()}.values())


def independent(voices: Iterable[tuple[Hashable, Hashable]]) -> int:
    """How many independent voices there are among (speaker, origin of the document) pairs.

    One speaker quoted by many documents is one voice, and so are many speakers whom we know from
    one document: the count is the largest matching of speakers to origins.
    """
    heard_in: dict[Hashable, list[Hashable]] = defaultdict(list)
    for speaker, origin in voices:
        heard_in[speaker].append(origin)
    taken: dict[Hashable, Hashable] = {}

    def place(speaker: Hashable, tried: set[Hashable]) -> bool:
        for origin in heard_in[speaker]:
            if origin not in tried:
                tried.add(origin)
                if origin not in taken or place(taken[origin], tried):
                    taken[origin] = speaker
                    return True
        return False

    return sum(place(speaker, set()) for speaker in heard_in)
