"""Words that several frames share."""

INSTRUMENTS = frozenset({
    "treaty", "pact", "agreement", "accord", "convention", "protocol", "memorandum", "deal",
    "charter", "covenant", "compact", "armistice", "truce", "ceasefire", "concordat", "entente",
    "declaration", "communique", "communiqué", "letter", "understanding", "partnership", "contract",
})  # fmt: skip
"""Nouns for agreements between states."""
