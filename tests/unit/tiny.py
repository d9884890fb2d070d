"""The smallest network that has every part, and a still smaller one for whole renders."""

from dataclasses import replace

import torch

from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR

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
_QUICK = replace(
    TINY,
    channels=4,
    cleaning_channels=4,
    cleaning_blocks=0,
    propagation_blocks=0,
    tail_channels=(4, 4),
    half_channels=4,
    flow_levels=1,
    flow_widths=(4,),
    flow_kernel=1,
)


def quick_network() -> RealBasicVSR:
    """A network for tests of what surrounds it: it enlarges twice, and is the same every time.

    Its cleaning changes pictures so little that frames are cleaned a different number of times.
    """
    torch.manual_seed(0)
    network = RealBasicVSR(_QUICK).eval().requires_grad_(False)
    for parameter in network.image_cleaning[1].parameters():
        parameter.mul_(0.1)
    network.use_scale(2)
    return network.to(memory_format=torch.channels_last)


TINY_NETWORK = """
import functools
import sys
if "look-at-sources" not in sys.argv:  # which does without torch
    import engine.restoring.restorer as restorer
    from tests.unit.tiny import quick_network
    network = quick_network()
    restorer._load = functools.cache(lambda *_, **_given: network)
"""
"""It takes the place of the bundled one in a program of its own."""
