"""Identity by content: the id of a row is the hash of what it says."""

import hashlib
import json


def text_hash(text: str) -> str:
    """The sha256 of the text's UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_hash(value: object) -> str:
    """The sha256 of a JSON value in canonical form (sorted keys, no spaces), 64 hex digits."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text_hash(canonical)
