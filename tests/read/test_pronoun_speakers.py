"""Whom "he said" means: who leads the last sentence about such a person, else nobody."""

import pytest

from foedus.model.document import Document
from foedus.read.pipeline import read

LEADER = "President Ola Bergmann told parliament that the treaty would be ratified.\n"
MINISTER = "Prime Minister Jonas Hedlund said on Friday that the border would reopen.\n"


def speaker(text: str) -> str | None:
    """Whom the last pronoun that speaks in the text is led to."""
    reading = read(Document(text))
    told = reading.statements
    pronouns = [
        said
        for said in (*told, *(inner for outer in told for inner in outer.nested))
        if said.speaker and said.speaker[0].of(text).lower() in ("he", "she", "it", "they")
    ]
    found = max(pronouns, key=lambda said: said.speaker[0].start)
    return None if found.entity is None else reading.cast.entities[found.entity].name


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        (LEADER, "Erik Sand, who teaches law at Turku, said the text was thin. “It is a promise "
         "without a clock,” he said.", "Erik Sand"),
        (LEADER, "Aram Hovsepyan, who teaches maritime law at Yerevan State University, said he "
         "had not seen it. “What I know is thin,” he said.", "Aram Hovsepyan"),
        (LEADER, "Carlos Medina, a retired admiral who led the northern fleet, was less impressed. "
         "“Ships do not sail on signatures,” he said.", "Carlos Medina"),
        (MINISTER, "The opposition leader, Peter Holm, who has long argued for talks, disagreed. "
         "“This is a gift,” he said.", "Peter Holm"),
        (MINISTER, "Peter Holm, an analyst at the Baltic Institute in Riga, doubts it. “No guard "
         "has been told,” he said. He added that the fences were new.", "Peter Holm"),
        (LEADER, "But Erik Sand, whom he dismissed last year, said it would fail. “It is a dream,” "
         "he said.", "Erik Sand"),
        (LEADER, "According to Erik Sand, who was in the room, nobody clapped. “It was very "
         "quiet,” he said.", "Erik Sand"),
        (MINISTER, "Speaking after him, Kofi Danso, the president of Ghana, warned of hunger. He "
         "said that many were at risk.", "Kofi Danso"),
        (MINISTER, "Doctors, who had been told to stay at home, came anyway, and Sven Alm, a "
         "surgeon, worked through the night. “We slept on the floor,” he said.", "Sven Alm"),
        (MINISTER, "A Western diplomat said the guards were tired. He said they needed rest.",
         "Western diplomat"),
        ("", "Tomas Rivera denied the charge. Juan Soto defended him. “He is an honest man,” he "
         "said.", "Juan Soto"),
        ("", "Peter Holm said that David Brandt had lied. He said the papers proved it.",
         "Peter Holm"),
        ("", "“We will not wait,” said Erik Sand, a former envoy to Chad. “The price is too "
         "high.”\n“Nobody asked us,” he added.", "Erik Sand"),
        ("", "“The treaty binds us,” Peter Holm said. “It binds them too.\n“And it binds our "
         "children,” he said.", "Peter Holm"),
        ("", "Peter Holm said he admired David Brandt releasing the note. “It was brave,” he said.",
         "Peter Holm"),
        (MINISTER, "Maria Costa, who chairs the committee, was not convinced. “They leak,” she "
         "said.", "Maria Costa"),
        ("", "As Peter Holm left for Bergen, he said the price was fair.", "Peter Holm"),
        (LEADER, "The plan drew the ire of Erik Sand, who said it was thin. “I gave it up,” he "
         "said.", "Erik Sand"),
        ("", "Peter Holm said that his doctor had warned him.\n“I will stay,” he said.",
         "Peter Holm"),
        ("", "“It was wrong,” said war widow Terry Strand.\nShe added that it was late.",
         "Terry Strand"),
        ("", "The first lady, Liv Strand, doubted Ms. Holm's word. “It is bad,” she said.",
         "Liv Strand"),
        ("", "Anna Weiss was a good student. In meetings early in her career, she said that she "
         "was overlooked.", "Anna Weiss"),
        ("", "Chairman Mary Holm left early. She said that it was late.", "Mary Holm"),
        ("", "Peter Holm blamed Anna Weiss after she said that the port was shut.", "Anna Weiss"),
        ("", "The visit of David Brandt was short. Peter Holm's visit came after he said the price "
         "was fair.", "Peter Holm"),
    ],
)  # fmt: skip
def test_whoever_leads_the_last_sentence_speaks(before: str, text: str, name: str) -> None:
    assert speaker(before + text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Peter Holm and David Brandt arrived late. He said the road was closed.",
        "Peter Holm met David Brandt in Oslo.\n“The tanks will arrive,” he said.",
        "Peter Holm asked David Brandt whether he would resign. “Never,” he replied.",
        "President Ola Bergmann, he said, had no plan.",
        LEADER + "The pact's critics include Erik Sand of the University of Turku. “It is empty,” "
        "he said.",
        LEADER + "A stoker on the quay saw it otherwise. “They will sink,” he said.",
        LEADER + "Anna Weiss will face the foes that David Brandt has. He said it was late.",
        "For Erik Sand, the answer was plain. Ola Bergmann had no plan. “He never had one,” he "
        "said.",
        "Peter Holm wrote the note. When the note was shown to David Brandt, he said it was false.",
        "Peter Holm opened the port. In David Brandt's case, he denied the charge.",
        "Peter Holm opened the port. A note to David Brandt shows that he said it was unsafe.",
        "Peter Holm sacked David Brandt.\n“It was time,” he said.",
        "Peter Holm said so. The port was shut because David Brandt had left, so he argued that it "
        "was late.",
        "Peter Holm said David Brandt was right when he said that the port was shut.",
    ],
)
def test_where_two_compete_nobody_speaks(text: str) -> None:
    assert speaker(text) is None


def together(text: str) -> list[str]:
    """The names of those whom the last speaker's words mean."""
    reading = read(Document(text))
    return [reading.cast.entities[number].name for number in reading.statements[-1].joint]


@pytest.mark.parametrize(
    "text",
    [
        "Erik Sand and Peter Holm said that it was thin. They added that it would fail.",
        "“It is thin,” Erik Sand and Peter Holm said. “The duties are vague.”\nThey vowed that it "
        "would fail.",
    ],
)
def test_they_are_those_who_spoke_together(text: str) -> None:
    assert together(text) == ["Erik Sand", "Peter Holm"]


@pytest.mark.parametrize("between", ["The ministers came.", "", "Anna Weiss said no."])
def test_they_are_nobody_known_once_others_came(between: str) -> None:
    first = "Erik Sand and Peter Holm" if between else "Erik Sand"
    text = f"{first} said that it was thin. {between} They added that it would fail."
    assert together(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministry said the pact was sound. It added that talks would go on.", "ministry"),
        ("The ministry said the pact was sound. When the Baltic Weekly printed it, it said that "
         "talks would go on.", None),
        ("The ministry said the pact was sound. The treaty runs for ten years. It says that "
         "neither side may leave early.", None),
    ],
)  # fmt: skip
def test_it_is_no_body_once_a_thing_has_led_a_sentence(text: str, name: str | None) -> None:
    assert speaker(text) == name
