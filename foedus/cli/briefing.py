"""What `foedus brief` rests on: the files that were read, or with --since all that is compared."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.model.errors import InputError

if TYPE_CHECKING:
    from foedus.api import Foedus, Outcome, Written

SinceWhen = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY|BRIEF.json",
        help="Open with what changed since the end of that day (UTC), or since that brief.",
    ),
]


def briefed(desk: "Foedus", outcome: "Outcome", since: str | None) -> "Written":
    """The brief of the files that were read, of all of the ledger where none was.

    Since a day it is of all of the ledger; since a brief of its documents and of the files.
    """
    ids = [one.document for one in outcome.read] or None
    if since is None:
        return desk.brief(ids)
    from foedus.api import is_day

    if not is_day(since):
        return desk.brief(ids, since=since)
    if desk.ledger.path is None:
        raise InputError(
            f"--since {since}: a temporary ledger knows nothing of that day; name the one that you "
            "keep with --ledger, or give the brief.json of an earlier brief"
        )
    return desk.brief(since=since)
