"""Answers in, pages out: the brief, its pictures, and the forms in which it is written."""
