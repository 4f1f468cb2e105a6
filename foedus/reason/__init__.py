"""Scenarios and treaties in, answers with reasons out: who would owe what to whom, and why not."""
