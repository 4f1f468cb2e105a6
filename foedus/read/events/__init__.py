"""A parsed text in, its events out: who did what to whom, with PLOVER types (`find_events`)."""

from foedus.read.events.find import find_events

__all__ = ["find_events"]
