"""Sentences and numbers for people, used by the window and the command line alike."""
