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
