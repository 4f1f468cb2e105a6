"""An address in, what stands there out, checked at every step: the only way to the network.

The name is resolved once, every address that comes of it must be public, and the connection goes
to one of exactly those: who answers otherwise the second time is not asked a second time. Each
redirect is a new address and is checked as one. Size and time are capped as the bytes come.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic

from foedus import __version__
from foedus.model.errors import FetchError
from foedus.read.fetch.addresses import why_not_public
from foedus.read.fetch.body import TooLarge, Undecodable, whole_body
from foedus.read.fetch.target import PORTS, Target, followed, target_of
from foedus.read.fetch.transport import Answer, Request, Transport, Unreachable

FEED_TYPES = frozenset({
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml",
    "application/x-rss+xml", "text/xml", "text/rss+xml", "text/plain", "text/html",
})  # fmt: skip
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRIED = 4  # addresses of one host that are tried before it counts as out of reach
_LONGEST_MARK = 1_000  # characters
_LONGEST_WAIT = 30 * 86_400.0  # seconds; a host that asks for more is asked again after a month


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may take: bytes (as they come and unpacked), seconds for all of it with
    its redirects, how many of these, and which ports."""

    size: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    ports: frozenset[int] = frozenset(PORTS.values())


@dataclass(frozen=True, slots=True)
class Known:
    """What the host called the version that we have: nothing comes where it has no newer one."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: `address` after all redirects; `body` is None where nothing is newer than known.

    `content_type` is the field as it came, with its charset.
    """

    address: str
    body: bytes | None
    content_type: str = ""
    known: Known = Known()


class Door:
    """The way to the network over a transport, with its limits. `clock` is in seconds."""

    def __init__(
        self,
        transport: Transport,
        limits: Limits = Limits(),
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._transport = transport
        self._limits = limits
        self._clock = clock

    def get(self, address: str, types: frozenset[str], known: Known = Known()) -> Fetched:
        """Fetch what stands at the address, of one of the content `types`.

        Raises FetchError, which says what of which address was refused and why, or what the host
        answered, with the time that it asked to be left alone.
        """
        until = self._clock() + self._limits.seconds
        target = target_of(address, self._limits.ports)
        for _ in range(self._limits.redirects + 1):
            found = self._ask(target, types, known, until)
            if isinstance(found, Fetched):
                return found
            target = found
        raise FetchError(
            address,
            "redirect",
            f"it redirects more than {self._limits.redirects} times, last to {target.address}",
            "name the address at the end",
        )

    def _ask(
        self, target: Target, types: frozenset[str], known: Known, until: float
    ) -> Fetched | Target:
        """What one address answers: what stands there, or where it redirects to."""
        request = Request(target, _fields(target, types, known), until)
        problem = Unreachable("it has no address")
        for address in self._public(target, until):
            self._in_time(target, until)
            try:
                with self._transport.send(request, address) as answer:
                    return self._judged(answer, request, types)
            except Unreachable as error:
                problem = error
                if error.slow:
                    raise self._slow(target) from error
        remedy = "check that it can be reached, or wait"
        raise FetchError(target.address, "connection", str(problem), remedy) from problem

    def _public(self, target: Target, until: float) -> tuple[str, ...]:
        """The addresses of the host, all of them public, or none at all."""
        try:
            found = self._transport.resolve(target.host, target.port, until)
        except Unreachable as error:
            if error.slow:
                raise self._slow(target) from error
            remedy = "check the spelling and the connection"
            raise FetchError(target.address, "no-host", str(error), remedy) from error
        for address in found:
            if why := why_not_public(address):
                raise FetchError(
                    target.address,
                    "not-public",
                    f"refused: {target.host} is {address}, {why}",
                    "only the public internet is fetched from; read a file instead",
                )
        return found[:_TRIED]

    def _judged(self, answer: Answer, request: Request, types: frozenset[str]) -> Fetched | Target:
        target, fields = request.target, answer.fields
        if answer.status in _REDIRECTS:
            if not fields.get("location"):
                raise FetchError(
                    target.address, "redirect", "it redirects to nowhere", "check the address"
                )
            return followed(target, fields["location"], self._limits.ports)
        kept = Known(_mark(fields.get("etag")), _mark(fields.get("last-modified")))
        if answer.status == 304:
            return Fetched(target.address, None, known=kept)
        if answer.status != 200:
            raise _status_error(target, answer)
        return self._taken(answer, request, types, kept)

    def _taken(
        self, answer: Answer, request: Request, types: frozenset[str], kept: Known
    ) -> Fetched:
        """The body of an answer, of an allowed type and within the limits."""
        target, fields, most = request.target, answer.fields, self._limits.size
        kind = fields.get("content-type", "")
        if kind.partition(";")[0].strip().lower() not in types:
            problem = f"refused: its content type is '{kind}'" if kind else "it names no type"
            raise FetchError(
                target.address, "content-type", problem, f"allowed are {', '.join(sorted(types))}"
            )
        length = fields.get("content-length", "")
        try:
            if length.isascii() and length.isdigit() and int(length[:20]) > most:
                raise TooLarge
            body = whole_body(
                answer.body,
                fields.get("content-encoding", ""),
                most,
                lambda: self._in_time(target, request.until),
            )
        except TooLarge:
            raise FetchError(
                target.address,
                "too-large",
                f"refused: it has more than {most:,} bytes, as it comes or unpacked",
                "name an address with less",
            ) from None
        except Undecodable as error:
            raise FetchError(target.address, "encoding", str(error), "try again later") from None
        return Fetched(target.address, body, kind, kept)

    def _in_time(self, target: Target, until: float) -> None:
        if self._clock() > until:
            raise self._slow(target)

    def _slow(self, target: Target) -> FetchError:
        seconds = self._limits.seconds
        return FetchError(
            target.address, "too-slow", f"it took more than {seconds:g} seconds", "try again later"
        )


def _mark(value: str | None) -> str | None:
    """A mark that can be sent back: it is another's words, and goes into a field of ours."""
    fit = value and value.isascii() and value.isprintable() and len(value) <= _LONGEST_MARK
    return value if fit else None


def _fields(target: Target, types: frozenset[str], known: Known) -> Mapping[str, str]:
    fields = {
        "Host": target.authority,
        "User-Agent": f"foedus/{__version__}",
        "Accept": ", ".join(sorted(types)),
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if etag := _mark(known.etag):
        fields["If-None-Match"] = etag
    if modified := _mark(known.modified):
        fields["If-Modified-Since"] = modified
    return fields


def _status_error(target: Target, answer: Answer) -> FetchError:
    """The error for an answer without what was asked for."""
    wait = retry_after(answer.fields.get("retry-after", ""))
    remedy = "check the address" if 400 <= answer.status < 429 else "try again later"
    if wait:
        remedy = f"it asks to be left alone for {wait:,.0f} seconds"
    error = FetchError(target.address, "status", f"it answered with {answer.status}", remedy)
    error.status, error.retry_after = answer.status, wait
    return error


def retry_after(told: str, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After field asks for (RFC 9110, 10.2.3); None where it has none.

    It is a number of seconds or a day and time; what is past is 0, more than a month a month.
    """
    text = told.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), _LONGEST_WAIT)
    with suppress(ValueError, TypeError):
        then = parsedate_to_datetime(text)
        then = then if then.tzinfo else then.replace(tzinfo=UTC)
        wait = (then - (now or datetime.now(UTC))).total_seconds()
        return min(max(wait, 0.0), _LONGEST_WAIT)
    return None
