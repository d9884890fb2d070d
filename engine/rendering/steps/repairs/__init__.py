"""Repairs: what is done about each fault that the first look at a source can find."""
