"""Every line of a text gets a role, and the lines that are read become paragraphs."""

import textwrap
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model.document import Document, LineRole, Span
from foedus.read.clean import annotate_lines, line_roles, reading_text
from tests.read.pages import PROSE

HEADLINE = "Ministers agree to consult before the treaty of friendship is published"
MENU = ["Home", "World", "Sport", "Sign in", "Subscribe", "Search"]
OTHER = [
    "Most read",
    "Storm closes the harbour for a third day",
    "5 minutes ago",
    "Ten soups for a long winter",
    "8 minutes ago",
    "Goalkeeper leaves the club after twelve years",
    "© 2023 The Sample Post. All rights reserved.",
    "Terms of use",
    "Privacy policy",
]
BODY, HEAD, ASIDE = LineRole.BODY, LineRole.HEADLINE, LineRole.FURNITURE


def roles(lines: list[str]) -> dict[str, LineRole]:
    document = Document("\n".join(lines))
    return {line.span.of(document.text): line.role for line in line_roles(document)}


def paragraphs(text: str) -> list[str]:
    document = Document(text)
    return reading_text(document, line_roles(document)).text.split("\n")


def test_the_article_is_found_among_page_furniture() -> None:
    found = roles([*MENU, HEADLINE, *PROSE, *OTHER])
    assert [line for line, role in found.items() if role is BODY] == list(PROSE)


def test_the_line_above_the_article_that_speaks_of_it_is_the_headline() -> None:
    assert roles([*MENU, HEADLINE, *PROSE, *OTHER])[HEADLINE] is HEAD


def test_other_headlines_are_other_stories_and_menus_furniture() -> None:
    found = roles([*MENU, HEADLINE, *PROSE, *OTHER])
    assert found["Storm closes the harbour for a third day"] is LineRole.OTHER_STORY
    assert {found[line] for line in ("Sport", "5 minutes ago", "Privacy policy")} == {ASIDE}


def test_a_clean_text_is_all_body() -> None:
    assert set(roles(list(PROSE)).values()) == {BODY}


def test_the_first_line_of_a_clean_text_is_its_headline_where_it_looks_like_one() -> None:
    assert roles([HEADLINE, "", *PROSE])[HEADLINE] is HEAD


def test_a_tabloids_line_in_capitals_is_the_headline_whatever_it_ends_with() -> None:
    for shout in ("MINISTERS SIGN UP FOR SHOCK PACT!", "MINISTERS SIGN SHOCK PACT."):
        assert roles([shout, "", *PROSE])[shout] is HEAD


def test_a_word_in_capitals_over_the_headline_is_no_headline() -> None:
    shout = "MINISTERS SIGN UP FOR SHOCK PACT"
    found = roles(["EXCLUSIVE", "", shout, "", *PROSE])
    assert (found["EXCLUSIVE"], found[shout]) == (ASIDE, HEAD)


def test_a_headline_in_capitals_need_not_share_the_words_of_the_article() -> None:
    shout = "BRAVE LITTLE NEIGHBOURS IN MIDNIGHT OATH"
    assert roles([*MENU, shout, "By Ann Ode", *PROSE, *OTHER])[shout] is HEAD


def test_a_single_paragraph_is_kept() -> None:
    assert roles([PROSE[0]]) == {PROSE[0]: BODY}


def test_a_very_short_text_is_kept() -> None:
    assert roles(["No deal yet"]) == {"No deal yet": BODY}


def test_an_advertisement_between_two_paragraphs_is_furniture() -> None:
    found = roles([HEADLINE, PROSE[0], PROSE[1], "Advertisement", PROSE[2], PROSE[3]])
    assert found["Advertisement"] is ASIDE
    assert {found[line] for line in PROSE} == {BODY}


def test_a_teaser_inside_the_article_is_another_story() -> None:
    teaser = ["Read next", "Goalkeeper leaves the club after twelve years"]
    found = roles([HEADLINE, *PROSE[:2], *teaser, *PROSE[2:]])
    assert found[teaser[1]] is LineRole.OTHER_STORY
    assert {found[line] for line in PROSE} == {BODY}


def test_a_line_that_ends_with_a_photo_credit_is_a_caption() -> None:
    caption = "The ministers at the gate of the palace on Tuesday. (Photo: A. Name/Sample Pictures)"
    assert roles([HEADLINE, *PROSE[:2], caption, *PROSE[2:]])[caption] is LineRole.CAPTION


@pytest.mark.parametrize("name", ["The Northern Herald", "COAST DAILY", "The Ferry Weekly"])
def test_the_name_of_the_outlet_at_the_top_is_furniture_and_no_headline(name: str) -> None:
    found = roles([name, "A pledge without a price", "By Our Correspondent", *PROSE])
    assert (found[name], found["A pledge without a price"]) == (ASIDE, HEAD)


def test_a_text_of_two_short_lines_has_no_headline_over_prose() -> None:
    assert HEAD not in roles(["Nobody came.", "Nobody waited for them either."]).values()


def test_the_line_over_the_byline_is_the_headline_though_it_shares_no_word_with_the_prose() -> None:
    found = roles(["Comment", "Nobody wins at chess alone", "by a columnist", "", *PROSE])
    assert found["Nobody wins at chess alone"] is HEAD


@pytest.mark.parametrize(
    "line",
    [
        "SPONSORED: Explore the lakes of the north",
        "ADVERTISEMENT: The warmest coat that you will ever own now costs half of what it did, "
        "and is sent to your door within two days.",
        "Paid content | Ten gardens to see in spring",
    ],
)
def test_a_line_that_calls_itself_an_advertisement_is_furniture(line: str) -> None:
    assert roles([HEADLINE, *PROSE, line])[line] is ASIDE


def test_who_reported_and_edited_is_furniture_where_a_bracket_says_it_at_the_end() -> None:
    line = "(Reporting by Ida Strand in Oslo; editing by Tom Bridge)"
    assert roles([HEADLINE, *PROSE, line])[line] is ASIDE


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, July 2, 2024 (North Desk) - ",
        "OSLO (ND) — ",
        "TRONDHEIM, Norway — ",
        "Oslo, 2 July 2024 (North Desk) – ",
        "OSLO/BERGEN, July 2 - ",
    ],
)
def test_the_reading_text_begins_behind_the_dateline(dateline: str) -> None:
    first = paragraphs("\n".join([HEADLINE, dateline + PROSE[0], *PROSE[1:]]))[1]
    assert first == PROSE[0]


@pytest.mark.parametrize(
    "opening",
    ["NATO - the alliance of the north - ", "In OSLO, 2 July 2024 - ", "OSLO and Bonn - "],
)
def test_words_before_a_dash_that_are_no_dateline_are_read(opening: str) -> None:
    first = paragraphs("\n".join([HEADLINE, opening + PROSE[0], *PROSE[1:]]))[1]
    assert first == opening + PROSE[0]


def test_the_headline_repeated_as_the_words_of_a_picture_is_furniture() -> None:
    found = roles([HEADLINE, *PROSE[:2], HEADLINE.lower(), *PROSE[2:]])
    assert (found[HEADLINE], found[HEADLINE.lower()]) == (HEAD, ASIDE)


def test_a_bullet_under_the_headline_is_a_standfirst() -> None:
    bullet = "  • The ministers have left the third article open, and nobody says who decides"
    assert roles([HEADLINE, "", bullet, "", *PROSE])[bullet] is LineRole.STANDFIRST


def test_a_paragraph_above_the_byline_is_a_standfirst() -> None:
    summary = "The treaty binds each state to consult the other. It does not say how soon."
    found = roles([HEADLINE, summary, "By Ann Writer", "1 May 2023", *PROSE])
    assert found[summary] is LineRole.STANDFIRST


def test_comments_are_furniture() -> None:
    comment = "I liked the part about the third article, thank you for this report."
    lines = [HEADLINE, *PROSE, "3 comments", "reader_one", comment, "reader_two", "So did I."]
    assert roles(lines)[comment] is ASIDE


def test_blank_lines_are_furniture() -> None:
    assert roles([PROSE[0], "", PROSE[1]])[""] is ASIDE


def test_a_text_broken_at_a_column_is_joined_by_paragraph() -> None:
    assert paragraphs("\n\n".join(textwrap.fill(line, 66) for line in PROSE)) == list(PROSE)


def test_paragraphs_on_following_lines_are_not_joined() -> None:
    assert paragraphs("\n".join(PROSE)) == list(PROSE)


def test_white_space_around_a_line_is_no_part_of_the_reading_text() -> None:
    assert paragraphs(f"  {PROSE[0]}\t\n\n {PROSE[1]} ") == list(PROSE[:2])


def test_furniture_is_not_read() -> None:
    read = paragraphs("\n".join([*MENU, HEADLINE, *PROSE, *OTHER]))
    assert read == [HEADLINE, *PROSE]


def test_a_broken_compound_keeps_its_hyphen() -> None:
    text = (
        "The two foreign ministers met in the capital and agreed on a\n"
        "long-term plan for the two states. They will sign this long-\n"
        "term plan in autumn. Nobody had spoken of the other matters.\n"
        "They left the city on the same evening, without a statement."
    )
    assert "this long-term plan" in "\n".join(paragraphs(text))


def test_the_batch_form_gives_roles_kept_lines_and_their_text() -> None:
    row = {"id": "a", "text": "\n".join([*MENU, HEADLINE, *PROSE, *OTHER])}
    (found,) = annotate_lines([row])
    first = len(MENU) + 2
    assert found["keep"] == list(range(first, first + len(PROSE)))
    assert found["text"] == "\n".join(PROSE)
    assert found["lines"][first - 2] == {"n": first - 1, "role": "headline"}


def test_the_words_of_treaties_are_no_page_matter() -> None:
    report = [
        "The pact was signed in the capital on Monday, under the terms of the older treaty.",
        "Membership of the alliance is open to every state in the region, the president said.",
        "Like the US, Britain has said that it would not register the agreement.",
        "The minister declined to comment on the membership of the alliance.",
        "Popular support for the pact has fallen since last year.",
        "Promoted to general three years ago, he led the delegation to the talks.",
    ]
    found = roles([*MENU, HEADLINE, *PROSE[:2], *report, *PROSE[2:], *OTHER])
    assert {found[line] for line in report} == {BODY}


def test_the_text_of_a_treaty_is_kept_whole() -> None:
    articles = [
        "Article 1",
        "The parties shall settle their disputes by peaceful means.",
        "Article 2",
        "1. If one of the parties is attacked, the other shall provide assistance.",
        "2. The assistance may be military.",
    ]
    assert set(roles(articles).values()) == {BODY}


def test_a_short_answer_in_an_interview_is_body() -> None:
    answer = "“No,” she said."
    assert roles([*MENU, HEADLINE, *PROSE[:2], answer, *PROSE[2:], *OTHER])[answer] is BODY


def test_hostile_lines_take_no_longer_than_others() -> None:
    lines = ["By " + "A" * 50_000, "on " * 20_000, "(photo " * 20_000, "." + '"' * 50_000]
    begun = perf_counter()
    roles(lines)
    assert perf_counter() - begun < 2


LINES = st.lists(
    st.one_of(st.sampled_from([*PROSE, *OTHER, *MENU, HEADLINE, ""]), st.text(max_size=90)),
    max_size=30,
)


@given(LINES)
def test_no_line_is_left_out(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = line_roles(Document(text))
    assert [line.span.of(text) for line in found] == text.split("\n")
    assert [line.n for line in found] == list(range(1, len(found) + 1))


@given(LINES)
def test_every_character_read_stands_in_the_document(lines: list[str]) -> None:
    document = Document("\n".join(lines))
    read = reading_text(document, line_roles(document))
    for segment in read.segments:
        inside = Span(segment.reading, segment.reading + segment.length)
        place = Span(segment.document, segment.document + segment.length)
        assert inside.of(read.text) == place.of(document.text)
    assert "\n".join(block.span.of(read.text) for block in read.blocks) == read.text
