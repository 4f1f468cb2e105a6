"""The works to cite for the tables of others: as one text, as BibTeX, and as CSL-JSON."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

_BIBTEX = {"article-journal": "article", "chapter": "incollection", "book": "book"}


@dataclass(frozen=True, slots=True)
class Work:
    """One work: authors as "Family, Given" (an organisation without a comma), and where it stands.

    `type` is CSL's; what is not known is empty (`year` None).
    """

    id: str
    type: str
    author: tuple[str, ...]
    title: str
    year: int | None = None
    container: str = ""
    editor: tuple[str, ...] = ()
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    url: str = ""

    @property
    def text(self) -> str:
        """The reference in the author-date style."""
        whole = self.type not in ("article-journal", "chapter", "article")
        title = f"{self.title}." if whole else f'"{self.title}."'
        number = f"{self.volume}({self.issue})" if self.issue else self.volume
        place = ": ".join(filter(None, (number, self.page)))
        if self.container and self.type == "chapter":
            place = f"In {self.container}, edited by {_turned(self.editor[0])}" + (
                f", {self.page}" if self.page else ""
            )
        elif self.container:
            place = f"{self.container} {place}".strip()
        ends = (place, self.publisher, f"doi:{self.doi}" if self.doi else self.url)
        year = self.year or "n.d"
        told = f"{_listed(self.author).rstrip('.')}. {year}. {title}"
        return " ".join((told, *(f"{end}." for end in ends if end)))

    def bibtex(self) -> str:
        """The entry in BibTeX; its key is the id."""
        kind = _BIBTEX.get(self.type, "misc")
        held = {
            "author": " and ".join(
                a if "," in a or a == "others" else f"{{{a}}}" for a in self.author
            ),
            "title": f"{{{_plain(self.title)}}}",
            "year": str(self.year or ""),
            "booktitle" if kind == "incollection" else "journal": self.container,
            "editor": " and ".join(self.editor),
            "publisher": self.publisher,
            "volume": self.volume,
            "number": self.issue,
            "pages": self.page.replace("-", "--"),
            "doi": self.doi,
            "url": self.url,
        }
        rows = [f"  {name} = {{{_plain_amp(value)}}}" for name, value in held.items() if value]
        return f"@{kind}{{{self.id},\n" + ",\n".join(rows) + "\n}\n"

    def csl(self) -> dict[str, Any]:
        """The item in CSL-JSON."""
        held: dict[str, Any] = {
            "id": self.id,
            "type": self.type,
            "author": [_name(one) for one in self.author],
            "title": self.title,
            "issued": {"date-parts": [[self.year]]} if self.year else None,
            "container-title": self.container,
            "editor": [_name(one) for one in self.editor],
            "publisher": self.publisher,
            "volume": self.volume,
            "issue": self.issue,
            "page": self.page,
            "DOI": self.doi,
            "URL": self.url,
        }
        return {name: value for name, value in held.items() if value}


@dataclass(frozen=True, slots=True)
class Citations:
    """The works behind a table, each once, in the order in which the table took them up."""

    works: tuple[Work, ...]

    def __str__(self) -> str:
        return "\n".join(work.text for work in self.works)

    def bibtex(self) -> str:
        """All entries in BibTeX."""
        return "\n".join(work.bibtex() for work in self.works)

    def csl(self) -> list[dict[str, Any]]:
        """All items in CSL-JSON."""
        return [work.csl() for work in self.works]


def cited(id_: str) -> Work:
    """The work with this id. Raises KeyError where there is none."""
    return _works()[id_]


def citations(ids: Iterable[str]) -> Citations:
    """The works with these ids, each once."""
    return Citations(tuple(map(cited, dict.fromkeys(ids))))


@cache
def _works() -> Mapping[str, Work]:
    text = (resources.files("foedus") / "data" / "works.toml").read_text("utf-8")
    rows = tomllib.loads(text)["work"]
    lists = ("author", "editor")
    tuples: Iterable[dict[str, Any]] = (
        {k: tuple(v) if k in lists else v for k, v in row.items()} for row in rows
    )
    read = (Work(**row) for row in tuples)
    return MappingProxyType({work.id: work for work in read})


def _name(author: str) -> dict[str, str]:
    family, comma, given = author.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": author}


def _listed(names: tuple[str, ...]) -> str:
    """ "Family, Given, Given Family and Given Family": the first alone is turned round."""
    first, *others = names
    turned = list(map(_turned, others))
    if not turned:
        return first
    return f"{', '.join((first, *turned[:-1]))} and {turned[-1]}"


def _turned(name: str) -> str:
    """ "Given Family" of "Family, Given"."""
    return " ".join(reversed(name.split(", ", 1)))


def _plain(title: str) -> str:
    return re.sub(r"[{}]", "", title)


def _plain_amp(value: str) -> str:
    return value.replace("&", "\\&")
