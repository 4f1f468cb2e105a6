"""Whom the speaker's words name: by their head, not by what stands nearest."""

import pytest

from foedus.model.document import Document
from foedus.model.reading import statement_row
from foedus.read.pipeline import read


def speakers(text: str) -> list[tuple[str, str | None]]:
    reading = read(Document(text))
    rows = [statement_row(s, reading.cast, reading.document, "x") for s in reading.statements]
    return [(row["speaker"]["name"], row["speaker"]["actor"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("The treaty signed by Norway says that each must help the other.", "The treaty signed by "
         "Norway", None),
        ("Norway said that it would sign the pact.", "Norway", "NOR"),
        ("Ola Bergmann, a scholar from Poland, said that the pact was old.", "Ola Bergmann", None),
    ],
)  # fmt: skip
def test_the_head_of_the_words_is_the_speaker(text: str, name: str, actor: str | None) -> None:
    assert speakers(text) == [(name, actor)]
