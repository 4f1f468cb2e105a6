"""A parse in, the cast of the text out, step by step."""

from datetime import date
from functools import cache

from foedus.model.actor import Cast
from foedus.read.actors.affiliations import affiliate
from foedus.read.actors.again import name_again
from foedus.read.actors.draft import Draft
from foedus.read.actors.ministries import settle_ministries
from foedus.read.actors.named import name_actors
from foedus.read.actors.people import name_people
from foedus.read.actors.pronouns import resolve_pronouns
from foedus.read.actors.roles import describe_actors
from foedus.read.actors.scan import Scanner
from foedus.read.gazetteer import Gazetteer
from foedus.read.sentences import Parsed, normalised


def find_actors(
    parsed: Parsed, published: date | None = None, gazetteer: Gazetteer | None = None
) -> Cast:
    """The actors of the text and every mention of them, as offsets into the reading text.

    `published` chooses the office-holders that a title alone names. Without a gazetteer the
    packaged one is used.
    """
    gazetteer = gazetteer or Gazetteer.load()
    draft = Draft(parsed, gazetteer, published)
    draft.hits = list(scanner_of(gazetteer).scan(normalised(draft.text)))
    name_people(draft)
    name_actors(draft, draft.hits)
    affiliate(draft)
    describe_actors(draft)
    settle_ministries(draft)
    name_again(draft)
    resolve_pronouns(draft)
    return draft.cast()


@cache
def scanner_of(gazetteer: Gazetteer) -> Scanner:
    """The scanner of a gazetteer, made once."""
    return Scanner(gazetteer)
