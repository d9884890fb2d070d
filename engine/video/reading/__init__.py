"""From packets to upright RGB pictures, each with its own time."""
