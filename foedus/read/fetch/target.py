"""An address as a user or a page writes it in, its checked parts out: scheme, host, port, path."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from foedus.model.errors import FetchError

PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000  # characters; servers refuse longer ones
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\.?")
_NUMERIC_6 = re.compile(r"[0-9a-f:.]+")
_UNFIT = re.compile(r"[\x00-\x20\x7f\\]")
_PLAIN = "%/:=&?~#+!$,;'@()*[]-._"  # what stays as it is in a path and a query


@dataclass(frozen=True, slots=True)
class Target:
    """One address to ask: `path` holds the query too; `host` is lower case, its letters ASCII."""

    address: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as the request's Host field has it; the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(address: str, ports: frozenset[int] = frozenset(PORTS.values())) -> Target:
    """The parts of an address. Raises FetchError (code `address`) for one that is not asked.

    http and https only, no name and password in it, no other port than those in `ports`.
    """
    if len(address) > _LONGEST:
        raise _refused(address[:80] + "…", f"it has more than {_LONGEST:,} characters")
    if _UNFIT.search(address):
        raise _refused(address, "it holds a space, a backslash or a control character")
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise _refused(address, f"it is no address ({error})") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise _refused(address, f"its scheme is '{scheme}'; only http and https are fetched")
    if "@" in parts.netloc:
        raise _refused(_without_user(address), "it holds a name or a password")
    number = PORTS[scheme] if port is None else port
    if number not in ports:
        allowed = ", ".join(map(str, sorted(ports)))
        raise _refused(address, f"its port is {number}; allowed are {allowed}")
    path = quote(parts.path or "/", safe=_PLAIN)
    query = f"?{quote(parts.query, safe=_PLAIN)}" if parts.query else ""
    return Target(address, scheme, _host(address, host), number, path + query)


def followed(target: Target, location: str, ports: frozenset[int]) -> Target:
    """Where a redirect leads, checked as any address. Raises FetchError; from https to http too."""
    try:
        there = urljoin(target.address, location.strip())
    except ValueError:
        raise _refused(target.address, "it redirects to what is no address") from None
    next_ = target_of(there, ports)
    if target.scheme == "https" and next_.scheme == "http":
        raise FetchError(
            target.address,
            "downgrade",
            f"it redirects from https to http ({next_.address})",
            "name an https address",
        )
    return next_


def _host(address: str, host: str) -> str:
    """The host in the letters of the domain name system."""
    if ":" in host:
        if not _NUMERIC_6.fullmatch(host):
            raise _refused(address, f"'{host}' is no host")
        return host
    try:
        ascii_ = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _refused(address, f"'{host}' is no host") from None
    if not _HOST.fullmatch(ascii_):
        raise _refused(address, f"'{host}' is no host" if host else "it names no host")
    return ascii_


def _without_user(address: str) -> str:
    """The address without name and password: a message may end in a log."""
    scheme, _, rest = address.partition("//")
    authority, slash, path = rest.partition("/")
    return f"{scheme}//{authority.rpartition('@')[2]}{slash}{path}"


def _refused(address: str, problem: str) -> FetchError:
    return FetchError(address, "address", f"refused: {problem}", "check the address")
