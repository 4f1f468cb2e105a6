"""Ties and dated events in, pictures out: Vega-Lite through Altair, drawn as static SVG."""

from foedus.report.pictures.drawing import svg
from foedus.report.pictures.ties import Tie, ties_picture
from foedus.report.pictures.timeline import Dated, Undated, timeline_picture

__all__ = ["Dated", "Tie", "Undated", "svg", "ties_picture", "timeline_picture"]
