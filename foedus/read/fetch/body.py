"""A body as it comes in, its bytes out, unpacked, and never more of them than are allowed."""

import zlib
from collections.abc import Callable, Iterable, Iterator

_PIECE = 65_536
_EITHER = 32 + zlib.MAX_WBITS  # zlib takes gzip and zlib headers for itself
_BARE = -zlib.MAX_WBITS


class TooLarge(Exception):  # noqa: N818 - the door makes it a FetchError
    """The body has more bytes than are allowed, as it came or unpacked."""


class Undecodable(Exception):  # noqa: N818 - the door makes it a FetchError
    """The body is packed in a way that is not known, or is not whole; the message says which."""


def whole_body(body: Iterable[bytes], encoding: str, most: int, tick: Callable[[], None]) -> bytes:
    """All of the body, unpacked by its content encoding ("", identity, gzip or deflate).

    `tick` is called at each piece and may raise, where time is up. Raises TooLarge as soon as
    `most` bytes are passed, packed or unpacked, and holds no more than that; Undecodable.
    """
    named = encoding.strip().lower()
    if named not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Undecodable(f"it is packed as '{named}', which was not asked for")
    came = _counted(body, most, tick)
    pieces = came if named in ("", "identity") else _unpacked(came, most)
    return b"".join(_counted(pieces, most, tick))


def _counted(pieces: Iterable[bytes], most: int, tick: Callable[[], None]) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        tick()
        total += len(piece)
        if total > most:
            raise TooLarge
        yield piece


def _unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The pieces unpacked, each at most `_PIECE` long: a bomb is met before it goes off."""
    unpack, started = None, False
    for piece in pieces:
        rest, given = piece, b""
        while rest or (unpack is not None and len(given) == _PIECE):
            if unpack is None:
                unpack = zlib.decompressobj(_EITHER if started or _marked(rest) else _BARE)
                started = True
            try:
                given = unpack.decompress(rest, _PIECE)
            except zlib.error as error:
                raise Undecodable(f"it cannot be unpacked ({error})") from None
            if given:
                yield given
            # what is behind the end is another member of the same file
            rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
            unpack = None if unpack.eof else unpack
    if unpack is not None or not started:
        raise Undecodable("it was cut off before its end")


def _marked(start: bytes) -> bool:
    """Whether the bytes begin as gzip or zlib do; some servers send bare deflate."""
    return start[:1] == b"\x1f" or start[0] & 0x0F == 8
