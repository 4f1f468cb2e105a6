"""The real transport: the one module of foedus that resolves names and opens connections.

httpcore speaks HTTP and TLS over the connection that it is given here: to the numeric address that
the door has checked, while the certificate is checked for the host's name. The environment's
proxies are not asked: behind one, nobody knows what a name resolves to.
"""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

import certifi
import httpcore

from foedus.read.fetch.addresses import why_not_public
from foedus.read.fetch.transport import Answer, Request, Unreachable

Connect = Callable[[str, int, float], httpcore.NetworkStream]
Lookup = Callable[..., list[tuple[Any, ...]]]


def _connect(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)


class Internet:
    """The transport that production code uses. `connect` and `lookup` are the operating system's.

    The address is judged once more here, where it is used: nothing that is handed in by mistake
    leads to an address that is not public.
    """

    def __init__(
        self,
        connect: Connect = _connect,
        lookup: Lookup = socket.getaddrinfo,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._connect = connect
        self._lookup = lookup
        self._clock = clock
        self._trusted = ssl.create_default_context(cafile=certifi.where())

    def resolve(self, host: str, port: int, until: float) -> tuple[str, ...]:
        """Every address of the host. In a thread of its own: a resolver knows no time limit."""
        found: SimpleQueue[list[tuple[Any, ...]] | OSError | UnicodeError] = SimpleQueue()

        def look_up() -> None:
            try:
                found.put(self._lookup(host, port, type=socket.SOCK_STREAM))
            except (OSError, UnicodeError) as error:
                found.put(error)

        Thread(target=look_up, daemon=True).start()
        try:
            given = found.get(timeout=max(until - self._clock(), 0.001))
        except Empty:
            raise Unreachable(f"the name {host} was not resolved in time", slow=True) from None
        if isinstance(given, Exception):
            raise Unreachable(f"the host {host} is not known ({given})") from given
        return tuple(dict.fromkeys(str(row[4][0]) for row in given))

    @contextmanager
    def send(self, request: Request, address: str) -> Iterator[Answer]:
        """The answer of exactly this address to a GET."""
        if why := why_not_public(address):
            raise Unreachable(f"{address} is not asked: {why}")
        target = request.target
        url = httpcore.URL(
            scheme=target.scheme.encode(),
            host=target.host.encode(),
            port=target.port,
            target=target.path.encode(),
        )
        backend = _Backend(address, request.until, self._connect, self._clock)
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self._trusted, network_backend=backend) as pool,
                pool.stream("GET", url, headers=list(request.fields.items())) as response,
            ):
                yield Answer(response.status, _fields(response.headers), response.iter_stream())
        except httpcore.TimeoutException as error:
            raise Unreachable("the time was up", slow=True) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise Unreachable(f"the connection failed ({error or type(error).__name__})") from error


class _Backend(httpcore.NetworkBackend):
    """Connects to the one address, whatever name is asked for; all within one time."""

    def __init__(
        self, address: str, until: float, connect: Connect, clock: Callable[[], float]
    ) -> None:
        self._address, self._until = address, until
        self._connect, self._clock = connect, clock

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._until - self._clock()
        if left <= 0:
            raise httpcore.ConnectTimeout
        return _Timed(self._connect(self._address, port, left), self._until, self._clock)


class _Timed(httpcore.NetworkStream):
    """A stream each of whose steps may take what is left of the time: no drip holds it open."""

    def __init__(
        self, stream: httpcore.NetworkStream, until: float, clock: Callable[[], float]
    ) -> None:
        self._stream, self._until, self._clock = stream, until, clock

    def _left(self) -> float:
        left = self._until - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._left())
        return _Timed(inner, self._until, self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _fields(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """The fields by name in lower case; of one that stands twice the last."""
    return {name.decode("latin-1").lower(): _text(value) for name, value in raw}


def _text(value: bytes) -> str:
    """A field is ASCII; where it is not, hosts that redirect write UTF-8."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
