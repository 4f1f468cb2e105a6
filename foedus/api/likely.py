"""Rows of statements in, the same with what a named scale makes of their words of likelihood out.

No scale is taken unless the user names one: a number is the scale's, never the speaker's.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from foedus.model.reading import Row
from foedus.read.scales import Scale, likelihood_of, scale, scales


def scale_rows(*names: str) -> tuple[Row, ...]:
    """The scales of these ids or files (default: those that come with foedus), with their source.

    Raises InputError for a name that is neither, LibraryError for a file that is wrong.
    """
    found = tuple(map(scale, names)) or scales()
    return tuple(
        {
            "id": one.id,
            "source": one.source,
            "year": one.year,
            "seen": one.seen,
            "bands": [
                {"term": term, "low": low, "high": high}
                for term, (low, high) in sorted(one.bands.items(), key=lambda band: band[1])
            ],
        }
        for one in found
    )


def with_likelihood(rows: Iterable[Row], text_of: Callable[[Row], str], name: str) -> Iterator[Row]:
    """Each row with `likelihood` beside its hedges, null where the scale gives none.

    `name` is the id of a scale or the path of the user's own file; `text_of` gives the text of
    the row's document.
    """
    on = scale(name)
    for row in rows:
        yield _likely(row, text_of(row), on)


def run_with_likelihood(
    run: Callable[[Iterable[Row]], Iterator[Row]], rows: Iterable[Row], name: str
) -> Iterator[Row]:
    """What `run` makes of rows with a `text`, in their order, with `likelihood` as above."""
    on, texts = scale(name), deque[str]()

    def passing() -> Iterator[Row]:
        for row in rows:
            texts.append(str(row["text"]))
            yield row

    return (_likely(done, texts.popleft(), on) for done in run(passing()))


def _likely(row: Row, text: str, on: Scale) -> Row:
    told = dict(row)
    if "hedge" in row:
        found = likelihood_of(row, text, on)
        told["likelihood"] = found.row() if found else None
    for part in ("further", "nested", "attributions"):
        if part in row:
            told[part] = [_likely(inner, text, on) for inner in row[part]]
    return told
