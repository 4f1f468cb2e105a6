"""Text in, counts out: how many words it has, and how many of them are word for word a report's."""

from collections.abc import Iterable

from foedus.report.dossier import Source, plain

RUN = 5  # words in a row that are nobody's by chance


class Verbatim:
    """Knows every run of five words of the reports."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._runs = {run for source in sources for run in _runs(_tokens(source.document.text))}
        self._counted: dict[str, tuple[int, int]] = {}

    def count(self, text: str) -> tuple[int, int]:
        """How many words of the text stand in a run of five that a report has too, of how many."""
        if text not in self._counted:
            self._counted[text] = self._count(text)
        return self._counted[text]

    def _count(self, text: str) -> tuple[int, int]:
        given = _tokens(text)
        taken: set[int] = set()
        for start, run in enumerate(_runs(given)):
            if run in self._runs:
                taken.update(range(start, start + RUN))
        return len(taken), len(given)


def _tokens(text: str) -> list[str]:
    """The words for comparing: no marks, no case, no accents."""
    return plain(text).split()


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def words_in(text: str) -> int:
    """How many words a text has, as a reader counts them: what has a letter or a digit in it."""
    return sum(any(c.isalnum() for c in word) for word in text.split())
