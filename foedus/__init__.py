"""foedus reads the news and the treaties, and tells who is bound to whom, by which words."""

__version__ = "0.1.0"
