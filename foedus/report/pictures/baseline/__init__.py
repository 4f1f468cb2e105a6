"""Pictures of the baseline: plain rows in, Altair charts out, for notebook, page and SVG."""
