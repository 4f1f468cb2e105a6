"""Watching, end to end over a network of our own: what is new is read once, and told."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

import foedus
from foedus.api import Means, Seen
from foedus.model.errors import InputError, LedgerError
from foedus.read.fetch import Request
from tests.read.fetch.net import Net, answer
from tests.watched_feeds import (
    AGAIN,
    COURIER,
    GUNS,
    PACT,
    TRIBUNE,
    Times,
    marked,
    means,
    nowhere,
    refusing,
    rss,
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "pact.db"


def documents(ledger: Path) -> int:
    with foedus.open(ledger) as desk:
        return len(desk.ledger.documents())


def kinds(seen: Seen) -> list[str]:
    return [change.kind.value for change in seen]


def titles(path: Path) -> list[str]:
    found: Any = feedparser.parse(io.BytesIO(path.read_bytes()))
    assert (found.bozo, found.version) == (False, "atom10")
    return [entry.title for entry in found.entries]


def test_the_second_run_adds_only_what_is_new(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "changes.atom"
    net = Net({COURIER: rss(PACT)})
    first = foedus.watch(COURIER, ledger=ledger, out=out, means=means(net))
    assert [one.new for one in first.visits[0].read] == [True]
    assert kinds(first)[0] == "new-story"
    assert set(kinds(first)[1:]) == {"new-fact"}
    told = titles(out)
    assert "New story: Russia and North Korea sign a treaty" in told
    ids = {entry.id for entry in feedparser.parse(io.BytesIO(out.read_bytes())).entries}

    net.pages[COURIER] = rss(GUNS, PACT)
    second = foedus.watch(COURIER, ledger=ledger, out=out, means=means(net))
    (visit,) = second.visits
    assert (len(visit.read), visit.known, documents(ledger)) == (1, 1, 2)
    assert all("ARM" in change.about for change in second)
    found = feedparser.parse(io.BytesIO(out.read_bytes())).entries
    assert ids < {entry.id for entry in found}
    assert len(found) == len(told) + len(second)

    third = foedus.watch(COURIER, ledger=ledger, out=out, means=means(net))
    assert (len(third), documents(ledger)) == (0, 2)
    assert len(titles(out)) == len(found)


def test_a_document_has_the_receipt_of_its_item(ledger: Path) -> None:
    foedus.watch(COURIER, ledger=ledger, means=means(Net({COURIER: rss(PACT)})))
    with foedus.open(ledger) as desk:
        (receipt,) = desk.ledger.receipts()
        text = desk.ledger.document(receipt.document).text
    assert text == f"{PACT[1]}\n\n{PACT[2]}"
    assert (receipt.title, receipt.publisher) == (PACT[1], "The Sample Courier")
    assert receipt.url == "https://courier.example/pact"
    assert (str(receipt.published), receipt.published_from) == ("2024-06-19", "metadata")


def test_a_second_voice_settles_a_fact_and_joins_the_story(ledger: Path) -> None:
    net = Net({COURIER: rss(PACT), TRIBUNE: rss(AGAIN, title="The Sample Tribune")})
    foedus.watch(COURIER, ledger=ledger, means=means(net))
    seen = foedus.watch(TRIBUNE, ledger=ledger, means=means(net))
    assert kinds(seen)[0] == "new-document"
    assert PACT[1] in seen.changes[0].text
    (settled,) = (change for change in seen if change.kind.value == "new-status")
    assert settled.title == (
        "Now settled (was single-voiced): agreement signed, North Korea and Russia, in Pyongyang"
    )
    assert "2 independent voices" in settled.text


def test_a_denial_makes_a_fact_contested(ledger: Path) -> None:
    denied = ("no", "Russia denies it", "Russia and North Korea did not sign a Comprehensive "
              "Strategic Partnership Treaty in Pyongyang on Wednesday, a lawyer said.")  # fmt: skip
    net = Net({COURIER: rss(PACT)})
    foedus.watch(COURIER, ledger=ledger, means=means(net))
    net.pages[COURIER] = rss(denied, PACT)
    seen = foedus.watch(COURIER, ledger=ledger, means=means(net))
    assert any(one.title.startswith("Now contested (was single-voiced)") for one in seen)


@pytest.mark.parametrize(
    ("name", "concerned"),
    [("Armenia", {"guns"}), ("RUS", {"pact"}), ("rus-prk-2024", {"pact"}),
     ("Vladimir Putin", {"pact"}), ("Putin", {"pact"}), ("sau-pak-2025", set()), ("Chad", set())],
)  # fmt: skip
def test_only_what_is_followed_is_told(ledger: Path, name: str, concerned: set[str]) -> None:
    net = Net({COURIER: rss(PACT, GUNS)})
    seen = foedus.watch(COURIER, ledger=ledger, follow=[name], means=means(net))
    assert {change.link.rpartition("/")[2] for change in seen} == concerned


def test_a_treaty_that_is_named_hides_another_of_the_same_parties(ledger: Path) -> None:
    seen = foedus.watch(COURIER, ledger=ledger, means=means(Net({COURIER: rss(PACT)})))
    about = set[str]().union(*(change.about for change in seen))
    assert "rus-prk-2024" in about
    assert "rus-prk-2000" not in about


def test_what_was_told_before_is_in_the_feed_of_who_follows_later(
    ledger: Path, tmp_path: Path
) -> None:
    net, out = Net({COURIER: rss(PACT, GUNS)}), tmp_path / "armenia.atom"
    foedus.watch(COURIER, ledger=ledger, means=means(net))
    seen = foedus.watch(COURIER, ledger=ledger, out=out, follow=["Armenia"], means=means(net))
    assert len(seen) == 0
    assert "New story: France arms Armenia" in titles(out)


def test_what_the_ledger_held_before_is_no_change(ledger: Path, tmp_path: Path) -> None:
    held = tmp_path / "held.txt"
    held.write_text(f"{PACT[1]}\n\n{PACT[2]}\n", "utf-8")
    with foedus.open(ledger) as desk:
        desk.read(held, published=None)
    seen = foedus.watch(COURIER, ledger=ledger, means=means(Net({COURIER: rss(GUNS)})))
    assert {change.link for change in seen} == {"https://courier.example/guns"}


def test_an_unchanged_feed_is_not_sent_again(ledger: Path) -> None:
    net = Net({COURIER: marked(rss(PACT), '"1"')})
    foedus.watch(COURIER, ledger=ledger, means=means(net))
    for _ in range(2):
        seen = foedus.watch(COURIER, ledger=ledger, means=means(net))
        assert seen.visits[0].state == "unchanged"
        assert net.asked[-1][0].fields["If-None-Match"] == '"1"'


def test_a_feed_that_fails_stops_no_other(ledger: Path) -> None:
    net = Net({COURIER: refusing(500), TRIBUNE: rss(PACT)})
    seen = foedus.watch(COURIER, TRIBUNE, ledger=ledger, means=means(net))
    assert [visit.state for visit in seen.visits] == ["failed", "read"]
    assert "https://courier.example/feed: it answered with 500" in seen.visits[0].why
    assert (seen.all_failed, documents(ledger)) == (False, 1)


def test_a_feed_that_fails_is_left_alone_for_longer_each_time(ledger: Path) -> None:
    net, times = Net({COURIER: refusing(500)}), Times()
    waits = []
    for _ in range(3):
        until = foedus.watch(COURIER, ledger=ledger, means=means(net, times)).visits[0].until
        assert until is not None
        waits.append((until - times.now).total_seconds())
        asked = len(net.asked)
        early = foedus.watch(COURIER, ledger=ledger, means=means(net, times))
        assert (early.visits[0].state, early.all_failed, len(net.asked)) == (
            "waiting",
            False,
            asked,
        )
        times.now = until
    assert 60 <= waits[0] <= 75
    assert 120 <= waits[1] <= 150
    assert 240 <= waits[2] <= 300


def test_a_host_that_asks_to_be_left_alone_is(ledger: Path) -> None:
    net, times = Net({COURIER: refusing(429, {"retry-after": "7200"})}), Times()
    (visit,) = foedus.watch(COURIER, ledger=ledger, means=means(net, times)).visits
    assert visit.until == times.now + timedelta(hours=2)
    net.pages[COURIER] = rss(PACT)
    times.on(minutes=119)
    assert (
        foedus.watch(COURIER, ledger=ledger, means=means(net, times)).visits[0].state == "waiting"
    )
    times.on(minutes=2)
    (visit,) = foedus.watch(COURIER, ledger=ledger, means=means(net, times)).visits
    assert (visit.state, visit.until) == ("read", None)


def test_what_nobody_foresaw_is_told_of_its_feed_and_stops_no_other(ledger: Path) -> None:
    def odd(_: Request) -> Any:
        raise ZeroDivisionError("of ours")

    net = Net({COURIER: odd, TRIBUNE: rss(GUNS), "https://courier.example/guns": odd})
    seen = foedus.watch(COURIER, TRIBUNE, ledger=ledger, articles=True, means=means(net))
    first, second = seen.visits
    assert "foedus failed on it (ZeroDivisionError: of ours); report this" in first.why
    assert "foedus failed on it" in str(second.failed[0])
    assert (first.state, second.state, len(second.read)) == ("failed", "read", 1)


def test_what_is_no_feed_is_told_and_asked_less_often(ledger: Path) -> None:
    page = "<!doctype html><html><p>Welcome</p></html>"
    net = Net({COURIER: page.encode()})
    (visit,) = foedus.watch(COURIER, ledger=ledger, means=means(net)).visits
    assert (visit.state, "it is no feed" in visit.why, visit.until is None) == (
        "failed",
        True,
        False,
    )


def test_an_address_that_is_never_asked_has_nothing_to_wait_for(ledger: Path) -> None:
    for _ in range(2):
        seen = foedus.watch("https://courier.example:22/", ledger=ledger, means=means(Net({})))
        assert (seen.visits[0].state, seen.visits[0].until) == ("failed", None)


def test_a_feed_that_leads_into_the_users_network_is_refused(ledger: Path) -> None:
    inside = "https://169.254.169.254/latest"
    net = Net({COURIER: lambda _: answer(302, fields={"location": inside}), inside: rss(PACT)})
    net.hosts["169.254.169.254"] = ("169.254.169.254",)
    seen = foedus.watch(COURIER, ledger=ledger, means=means(net))
    assert "refused: 169.254.169.254 is 169.254.169.254" in seen.visits[0].why
    assert (seen.all_failed, documents(ledger)) == (True, 0)


def test_a_file_is_read_without_a_network_and_without_waiting(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    offline = Means(nowhere)
    assert foedus.watch(path, ledger=ledger, means=offline).visits[0].state == "failed"
    path.write_bytes(rss(PACT))
    (visit,) = foedus.watch(path, ledger=ledger, means=offline).visits
    assert (visit.state, len(visit.read)) == ("read", 1)
    path.write_bytes(rss(GUNS, PACT))
    assert len(foedus.watch(path, ledger=ledger, means=offline).visits[0].read) == 1


def test_a_feed_that_is_cut_off_is_read_and_its_trouble_told(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(PACT, GUNS)[:-60])
    (visit,) = foedus.watch(path, ledger=ledger, means=Means(nowhere)).visits
    assert (visit.state, len(visit.read)) == ("read", 2)
    assert "cut off" in visit.trouble


PAGE = (
    "<!doctype html><html><head><title>t</title></head><body><article><h1>France arms Armenia</h1>"
    "<p>France sent Armenia 36 radars, the French defence ministry said in Paris on Tuesday.</p>"
    "<p>More will follow, it added.</p></article></body></html>"
)


def page(_: Request) -> Any:
    return answer(body=[PAGE.encode()], fields={"content-type": "text/html"})


def test_with_articles_the_page_is_read_in_the_place_of_the_item(ledger: Path) -> None:
    times = Times()
    net = Net({COURIER: rss(GUNS), "https://courier.example/guns": page})
    (visit,) = foedus.watch(COURIER, ledger=ledger, articles=True, means=means(net, times)).visits
    assert (len(visit.read), visit.failed, times.paused) == (1, [], [1.0])
    with foedus.open(ledger) as desk:
        (receipt,) = desk.ledger.receipts()
        document = desk.ledger.document(receipt.document)
    assert (document.converter, "36 radars" in document.text) == ("html/1", True)
    assert (receipt.publisher, str(receipt.published)) == ("The Sample Courier", "2024-06-19")
    assert receipt.url == "https://courier.example/guns"


def test_without_articles_no_page_is_fetched(ledger: Path) -> None:
    net = Net({COURIER: rss(GUNS), "https://courier.example/guns": page})
    foedus.watch(COURIER, ledger=ledger, means=means(net))
    assert [request.target.address for request, _ in net.asked] == [COURIER]


def test_where_the_page_cannot_be_had_the_item_is_read_and_that_is_told(ledger: Path) -> None:
    inside = "https://courier.example/guns"
    net = Net({COURIER: rss(GUNS), inside: lambda _: answer(302, fields={"location": "//router/"})})
    net.hosts["router"] = ("192.168.0.1",)
    (visit,) = foedus.watch(COURIER, ledger=ledger, articles=True, means=means(net)).visits
    assert len(visit.read) == 1
    assert "router is 192.168.0.1" in str(visit.failed[0])


def test_a_host_that_is_busy_is_asked_for_no_further_page(ledger: Path) -> None:
    net = Net({COURIER: rss(PACT, GUNS)})
    for name in ("guns", "pact"):
        net.pages[f"https://courier.example/{name}"] = refusing(429)
    (visit,) = foedus.watch(COURIER, ledger=ledger, articles=True, means=means(net)).visits
    assert (len(visit.read), len(visit.failed), len(net.asked)) == (2, 2, 2)


def test_an_item_that_cannot_be_read_is_told_once(ledger: Path) -> None:
    german = ("de", "Der Vertrag", "Die Regierung hat am Mittwoch den Vertrag unterzeichnet, wie "
              "ein Sprecher der Regierung in Berlin vor der Presse mitteilte. Er gilt ab sofort, "
              "und alle Parteien des Bundestages haben ihm zugestimmt.")  # fmt: skip
    net = Net({COURIER: rss(german, PACT)})
    (visit,) = foedus.watch(COURIER, ledger=ledger, means=means(net)).visits
    assert (len(visit.read), len(visit.failed)) == (1, 1)
    assert "it is in German" in str(visit.failed[0])
    (visit,) = foedus.watch(COURIER, ledger=ledger, means=means(net)).visits
    assert (visit.known, visit.failed) == (2, [])


def test_a_run_that_is_broken_off_is_made_up_for(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "changes.atom"
    net = Net({COURIER: marked(rss(GUNS, PACT), '"1"'), TRIBUNE: rss(AGAIN)})

    def break_off(name: str, more: int = 0) -> None:
        if name == GUNS[1]:  # the second item of the first feed
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        foedus.watch(COURIER, TRIBUNE, ledger=ledger, out=out, progress=break_off, means=means(net))
    assert (documents(ledger), out.exists()) == (1, False)
    seen = foedus.watch(COURIER, TRIBUNE, ledger=ledger, out=out, means=means(net))
    assert [len(visit.read) for visit in seen.visits] == [1, 1]
    told = titles(out)
    assert sum(title.startswith("New story") for title in told) == 2
    assert any("agreement signed" in title for title in told)


def test_state_that_cannot_be_read_stops_before_anything_is_fetched(ledger: Path) -> None:
    state = ledger.with_name("pact.db.watch.json")
    state.write_text("not ours", "utf-8")
    with pytest.raises(LedgerError, match="is not what foedus watch wrote"):
        foedus.watch(COURIER, ledger=ledger, means=Means(nowhere))
    assert state.read_text("utf-8") == "not ours"


@pytest.mark.parametrize(
    ("feeds", "follow", "why"),
    [
        ([], [], "no feed named"),
        (["ftp://courier.example/feed"], [], "'ftp' is not fetched"),
        (["feed.xml"], ["Nobody Atall"], "nobody called 'Nobody Atall'"),
        (["feed.xml"], ["Congo"], "'Congo' may be"),
        (["feed.xml"], ["rus-prk-2025"], "no treaty 'rus-prk-2025' in the library.*rus-prk-2024"),
    ],
)
def test_what_cannot_be_watched_or_followed_is_told(
    ledger: Path, feeds: list[str], follow: list[str], why: str
) -> None:
    with pytest.raises(InputError, match=why):
        foedus.watch(*feeds, ledger=ledger, follow=follow, means=Means(nowhere))
    assert list(ledger.parent.iterdir()) == []
