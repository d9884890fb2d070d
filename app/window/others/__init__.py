"""The page of the other computers that share the work."""
