"""`foedus watch` on the command line: what it prints, writes and ends with."""

import io
import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.read.fetch import Door
from tests.read.fetch.net import Net
from tests.watched_feeds import COURIER, GUNS, PACT, TRIBUNE, refusing, rss


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOEDUS_LEDGER", raising=False)
    Path("feed.xml").write_bytes(rss(PACT, GUNS))
    return tmp_path


def serve(monkeypatch: pytest.MonkeyPatch, net: Net) -> None:
    monkeypatch.setattr("foedus.api.watching._internet", lambda: Door(net))


def run(*words: str) -> Any:
    return CliRunner().invoke(app, ["watch", *words])


def test_a_file_is_watched_offline_and_its_changes_are_told() -> None:
    result = run("feed.xml", "--follow", "Armenia", "--out", "changes.atom")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "feed.xml: 2 new, 0 known"
    assert "New story: France arms Armenia" in lines
    assert "North Korea" not in result.output
    assert lines[-1] == "changes.atom: written"
    found: Any = feedparser.parse(io.BytesIO(Path("changes.atom").read_bytes()))
    assert (found.bozo, found.entries[0].title) == (False, "New story: France arms Armenia")
    assert run("feed.xml").output == "feed.xml: 0 new, 2 known\n"


def test_json_has_feeds_and_changes() -> None:
    told = json.loads(run("feed.xml", "--json").output)
    (feed,) = told["feeds"]
    assert (feed["state"], feed["title"], len(feed["read"])) == ("read", "The Sample Courier", 2)
    assert {change["kind"] for change in told["changes"]} == {"new-story", "new-fact"}
    assert told["out"] is None


def test_one_failure_among_several_is_told_and_is_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    serve(monkeypatch, Net({COURIER: refusing(500), TRIBUNE: rss(GUNS)}))
    result = run(COURIER, TRIBUNE, "--once")
    assert result.exit_code == 0
    assert f"foedus: {COURIER}: it answered with 500; try again later; asked again from" in (
        result.stderr
    )
    assert f"{TRIBUNE}: 1 new, 0 known" in result.stdout


def test_where_every_feed_fails_the_command_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, Net({COURIER: refusing(404)}))
    assert run(COURIER, "missing.xml").exit_code == 1
    result = run(COURIER)
    assert result.exit_code == 0  # it was not asked again so soon, and that is no failure
    assert f"{COURIER}: not asked before " in result.output


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "no feed named"),
        (("feed.xml", "--every", "soon"), "--every has 'soon'"),
        (("feed.xml", "--every", "30s"), "a minute at least"),
        (("feed.xml", "--once", "--every", "15m"), "exclude each other"),
        (("file:///etc/hosts",), "'file' is not fetched"),
    ],
)
def test_what_cannot_be_done_is_told(words: tuple[str, ...], why: str) -> None:
    result = run(*words)
    assert result.exit_code != 0
    assert why in str(result.exception)


def test_watching_goes_on_until_it_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[int] = []

    def sleep(seconds: int) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt
        Path("feed.xml").write_bytes(rss(PACT, GUNS, ("rain", "It rained", "It rained in Vanu.")))

    monkeypatch.setattr("foedus.cli.watching.sleep", sleep)
    result = run("feed.xml", "--every", "15m")
    assert (result.exit_code, slept) == (0, [900, 900])
    told = [line for line in result.output.splitlines() if line.startswith("feed.xml:")]
    assert told == ["feed.xml: 2 new, 0 known", "feed.xml: 1 new, 2 known"]
