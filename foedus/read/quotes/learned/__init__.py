"""A tagger that users train on their own corpus, and that works together with the rules."""

from foedus.read.quotes.learned.model import Tagger

__all__ = ["Tagger"]
