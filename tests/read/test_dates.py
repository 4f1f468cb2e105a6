"""Date expressions: which words are one, which days they stand for, what stays as said."""

from datetime import date

import pytest

from foedus.model.dates import Granularity, Tense, Time
from foedus.read.dates import find_times, tense_of, time_at
from foedus.read.sentences import Parsed, parse, plain_reading

PUBLISHED = date(2024, 6, 27)  # a Thursday


def read(text: str) -> Parsed:
    return parse(plain_reading(text))


def times(text: str, published: date | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(read(text), published)


def only(text: str, published: date | None = PUBLISHED) -> Time:
    found = times(text, published)
    assert len(found) == 1, [time.said for time in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "said", "since", "until", "granularity"),
    [
        ("They signed on June 19, 2024.", "on June 19, 2024", (2024, 6, 19), (2024, 6, 19), "day"),
        ("They signed on 3 May 1987.", "on 3 May 1987", (1987, 5, 3), (1987, 5, 3), "day"),
        ("They met on 2023-11-05 in Oslo.", "on 2023-11-05", (2023, 11, 5), (2023, 11, 5), "day"),
        ("The fair ran on May 4-6, 2019.", "on May 4-6, 2019", (2019, 5, 4), (2019, 5, 6), "range"),
        ("Talks began in April 1949.", "in April 1949", (1949, 4, 1), (1949, 4, 30), "month"),
        ("The base closed in 1961.", "in 1961", (1961, 1, 1), (1961, 12, 31), "year"),
        ("They met on the 5th of May 1987.", "on the 5th of May 1987", (1987, 5, 5), (1987, 5, 5),
         "day"),
        ("Growth slowed in mid-2014.", "in mid-2014", (2014, 1, 1), (2014, 12, 31), "year"),
        ("The 1934 treaty lapsed.", "1934", (1934, 1, 1), (1934, 12, 31), "year"),
        ("Trade grew in the 1990s.", "in the 1990s", (1990, 1, 1), (1999, 12, 31), "decade"),
        ("The 2010s were quiet.", "2010s", (2010, 1, 1), (2019, 12, 31), "decade"),
        ("The 2004-2005 accords failed.", "2004-2005", (2004, 1, 1), (2005, 12, 31), "range"),
        ("It fell between 1998 and 2002.", "between 1998 and 2002", (1998, 1, 1), (2002, 12, 31),
         "range"),
        ("She ruled from 1970 to 1974.", "from 1970 to 1974", (1970, 1, 1), (1974, 12, 31),
         "range"),
        ("It grew in the first quarter of 2021.", "in the first quarter of 2021", (2021, 1, 1),
         (2021, 3, 31), "range"),
        ("He wrote in the 19th century.", "in the 19th century", (1801, 1, 1), (1900, 12, 31),
         "range"),
    ],
)  # fmt: skip
def test_an_absolute_date_needs_no_day_of_publication(
    text: str,
    said: str,
    since: tuple[int, int, int],
    until: tuple[int, int, int],
    granularity: str,
) -> None:
    time = only(text, published=None)
    assert (time.said, time.since, time.until, time.granularity.value) == (
        said, date(*since), date(*until), granularity,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("The envoys met on Tuesday.", (2024, 6, 25), (2024, 6, 25)),
        ("The envoys met on Thursday.", (2024, 6, 27), (2024, 6, 27)),
        ("The envoys will meet on Tuesday.", (2024, 7, 2), (2024, 7, 2)),
        ("The envoys are meeting on Saturday.", (2024, 6, 29), (2024, 6, 29)),
        ("The envoys met last Thursday.", (2024, 6, 20), (2024, 6, 20)),
        ("The envoys met yesterday.", (2024, 6, 26), (2024, 6, 26)),
        ("The envoys will meet tomorrow.", (2024, 6, 28), (2024, 6, 28)),
        ("The envoys met in January.", (2024, 1, 1), (2024, 1, 31)),
        ("The envoys met in November.", (2023, 11, 1), (2023, 11, 30)),
        ("The envoys will meet in January.", (2025, 1, 1), (2025, 1, 31)),
        ("The envoys met on March 3.", (2024, 3, 3), (2024, 3, 3)),
        ("The envoys will meet on March 3.", (2025, 3, 3), (2025, 3, 3)),
        ("The envoys met last week.", (2024, 6, 17), (2024, 6, 23)),
        ("The envoys will meet next month.", (2024, 7, 1), (2024, 7, 31)),
        ("The envoys met last year.", (2023, 1, 1), (2023, 12, 31)),
        ("The envoys met two days ago.", (2024, 6, 25), (2024, 6, 25)),
        ("The envoys met three months ago.", (2024, 3, 1), (2024, 3, 31)),
        ("Exports doubled over the past three years.", (2021, 6, 27), (2024, 6, 27)),
        ("The summit is set for Monday.", (2024, 7, 1), (2024, 7, 1)),
        ("He will stay from Tuesday to Thursday.", (2024, 7, 2), (2024, 7, 4)),
    ],
)
def test_a_relative_date_counts_from_the_day_of_publication(
    text: str, since: tuple[int, int, int], until: tuple[int, int, int]
) -> None:
    time = only(text)
    assert (time.since, time.until) == (date(*since), date(*until))
    assert time.resolved_from == PUBLISHED


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met on Tuesday.",
        "The envoys met in January.",
        "The envoys met last week.",
        "The envoys met on March 3.",
        "The envoys met two weeks ago.",
    ],
)
def test_without_a_day_of_publication_a_relative_date_stays_as_said(text: str) -> None:
    time = only(text, published=None)
    assert (time.since, time.until, time.resolved_from) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The envoys arrived nine months before.",  # before what is told elsewhere
        "The guests will leave next Friday.",  # this week's or the week after's
        "The talks were held in fiscal 2019.",
        "Prices rose in recent years.",
        "Officials praised the plan, promising talks in March.",
        "The Sept. 11 attacks changed everything.",  # of which year, only the reader knows
        "They moved half a year ago.",
        "The envoy left the next day.",
        "The envoy left later that week.",
    ],
)
def test_what_the_words_leave_open_stays_open(text: str) -> None:
    time = only(text)
    assert (time.since, time.until) == (None, None)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("The port has been shut since 2014.", (2014, 1, 1), None),
        ("The vote was put off until Friday.", None, (2024, 6, 28)),
        ("The lease runs until 2030.", None, (2030, 12, 31)),
        ("The army left before June 2019.", None, (2019, 5, 31)),
        ("The trade ended after 2014.", (2015, 1, 1), None),
        ("The law must pass by the end of the year.", None, (2024, 12, 31)),
        ("The law must pass before the end of the year.", None, (2024, 12, 31)),
        ("The law must pass before the end of August 2024.", None, (2024, 8, 31)),
    ],
)
def test_a_preposition_opens_one_end(
    text: str, since: tuple[int, int, int] | None, until: tuple[int, int, int] | None
) -> None:
    time = only(text)
    assert time.since == (date(*since) if since else None)
    assert time.until == (date(*until) if until else None)
    assert time.granularity is Granularity.RANGE


@pytest.mark.parametrize(
    "text",
    [
        "The general sent 2000 soldiers.",
        "The council adopted Resolution 1718.",
        "The minister may resign.",
        "They will march through the square.",
        "It was the first visit in 24 years.",
        "The king ruled for 24 years.",
        "It was the last week of talks.",
        "The court sits every Monday.",
        "The tower cost $1999.",
        "Shots were heard at 1900 GMT.",
    ],
)
def test_numbers_names_and_durations_are_no_dates(text: str) -> None:
    assert times(text) == ()


def test_a_preposition_before_a_dated_noun_is_not_the_dates() -> None:
    time = only("The minister resigned before the 2016 election.")
    assert (time.said, time.until) == ("2016", date(2016, 12, 31))


def test_a_day_told_beside_another_year_is_not_of_this_year() -> None:
    july = times("In 1961 the two met, and on July 6 they signed.")[-1]
    assert (july.said, july.since) == ("on July 6", None)


def test_the_words_are_exactly_those_at_the_span() -> None:
    parsed = read(
        "Before dawn, the “Lima Pact” was signed — on June 19, 2024 — and kept till 2030."
    )
    for time in find_times(parsed, PUBLISHED):
        assert time.span is not None
        assert time.span.of(parsed.reading.text) == time.said


def test_the_full_stop_of_a_sentence_is_no_part_of_a_month() -> None:
    assert only("They signed on the 5th of May.").said == "on the 5th of May"


def test_no_date_runs_over_a_paragraph() -> None:
    assert [t.said for t in times("The pact was signed in June\n2019 was another matter.")] == [
        "in June", "2019",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The premier will visit Lima.", "visit", Tense.FUTURE),
        ("The premier vowed to visit Lima.", "visit", Tense.FUTURE),
        ("The premier managed to visit Lima.", "visit", Tense.PAST),
        ("The premier said he would visit Lima.", "visit", Tense.FUTURE),
        ("The premier would have visited Lima.", "visited", Tense.PAST),
        ("The premier has visited Lima.", "visited", Tense.PAST),
        ("The premier is visiting Lima.", "visiting", Tense.PRESENT),
        ("The premier is going to visit Lima.", "visit", Tense.FUTURE),
        ("The pact binds both states.", "binds", Tense.PRESENT),
        ("The pact signed by both states is short.", "signed", Tense.PAST),
    ],
)
def test_tense_is_read_off_the_verb(text: str, word: str, tense: Tense) -> None:
    token = next(t for t in read(text).doc if t.text == word)
    assert tense_of(token) is tense


def at(text: str, word: str) -> Time:
    parsed = read(text)
    token = next(t for t in parsed.doc if t.text == word)
    return time_at(find_times(parsed, PUBLISHED), parsed.doc, token)


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("They met on Monday and will sign on Friday.", "met", "on Monday"),
        ("They met on Monday and will sign on Friday.", "sign", "on Friday"),
        ("They said on Monday that the base closed in 2019.", "closed", "in 2019"),
        ("They said on Monday that the base closed in 2019.", "said", "on Monday"),
        ("They vowed on Monday to sign the pact.", "sign", None),
        ("They held a summit on Monday.", "held", "on Monday"),
        ("Monday's summit was brief.", "summit", "Monday"),
        ("They replaced the 1961 treaty.", "replaced", None),
        ("They replaced two treaties from 1961.", "replaced", None),
        ("They replaced the 1961 treaty.", "treaty", "1961"),
        ("The summit took place on Monday.", "summit", "on Monday"),
        ("The tests began in 1998, when Rome closed the port.", "closed", "in 1998"),
        ("Rome has sent rice since 2013, and Oslo will send oil.", "will", None),
        ("Rome has sent rice since a summit last May.", "sent", "since a summit last May"),
        ("Rome has sent rice since at least 2013.", "sent", "since at least 2013"),
        ("Rome has sent rice since the two met in 2013.", "sent", "since the two met in 2013"),
        ("Rome sent rice since the port had closed in 2013.", "sent", None),
    ],
)
def test_an_event_takes_the_date_of_its_own_clause(text: str, word: str, said: str | None) -> None:
    assert at(text, word).said == said


def test_since_an_event_of_a_day_leaves_the_end_open() -> None:
    time = at("Rome has sent rice since a summit in May 2021.", "sent")
    assert (time.since, time.until) == (date(2021, 5, 1), None)


def test_a_present_with_a_day_to_come_is_future() -> None:
    assert at("They are flying to Oslo next week.", "flying").tense is Tense.FUTURE


def test_an_event_without_a_date_still_has_its_tense() -> None:
    assert at("They will sign the pact.", "sign") == Time(tense=Tense.FUTURE)


def test_a_month_of_last_year_counts_from_the_year_of_publication() -> None:
    time = only("They signed it in July last year.")
    assert time.since == date(PUBLISHED.year - 1, 7, 1)
    assert time.until == date(PUBLISHED.year - 1, 7, 31)
