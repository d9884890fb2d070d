"""Faults of tapes and films: how each shows in the pictures of a source."""
