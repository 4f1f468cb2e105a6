"""Measures of foedus on real data, with floors that only rise."""
