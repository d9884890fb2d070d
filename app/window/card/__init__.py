"""The graphics card: what was found, and PyTorch's build for it."""
