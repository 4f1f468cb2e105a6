"""The sections of a brief: each a function from the desk to its items."""
