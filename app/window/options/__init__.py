"""The right side of the window: the options of the selected clips."""
