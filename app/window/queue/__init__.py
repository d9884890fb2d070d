"""The left side of the window: the clips, their states, and the order of their renders."""
