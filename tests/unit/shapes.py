"""Shapes of networks whose memory is counted, and models of them without numbers."""

from dataclasses import replace

import torch

from engine.networks.checkpoint import _Unfilled
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR

SHAPE = NetworkShape()
SMALL = NetworkShape(
    channels=32,
    cleaning_channels=32,
    cleaning_blocks=5,
    propagation_blocks=6,
    tail_channels=(24, 16),
    flow_levels=4,
    flow_widths=(24, 32, 24, 16),
    flow_kernel=5,
    flow_stride=2,
)
SIZE = 96, 64


def model_of(shape: NetworkShape, dtype: torch.dtype = torch.float16) -> RealBasicVSR:
    """Without numbers: only its sizes matter."""
    with torch.device("meta"), _Unfilled():
        model = RealBasicVSR(shape)
    model.set_precision(dtype)
    return model


def shallow(shape: NetworkShape) -> NetworkShape:
    """Fewer layers of the same width: as much memory in less time."""
    return replace(shape, cleaning_blocks=1, propagation_blocks=2)
