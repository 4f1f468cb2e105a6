"""Nothing calls home: one module may open connections, and no test reaches another machine."""

import socket

import pytest

from tests.test_imports import MODULES, PACKAGE, imported

NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "telnetlib",
    "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
DOOR = "foedus/read/fetch.py"


def is_network(name: str) -> bool:
    return any(name == known or name.startswith(f"{known}.") for known in NETWORK)


@pytest.mark.parametrize("module", [m for m in MODULES if m.as_posix() != DOOR], ids=str)
def test_only_fetch_imports_what_opens_connections(module: object) -> None:
    assert not list(filter(is_network, imported(PACKAGE.parent / str(module))))


def test_a_test_that_asks_for_another_machine_is_stopped() -> None:
    with pytest.raises(PermissionError, match="a test reached for the network"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)


def test_a_test_that_looks_a_name_up_is_stopped() -> None:
    with pytest.raises(PermissionError, match="a test reached for the network"):
        socket.getaddrinfo("example.org", 80)
