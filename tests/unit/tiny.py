"""The smallest network that has every part."""

from engine.networks.realbasicvsr import NetworkShape

TINY = NetworkShape(
    channels=8,
    cleaning_channels=8,
    cleaning_blocks=1,
    propagation_blocks=1,
    tail_channels=(8, 8),
    flow_levels=3,
    flow_widths=(8, 8),
    flow_kernel=3,
)
TINY_NETWORK = """
import functools
import sys
if "look-at-sources" not in sys.argv:  # which does without torch
    import torch
    import engine.restoring.restorer as restorer
    from engine.networks.realbasicvsr import RealBasicVSR
    from tests.unit.tiny import TINY
    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    restorer._load = functools.cache(lambda *_, **_given: network)
"""
"""It takes the place of the bundled one in a program of its own."""
