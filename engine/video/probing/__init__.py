"""The first look at a source: what it is, and how it has to be read."""
