"""The treaty library as the faces see it: plain rows and lines of text, checking, formatting."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from foedus.law import (
    FOLDER,
    Standing,
    format_treaty,
    library,
    lint,
    load_treaty,
    standing,
    treaty_table,
)
from foedus.model.treaty import Article, Clause, DatedFact, Treaty

Row = dict[str, Any]


def treaty_rows(on: date, parties: Iterable[str] = ()) -> list[Row]:
    """The treaties among `parties` (default: all) with their standing on a day, by id."""
    held = library().find(tuple(parties), on)
    return sorted((_row(item) for item in held), key=lambda row: str(row["id"]))


def verified_share() -> str:
    """How much of the library was seen at a source, and how far it reaches, in a sentence."""
    seen, all_clauses = library().clauses_verified
    return (
        f"{seen} of {all_clauses} clauses were seen at a source. "
        f"The newest dated fact is of {library().newest_fact}."
    )


def treaty_text(treaty_id: str, on: date) -> str:
    """One treaty as text for a reader: dates with sources, parties, and what each clause owes."""
    treaty = library().get(treaty_id)
    held = standing(treaty, on)
    parts = [
        treaty.title,
        f"{treaty.id}: {held.status.value} on {on}",
        f"Seen: {treaty.seen} ({treaty.text_status.value}).",
        *(f"Signed {_dated(fact)}" for fact in treaty.signed),
        *(f"In force {_dated(fact)}" for fact in treaty.in_force),
        *(f"Ended {_dated(fact)}" for fact in treaty.ended),
        f"Parties: {', '.join(treaty.actors)} ({treaty.membership.value}).",
        *(f"Takes the place of {link.treaty or link.title}." for link in treaty.replaces),
        *(f"Its place was taken by {later.id}." for later in library().replaced_by(treaty.id)),
        *([treaty.note] if treaty.note else []),
        *(line for article in treaty.articles for line in _article_lines(article)),
    ]
    return "\n".join(parts)


def treaty_row(treaty_id: str, on: date) -> Row:
    """One treaty as JSON: its standing on a day, and its record as the file has it."""
    treaty = library().get(treaty_id)
    later = [held.id for held in library().replaced_by(treaty_id)]
    return {**_row(standing(treaty, on)), "replaced_by": later, "record": treaty_table(treaty)}


def check_treaties(paths: Iterable[Path] = ()) -> tuple[str, ...]:
    """What is wrong with the files (default: all of the library); empty when nothing is."""
    return lint(tuple(paths) or sorted(FOLDER.glob("*.toml")))


def format_treaties(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Write the files anew as the formatter writes them; returns those that changed.

    Raises LibraryError for a record that is wrong, before any file is written.
    """
    new = {path: format_treaty(load_treaty(path)).encode("utf-8") for path in paths}
    changed = tuple(path for path, text in new.items() if path.read_bytes() != text)
    for path in changed:
        path.write_bytes(new[path])
    return changed


def _row(held: Standing) -> Row:
    treaty: Treaty = held.treaty
    return {
        "id": treaty.id,
        "title": treaty.title,
        "parties": list(treaty.actors),
        "on": held.day.isoformat(),
        "status": held.status.value,
        "text_status": treaty.text_status.value,
        "clauses": len(treaty.clauses),
        "verified": sum(clause.status.value == "verified" for clause in treaty.clauses),
    }


def _dated(fact: DatedFact) -> str:
    day = fact.day.text if fact.day else "never"
    how = f", {fact.how.value}" if fact.how else ""
    note = f" ({fact.note})" if fact.note else ""
    return f"{day}{how}: {fact.source or 'unverified'}{note}"


def _article_lines(article: Article) -> list[str]:
    told = [f"  {item.kind.value}: {item.summary}" for item in article.provisions]
    return [f"Article {article.number}", *map(_clause_line, article.clauses), *told]


def _clause_line(clause: Clause) -> str:
    words = "".join(f' "{words}"' for words in clause.words)
    turns = f" Turns on: {', '.join(clause.open_terms)}." if clause.open_terms else ""
    state = "" if clause.status.value == "verified" else " Unverified."
    what = f"{clause.duty.value}, {clause.modality.value}"
    return f"  {what}: {clause.summary}{words}{turns}{state}"
