"""Neural networks, their checkpoint files, and the catalogue of models."""
