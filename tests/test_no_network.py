"""Nothing calls home: one module may open connections, and no test reaches another machine."""

import socket
from pathlib import Path

import pytest

from tests.test_imports import MODULES, PACKAGE, imported

NETWORK = {
    "aiohttp", "anyio", "asyncio", "ftplib", "h11", "http", "httpcore", "httpx", "imaplib",
    "poplib", "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request",
    "urllib.robotparser", "urllib3", "websockets", "xmlrpc", "_socket",
}  # fmt: skip
# Such as may open an address where they are handed a name for bytes: named in one place each.
FETCHING = {"feedparser": "foedus/read/feeds.py"}
DOOR = "foedus/read/fetch/connecting.py"


def is_network(name: str) -> bool:
    return any(name == known or name.startswith(f"{known}.") for known in NETWORK)


@pytest.mark.parametrize("module", [m for m in MODULES if m.as_posix() != DOOR], ids=str)
def test_only_fetch_imports_what_opens_connections(module: object) -> None:
    assert not list(filter(is_network, imported(PACKAGE.parent / str(module))))


def test_the_door_is_the_only_module_that_opens_connections_and_is_there() -> None:
    assert any(map(is_network, imported(PACKAGE.parent / DOOR)))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_only_the_door_itself_and_who_watches_name_the_real_transport(module: object) -> None:
    names = imported(PACKAGE.parent / str(module))
    named = any(name.startswith("foedus.read.fetch.connecting") for name in names)
    assert not named or str(module) == "foedus/api/watching.py"


@pytest.mark.parametrize("package", FETCHING)
def test_what_could_open_an_address_is_handed_bytes_in_one_module(package: str) -> None:
    users = [m.as_posix() for m in MODULES if names_package(PACKAGE.parent / m, package)]
    assert users == [FETCHING[package]]


def names_package(module: Path, package: str) -> bool:
    return any(name.split(".")[0] == package for name in imported(module))


def test_no_module_is_imported_by_a_name_that_this_test_cannot_see() -> None:
    users = [m.as_posix() for m in MODULES if names_package(PACKAGE.parent / m, "importlib")]
    calls = [m for m in users if "import_module(" in (PACKAGE.parent / m).read_text("utf-8")]
    assert calls == ["foedus/api/__init__.py", "foedus/history/__init__.py"]


def test_a_test_that_asks_for_another_machine_is_stopped() -> None:
    with pytest.raises(PermissionError, match="a test reached for the network"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)


def test_a_test_that_looks_a_name_up_is_stopped() -> None:
    with pytest.raises(PermissionError, match="a test reached for the network"):
        socket.getaddrinfo("example.org", 80)
