"""Words that several frames share."""

INSTRUMENTS = frozenset({
    "treaty", "pact", "agreement", "accord", "convention", "protocol", "memorandum", "deal",
    "charter", "covenant", "compact", "armistice", "truce", "ceasefire", "concordat", "entente",
    "declaration", "communique", "communiqué", "letter", "understanding", "partnership", "contract",
    "lease",
})  # fmt: skip
"""Nouns for agreements between states."""

PLANS = frozenset(
    {"plan", "programme", "program", "roadmap", "framework", "arrangement", "statement"}
)
"""Nouns for agreements only where two states have signed one."""

PARTS = frozenset({
    "text", "article", "clause", "provision", "preamble", "wording", "section", "paragraph",
    "chapter", "term", "annex",
})  # fmt: skip
"""Nouns for what an agreement is made of."""
