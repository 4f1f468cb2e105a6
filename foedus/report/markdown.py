"""A brief in, Markdown out, with every mark a footnote that holds the passage."""

import re
from collections.abc import Iterable
from dataclasses import replace

from foedus.report.inert import with_pictures
from foedus.report.items import LIBRARY, TITLES, Brief, Cited, Item

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~$])")


def escaped(text: str) -> str:
    """The text with everything that Markdown or HTML would act on made inert."""
    one_line = with_pictures(re.sub(r"\s+", " ", text).strip())
    inert = _ACTIVE.sub(r"\\\1", one_line.replace("&", "&amp;"))
    return re.sub(r"^([-+=]|\d+[.)])", r"\\\1", inert)


def to_markdown(brief: Brief, kinds: bool = False) -> str:
    """The whole brief as Markdown (CommonMark with footnotes).

    With `kinds`, a line that has a kind begins with it, as a change always does.
    """
    told = brief.sections if kinds else ("changes",)
    brief = replace(brief, sections={**brief.sections, **{n: _kinds(brief[n]) for n in told}})
    parts = [f"# {escaped(brief.title)}", *_paragraphs(brief, brief["as_of"])]
    for name, title in TITLES.items():
        items = [item for item in brief[name] if not item.behind]
        if items:
            parts += [f"## {title}", *_section(brief, name, items)]
    more = [(title, [i for i in brief[name] if i.behind]) for name, title in TITLES.items()]
    if any(items for _, items in more):
        parts.append("## Behind the main text")
    for title, items in more:
        parts += [f"### {title}", *_section(brief, "", items)] if items else []
    parts += ["## Passages", *(_footnote(group) for group in by_number(brief))]
    return "\n\n".join(parts) + "\n"


def _kinds(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with their kind before the text."""
    return tuple(
        replace(item, text=f"{kind.replace('-', ' ')}: {item.text}") if kind else item
        for item in items
        for kind in [str(item.fields.get("kind", ""))]
    )


def by_number(brief: Brief) -> list[Cited]:
    """One passage a number, in order."""
    first = {cited.number: cited for cited in reversed(list(brief.passages.values()))}
    return [first[number] for number in sorted(first)]


def _section(brief: Brief, name: str, items: Iterable[Item]) -> list[str]:
    if name == "events":
        return [" ".join(_line(brief, item) for item in items if not item.library)] + [
            f"> {LIBRARY}: {_line(brief, item)}" for item in items if item.library
        ]
    return ["\n".join(_bullet(brief, item) for item in items)]


def _bullet(brief: Brief, item: Item) -> str:
    lead = f"*{LIBRARY}:* " if item.library else ""
    lines = [f"- {lead}{_line(brief, item)}"]
    for variant in item.fields.get("variants", ()):
        lines.append(f"  - {escaped(variant['source'])}: {_variant(variant)}")
    return "\n".join(lines)


def _variant(variant: dict[str, object]) -> str:
    pieces = variant["pieces"]
    assert isinstance(pieces, list)  # noqa: S101 - the shape that comparison.py gives
    shown = [f"**{escaped(p['text'])}**" if p["differs"] else escaped(p["text"]) for p in pieces]
    return "“" + " ".join(shown) + "”"


def _line(brief: Brief, item: Item) -> str:
    return escaped(item.text) + "".join(f"[^{n}]" for n in brief.numbers(item.claims))


def _paragraphs(brief: Brief, items: Iterable[Item]) -> list[str]:
    return [f"*{_line(brief, item)}*" for item in items]


def _footnote(cited: Cited) -> str:
    words = " \\[…\\] ".join(f"“{escaped(words)}”" for words in cited.words)
    where = ", ".join(f"{span.start}–{span.end}" for span in cited.spans)
    return f"[^{cited.number}]: {escaped(cited.source)}, characters {where}: {words}"
