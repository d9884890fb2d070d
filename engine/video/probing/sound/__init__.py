"""The search for faults of the sound."""
