"""Fixtures that all tests share, and the guard that keeps every test off the network."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

SHARED = Path(__file__).parents[2] / "shared" / "data"
LOOPBACK = {"127.0.0.1", "::1", "localhost", "", None}


def stay_here(event: str, given: tuple[Any, ...]) -> None:
    """An audit hook: whatever in Python reaches for another machine fails, with its name."""
    if event in {"socket.connect", "socket.sendto"}:
        host = given[1][0] if isinstance(given[1], tuple) else None  # else a socket of this machine
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = given[0]
    else:
        return
    if host not in LOOPBACK:
        raise PermissionError(f"a test reached for the network: {event} {host!r}")


sys.addaudithook(stay_here)
settings.register_profile("foedus", deadline=None)  # a busy machine is no failure
settings.load_profile("foedus")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the repository; the test skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the development data (../shared/data) is not beside this repository")
    return SHARED
