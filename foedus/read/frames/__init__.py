"""A parsed text with its cast and statements in, its claims out (see `assemble.find_claims`)."""
