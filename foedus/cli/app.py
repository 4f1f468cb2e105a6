"""The commands of foedus, each a few lines over the API."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from foedus.cli import actor, draw, training, treaty
from foedus.cli.annotating import annotate
from foedus.cli.asking import ask
from foedus.cli.bound import bound
from foedus.cli.briefing import SinceWhen, briefed
from foedus.cli.comparing import compare
from foedus.cli.doctor import doctor
from foedus.cli.events import events
from foedus.cli.foretold import predictions, resolve
from foedus.cli.importing import import_
from foedus.cli.network import network
from foedus.cli.panel import panel
from foedus.cli.readings import readings
from foedus.cli.record import record
from foedus.cli.showing import (
    emit,
    listing,
    opened,
    progress_bar,
    report_failures,
    samples_or,
    tell_version,
    write,
)
from foedus.cli.stories import stories
from foedus.cli.telling import facts_lines, found_line, read_line, scale_lines, statement_line
from foedus.cli.timeline import timeline
from foedus.cli.watching import watch

app = typer.Typer(
    name="foedus",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Files = Annotated[list[Path] | None, typer.Argument(help="Reports: plain text, HTML or PDF.")]
LedgerPath = Annotated[
    Path | None,
    typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite)."),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], help="Day of publication (of those that give none, among several)."
    ),
]
DEFAULT_LEDGER = Path("foedus.db")


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=tell_version, is_eager=True, help="Tell the version."),
    ] = False,
    actors: Annotated[
        list[Path] | None,
        typer.Option(envvar="FOEDUS_ACTORS", help="A folder of your own records of actors."),
    ] = None,
) -> None:
    """Reads the news and the treaties, and tells who is bound to whom, by which words."""
    if actors:
        from foedus.api import use_actors

        use_actors(*actors)


@app.command(epilog="Example: foedus read a.txt b.html --published 2024-06-20 --ledger pact.db")
def read(
    files: Files,
    ledger: LedgerPath = DEFAULT_LEDGER,
    published: Published = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the files.")] = None,
    as_json: Json = False,
) -> None:
    """Read reports into the ledger. A file that cannot be read is named; the others are read."""
    paths, day = listing(files), published and published.date()
    with opened(ledger) as desk, progress_bar(len(paths), quiet=as_json) as step:
        outcome = desk.read(*paths, published=day, publisher=publisher, progress=step)
    if as_json:
        emit(outcome.as_json())
    else:
        write(map(read_line, outcome.read))
    report_failures(outcome, as_json)


@app.command(epilog="Example: foedus brief a.txt b.html --out brief   (or: foedus brief --samples)")
def brief(
    files: Files = None,
    out: Annotated[Path, typer.Option(help="The folder for the three files.")] = Path("brief"),
    ledger: LedgerPath = None,
    published: Published = None,
    samples: Annotated[bool, typer.Option(help="Brief on the sample reports.")] = False,
    since: SinceWhen = None,
    as_json: Json = False,
) -> None:
    """Read reports and write brief.html, brief.md and brief.json. Every mark opens its passage.

    Without --ledger the ledger is a temporary one; with it and no files, the brief is on all of it.
    """
    paths = samples_or(files, samples, allow_none=ledger is not None)
    with opened(ledger) as desk, progress_bar(len(paths) + 1, quiet=as_json) as step:
        outcome = desk.read(*paths, published=published and published.date(), progress=step)
        step("composing the brief")
        written = briefed(desk, outcome, since) if outcome.read or not paths else None
        made = written.write(out) if written else ()
    if as_json:
        told = {"files": list(map(str, made)), "brief": written and written.as_json()}
        emit({**outcome.as_json(), **told})
    else:
        write(map(str, made))
    report_failures(outcome, as_json)


@app.command(epilog="Example: foedus facts --actor RUS --json")
def facts(
    ledger: LedgerPath = DEFAULT_LEDGER,
    actor: Annotated[str | None, typer.Option(help="An actor's name or id.")] = None,
    predicate: Annotated[str | None, typer.Option(help="Such as agreement.signed.")] = None,
    as_json: Json = False,
) -> None:
    """Claims that agree, taken together: settled, contested or single-voiced."""
    with opened(ledger, must_exist=True) as desk:
        found = desk.facts(predicate=predicate, actor=actor)
        lines = facts_lines(found, desk)
    if as_json:
        emit([fact.row() for fact in found])
    else:
        write(lines, "no such fact in this ledger")


@app.command(epilog='Example: foedus statements --speaker "Victor Cha"')
def statements(
    ledger: LedgerPath = DEFAULT_LEDGER,
    speaker: Annotated[str | None, typer.Option(help="A speaker's name or id.")] = None,
    scale: Annotated[
        str | None, typer.Option(help='What a scale makes of "likely": its id, or your .toml file.')
    ] = None,
    as_json: Json = False,
) -> None:
    """Who said what and how it is put, in order of document and place."""
    with opened(ledger, must_exist=True) as desk:
        rows = desk.statements(speaker=speaker, scale=scale)
    if as_json:
        emit(list(rows))
    else:
        write(map(statement_line, rows), "no statement in this ledger")


@app.command(epilog="Example: foedus scales icd-203")
def scales(
    names: Annotated[list[str] | None, typer.Argument(help="Ids, or files of your own.")] = None,
    as_json: Json = False,
) -> None:
    """What words of likelihood stand for on published scales, each with its source."""
    from foedus.api import scale_rows

    rows = scale_rows(*(names or ()))
    if as_json:
        emit(list(rows))
    else:
        write(scale_lines(rows))


@app.command(epilog='Example: foedus search "mutual assistance" --limit 5')
def search(
    query: Annotated[str, typer.Argument(help='Words, "a phrase", begin*, -without, OR.')],
    ledger: LedgerPath = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option(min=1, help="How many places at most.")] = 20,
    as_json: Json = False,
) -> None:
    """Where words stand in the documents of the ledger, best first."""
    with opened(ledger, must_exist=True) as desk:
        found = desk.search(query, limit)
    if as_json:
        emit([asdict(hit) for hit in found])
    else:
        write(map(found_line, found), "nothing found")


app.command(epilog="Example: foedus compare a.txt b.html --out compare")(compare)
app.command(epilog="Example: foedus timeline a.txt b.html --draw timeline.svg")(timeline)
app.command(epilog="Example: foedus readings a.txt b.html --treaty rus-prk-2024")(readings)
app.command(epilog="Example: foedus annotate quotes in.jsonl out.jsonl")(annotate)
app.command(epilog="Example: foedus events --actor Russia --type AID --out events.csv")(events)
app.command(epilog="Example: foedus ask --attack UKR RUS --at Kursk --on 2024-12-05")(ask)
app.command(
    "import", epilog="Example: foedus import atop_4_01_member_level.csv --baseline history"
)(import_)
app.command(epilog="Example: foedus bound RUS --on 2024-12-05 --picture bonds.svg")(bound)
app.command(
    epilog="Example: foedus panel dyads --from 1816 --to 2025 --with alliances --out panel.parquet"
)(panel)
app.command(epilog="Example: foedus network --on 1914-08-01 --baseline history")(network)
app.command(epilog="Example: foedus record --treaty rus-prk-2024 --baseline history")(record)
app.command(epilog="Example: foedus stories --ledger pact.db")(stories)
app.command(epilog='Example: foedus predictions --speaker "Victor Cha" --open')(predictions)
app.command(epilog='Example: foedus resolve 1f1b11c4 yes --evidence "signed in Oslo on 3 May"')(
    resolve
)
app.command(
    epilog="Example: foedus watch https://news.example/feed.xml --follow Russia --out changes.atom"
)(watch)
app.command(epilog="Example: foedus doctor --json")(doctor)
app.add_typer(actor.app, name="actor")
app.add_typer(draw.app, name="draw")
app.add_typer(training.app, name="train")
app.add_typer(treaty.app, name="treaty")
