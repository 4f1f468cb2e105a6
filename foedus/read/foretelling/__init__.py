"""A claim that foretells in; whether it can be scored, until when and how likely, out."""

from foedus.read.foretelling.bars import Told, told_of

__all__ = ["Told", "told_of"]
