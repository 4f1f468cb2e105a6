"""Items in, the same items out with the overflow behind the fold: the main text stays short.

A brief that an analyst forwards is read in five minutes: under 900 words, at most a third of
them other people's. What gives way first is what loses least by standing behind its mark.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from foedus.report.items import SECTIONS, Item

WORDS = 880
VERBATIM = 0.33
# the least that stays in front, by section, in the order in which sections give way
KEEP_FIRST = {"possibilities": 3, "not_known": 4}
KEEP = {
    "possibilities": 5, "comparison": 6, "timeline": 5, "exchanges": 9, "not_known": 4,
    "statements": 12, "instrument": 6, "duties": 6,
}  # fmt: skip
KEEP_LESS = {
    "possibilities": 3, "not_known": 2, "comparison": 4, "timeline": 3, "exchanges": 6,
    "instrument": 4, "duties": 4, "statements": 8,
}  # fmt: skip
KEEP_LEAST = dict.fromkeys(KEEP_LESS, 1)
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")


def words_in(text: str) -> int:
    """How many words a text has, as a reader counts them."""
    return len(text.split())


def quoted_words(text: str) -> int:
    """How many of them stand between quotation marks."""
    return sum(words_in(match) for match in _QUOTED.findall(text))


def main_words(sections: Mapping[str, list[Item]]) -> tuple[int, int]:
    """The words of the main text, and how many of them are quoted."""
    shown = [i.text for name in SECTIONS for i in sections[name] if not i.behind]
    return sum(map(words_in, shown)), sum(map(quoted_words, shown))


def within_budget(sections: dict[str, list[Item]]) -> dict[str, list[Item]]:
    """Shorten items, then move them behind the fold, until the main text is within its limits.

    Where the quoted share is too high, lines that can say it without quoting do, the last first;
    then whole lines give way, section by section.
    """
    kept = dict(sections)
    for least in (KEEP_FIRST, KEEP, KEEP_LESS, KEEP_LEAST):
        if least is KEEP:
            kept = _unquoted(kept)
        for name, keep in least.items():
            while _shown(kept[name]) > keep:
                words, quoted = main_words(kept)
                if words > WORDS:
                    kept[name] = _behind(kept[name], _last(kept[name]))
                elif quoted > VERBATIM * words:
                    last = _last_quoted(kept[name])
                    if last is None:
                        break
                    kept[name] = _behind(kept[name], last)
                else:
                    return kept
    return kept


def _unquoted(sections: dict[str, list[Item]]) -> dict[str, list[Item]]:
    """Lines with a `short` form take it, from the last on, while too much is quoted."""
    for name in KEEP:
        for i in reversed(_movable(sections[name])):
            words, quoted = main_words(sections)
            if quoted <= VERBATIM * words:
                return sections
            item = sections[name][i]
            if item.short:
                changed = replace(item, text=item.short, short="")
                sections[name] = [changed if j == i else x for j, x in enumerate(sections[name])]
    return sections


def _movable(items: list[Item]) -> list[int]:
    return [i for i, item in enumerate(items) if not item.behind and not item.library]


def _shown(items: list[Item]) -> int:
    return len(_movable(items))


def _last(items: list[Item]) -> int:
    return _movable(items)[-1]


def _last_quoted(items: list[Item]) -> int | None:
    """The last item whose quoted share is above the limit: items come in order of weight."""
    over = [
        i
        for i in _movable(items)
        if quoted_words(items[i].text) > VERBATIM * words_in(items[i].text)
    ]
    return over[-1] if over else None


def _behind(items: list[Item], index: int) -> list[Item]:
    return [replace(item, behind=True) if i == index else item for i, item in enumerate(items)]
