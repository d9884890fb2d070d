"""The middle of the window: the picture before and after, its preview and its timeline."""
