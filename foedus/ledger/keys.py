"""Names to the keys by which the ledger compares them."""

import re

from foedus.model.reading import Row

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def name_key(name: str) -> str:
    """The name in lower case, plain marks and single spaces, without article and possessive."""
    key = " ".join(name.translate(_MARKS).casefold().split()).strip(" \"'.,;:()-")
    return _ARTICLE.sub("", key.removesuffix("'s"))


def is_id(key: str) -> bool:
    """Whether the key is a gazetteer id ("RUS", "person/ada-vole"), not a name as written."""
    return "/" in key or key.isupper()


def who_key(who: Row) -> str:
    """What stands for a filler, voice or speaker: its actor id where known, else its name's key."""
    actor: str | None = who.get("actor")
    return actor or name_key(who.get("name") or "")
