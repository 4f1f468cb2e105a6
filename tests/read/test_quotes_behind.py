"""A cue behind the marks: who stands beside it speaks, also where the parser is astray."""

import pytest

from foedus.read.quotes import find_statements
from foedus.read.sentences import parse, plain_reading


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The drop is tied to the old stuff,” Shook said.", "Shook"),
        ("“He will be cleared by the people,” Aftergood said. “Others will not.”", "Aftergood"),
        ("“They hunt. We should oppose that,” said Jim Bell, a cook, told them.", "Jim Bell"),
    ],
)
def test_a_name_beside_a_cue_behind_the_marks_speaks(text: str, speaker: str) -> None:
    found = find_statements(parse(plain_reading(text)))[0]
    assert [span.of(text) for span in found.speaker][:1] == [speaker]
