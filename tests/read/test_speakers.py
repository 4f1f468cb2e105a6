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


def speaker(text: str) -> dict[str, object]:
    """The speaker of the last statement of the text."""
    reading = read(Document(text))
    row = statement_row(reading.statements[-1], reading.cast, reading.document, "x")
    return dict(row["speaker"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway said that it would sign.", "state"),
        ("The judge said that the port was shut.", "person"),
        ("A Norwegian who fears war said that she would leave.", "person"),
        ("The foreign ministry said that the envoy had left.", "organisation"),
        ("Three officials said that the visit was off.", "group"),
        ("Senior figures said that the deal was dead.", "group"),
        ("Trade figures show that exports have doubled.", "text"),
        ("The accord signed by both leaders says that each must help.", "text"),
        ("Article 6 of the pact states that the parties will consult.", "text"),
        ("Satellite images show that the base has grown.", "text"),
        ("The summit offered hope of a truce.", "unknown"),
    ],
)
def test_a_row_says_what_kind_of_speaker_it_has(text: str, kind: str) -> None:
    assert speaker(text).get("kind", "unknown") == kind


@pytest.mark.parametrize(
    "text",
    [
        "A Norway that wanted quarrels would have stayed at home.",
        "A Poland at peace fears nothing.",
    ],
)
def test_an_imagined_state_is_no_speaker(text: str) -> None:
    found = speaker(text)
    assert (found["actor"], found.get("kind")) == (None, None)


def names(found: dict[str, object]) -> list[str]:
    joint = found["joint"]
    assert isinstance(joint, list)
    return [one["name"] for one in joint]


def test_two_capitals_speak_for_two_states() -> None:
    found = speaker("Oslo and Warsaw said that they would build the port.")
    assert (found["name"], found["actor"], found["kind"]) == ("Norway and Poland", None, "state")


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Norway and Poland met in Riga. Both said the talks were useful.", ["Norway", "Poland"]),
        (
            "An analyst in Riga called the pact weak. A lawyer in Bern said it was sound. "
            "Both said that they had not read it.",
            ["analyst", "lawyer"],
        ),
        (
            "Norway and Poland signed a pact. The two countries say that it is the first.",
            ["Norway", "Poland"],
        ),
    ],
)
def test_both_are_the_two_in_focus(text: str, both: list[str]) -> None:
    assert names(speaker(text)) == both


def test_both_of_whom_the_text_does_not_say_are_nobody() -> None:
    found = speaker("Both said that the talks were useful.")
    assert (found.get("kind"), found.get("joint")) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Norway believes that Poland has sent rockets, and has accused Ghana of shipping oil.",
        "Norway says that Poland has lied, and has warned Ghana of war.",
    ],
)
def test_who_goes_on_to_speak_behind_the_comma_is_the_speaker(text: str) -> None:
    found = speakers(text)
    assert found == [("Norway", "NOR"), ("Norway", "NOR")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("President To Lam said that ties would grow.", "VNM"),
        ("The foreign minister of Peru, Ana Ruiz, arrived. She said that it was late.", "PER"),
        ("Kenya's foreign ministry said that it was late.", "KEN"),
        ("Norway said that it was late.", None),
        ("Ana Ruiz said that it was late.", None),
    ],
)
def test_a_row_says_whose_the_speaker_is(text: str, country: str | None) -> None:
    assert speaker(text).get("country") == country


@pytest.mark.parametrize(
    "who",
    [
        "Officials", "Two diplomats", "The Houthis", "Police", "Norway and Poland", "Both sides",
        "The French", "Some", "They", "Senior aides to the president", "The two ministers",
        "Norwegian officials", "Three people familiar with the matter",
    ],
)  # fmt: skip
def test_several_take_the_plural(who: str) -> None:
    assert speaker(f"{who} said that the port was shut.").get("plural") is True


@pytest.mark.parametrize(
    "who",
    [
        "The United States", "The Netherlands", "Doctors Without Borders", "One of the officials",
        "A group of envoys", "Hamas", "The ministry", "An official", "Peter Holm", "Norway",
        "The spokesman for the rebels", "She", "The United Nations",
    ],
)  # fmt: skip
def test_one_takes_the_singular(who: str) -> None:
    assert "plural" not in speaker(f"{who} said that the port was shut.")


def test_two_of_whom_the_text_does_not_say_are_a_group() -> None:
    assert speaker("The two ministers said that the port was shut.")["kind"] == "group"


def test_a_report_speaks_and_not_whom_it_is_by() -> None:
    text = (
        "The rare public statement by a clerk of the special counsel, Erik S. Holm III, disputed "
        "the facts of the article."
    )
    assert speaker(text)["actor"] is None and speaker(text)["kind"] == "text"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Republican nominee Erik Holm left. The GOP candidate said that it was late.",
         "Erik Holm"),
        ("Senator Mary Holm left. The Liberal senator said that it was late.", "Mary Holm"),
        ("Ohio Senator Mary Holm left. The Vermont senator said that it was late.",
         "Vermont senator"),
        ("Senator Mary Holm left.\nA day went by.\nIt rained.\nThe Liberal senator said that it "
         "was late.", "Liberal senator"),
        ("Senator Mary Holm met Senator Tom Sand. The Liberal senator said that it was late.",
         "Liberal senator"),
    ],
)  # fmt: skip
def test_a_role_that_is_said_anew_means_the_one_who_was_just_said_to_have_it(
    text: str, name: str
) -> None:
    assert speaker(text)["name"] == name


def test_the_body_in_an_office_is_not_who_holds_the_office() -> None:
    text = "It is over, said Ana Holm, a founder of the World Bank, which opposes the treaty."
    told = [name for name, _ in speakers(text)]
    assert told[-1] == "World Bank"


def actors(text: str, cue: str) -> list[str | None]:
    """Whom the text names as those who did what the cue tells."""
    reading = read(Document(text))
    return [
        None if said.entity is None else reading.cast.entities[said.entity].name
        for said in reading.statements
        if said.cue_lemma == cue
    ]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Ana Holm attacked other candidates on stage for accepting his plan.", "accept", None),
        ("Ana Holm apologised for saying that it was late.", "say", "Ana Holm"),
    ],
)
def test_who_is_blamed_for_words_said_them(text: str, cue: str, name: str | None) -> None:
    assert set(actors(text, cue)) <= {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Stealth Over Health: Ola Bergmann Was Headed to Oslo But Diverted to Avoid Bad Optics.",
         None),
        ("The Riverside Forum: We Are Open. The Riverside Forum said it was late.",
         "Riverside Forum"),
    ],
)  # fmt: skip
def test_a_label_is_a_speaker_only_where_it_is_named_again(text: str, name: str | None) -> None:
    assert actors(text, ":") == [name]
