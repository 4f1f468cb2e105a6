"""What watching remembers: how long a feed is left alone, what was seen, and a file kept whole."""

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from foedus.ledger.watched import (
    MAX_CHANGES,
    MAX_SEEN,
    Watch,
    Watched,
    load_watch,
    save_watch,
    watch_path,
)
from foedus.model.errors import LedgerError
from foedus.model.news import News, NewsKind

NOW = datetime(2024, 6, 19, 12, tzinfo=UTC)
ID = UUID("00000000-0000-4000-8000-000000000001")


def change(key: str, title: str = "New fact", day: datetime = NOW) -> News:
    return News(key, NewsKind.FACT, title, "“Words”\nIn a report", "", ("RUS",), day)


def waits(count: int, random: Random) -> list[float]:
    known, found = Watched(), []
    for _ in range(count):
        known = known.failed(NOW, random)
        assert known.until is not None
        found.append((known.until - NOW).total_seconds())
    return found


def test_each_failure_doubles_the_wait_up_to_a_day_with_a_little_chance() -> None:
    for place, wait in enumerate(waits(20, Random(1))):
        plain = min(60 * 2**place, 86_400)
        assert plain <= wait <= 1.25 * plain


def test_chance_is_that_of_the_seed() -> None:
    assert waits(5, Random(7)) == waits(5, Random(7)) != waits(5, Random(8))


def test_a_feed_that_failed_ten_thousand_times_still_has_a_day() -> None:
    known = Watched(failures=10_000).failed(NOW, Random(1))
    assert known.until is not None
    assert known.until <= NOW + timedelta(days=1.25)


def test_a_host_that_asks_for_longer_is_left_alone_for_longer() -> None:
    known = Watched().failed(NOW, Random(1), asked=7_200)
    assert known.until == NOW + timedelta(hours=2)
    assert not known.is_due(NOW + timedelta(hours=1, minutes=59))
    assert known.is_due(NOW + timedelta(hours=2))


def test_a_host_that_asks_for_less_does_not_shorten_the_wait() -> None:
    known = Watched(failures=5).failed(NOW, Random(1), asked=1.0)
    assert not known.is_due(NOW + timedelta(minutes=31))


def test_a_success_ends_the_wait() -> None:
    known = Watched(failures=5, until=NOW).succeeded('"2"', None)
    assert (known.failures, known.until, known.etag) == (0, None, '"2"')


def test_the_oldest_items_are_forgotten_first() -> None:
    known = Watched().with_seen(map(str, range(MAX_SEEN)))
    known = known.with_seen(["0"]).with_seen(["new"])  # "0" was seen again
    assert len(known.seen) == MAX_SEEN
    assert known.seen[-2:] == ("0", "new")
    assert "1" not in known.seen


def test_a_change_that_is_told_again_stands_once_with_its_newest_words() -> None:
    watch = Watch(ID, NOW)
    watch.tell([change("a"), change("b")], NOW)
    watch.tell([change("a", "Contested")], NOW + timedelta(days=1))
    assert [(one.key, one.title) for one in watch.changes] == [
        ("b", "New fact"),
        ("a", "Contested"),
    ]
    assert watch.told == NOW + timedelta(days=1)


def test_the_oldest_changes_are_let_go() -> None:
    watch = Watch(ID, NOW)
    watch.tell([change(str(n)) for n in range(MAX_CHANGES + 3)], NOW)
    assert (len(watch.changes), watch.changes[0].key) == (MAX_CHANGES, "3")


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = watch_path(tmp_path / "pact.db")
    assert path.name == "pact.db.watch.json"
    watch = Watch(ID, NOW, {"https://news.example/": Watched('"1"', "then", 3, NOW, ("a", "é"))})
    watch.tell([change("a")], NOW)
    save_watch(path, watch)
    assert load_watch(path) == watch
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_where_there_is_no_file_nothing_is_known(tmp_path: Path) -> None:
    assert load_watch(tmp_path / "none.json") is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", "null", '{"foedus-watch": 1}', '{"foedus-watch": "x"}', "\udcff",
     '{"foedus-watch": 1, "id": "x", "told": "2024-06-19", "feeds": {}, "changes": []}',
     '{"foedus-watch": 1, "id": "00000000-0000-4000-8000-000000000001", "told": "2024-06-19",'
     ' "feeds": {"a": {}}, "changes": []}'],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_and_stays_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pact.db.watch.json"
    raw = text.encode("utf-8", "surrogateescape")
    path.write_bytes(raw)
    with pytest.raises(LedgerError, match=r"watch\.json is not what foedus watch wrote"):
        load_watch(path)
    assert path.read_bytes() == raw


def test_a_file_of_a_newer_foedus_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pact.db.watch.json"
    path.write_text(json.dumps({"foedus-watch": 2}), "utf-8")
    with pytest.raises(LedgerError, match="install a newer foedus"):
        load_watch(path)


def test_a_write_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pact.db.watch.json"
    save_watch(path, Watch(ID, NOW))
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("foedus.ledger.watched.os.fsync", full)
    with pytest.raises(LedgerError, match="cannot be written"):
        save_watch(path, Watch(ID, NOW + timedelta(days=1)))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "pact.db.watch.json"
    save_watch(path, Watch(ID, NOW))
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
