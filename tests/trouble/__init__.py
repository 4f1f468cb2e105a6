"""Bad, hostile and repeated input, end to end: what a user meets at the real faces."""
