"""Frames in, enlarged frames out: streaming through a network in bounded memory."""
