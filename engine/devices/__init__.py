"""Processors and graphics cards: choosing one, its precision and memory, transfers to it."""
