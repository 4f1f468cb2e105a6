"""To back an agreement is not to back out of it."""

import pytest

from foedus.model.claim import Predicate
from foedus.model.document import Document
from foedus.read.pipeline import read


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Peru's senate backs the treaty with Chile.", False),
        ("Japan's parliament backed the access pact with the Philippines.", False),
        ("Japan backed out of the pact with the Philippines.", True),
        ("Peru withdrew from the treaty with Chile.", True),
        ("Peru tore up the treaty with Chile.", True),
        ("Peru pulled out of the treaty with Chile.", True),
    ],
)
def test_only_whoever_backs_out_leaves(text: str, leaves: bool) -> None:
    told = {claim.predicate for claim in read(Document(text)).claims}
    assert (Predicate.AGREEMENT_DENOUNCED in told) == leaves
