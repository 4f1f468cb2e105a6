"""A parsed text with its cast and statements in, its claims out (`find_claims`)."""

from foedus.read.frames.assemble import find_claims

__all__ = ["find_claims"]
