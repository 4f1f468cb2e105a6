"""What comes through the door, and what does not: each refusal by a network of our own."""

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from foedus import __version__
from foedus.model.errors import FetchError
from foedus.read.fetch import Answer, Door, Known, Limits, Request, Unreachable
from foedus.read.fetch.door import FEED_TYPES, PAGE_TYPES, Fetched, retry_after
from tests.read.fetch.net import PUBLIC, Net, Page, answer

WITHIN, NOTHING = Limits(), Known()
FEED = "https://news.example/feed"


def get(net: Net, address: str = FEED, limits: Limits = WITHIN, known: Known = NOTHING) -> Fetched:
    return Door(net, limits).get(address, FEED_TYPES, known)


def refusal(net: Net, address: str = FEED, limits: Limits = WITHIN) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(net, address, limits)
    assert str(caught.value).startswith(caught.value.address)
    return caught.value


def redirect(location: str, status: int = 302) -> Page:
    return lambda _: answer(status, fields={"location": location})


def test_what_stands_at_an_address_comes_with_its_marks() -> None:
    fields = {"etag": '"1"', "last-modified": "Wed, 19 Jun 2024 10:00:00 GMT"}
    net = Net({FEED: lambda _: answer(body=[b"<rs", b"s/>"], fields=fields)})
    assert get(net) == Fetched(
        FEED, b"<rss/>", "application/rss+xml", Known('"1"', "Wed, 19 Jun 2024 10:00:00 GMT")
    )


def test_a_request_says_who_asks_and_nothing_of_the_user() -> None:
    net = Net({FEED: b""})
    get(net)
    ((request, address),) = net.asked
    assert address == PUBLIC
    assert request.fields["User-Agent"] == f"foedus/{__version__}"
    assert request.fields["Host"] == "news.example"
    assert set(request.fields) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_what_is_known_is_not_sent_again() -> None:
    net = Net({FEED: lambda request: answer(304 if request.fields.get("If-None-Match") else 200)})
    assert get(net, known=Known('"1"', "Wed, 19 Jun 2024 10:00:00 GMT")).body is None
    assert net.asked[0][0].fields["If-Modified-Since"] == "Wed, 19 Jun 2024 10:00:00 GMT"
    assert get(net).body == b""


@pytest.mark.parametrize("mark", ['"é"', "a\r\nX: y", "x" * 1001, ""])
def test_a_mark_that_cannot_be_sent_back_is_none(mark: str) -> None:
    net = Net({FEED: lambda _: answer(fields={"etag": mark, "last-modified": mark})})
    assert get(net).known == Known()
    get(net, known=Known(mark, mark))
    assert not {"If-None-Match", "If-Modified-Since"} & set(net.asked[-1][0].fields)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "fe80::1",
     "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "0.0.0.0", "224.0.0.1"],
)  # fmt: skip
def test_a_host_within_the_users_network_is_not_asked(address: str) -> None:
    net = Net({FEED: b"secret"})
    net.hosts["news.example"] = (address,)
    error = refusal(net)
    assert error.code == "not-public"
    assert f"news.example is {address}" in str(error)
    assert net.asked == []


@pytest.mark.parametrize("order", [1, -1])
def test_one_private_address_among_public_ones_refuses_them_all(order: int) -> None:
    net = Net({FEED: b"secret"})
    net.hosts["news.example"] = (PUBLIC, "192.168.0.1")[::order]
    assert refusal(net).code == "not-public"
    assert net.asked == []


class Rebinding(Net):
    """A name that is public when it is first asked for and the user's own machine from then on."""

    def resolve(self, host: str, port: int, until: float) -> tuple[str, ...]:
        super().resolve(host, port, until)
        return (PUBLIC,) if len(self.resolved) == 1 else ("127.0.0.1",)


def test_a_name_is_resolved_once_and_the_connection_goes_to_that_address() -> None:
    net = Rebinding({FEED: b"<rss/>"})
    assert get(net).body == b"<rss/>"
    assert net.resolved == ["news.example"]
    assert [address for _, address in net.asked] == [PUBLIC]


def test_a_name_that_answers_otherwise_after_a_redirect_is_refused() -> None:
    net = Rebinding({FEED: redirect("/other"), "https://news.example/other": b"secret"})
    assert refusal(net).code == "not-public"
    assert len(net.asked) == 1


def test_the_next_address_is_tried_where_one_is_out_of_reach() -> None:
    class Half(Net):
        def send(self, request: Request, address: str):  # type: ignore[no-untyped-def]  # as there
            if address == PUBLIC:
                raise Unreachable("no route")
            return super().send(request, address)

    net = Half({FEED: b"<rss/>"})
    net.hosts["news.example"] = (PUBLIC, "198.41.0.5")
    assert get(net).body == b"<rss/>"


def test_a_host_that_cannot_be_reached_is_told() -> None:
    error = refusal(Net({}))
    assert (error.code, "the connection was refused" in str(error)) == ("connection", True)


def test_a_redirect_is_followed_to_its_end() -> None:
    there = "https://cdn.example/feed.xml"
    net = Net({FEED: redirect(there, 308), there: b"<rss/>"})
    found = get(net)
    assert (found.address, found.body) == (there, b"<rss/>")
    assert net.resolved == ["news.example", "cdn.example"]


def test_a_redirect_into_a_private_range_is_refused() -> None:
    inside = "https://169.254.169.254/latest/meta-data/"
    net = Net({FEED: redirect(inside), inside: b"secret"})
    net.hosts["169.254.169.254"] = ("169.254.169.254",)
    error = refusal(net)
    assert (error.code, error.address) == ("not-public", inside)
    assert len(net.asked) == 1


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://news.example/feed", "downgrade"),
        ("file:///etc/hosts", "address"),
        ("https://ann:secret@news.example/", "address"),
        ("https://news.example:6379/", "address"),
        ("//[", "address"),
        ("", "redirect"),
    ],
)
def test_a_redirect_to_what_is_not_asked_is_refused(location: str, code: str) -> None:
    assert refusal(Net({FEED: redirect(location)})).code == code


def test_from_http_a_redirect_may_lead_to_https() -> None:
    net = Net({"http://news.example/feed": redirect(FEED, 301), FEED: b"<rss/>"})
    assert get(net, "http://news.example/feed").address == FEED


def test_redirects_in_a_circle_end() -> None:
    net = Net({FEED: redirect("/feed")})
    error = refusal(net)
    assert (error.code, error.address, len(net.asked)) == ("redirect", FEED, 6)


def test_a_body_that_says_that_it_is_too_large_is_not_begun() -> None:
    def never() -> Iterator[bytes]:
        raise AssertionError("the body was read")
        yield b""

    net = Net({FEED: lambda _: answer(body=never(), fields={"content-length": "10000001"})})
    assert refusal(net).code == "too-large"


def test_a_body_without_end_is_left_when_it_is_too_large() -> None:
    taken = []

    def endless() -> Iterator[bytes]:
        while True:
            taken.append(1)
            yield b"x" * 1000

    error = refusal(Net({FEED: lambda _: answer(body=endless())}), limits=Limits(size=10_000))
    assert (error.code, len(taken)) == ("too-large", 11)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_body_that_unpacks_to_too_much_is_left(encoding: str) -> None:
    bomb = b"\x00" * 50_000_000
    packed = gzip.compress(bomb) if encoding == "gzip" else zlib.compress(bomb)
    assert len(packed) < 100_000
    net = Net({FEED: lambda _: answer(body=[packed], fields={"content-encoding": encoding})})
    assert refusal(net, limits=Limits(size=1_000_000)).code == "too-large"


def packed_forms() -> dict[str, tuple[str, bytes]]:
    text = b"<rss/>" * 40_000
    bare = zlib.compressobj(wbits=-15)
    return {
        "gzip": ("gzip", gzip.compress(text)),
        "two members": ("gzip", gzip.compress(text[:6]) + gzip.compress(text[6:])),
        "zlib": ("deflate", zlib.compress(text)),
        "bare": ("deflate", bare.compress(text) + bare.flush()),
        "as it is": ("identity", text),
    }


@pytest.mark.parametrize("form", list(packed_forms()))
@pytest.mark.parametrize("step", [1, 7, 10_000_000])
def test_a_packed_body_is_unpacked_however_it_comes_in(form: str, step: int) -> None:
    encoding, packed = packed_forms()[form]
    pieces = [packed[i : i + step] for i in range(0, min(len(packed), 9_999 * step), step)]
    if b"".join(pieces) != packed:
        pieces = [packed]
    net = Net({FEED: lambda _: answer(body=pieces, fields={"content-encoding": encoding})})
    assert get(net).body == b"<rss/>" * 40_000


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"<rss/>" * 99)[:-9]),
        ("gzip", b"\x1f\x8bno gzip at all"),
        ("gzip", b""),
        ("br", b"x"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x"))),
    ],
)
def test_what_cannot_be_unpacked_is_told(encoding: str, body: bytes) -> None:
    net = Net({FEED: lambda _: answer(body=[body], fields={"content-encoding": encoding})})
    assert refusal(net).code == "encoding"


def test_a_body_that_drips_is_left_when_the_time_is_up() -> None:
    now = [0.0]

    def drip() -> Iterator[bytes]:
        while True:
            now[0] += 4.0
            yield b"x"

    door = Door(Net({FEED: lambda _: answer(body=drip())}), clock=lambda: now[0])
    with pytest.raises(FetchError, match="it took more than 30 seconds") as caught:
        door.get(FEED, FEED_TYPES)
    assert (caught.value.code, now[0]) == ("too-slow", 32.0)


def test_redirects_share_one_time() -> None:
    now = [0.0]

    def late(_: Request) -> Answer:
        now[0] += 20.0
        return answer(302, fields={"location": "/feed"})

    with pytest.raises(FetchError) as caught:
        Door(Net({FEED: late}), clock=lambda: now[0]).get(FEED, FEED_TYPES)
    assert (caught.value.code, now[0]) == ("too-slow", 40.0)


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "video/mp4; a=b", ""])
def test_what_is_of_another_type_is_refused(kind: str) -> None:
    net = Net({FEED: lambda _: answer(body=[b"x"], fields={"content-type": kind})})
    assert refusal(net).code == "content-type"


def test_a_page_is_fetched_as_a_page() -> None:
    fields = {"content-type": "Text/HTML; charset=utf-8"}
    net = Net({FEED: lambda _: answer(body=[b"<p>x"], fields=fields)})
    assert Door(net).get(FEED, PAGE_TYPES).content_type == "Text/HTML; charset=utf-8"


@pytest.mark.parametrize(("status", "wait"), [(429, 120.0), (503, 120.0), (404, None), (500, None)])
def test_an_answer_without_a_feed_tells_its_status_and_its_wait(
    status: int, wait: float | None
) -> None:
    fields = {"retry-after": "120"} if wait else {}
    error = refusal(Net({FEED: lambda _: answer(status, [b"sorry"], fields)}))
    assert (error.code, error.status, error.retry_after) == ("status", status, wait)
    assert f"it answered with {status}" in str(error)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        ("99999999999999999999", 30 * 86_400.0),
        ("Wed, 19 Jun 2024 12:01:00 GMT", 60.0),
        ("Wed, 19 Jun 2024 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_how_long_a_host_asks_to_be_left_alone(told: str, seconds: float | None) -> None:
    assert retry_after(told, datetime(2024, 6, 19, 12, tzinfo=UTC)) == seconds
