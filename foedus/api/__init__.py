"""The whole of foedus in a dozen functions: open a ledger, read into it, ask it, write the brief.

>>> import foedus
>>> desk = foedus.open()                      # a temporary ledger; give a path to keep it
>>> outcome = desk.read("a.txt", "b.html")    # doctest: +SKIP
>>> desk.brief().write("brief")               # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedus.api.actors import actor_rows, actor_text, check_actors, use_actors
    from foedus.api.annotating import TASKS, TEXT_TASKS, annotate, readable
    from foedus.api.arriving import Means, Visit
    from foedus.api.asking import Answers, ask
    from foedus.api.baseline import treaties_with
    from foedus.api.binding import Bonds, bound
    from foedus.api.briefing import letter
    from foedus.api.changes import Changes
    from foedus.api.doctor import Check, checks
    from foedus.api.events import EventTable
    from foedus.api.foretold import (
        Calibration,
        Predictions,
        Settled,
        Wanted,
        predictions,
        resolve,
    )
    from foedus.api.importing import Imported, Kept, import_files, table_files
    from foedus.api.likely import scale_rows
    from foedus.api.mapping import draw_map
    from foedus.api.network import Network, network
    from foedus.api.opening import Foedus, open_ledger
    from foedus.api.panels import (
        PANEL_COLUMNS,
        PANEL_UNITS,
        Asked,
        Panel,
        panel,
        write_panel,
    )
    from foedus.api.pictures import (
        Picture,
        draw_network,
        draw_portfolio,
        draw_promises,
        draw_similarity,
    )
    from foedus.api.record import (
        Honoured,
        RecordTable,
        record_like,
        record_of,
        record_table,
        recorded,
    )
    from foedus.api.shown import Compared, Outcome, ReadFile, Table, Written
    from foedus.api.since import is_day
    from foedus.api.timeline import Timeline
    from foedus.api.training import (
        Corpus,
        Learnt,
        Score,
        Tagger,
        load_tagger,
        read_corpus,
        train_quotes,
        training_steps,
    )
    from foedus.api.treaties import (
        check_treaties,
        format_treaties,
        treaty_row,
        treaty_rows,
        treaty_text,
        verified_share,
    )
    from foedus.api.voices import Readings, voice_weights
    from foedus.api.watching import Seen, watch
    from foedus.ledger import Fact, FactVoice, Found, Party
    from foedus.samples import sample_files

__all__ = [
    "PANEL_COLUMNS",
    "PANEL_UNITS",
    "TASKS",
    "TEXT_TASKS",
    "Answers",
    "Asked",
    "Bonds",
    "Calibration",
    "Changes",
    "Check",
    "Compared",
    "Corpus",
    "EventTable",
    "Fact",
    "FactVoice",
    "Foedus",
    "Found",
    "Honoured",
    "Imported",
    "Kept",
    "Learnt",
    "Means",
    "Network",
    "Outcome",
    "Panel",
    "Party",
    "Picture",
    "Predictions",
    "ReadFile",
    "Readings",
    "RecordTable",
    "Score",
    "Seen",
    "Settled",
    "Table",
    "Tagger",
    "Timeline",
    "Visit",
    "Wanted",
    "Written",
    "actor_rows",
    "actor_text",
    "annotate",
    "ask",
    "bound",
    "check_actors",
    "check_treaties",
    "checks",
    "draw_map",
    "draw_network",
    "draw_portfolio",
    "draw_promises",
    "draw_similarity",
    "format_treaties",
    "import_files",
    "is_day",
    "letter",
    "load_tagger",
    "network",
    "open_ledger",
    "panel",
    "predictions",
    "read_corpus",
    "readable",
    "record_like",
    "record_of",
    "record_table",
    "recorded",
    "resolve",
    "sample_files",
    "scale_rows",
    "table_files",
    "train_quotes",
    "training_steps",
    "treaties_with",
    "treaty_row",
    "treaty_rows",
    "treaty_text",
    "use_actors",
    "verified_share",
    "voice_weights",
    "watch",
    "write_panel",
]

# Where each name lies. It is loaded on first use: a command waits only for what it needs.
_ROOMS = {
    "foedus.api.actors": ("actor_rows", "actor_text", "check_actors", "use_actors"),
    "foedus.api.annotating": ("TASKS", "TEXT_TASKS", "annotate", "readable"),
    "foedus.api.arriving": ("Means", "Visit"),
    "foedus.api.asking": ("Answers", "ask"),
    "foedus.api.baseline": ("treaties_with",),
    "foedus.api.binding": ("Bonds", "bound"),
    "foedus.api.briefing": ("letter",),
    "foedus.api.changes": ("Changes",),
    "foedus.api.doctor": ("Check", "checks"),
    "foedus.api.events": ("EventTable",),
    "foedus.api.foretold": (
        "Calibration",
        "Predictions",
        "Settled",
        "Wanted",
        "predictions",
        "resolve",
    ),
    "foedus.api.importing": ("Imported", "Kept", "import_files", "table_files"),
    "foedus.api.likely": ("scale_rows",),
    "foedus.api.mapping": ("draw_map",),
    "foedus.api.network": ("Network", "network"),
    "foedus.api.opening": ("Foedus", "open_ledger"),
    "foedus.api.panels": (
        "PANEL_COLUMNS",
        "PANEL_UNITS",
        "Asked",
        "Panel",
        "panel",
        "write_panel",
    ),
    "foedus.api.pictures": (
        "Picture",
        "draw_network",
        "draw_portfolio",
        "draw_promises",
        "draw_similarity",
    ),
    "foedus.api.record": (
        "Honoured",
        "RecordTable",
        "record_like",
        "record_of",
        "record_table",
        "recorded",
    ),
    "foedus.api.shown": ("Compared", "Outcome", "ReadFile", "Table", "Written"),
    "foedus.api.timeline": ("Timeline",),
    "foedus.api.since": ("is_day",),
    "foedus.api.training": (
        "Corpus",
        "Learnt",
        "Score",
        "Tagger",
        "load_tagger",
        "read_corpus",
        "train_quotes",
        "training_steps",
    ),
    "foedus.api.treaties": (
        "check_treaties",
        "format_treaties",
        "treaty_row",
        "treaty_rows",
        "treaty_text",
        "verified_share",
    ),
    "foedus.api.voices": ("Readings", "voice_weights"),
    "foedus.api.watching": ("Seen", "watch"),
    "foedus.ledger": ("Fact", "FactVoice", "Found", "Party"),
    "foedus.samples": ("sample_files",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _ROOM_OF:
        return getattr(import_module(_ROOM_OF[name]), name)
    raise AttributeError(f"module 'foedus.api' has no attribute {name!r}")
