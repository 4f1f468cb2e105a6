"""Whom a surname, a title, a role noun or a pronoun means within one text."""

from datetime import date

from foedus.model.document import LineRole
from foedus.read.actors import find_actors
from foedus.read.sentences import parse
from tests.read.cast_of import cast_of, page, said_of


def test_a_surname_goes_back_to_the_full_name() -> None:
    text = "Marta Lindqvist spoke first. Ms Lindqvist then left."
    assert said_of(cast_of(text), text, "Marta Lindqvist") == ["Marta Lindqvist", "Ms Lindqvist"]


def test_a_headline_may_give_the_surname_before_the_name() -> None:
    text = "Lindqvist warns of delay\nMarta Lindqvist warned of delay on Monday."
    assert said_of(cast_of(text), text, "Marta Lindqvist")[0] == "Lindqvist"


def test_a_family_name_that_comes_first_is_a_surname() -> None:
    text = "Park Dae Jung spoke first. Mr Park then left."
    assert said_of(cast_of(text), text, "Park Dae Jung") == ["Park Dae Jung", "Mr Park"]


def test_two_of_one_surname_are_kept_apart_by_the_form_of_address() -> None:
    text = "Anna Holt met her brother David Holt. Ms Holt was pleased. Mr Holt was not."
    cast = cast_of(text)
    assert said_of(cast, text, "Anna Holt") == ["Anna Holt", "her", "Ms Holt"]
    assert said_of(cast, text, "David Holt") == ["David Holt", "Mr Holt"]


def test_a_surname_that_two_may_bear_names_neither() -> None:
    text = "James Holt met David Holt. Holt was pleased."
    cast = cast_of(text)
    assert said_of(cast, text, "James Holt") + said_of(cast, text, "David Holt") == [
        "James Holt",
        "David Holt",
    ]


def test_a_nickname_is_the_same_person() -> None:
    text = "Robert Calloway spoke. Bob Calloway is his own man."
    assert said_of(cast_of(text), text, "Robert Calloway")[:2] == [
        "Robert Calloway",
        "Bob Calloway",
    ]


def test_a_middle_initial_hides_no_known_person() -> None:
    cast = cast_of("Emmanuel J. Macron arrived late.")
    assert [e.actor for e in cast.entities] == ["person/emmanuel-macron"]


def test_a_role_with_its_state_means_the_one_whom_the_text_has_called_so() -> None:
    text = "Ghanaian President Kofi Danso arrived. The Ghanaian president spoke briefly."
    assert said_of(cast_of(text), text, "Kofi Danso")[-1] == "The Ghanaian president"


def test_a_role_means_the_office_holder_of_the_day_of_publication() -> None:
    text = "The French president spoke briefly."
    names = {e.name for e in cast_of(text, date(2010, 3, 1)).entities}
    assert "Nicolas Sarkozy" in names


def test_without_a_day_of_publication_no_office_holder_is_guessed() -> None:
    names = {e.name for e in cast_of("The French president spoke briefly.").entities}
    assert names == {"France", "French president"}


def test_a_qualified_role_is_not_anybody_of_that_role() -> None:
    text = "Ghanaian President Kofi Danso arrived. The union president spoke briefly."
    assert said_of(cast_of(text), text, "Kofi Danso") == ["Ghanaian President Kofi Danso"]


def test_he_who_goes_on_speaking_is_the_last_speaker() -> None:
    text = (
        "Peter Voss met Lars Hedlund on Monday. The plan is dead, Peter Voss said.\n"
        "“It will not come back,” he added."
    )
    assert said_of(cast_of(text), text, "Peter Voss")[-1] == "he"


def test_she_is_nobody_whom_the_text_calls_mr() -> None:
    text = "Mr Robin Voss met Ms Jan Hedlund. She left early."
    assert said_of(cast_of(text), text, "Jan Hedlund")[-1] == "She"


def test_the_speaker_of_a_quotation_is_not_the_he_within_it() -> None:
    text = "Peter Voss dislikes Lars Hedlund. “He is wrong,” Peter Voss said."
    assert "He" not in said_of(cast_of(text), text, "Peter Voss")


def test_it_said_is_the_body_that_spoke_last() -> None:
    text = "The World Bank said growth had slowed. It said debts had risen."
    assert said_of(cast_of(text), text, "World Bank") == ["The World Bank", "It"] or said_of(
        cast_of(text), text, "World Bank"
    ) == ["World Bank", "It"]


def test_no_pronoun_of_the_body_means_a_person_of_a_caption() -> None:
    reading = page(
        (LineRole.BODY, "Peter Voss spoke in the hall."),
        (LineRole.CAPTION, "Lars Hedlund said at the port that the ship was late."),
        (LineRole.BODY, "He said nothing more."),
    )
    cast = find_actors(parse(reading))
    assert said_of(cast, reading.text, "Peter Voss") == ["Peter Voss", "He"]


def test_a_surname_in_a_caption_means_the_person_of_the_body() -> None:
    reading = page(
        (LineRole.BODY, "Peter Voss spoke in the hall."),
        (LineRole.CAPTION, "Mr Voss at the port."),
    )
    cast = find_actors(parse(reading))
    assert said_of(cast, reading.text, "Peter Voss") == ["Peter Voss", "Mr Voss"]


def test_he_is_the_subject_of_the_sentence_before_not_who_spoke_before_that() -> None:
    text = (
        "Peter Holm told the radio that the price was fair. The finance minister, David Brandt, "
        "was less sure. He said the price could rise."
    )
    assert "He" in said_of(cast_of(text), text, "David Brandt")


def test_the_subject_of_its_paragraph_says_the_quotation_that_follows() -> None:
    text = (
        "The port will close, said Peter Holm.\nDavid Brandt, of Norway, tried to calm the "
        'market. "It is only a pause," he said.'
    )
    assert "he" in said_of(cast_of(text), text, "David Brandt")


def test_who_speaks_again_and_again_stays_who_he_is() -> None:
    text = (
        "Peter Holm said the port would close. David Brandt was not there. Mr Holm had come "
        "alone. He said the ships would be sold."
    )
    assert "He" in said_of(cast_of(text), text, "Peter Holm")


def test_of_two_joined_subjects_neither_is_he() -> None:
    text = "Peter Holm and David Brandt arrived late. He said the road was closed."
    cast = cast_of(text)
    both = said_of(cast, text, "Peter Holm") + said_of(cast, text, "David Brandt")
    assert "He" not in both
