"""Feeds in, a ledger that grows and a feed of what changed out: `foedus.watch`.

>>> import foedus
>>> foedus.watch("feed.xml", ledger="pact.db", follow=["Russia"])          # doctest: +SKIP
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from foedus.api.arriving import Arrival, Means, Progress, Visit, key_of, utc_now
from foedus.api.following import followed
from foedus.api.news import news_since
from foedus.ledger import Ledger
from foedus.ledger.watched import Watch, Watched, load_watch, save_watch, watch_path
from foedus.model.errors import InputError
from foedus.model.news import News
from foedus.read.fetch import Door
from foedus.report.news_feed import write_atom


@dataclass(frozen=True, slots=True)
class Seen:
    """What one run of watching did: a visit for each feed, and the changes that are followed.

    `out` is the feed of changes that was written, None where none was asked for.
    """

    visits: tuple[Visit, ...]
    changes: tuple[News, ...]
    out: Path | None = None

    @property
    def all_failed(self) -> bool:
        """Whether feeds were tried and none could be read."""
        tried = [visit for visit in self.visits if visit.state != "waiting"]
        return bool(tried) and all(visit.state == "failed" for visit in tried)

    def __iter__(self) -> Iterator[News]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def as_json(self) -> dict[str, Any]:
        """The run as JSON."""
        return {
            "feeds": [visit.as_json() for visit in self.visits],
            "changes": [change.row() for change in self.changes],
            "out": str(self.out) if self.out else None,
        }


@cache
def _internet() -> Door:
    # only here, and only when something is fetched, does foedus reach for the network
    from foedus.read.fetch.connecting import Internet

    return Door(Internet())


def watch(
    *feeds: str | Path,
    ledger: str | Path,
    follow: Iterable[str] = (),
    out: str | Path | None = None,
    articles: bool = False,
    progress: Progress = lambda name, more=0: None,
    means: Means | None = None,
) -> Seen:
    """Read what is new in the feeds into the ledger, and tell what it changes.

    A feed is an address or a file. `follow` names actors and treaties (by id): only changes that
    concern one of them are told; without it all are. `out` is an Atom feed to write them to.
    `articles`: fetch the page that an item links to, and read that. The network is used for
    feeds and articles with an address, and for nothing else; `means` puts another in its place.

    A feed that fails stops no other: its `Visit` says why, and when it is asked again. What is
    known of the feeds stands in a file beside the ledger; it is saved after each of them, and a
    run that is broken off is made up for by the next. Raises InputError where there is nothing to
    watch or nobody such as is to be followed, LedgerError where ledger or state cannot be used.
    """
    names = list(dict.fromkeys(map(str, feeds)))
    if not names:
        raise InputError("no feed named; give addresses or files of RSS or Atom")
    keys = {name: key_of(name) for name in names}
    path, who = Path(ledger), tuple(follow)
    state_path = watch_path(path)
    state = load_watch(state_path)
    with Ledger.open(path if path.exists() else None) as held:  # a slip makes no new ledger
        wanted = followed(who, held)
    with Ledger.open(path) as opened:
        state = state or _begun(state_path)
        run = means or Means(_internet)
        visits = []
        for name in names:
            arrival = Arrival(name, state.feeds.get(keys[name], Watched()), opened, run)
            try:
                arrival.come(articles, progress)
            finally:  # whatever breaks in: what was read of the feed stays known
                state.feeds[keys[name]] = arrival.after
                save_watch(state_path, state)
            visits.append(arrival.visit)
        told = _tell(opened, state, progress)
        save_watch(state_path, state)
    shown = [change for change in state.changes if _concerns(change, wanted)]
    if out is not None:
        title = f"foedus: changes of {', '.join(who) or 'everything'}"
        write_atom(shown, Path(out), state.id, title, state.told)
    new = {change.key for change in told}
    changes = tuple(change for change in shown if change.key in new)
    return Seen(tuple(visits), changes, Path(out) if out is not None else None)


def _begun(path: Path) -> Watch:
    """The state of a first run: what the ledger holds by then is no change."""
    state = Watch(uuid4(), utc_now())
    save_watch(path, state)
    return state


def _tell(ledger: Ledger, state: Watch, progress: Progress) -> list[News]:
    progress("what changed", 1)
    changes, moment = news_since(ledger, state.told, utc_now())
    state.tell(changes, moment)
    return changes


def _concerns(change: News, wanted: frozenset[str]) -> bool:
    return not wanted or not wanted.isdisjoint(change.about)
