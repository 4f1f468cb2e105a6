"""`foedus watch`: read feeds into a ledger, again and again, and tell what they change."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.showing import emit, plain, progress_bar, write
from foedus.model.errors import InputError

if TYPE_CHECKING:
    from foedus.api import Seen, Visit

Feeds = Annotated[list[str] | None, typer.Argument(help="Addresses or files of RSS or Atom.")]
LedgerPath = Annotated[
    Path, typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite).")
]
Every = Annotated[
    str, typer.Option("--every", help="Go on, and look again each 15m (s, m, h or d).")
]
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_LEAST = 60  # seconds: no feed has news more often, and its host is not to be pressed


def watch(
    feeds: Feeds = None,
    ledger: LedgerPath = Path("foedus.db"),
    follow: Annotated[
        list[str] | None, typer.Option(help="An actor, or a treaty's id; may stand again.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write the changes as an Atom feed.")] = None,
    once: Annotated[bool, typer.Option("--once", help="Look once, and end (the default).")] = False,
    every: Every = "",
    articles: Annotated[
        bool, typer.Option(help="Fetch the pages that the items link to, and read those.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Read what is new in feeds into the ledger, and tell what it changes. Uses the network."""
    from foedus.api import watch as look

    for _ in _rounds(once, every):
        with progress_bar(len(feeds or ()), quiet=as_json) as step:
            seen = look(*feeds or (), ledger=ledger, follow=follow or (), out=out,
                        articles=articles, progress=step)  # fmt: skip
        emit(seen.as_json()) if as_json else _tell(seen)
    if seen.all_failed:
        raise typer.Exit(1)


def _rounds(once: bool, every: str) -> Iterator[None]:
    """One round, or one after another until the user breaks off between them."""
    seconds = _seconds(every) if every else 0
    if once and every:
        raise InputError("--once and --every exclude each other; leave one out")
    yield
    while seconds:
        try:
            sleep(seconds)
        except KeyboardInterrupt:
            return
        yield


def _seconds(every: str) -> int:
    found = re.fullmatch(r"(\d{1,6})([smhd])", every.strip())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if seconds < _LEAST:
        raise InputError(f"--every has '{every}'; write it as 15m or 2h, a minute at least")
    return seconds


def _tell(seen: "Seen") -> None:
    """A line a feed, then the changes; what went wrong on standard error."""
    write(map(_feed_line, seen.visits))
    write(line for change in seen.changes for line in _change_lines(change.title, change.text))
    write([f"{seen.out}: written"] if seen.out else [])
    for problem in _problems(seen.visits):
        typer.echo(f"foedus: {plain(problem)}", err=True)


def _feed_line(visit: "Visit") -> str:
    if visit.state == "read":
        return f"{visit.feed}: {len(visit.read)} new, {visit.known} known"
    if visit.state == "waiting" and visit.until:
        return f"{visit.feed}: not asked before {visit.until:%Y-%m-%d %H:%M} UTC"
    return f"{visit.feed}: {visit.state}"


def _change_lines(title: str, text: str) -> list[str]:
    return [title, *(f"    {line}" for line in text.split("\n"))]


def _problems(visits: "Iterable[Visit]") -> Iterator[str]:
    for visit in visits:
        if visit.why:
            again = f"; asked again from {visit.until:%Y-%m-%d %H:%M} UTC" if visit.until else ""
            yield visit.why + again
        if visit.trouble:
            yield f"{visit.feed}: {visit.trouble}"
        yield from map(str, visit.failed)
