"""Claims that foretell in, each speaker's predictions out: one, however often it is told.

A reprint and a second interview repeat a prediction; another hedge, horizon, condition or "not"
makes it another one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from foedus.ledger.facts import facts, origins_of
from foedus.ledger.grouping import by_content
from foedus.ledger.keys import is_id, name_key, who_key
from foedus.ledger.ledger import Ledger
from foedus.ledger.said import said
from foedus.model.reading import Row, span_of

Key = tuple[str, ...]


def repeats(ledger: Ledger, rows: Iterable[Row]) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The claims in groups that are each one prediction, with a key that stands for the speaker.

    Groups by the alignment of facts: equal actors, most words in common, times that meet.
    """
    held = {row["id"]: row for row in rows}
    same = ledger.judgements().identity
    documents = {row["document"] for row in held.values()}
    origin = origins_of(ledger, documents, same)
    texts = {document: ledger.document(document).text for document in documents}
    groups: dict[Key, list[Row]] = defaultdict(list)
    seen: set[str] = set()
    for fact in facts(held.values(), origin=origin, same=same):
        for id_ in fact.claims:
            if id_ not in seen:  # a claim that two facts share is told once
                seen.add(id_)
                row = held[id_]
                speaker = speaker_key(row, origin, same)
                groups[(fact.key, speaker, *_told(row, texts[row["document"]]))].append(row)
    return tuple((key[1], alike) for key, group in groups.items() for alike in _alike(group, same))


def _alike(group: list[Row], same: Mapping[str, str]) -> Iterator[tuple[Row, ...]]:
    """The group in those whose own words are alike.

    A fact chains claims of many speakers, each to the next: the ends of the chain may have little
    in common, and what one speaker said of both is then two predictions.
    """
    by_id = {row["id"]: row for row in group}
    for one in by_content([next(said(row, same)) for row in by_id.values()]):
        yield tuple(by_id[claim.id] for claim in one)


def speaker_key(row: Row, origin: Mapping[str, str], same: Mapping[str, str]) -> str:
    """What stands for whoever foretells: the same for one speaker in all documents.

    The report itself goes by its origin. So does a speaker without a name ("analysts", "he"): those
    of one paper are not those of another.
    """
    own = origin.get(row["document"], row["document"])
    chain = row["voice"][1:]
    if not chain:
        return f"report: {own}"
    key = same.get(who_key(chain[-1]), who_key(chain[-1]))
    first = chain[-1]["name"].split()[:2]
    named = is_id(key) or (len(first) > 1 and all(word[:1].isupper() for word in first))
    return key if named else f"{key} in {own}"


def _told(row: Row, text: str) -> Key:
    """What makes two tellings of one speaker two predictions."""
    hedge = sorted({name_key(span_of(bounds).of(text)) for bounds in row["hedge"]})
    condition = [name_key(filler["name"]) for filler in row["roles"].get("condition", ())]
    time = row["time"]
    return (
        str(row["negated"]), time["since"] or "", time["until"] or "", "+".join(hedge),
        "+".join(condition),
    )  # fmt: skip
