"""A parsed text in, its events out: who did what to whom, with PLOVER types (see `find`)."""
