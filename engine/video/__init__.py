"""Reading and writing video files with PyAV; nothing else in the engine touches `av`."""
