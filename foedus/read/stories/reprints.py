"""Texts in, those that are one text at bottom out, and the agency that a text credits.

Ten outlets with one wire report are one voice. Two texts are one where most of the shorter stands
in the longer, in runs of six words: cuts, other headlines and a changed first line do not hide it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from zlib import crc32

from foedus.model.actor import ActorKind
from foedus.read.gazetteer import Gazetteer

# words of a run, as shingles are cut for near-duplicates (A. Z. Broder 1997, "On the resemblance
# and containment of documents", Compression and Complexity of Sequences: 21-29)
_RUN = 6
_FEWEST = 20  # runs that a text must have, to be told from another by them
# Of the runs of the shorter text. Of 150 pairs of reports on one event by three outlets (BASIL),
# which quote the same speeches, none shares more than a third.
_SHARED = 0.6
_MANY = 100  # texts with one run: more is the furniture of a site
_WORD = re.compile(r"\w+")
_OPENING, _CLOSE = 300, 300  # characters in which a text credits an agency
_NAME = r"([A-Z][\w.&’' -]{1,40})"
# "SEOUL (AP) —", "MOSCOW, June 19. /TASS/", "(Reuters) - "
_CREDIT = re.compile(rf"\({_NAME}\)\s*[-–—:.]|/{_NAME}/")
# "By Ada Vole, Associated Press"
_BYLINE = re.compile(rf"^By [^\n,|]{{3,60}}[,|] (?:the )?{_NAME}$", re.MULTILINE)
# "© 2024 AFP", "Copyright 2024 The Associated Press"
_OWNED = re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:\d{{4}}\s*)?(?:by )?(?:[Tt]he )?{_NAME}")


def reprints(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The ids of texts that are one at bottom, together; each once, in the order of the texts."""
    runs = {id_: _runs(text) for id_, text in texts.items()}
    group = {id_: id_ for id_ in texts}
    for (one, two), shared in sorted(_shared_runs(runs).items()):
        if _is_one(runs[one], runs[two], shared):
            old, new = group[two], group[one]
            group = {id_: new if held == old else held for id_, held in group.items()}
    found: dict[str, list[str]] = {}
    for id_, held in group.items():
        found.setdefault(held, []).append(id_)
    return [tuple(ids) for ids in found.values()]


def credited(text: str) -> str:
    """The id of the medium that the text credits as its source; "" where it credits none.

    Only a name that the gazetteer knows as a medium, in the form of a credit: the mention of an
    agency in a sentence is none.
    """
    for pattern, part in (
        (_CREDIT, text[:_OPENING]),
        (_BYLINE, text[:_OPENING]),
        (_OWNED, text[-_CLOSE:]),
    ):
        for match in pattern.finditer(part):
            name = next(filter(None, match.groups())).strip(" .'’-")
            media = {
                sense.actor for sense in Gazetteer.load().lookup(name) if _is_medium(sense.actor)
            }
            if len(media) == 1:
                return media.pop()
    return ""


def _is_medium(actor: str) -> bool:
    record = Gazetteer.load().records.get(actor)
    return record is not None and record.kind is ActorKind.MEDIA


def _runs(text: str) -> frozenset[int]:
    words = [word.lower() for word in _WORD.findall(text)]
    cut = (" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
    return frozenset(crc32(run.encode("utf-8")) for run in cut)


def _shared_runs(runs: Mapping[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """How many runs every two texts share; what stands in very many tells none apart."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id_, own in runs.items():
        for run in own:
            holders[run].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _MANY:
            shared.update(combinations(ids, 2))
    return shared


def _is_one(one: frozenset[int], two: frozenset[int], shared: int) -> bool:
    shorter = min(len(one), len(two))
    return shorter >= _FEWEST and shared >= _SHARED * shorter
