"""Who said what: speaker, cue, words, kind and class of the cue, by rule of the language."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.model.document import Block, LineRole, ReadingText, Segment, Span
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.quotes import find_statements
from foedus.read.sentences import parse, plain_reading


class Said(NamedTuple):
    speaker: str
    cue: str
    words: str


def statements(text: str) -> tuple[Statement, ...]:
    return find_statements(parse(plain_reading(text)))


def said(text: str) -> list[Said]:
    reading = plain_reading(text)

    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(span.of(reading.text) for span in spans)

    return [Said(words(s.speaker), words(s.cue), words(s.content)) for s in statements(text)]


def only(text: str) -> Statement:
    (statement,) = statements(text)
    return statement


DIRECT = [
    ("“We will sign in May,” the minister said.", "the minister", "said", "“We will sign in May,”"),
    ("“We will sign in May,” said Marta Ruiz.", "Marta Ruiz", "said", "“We will sign in May,”"),
    ("Marta Ruiz said: “We will sign in May.”", "Marta Ruiz", "said", "“We will sign in May.”"),
    ("Marta Ruiz told the Gazette, “We sign.”", "Marta Ruiz", "told", "“We sign.”"),
    ("“Will it hold?” asked the envoy.", "the envoy", "asked", "“Will it hold?”"),
    ("''It will not hold,'' he warned.", "he", "warned", "''It will not hold,''"),
    ("Marta Ruiz: “We will sign in May.”", "Marta Ruiz", ":", "“We will sign in May.”"),
    ("His answer was plain: “We will not go.”", "His", ":", "“We will not go.”"),
    ("Marta Ruiz gloated: “We told them so.”", "Marta Ruiz", ":", "“We told them so.”"),
    ("The mayor had one message: “Go home, all.”", "The mayor", ":", "“Go home, all.”"),
    ("“What we need is time,” she went on.", "she", "went on", "“What we need is time,”"),
    ("“It fell,” Marta Ruiz shot back.", "Marta Ruiz", "shot", "“It fell,”"),
    ("“Not at all,“ he said.", "he", "said", "“Not at all,“"),  # closed by an opening mark
    (
        "“It must go!” the likely nominee, Marta Ruiz, wrote Sunday after the fire.",
        "Marta Ruiz … the likely nominee",
        "wrote",
        "“It must go!”",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "words"), DIRECT)
def test_a_quotation_has_the_speaker_of_its_cue(
    text: str, speaker: str, cue: str, words: str
) -> None:
    assert said(text) == [Said(speaker, cue, words)]


def test_a_quotation_behind_a_clause_that_somebody_tells_is_not_given_to_its_subject() -> None:
    told = said("Ruiz said that the miners had two choices: “You sign or you leave.”")
    assert not any("the miners" in one.speaker for one in told)


def test_a_name_behind_a_dash_attributes_the_quotation() -> None:
    assert said("“The pact will hold.” - Marta Ruiz, foreign minister")[0].speaker == "Marta Ruiz"


@pytest.mark.parametrize("text", ["“It will hold.”― Ana Gómez", "“It will hold.”\n\n- Ana Gómez."])
def test_the_name_may_stand_behind_a_bar_or_on_a_line_of_its_own(text: str) -> None:
    assert said(text)[0].speaker == "Ana Gómez"


def test_a_quotation_in_two_pieces_is_one_statement() -> None:
    found = said("“The pact,” Marta Ruiz said, “will hold for years.”")
    assert [s.words for s in found] == ["“The pact,” … “will hold for years.”"]


def test_a_quotation_without_a_cue_goes_on_with_the_statement_before_it() -> None:
    found = said("“The pact is old,” the envoy said. “It should be replaced.”")
    assert [s.words for s in found] == ["“The pact is old,” … “It should be replaced.”"]


def test_a_quotation_left_open_runs_on_into_the_next_paragraph() -> None:
    found = said("The envoy said: “The pact is old.\n“It should be replaced.”")
    assert [s.words for s in found] == ["“The pact is old. … “It should be replaced.”"]


def test_a_paragraph_that_is_all_quotation_continues_the_speaker_before_it() -> None:
    first, second = statements("“The pact is old,” the envoy said.\n“It should be replaced.”")
    assert (second.basis, second.cue, second.speaker) == ("continued", (), first.speaker)


def test_a_quotation_with_no_voice_before_it_has_no_speaker() -> None:
    _, last = statements(
        "“The pact is old,” the envoy said.\nThe fleet sailed.\n“It should be replaced.”"
    )
    assert (last.basis, last.speaker, last.cue_class) == ("none", (), CueClass.INFERRED)


def test_a_quotation_of_the_body_never_continues_a_caption() -> None:
    lines = ["“The pact is old,” the envoy said.", "“It should be replaced.”"]
    spans = [Span(0, len(lines[0])), Span(len(lines[0]) + 1, len(lines[0]) + 1 + len(lines[1]))]
    blocks = (Block(spans[0], LineRole.CAPTION), Block(spans[1], LineRole.BODY))
    segments = tuple(Segment(s.start, s.start, s.end - s.start) for s in spans)
    found = find_statements(parse(ReadingText("\n".join(lines), blocks, segments)))
    assert [s.basis for s in found] == ["cue", "none"]


CLAUSES = [
    ("The king said that the pact would hold.", "The king", "said", "that the pact would hold"),
    ("The minister said the pact would hold.", "The minister", "said", "the pact would hold"),
    ("The pact would hold, the minister said.", "the minister", "said", "The pact would hold"),
    ("The pact, the minister said, would hold.", "the minister", "said", "The pact … would hold"),
    ("Ruiz told reporters that the pact would hold.", "Ruiz", "told", "that the pact would hold"),
    ("According to Ruiz, the pact would hold.", "Ruiz", "According to", "the pact would hold"),
    ("The pact would hold, according to Ruiz.", "Ruiz", "according to", "The pact would hold"),
    ("Ruiz pointed out that the pact is old.", "Ruiz", "pointed out", "that the pact is old"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "cue", "words"), CLAUSES)
def test_a_clause_of_saying_gives_what_is_said(
    text: str, speaker: str, cue: str, words: str
) -> None:
    assert said(text) == [Said(speaker, cue, words)]


STANCES = [
    ("The king wants to sign the treaty.", "The king", "to sign the treaty"),
    ("The king refused to sign the treaty.", "The king", "to sign the treaty"),
    ("The king urged the envoys to sign the treaty.", "The king", "the envoys to sign the treaty"),
    ("The king condemned the treaty.", "The king", "the treaty"),
    ("The king called for new talks.", "The king", "new talks"),
    ("The king described the treaty as a trap.", "The king", "the treaty as a trap"),
    ("The king is confident that the treaty will hold.", "The king", "that the treaty will hold"),
    ("The king's claim that the pact is dead hurt us.", "The king's", "that the pact is dead"),
    ("The king believes that the treaty will hold.", "The king", "that the treaty will hold"),
    ("The king is convinced that the treaty will hold.", "The king", "that the treaty will hold"),
    ("The king reads the treaty as vague.", "The king", "the treaty as vague"),
    ("The king denied sending arms to the rebels.", "The king", "sending arms to the rebels"),
    ("The king warned the envoys about the treaty.", "The king", "the treaty"),
    ("The king is opposed to the treaty.", "The king", "the treaty"),
    ("The treaty was opposed by the king.", "the king", "The treaty"),
    ("The king called the treaty weak and old.", "The king", "the treaty weak and old"),
    ("The king called on the envoys to stop.", "The king", "the envoys to stop"),
    ("The king ruled out a treaty.", "The king", "a treaty"),
    ("The king spoke out against the treaty.", "The king", "the treaty"),
    ("The king took issue with the treaty.", "The king", "the treaty"),
    ("The king was critical of the treaty.", "The king", "the treaty"),
    ("The king's hope is that the treaty will hold.", "The king's", "that the treaty will hold"),
    ("The king accused the envoys of fraud.", "The king", "the envoys of fraud"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), STANCES)
def test_a_stance_is_an_attitude(text: str, speaker: str, words: str) -> None:
    (found,) = said(text)
    assert (found.speaker, found.words) == (speaker, words)
    assert only(text).cue_class is CueClass.ATTITUDE


def test_a_judgement_in_quoted_words_is_saying() -> None:
    assert only("The king called the treaty a “trap for fools”.").cue_class is CueClass.SAYING


def test_what_is_expected_by_nobody_named_is_inferred_and_has_no_speaker() -> None:
    found = only("The treaty is expected to lapse in June.")
    assert (found.cue_class, found.speaker) == (CueClass.INFERRED, ())


def test_a_passive_of_saying_names_no_speaker() -> None:
    assert only("It was reported that the treaty had lapsed.").speaker == ()


def test_the_one_who_was_quoted_speaks() -> None:
    found = said("The envoy was quoted as saying that the treaty had lapsed.")
    assert found[0].speaker == "The envoy"


def test_the_agent_of_a_passive_speaks() -> None:
    assert said("The treaty was condemned by the opposition.")[0].speaker == "the opposition"


def test_a_clause_between_dashes_attributes_what_follows_it_in_a_list() -> None:
    found = said("They traded grain, coal and – neighbours believe – heavy weapons.")
    assert Said("neighbours", "believe", "heavy weapons") in found


def test_a_text_speaks_for_itself() -> None:
    found = said("The treaty provides for “prompt and full support”.")
    assert found == [Said("The treaty", "provides", "“prompt and full support”")]


def test_what_a_text_may_mean_is_the_writers_guess() -> None:
    assert said("The treaty could simply refer to grain.") == []


def test_scare_quotes_are_no_statement() -> None:
    assert said("Ships crossed the so-called “red line” at dawn.") == []


def test_a_clause_that_the_parser_hangs_on_another_word_is_found() -> None:
    found = said("Ruiz wrote in a letter to the council that the treaty was dead.")
    assert Said("Ruiz", "wrote", "that the treaty was dead") in found


def test_an_infinitive_that_tells_time_names_nothing() -> None:
    assert said("He called it off as soon as he could.") == []


def test_words_of_saying_that_only_tell_which_noun_is_meant_take_no_stance() -> None:
    assert said("Voters backing the treaty waited in the rain.") == []


def test_an_apposition_follows_the_name() -> None:
    found = said("Dr Nils Berg, a historian at the Baltic Institute, said the treaty was dead.")
    assert found[0].speaker == "Dr Nils Berg … a historian at the Baltic Institute"


def test_the_name_precedes_the_office_that_it_explains() -> None:
    found = said("The foreign minister, Marta Ruiz, said the treaty was dead.")
    assert found[0].speaker.startswith("Marta Ruiz")


def test_a_relative_clause_has_the_antecedent_for_its_speaker() -> None:
    found = said("The envoy met Marta Ruiz, who said that the treaty was dead.")
    assert found[0].speaker == "Marta Ruiz … who"


def test_a_participle_behind_a_comma_has_the_speaker_of_the_clause() -> None:
    found = said("Mr Berg praised the pact, saying that it would hold.")
    assert Said("Mr Berg", "saying", "that it would hold") in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It will hold,” he said.", StatementKind.DIRECT),
        ("He said that it would hold.", StatementKind.INDIRECT),
        ("He said that it would “hold for years”.", StatementKind.MIXED),
    ],
)
def test_the_kind_is_told_by_the_marks(text: str, kind: StatementKind) -> None:
    assert only(text).kind is kind


def test_a_quotation_that_a_clause_cuts_is_taken_in_whole() -> None:
    found = said("He said that it was “a deal. A good deal.”")
    assert found[0].words == "that it was “a deal. A good deal.”"


@pytest.mark.parametrize("telling", ["The envoy said that", "According to two envoys,"])
def test_what_a_text_says_is_nested_in_the_words_of_whoever_tells_it(telling: str) -> None:
    found = only(f"{telling} the pact obliges Peru to send troops.")
    assert [inner.cue_lemma for inner in found.nested] == ["oblige"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "words"),
    [
        ("In the words of one envoy, the pact is “a patient”.", "one envoy", "In the words",
         "the pact is “a patient”"),
        ("The clause binds nobody, in the view of the king.", "the king", "in the view",
         "The clause binds nobody"),
        ("By her own account, Ruiz left in May.", "her", "By her own account", "Ruiz left in May"),
    ],
)  # fmt: skip
def test_in_the_words_of_somebody_is_an_attribution(
    text: str, speaker: str, cue: str, words: str
) -> None:
    assert said(text) == [Said(speaker, cue, words)]


def test_what_stands_about_she_went_on_is_said() -> None:
    assert said("The port, she went on, would close.") == [
        Said("she", "went on", "The port … would close")
    ]


def test_a_journey_is_no_saying() -> None:
    assert not said("The envoy, who went on leave, will return in May.")


def test_a_speaker_keeps_the_name_behind_its_preposition() -> None:
    found = said("The letter from Taylor states that her port would have no use.")
    assert [one.speaker for one in found] == ["The letter from Taylor"]


def test_his_own_words_without_a_comma_attribute_nothing() -> None:
    assert not said("The king answered the envoys in his own words in May.")


def test_a_verb_joined_to_the_main_one_over_a_condition_has_its_subject() -> None:
    found = said("Ruiz said trade would grow if Peru signs the pact and urged the firms to wait.")
    assert [one.speaker for one in found] == ["Ruiz", "Ruiz"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The deal could fall apart, two clerks who asked not to be named said.",
         "two clerks who asked not to be named", "The deal could fall apart"),
        ("Peru would not send troops to defend the port, the defence minister, Ann Roe, said last"
         " night.", "Ann Roe … the defence minister", "Peru would not send troops to defend the"
         " port"),
        ("What the minister said was that the port would close.", "the minister",
         "that the port would close"),
        ("It was Ruiz who told them that it was over.", "Ruiz … who", "that it was over"),
        ("Under Article 7, a party that withdraws must give notice, according to the text.",
         "the text", "Under Article 7, a party that withdraws must give notice"),
    ],
)  # fmt: skip
def test_words_are_found_where_the_parse_hides_them(text: str, speaker: str, words: str) -> None:
    assert [(one.speaker, one.words) for one in said(text)] == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    ["Ruiz, asked whether she knew, said no.",
     "Ruiz, asked whether she would visit Peru this year, answered with a smile: “Why not?”"],
)  # fmt: skip
def test_who_is_asked_does_not_ask(text: str) -> None:
    assert said(text)[0].speaker == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruiz called the charge “weak” and “old.”", "the charge “weak” and “old.”"),
        ("The guests chanted “Go home” and “Stay out.”", "“Go home” and “Stay out.”"),
    ],
)
def test_quotations_joined_by_and_are_said_together(text: str, words: str) -> None:
    assert [one.words for one in said(text)] == [words]


def test_a_short_sentence_between_marks_goes_on_with_the_words_before_it() -> None:
    assert said("“It fell on the road,” Ruiz said. “Smoke everywhere.”") == [
        Said("Ruiz", "said", "“It fell on the road,” … “Smoke everywhere.”")
    ]


def test_who_is_quoted_as_saying_something_says_it() -> None:
    (outer,) = statements("The agency quoted Kim as saying the army was ready.")
    text = "The agency quoted Kim as saying the army was ready."
    assert [span.of(text) for inner in outer.nested for span in inner.speaker] == ["Kim"]


def test_how_a_source_would_not_be_named_is_nothing_said() -> None:
    text = "The clerk, who declined to be named, said the deal was dead."
    assert [one.cue for one in said(text)] == ["said"]


def test_what_is_hard_to_argue_nobody_argues() -> None:
    assert not said("It is hard to argue that the pact has deterred anyone.")


def test_a_claim_is_not_of_whoever_rejects_it() -> None:
    (claim,) = statements("Ruiz rejected claims that the base is shut.")
    assert not any(inner.speaker for inner in claim.nested)


@pytest.mark.parametrize(
    "text",
    ["Ruiz will find it difficult to repeat the visit.", "Ruiz left him with insulting words."],
)
def test_a_trial_or_an_insult_attributes_nothing(text: str) -> None:
    assert not said(text)


def test_what_is_done_raises_questions_and_states_do_not() -> None:
    assert not said("Peru and Chile sign a defence pact, raising questions over mutual aid.")


def test_what_another_says_within_the_words_is_nested() -> None:
    outer = only("The spokesman said that the government believed the treaty was dead.")
    (inner,) = outer.nested
    assert (outer.cue_lemma, inner.cue_lemma) == ("say", "believe")


def test_a_next_voice_ends_the_words_of_the_first() -> None:
    found = said("Berg said the pact would hold, but Ruiz said that it had lapsed.")
    assert [s.speaker for s in found] == ["Berg", "Ruiz"]


def test_an_aside_in_brackets_at_the_end_is_not_part_of_the_words() -> None:
    found = said("The envoy said that the treaty was dead (Photo: Baltic Press).")
    assert found[0].words == "that the treaty was dead"


def test_a_line_that_names_its_speaker_first_is_a_statement() -> None:
    found = said("RUIZ: We shall see whether the treaty holds.")
    assert found[0] == Said("RUIZ", ":", "We shall see whether the treaty holds")


def test_a_text_without_a_voice_has_no_statements() -> None:
    assert said("The fleet sailed at dawn. The harbour lay empty.") == []


BROKEN = "He said that “ ” \" '' - : ; , . ( ) Ruiz told it according to who \n and claims".split(
    " "
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(BROKEN), max_size=30))
def test_broken_text_gives_spans_within_it(words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(plain_reading(text))
    whole = Span(0, len(parsed.reading.text))
    for found in find_statements(parsed):
        assert all(whole.covers(s) for s in (*found.speaker, *found.cue, *found.content))


def test_a_sentence_that_goes_on_behind_the_cue_is_said_too() -> None:
    found = only("The words “every effort”, Mira Sohl argued, bind nobody and cost nothing.")
    assert [
        piece.of("The words “every effort”, Mira Sohl argued, bind nobody and cost nothing.")
        for piece in found.content
    ] == ["The words “every effort”", "bind nobody and cost nothing"]
