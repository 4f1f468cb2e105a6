"""Panels: the imported tables put together by state, pair and time, traceable, by the day."""
