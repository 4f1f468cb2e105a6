"""The real transport with its connection and its resolver put in: no machine is reached."""

import socket
import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

import httpcore
import pytest

from foedus.model.errors import FetchError
from foedus.read.fetch import Door, Limits, Request, Unreachable, target_of
from foedus.read.fetch.connecting import Internet
from foedus.read.fetch.door import FEED_TYPES
from tests.read.fetch.net import PUBLIC

PAGE = b'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nETag: "1"\r\nContent-Length: 6\r\n\r\n<rss/>'
LATER = monotonic() + 600
OPEN = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n"


class Stream(httpcore.MockStream):
    """What the other side sends, piece by piece; it notes what it is told."""

    def __init__(self, pieces: list[bytes]) -> None:
        super().__init__(pieces)
        self.sent = b""
        self.names: list[str | None] = []
        self.contexts: list[ssl.SSLContext] = []

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.sent += buffer

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        self.names.append(server_hostname)
        self.contexts.append(ssl_context)
        return self


class Machine:
    """An operating system: what it resolves, and what it connects to."""

    def __init__(self, *pieces: bytes, address: str = PUBLIC) -> None:
        self.stream = Stream(list(pieces))
        self.address = address
        self.connected: list[tuple[str, int]] = []
        self.looked_up: list[str] = []

    def connect(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        self.connected.append((address, port))
        return self.stream

    def lookup(self, host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        self.looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (self.address, port))] * 2

    def internet(self) -> Internet:
        return Internet(self.connect, self.lookup)


def test_a_feed_comes_through_door_and_transport() -> None:
    machine = Machine(PAGE[:30], PAGE[30:])
    found = Door(machine.internet()).get("https://news.example/feed?a=1", FEED_TYPES)
    assert (found.body, found.known.etag) == (b"<rss/>", '"1"')
    assert machine.stream.sent.startswith(b"GET /feed?a=1 HTTP/1.1\r\nHost: news.example\r\n")


@pytest.mark.parametrize("written", ["Skjær".encode(), "Skjær".encode("latin-1")])
def test_a_redirect_in_letters_of_its_own_is_understood(written: bytes) -> None:
    machine = Machine(b"HTTP/1.1 302 Found\r\nLocation: /" + written + b"\r\n\r\n")
    request = Request(target_of("http://news.example/"), {"Host": "news.example"}, LATER)
    with machine.internet().send(request, PUBLIC) as answer:
        assert (answer.status, answer.fields["location"]) == (302, "/Skjær")


def test_the_connection_goes_to_the_number_and_the_certificate_is_checked_for_the_name() -> None:
    machine = Machine(PAGE)
    Door(machine.internet()).get("https://news.example/feed", FEED_TYPES)
    assert machine.looked_up == ["news.example"]
    assert machine.connected == [(PUBLIC, 443)]
    assert machine.stream.names == ["news.example"]
    (context,) = machine.stream.contexts
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_the_environments_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")
    machine = Machine(PAGE)
    Door(machine.internet()).get("http://news.example/feed", FEED_TYPES)
    assert machine.connected == [(PUBLIC, 80)]


def test_an_address_that_is_not_public_is_not_connected_to_whoever_hands_it_in() -> None:
    machine = Machine(PAGE)
    request = Request(target_of("http://news.example/"), {}, LATER)
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1 is not asked"):
        machine.internet().send(request, "127.0.0.1").__enter__()
    assert machine.connected == []


def test_every_address_is_told_once() -> None:
    assert Machine().internet().resolve("news.example", 443, LATER) == (PUBLIC,)


def test_an_unknown_host_is_out_of_reach() -> None:
    def lookup(*_: Any, **__: Any) -> list[tuple[Any, ...]]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable, match=r"the host news\.example is not known"):
        Internet(lookup=lookup).resolve("news.example", 443, LATER)


def test_a_resolver_that_does_not_answer_is_left() -> None:
    never = Event()

    def lookup(*_: Any, **__: Any) -> list[tuple[Any, ...]]:
        never.wait(5)
        return []

    transport = Internet(lookup=lookup, clock=lambda: 0.0)
    with pytest.raises(Unreachable, match="not resolved in time") as caught:
        transport.resolve("news.example", 443, 0.05)
    assert caught.value.slow
    never.set()


def test_a_drip_is_left_when_the_time_is_up() -> None:
    ticks = iter(range(1000))
    machine = Machine(OPEN, *[b"x"] * 100)
    transport = Internet(machine.connect, machine.lookup, clock=lambda: float(next(ticks)))
    request = Request(target_of("http://news.example/"), {"Host": "news.example"}, 20.0)
    with pytest.raises(Unreachable) as caught, transport.send(request, PUBLIC) as answer:
        list(answer.body)
    assert caught.value.slow


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-OpenSSH\r\n", PAGE[:-3]])
def test_what_is_no_whole_answer_is_out_of_reach(said: bytes) -> None:
    machine = Machine(said) if said else Machine()
    request = Request(target_of("http://news.example/"), {"Host": "news.example"}, LATER)
    with (
        pytest.raises(Unreachable, match="the connection failed"),
        machine.internet().send(request, PUBLIC) as answer,
    ):
        list(answer.body)


def test_a_refused_connection_is_out_of_reach() -> None:
    def connect(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("connection refused")

    request = Request(target_of("http://news.example/"), {"Host": "news.example"}, LATER)
    with (
        pytest.raises(Unreachable, match="connection refused"),
        Internet(connect).send(request, PUBLIC),
    ):
        pass


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    """A server on this machine, which only a connection that the test puts in leads to."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/xml")
            self.end_headers()
            self.wfile.write(f"<{self.headers['Host']}{self.path}>".encode())
            while self.path == "/drip":
                try:
                    self.wfile.write(b"x")
                    sleep(0.02)
                except OSError:
                    return

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def over_sockets(server: HTTPServer) -> Internet:
    def connect(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        assert (address, port) == (PUBLIC, 80)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", server.server_port, seconds)

    return Internet(connect, Machine().lookup)


def test_a_page_comes_over_real_sockets(server: HTTPServer) -> None:
    found = Door(over_sockets(server)).get("http://news.example/feed", FEED_TYPES)
    assert found.body == b"<news.example/feed>"


def test_a_drip_over_real_sockets_is_left_when_the_time_is_up(server: HTTPServer) -> None:
    started = monotonic()
    with pytest.raises(FetchError, match=r"it took more than 0\.3 seconds"):
        Door(over_sockets(server), Limits(seconds=0.3)).get("http://news.example/drip", FEED_TYPES)
    assert monotonic() - started < 5
