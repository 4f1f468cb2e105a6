"""Ids of states and treaties in, the names that an editor writes out."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from foedus.law import party_on
from foedus.law.places import place_of
from foedus.law.terms import FACTS, term_of
from foedus.model.treaty import PartialDate, Treaty
from foedus.model.treaty_words import TextStatus
from foedus.read.gazetteer import Gazetteer
from foedus.report.naming import day_words, listed, with_article

CODED = "coded"  # the article of a coarse treaty
LONGEST = 50  # letters of a treaty's name on a screen
MOST = 5  # names in a list before it is cut short
_ID = re.compile(r"\b[A-Z]{3}\b")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_FACT = re.compile(r"\b([a-z][a-z-]+): ")
_CALLED = re.compile(r"\(([A-Z]\w+ [^)]+)\)$")  # "Treaty of ... (Quirinal Treaty)"
_REALM = re.compile(r"\b(?:Republic|Empire|Kingdom|Federation|Islands|States)\b")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_ROMAN = re.compile(r"[IVX]+\b")


@cache
def state(actor: str) -> str:
    """The name of an actor as a list has it; the id itself where the gazetteer has none."""
    record = Gazetteer.load().record(actor)
    return record.name if record else actor


def the_state(actor: str) -> str:
    """The same as a sentence needs it: "the United States"."""
    name = with_article(state(actor))
    return f"the {name}" if _REALM.search(name) and not name.startswith("the ") else name


def states(actors: Iterable[str], most: int = MOST, last: str = "and") -> str:
    """Names in a sentence; of many the first few, and how many others there are."""
    names = [the_state(actor) for actor in dict.fromkeys(actors)]
    if len(names) <= most + 1:
        return listed(names, last)
    return f"{', '.join(names[:most])} {last} {len(names) - most} others"


def bearers(
    actors: Iterable[str], treaty: Treaty, day: date, but: Iterable[str] = (), to: str = ""
) -> str:
    """The states of a treaty: by name, or "the other 31 parties" where they are all but `but`.

    `to` names the treaty where the sentence does not: "the other 31 parties to the ...".
    """
    held = list(dict.fromkeys(actors))
    if len(held) <= MOST:
        return states(held)
    parties = {actor for actor in treaty.actors if party_on(treaty, actor, day)}
    rest = parties - {*but}
    if rest <= {*held}:
        whole = "the other" if {*but} & {*treaty.actors} else "all"
        return f"{whole} {len(held)} parties{to}"
    return states(held, 3)


def day_told(day: date) -> str:
    """19 June 2024."""
    return day_words(day)


def partial(when: PartialDate | None) -> str:
    """A day, a month or a year in words; "" where none is known."""
    if when is None:
        return ""
    if when.first == when.last:
        return day_words(when.first)
    return f"{when.first:%B %Y}" if when.text.count("-") == 1 else when.text


def told(text: str) -> str:
    """A line of the reasoner with names for ids and days in words, without names of facts."""
    text = text.replace("the record lists not all parties", "the record does not list all parties")
    head, areas, listed_ = text.partition("treaty area: ")
    if areas:
        text = head + areas + ", ".join(_place(word) for word in listed_.split(", "))
    text = _FACT.sub(lambda found: "" if found[1] in FACTS else found[0], text)
    named = _ID.sub(lambda found: _named(found[0]), text)
    return _DAY.sub(lambda found: day_words(date.fromisoformat(found[0])), named)


def _place(word: str) -> str:
    place = place_of(word)
    return place.names[0] if place else word


def _named(word: str) -> str:
    return word if state(word) == word else the_state(word)


def treaty_name(treaty: Treaty) -> str:
    """A short name with its year: "North Atlantic Treaty (1949)"."""
    if treaty.text_status is TextStatus.CODED:
        return told(treaty.title)
    called = treaty.also_called
    title = next(
        (
            name
            for name in (*_CALLED.findall(treaty.title), treaty.title, *reversed(called))
            if len(name) <= LONGEST and not name.isupper()
        ),
        "",
    )
    actors = treaty.actors
    if not title and len(actors) == 2:
        kind = next((k for k in ("Agreement", "Declaration", "Protocol") if k in treaty.title), "")
        title = f"{kind or 'Treaty'} of {listed(map(the_state, actors))}"
    title = title or re.split(r" (?:between|concerning|in connection) ", treaty.title)[0]
    letters = next((n for n in treaty.also_called if n.isupper() and n not in title), "")
    year = treaty.signed[0].day.text[:4] if treaty.signed and treaty.signed[0].day else ""
    inside = ", ".join(word for word in (letters, year if year not in title else "") if word)
    return f"{title} ({inside})" if inside else title


def article_name(number: str) -> str:
    """ "Article 4"; for a clause whose article is not known, "the clause on defence"."""
    if number == CODED:
        return "as coded"
    if _YEAR.fullmatch(number):
        return f"the clause of {number}"
    numbered = number[:1].isdigit() or _ROMAN.match(number)
    return f"Article {number}" if numbered else f"the clause on {number}"


def place_in(treaty: Treaty, article: str) -> str:
    """ "North Atlantic Treaty (1949), Article 5"."""
    return f"{treaty_name(treaty)}, {article_name(article)}"


def term_name(term: str) -> str:
    """The words of a term: "state of war" for "rus-prk-2024/state_of_war"."""
    word = term.rpartition("/")[2]
    held = term_of(word)
    return (held.id if held else word).replace("_", " ")
