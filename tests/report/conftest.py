"""Two small invented reports on one invented pact, read by the real readers."""

from datetime import UTC, datetime

import pytest

from foedus.ledger import Ledger
from foedus.model.document import Document, Receipt
from foedus.read.gazetteer import Gazetteer
from foedus.read.pipeline import read
from foedus.report.compose import compose
from foedus.report.dossier import Dossier, Source, said_of_row, told_of_row
from foedus.report.items import Brief

FIRST = """Norway and Poland sign a defence pact

Norway and Poland signed a treaty on mutual assistance in Oslo. The treaty provides for “help \
without delay in the event of an attack on either party”.

“We shall stand together through every hard winter,” said Jonas Gahr Store, the Norwegian prime \
minister. He said that about 40 ships would take part.

Poland has supplied Norway with ammunition in exchange for gas. The pact could draw Norway into a \
war if Poland is attacked.
"""

SECOND = """Oslo and Warsaw agree to help each other

Norway and Poland signed a pact on mutual assistance. It replaces a treaty of 1994.

Norwegian Prime Minister Jonas Gahr Store spoke of standing “together through every long winter”. \
More than 40 ships would take part, an official said.

Poland sent Norway ammunition. <script>alert(1)</script> =HYPERLINK("x")
"""


def source_of(text: str, letter: str, name: str) -> tuple[Source, Ledger]:
    """A source read alone into a ledger of its own."""
    document = Document(text)
    ledger = Ledger.open()
    receipt = Receipt(document.id, name, datetime(2024, 7, 2, tzinfo=UTC))
    ledger.add(read(document), receipt)
    lines, _ = ledger.page(document.id)
    return Source(document, (receipt,), lines, letter), ledger


def dossier_of(*texts: str) -> Dossier:
    """A dossier of these texts, lettered in order."""
    made = [source_of(text, "ABCDEF"[i], f"{i}.txt") for i, text in enumerate(texts)]
    return Dossier(
        tuple(source for source, _ in made),
        tuple(told_of_row(row, source) for source, ledger in made for row in ledger.claims()),
        tuple(said_of_row(row, source) for source, ledger in made for row in ledger.statements()),
    )


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """Both invented reports."""
    return dossier_of(FIRST, SECOND)


@pytest.fixture(scope="session")
def brief(dossier: Dossier) -> Brief:
    """The brief of both invented reports."""
    return compose(dossier, Gazetteer.load())
