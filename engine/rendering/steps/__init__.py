"""Treatments of the picture: before the network, and after it."""
