"""Where material that is no part of the project lies: clips, reference tensors, weights."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""Tests that want something of it are skipped where it is not."""
