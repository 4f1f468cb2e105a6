"""Statements in; the same with how each content is put (mood, hedge, condition) out."""

from foedus.read.statement_moods.put import put_statements

__all__ = ["put_statements"]
