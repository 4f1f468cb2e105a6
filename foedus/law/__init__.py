"""Treaties as data: load, check and format the records; ask which bind whom on a day."""

from foedus.law.format import format_treaty, treaty_table
from foedus.law.library import Library, find, library
from foedus.law.load import FOLDER, lint, load_treaties, load_treaty, read_treaty
from foedus.law.standing import Standing, happened_by, party_on, standing, status_on

__all__ = [
    "FOLDER",
    "Library",
    "Standing",
    "find",
    "format_treaty",
    "happened_by",
    "library",
    "lint",
    "load_treaties",
    "load_treaty",
    "party_on",
    "read_treaty",
    "standing",
    "status_on",
    "treaty_table",
]
