"""What `pdf/1` gives of a PDF: the lines of all pages; running heads and page numbers set aside."""

import textwrap

from foedus.model.document import LineRole
from foedus.read.clean import line_roles, reading_text
from foedus.read.receive import Received, receive
from tests.read.pages import PROSE, pdf

FIRST = textwrap.wrap(PROSE[0], 60) + textwrap.wrap(PROSE[1], 60)
SECOND = textwrap.wrap(PROSE[2], 60) + textwrap.wrap(PROSE[3], 60)


def read(received: Received) -> list[str]:
    lines = line_roles(received.document, received.hints)
    return reading_text(received.document, lines).text.split("\n")


def test_the_lines_of_all_pages_are_kept_in_order() -> None:
    assert receive(pdf([FIRST, SECOND])).document.text.split("\n") == FIRST + SECOND


def test_paragraphs_are_put_together() -> None:
    assert read(receive(pdf([FIRST, SECOND]))) == list(PROSE)


def test_running_heads_and_page_numbers_are_furniture() -> None:
    received = receive(pdf([["Sample Papers 7", *FIRST, "1"], ["Sample Papers 7", *SECOND, "2"]]))
    text = received.document.text
    aside = [
        line.span.of(text)
        for line in line_roles(received.document, received.hints)
        if line.role is LineRole.FURNITURE
    ]
    assert aside == ["Sample Papers 7", "1", "Sample Papers 7", "2"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    pages = [["Sample Papers", *FIRST[:2], "1"], ["Sample Papers", *FIRST[2:], *SECOND, "2"]]
    assert read(receive(pdf(pages))) == list(PROSE)


def test_a_broken_word_is_joined_in_the_reading_text_only() -> None:
    lines = [
        "The two foreign ministers met in the capital and agreed that",
        "the treaty of friendship would be put before both parlia-",
        "ments before the summer, and that each of the two states was",
        "to consult the other first. Nobody had spoken of any troops.",
    ]
    received = receive(pdf([lines]))
    assert "parlia-\nments" in received.document.text
    assert "both parliaments before" in "\n".join(read(received))


def test_title_and_author_come_from_the_file() -> None:
    receipt = receive(pdf([FIRST], info="/Title (A report) /Author (A. Writer)")).receipt
    assert (receipt.title, receipt.author, receipt.published) == ("A report", "A. Writer", None)
