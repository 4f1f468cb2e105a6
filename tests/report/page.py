"""The page as a reader sees it: what stands before the folds, counted by other code than ours."""

import re
from collections.abc import Iterable

import lxml.html

from foedus.report.dossier import Source

_UNSEEN = (
    "//nav|//style|//head|//footer|//*[local-name()='svg']|//*[@id='passages']"
    "|//a[@class='mark' or starts-with(@class, 'skip')]|//details/*[not(self::summary)]"
)
RUN = 5


class Page:
    """The visible words of a brief's page: no pictures, marks, folds, passages, navigation."""

    def __init__(self, html: str) -> None:
        root = lxml.html.fromstring(html)
        for element in root.xpath(_UNSEEN):
            element.drop_tree()
        for block in root.xpath(
            "//*[self::p or self::li or self::td or self::th or self::dd"
            " or self::dt or self::h1 or self::h2 or self::h3 or self::summary"
            " or self::figcaption or self::span]"
        ):
            block.tail = " " + (block.tail or "")
            block.text = " " + (block.text or "")
        self.text = " ".join(root.text_content().split())

    @property
    def words(self) -> int:
        """As a reader counts: whatever has a letter or a digit in it."""
        return sum(any(c.isalnum() for c in word) for word in self.text.split())

    def verbatim(self, sources: Iterable[Source]) -> float:
        """The share of words that stand in a run of five that a report has too."""
        runs: set[tuple[str, ...]] = set()
        for source in sources:
            words = _words(source.document.text)
            runs.update(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
        own = _words(self.text)
        taken = {
            i + n
            for i in range(len(own) - RUN + 1)
            if tuple(own[i : i + RUN]) in runs
            for n in range(RUN)
        }
        return len(taken) / max(1, len(own))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
