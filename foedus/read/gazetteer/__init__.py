"""The dated gazetteer: states, organisations and their office-holders, looked up by name and day.

In: TOML records (`foedus/data/actors/**.toml`, and folders of the user's own). Out: for any
string of a text, the actors that it may name, and in what way; for any day, who held an office.
"""

from foedus.read.gazetteer.check import extends, record_of
from foedus.read.gazetteer.index import Gazetteer, use
from foedus.read.gazetteer.layout import format_record
from foedus.read.gazetteer.records import (
    Form,
    Holder,
    Member,
    Name,
    Office,
    Person,
    Record,
    Sense,
    normal,
)

__all__ = [
    "Form",
    "Gazetteer",
    "Holder",
    "Member",
    "Name",
    "Office",
    "Person",
    "Record",
    "Sense",
    "extends",
    "format_record",
    "normal",
    "record_of",
    "use",
]
