"""Distance of two pictures in the features of SqueezeNet 1.1: what the eye sees and pixels do not.

The same distance is a measure of `engine.training.evaluate` and a loss of the training.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.checkpoint import check_tensors, read_tensors
from engine.training.checksums import check_file

_SHA256 = "44e329786120bccbd75c90802d02427e11a0032460a303eadf1a8b955620297a"
_MEAN_BGR = (104.0, 117.0, 123.0)
_FIRES = {
    2: (64, 16, 64),
    3: (128, 16, 64),
    4: (128, 32, 128),
    5: (256, 32, 128),
    6: (256, 48, 192),
    7: (384, 48, 192),
    8: (384, 64, 256),
    9: (512, 64, 256),
}
"""Channels that come in, are squeezed to, and leave by each of the two expanding layers."""
_POOLED = {2, 4, 6}
"""Modules behind a pooling that halves the size."""
_TAPPED = {3, 5, 6, 7, 8, 9}
"""Modules whose output is compared, as is that of the first convolution."""
_LEAST_LENGTH = 1e-6
STRENGTHS = (36.0, 57.0, 43.0, 49.0, 24.0, 20.0, 8.0)
"""Root mean square of the seven tapped activations, over 24 photographs."""
TAP_CHANNELS = (64, 128, 256, 384, 384, 512, 512)


class _Fire(nn.Module):
    """Few channels, then many, by 1x1 and 3x3 convolutions side by side."""

    def __init__(self, in_channels: int, squeezed: int, expanded: int) -> None:
        super().__init__()
        self.squeeze1x1 = nn.Conv2d(in_channels, squeezed, 1)
        self.expand1x1 = nn.Conv2d(squeezed, expanded, 1)
        self.expand3x3 = nn.Conv2d(squeezed, expanded, 3, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        """``(b, in_channels, h, w)`` to ``(b, 2 * expanded, h, w)``."""
        x = F.relu(self.squeeze1x1(x))
        return F.relu(torch.cat((self.expand1x1(x), self.expand3x3(x)), dim=1))


class SqueezeNetFeatures(nn.Module):
    """The convolutions of SqueezeNet 1.1 (Iandola et al., arXiv:1602.07360), without gradients."""

    mean: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 3, 2)
        for number, channels in _FIRES.items():
            self.add_module(f"fire{number}", _Fire(*channels))
        self.register_buffer("mean", torch.tensor(_MEAN_BGR).view(1, 3, 1, 1), persistent=False)
        self.eval().requires_grad_(False)

    @classmethod
    def read(cls, path: Path) -> SqueezeNetFeatures:
        """Read ``squeezenet_v1.1_imagenet.safetensors``.

        Raises:
            WeightsError: the file cannot be read, or is another one.
        """
        check_file(path, _SHA256)
        network = cls()
        state = {
            name.replace("/", "."): value
            for name, value in read_tensors(path).items()
            if not name.startswith("conv10")  # the classifier
        }
        check_tensors(path.name, state, network.state_dict())
        network.load_state_dict(state)
        return network

    def forward(self, frames: Tensor) -> list[Tensor]:
        """Seven features of ``(b, 3, h, w)`` RGB in [0, 1], each place scaled to unit length.

        The sides have at least 32 pixels.
        """
        return [_at_unit_length(x) for x in self.activations(frames)]

    def activations(self, frames: Tensor, taps: int = len(TAP_CHANNELS)) -> list[Tensor]:
        """The first ``taps`` of the seven tapped activations of ``(b, 3, h, w)`` RGB in [0, 1].

        They have `TAP_CHANNELS`, at a half, a quarter, an eighth and then a sixteenth of the size.
        """
        x = F.relu(self.conv1(255 * frames.flip(1) - self.mean))
        tapped = [x]
        for number in _FIRES:
            if len(tapped) == taps:
                break
            if number in _POOLED:
                x = F.max_pool2d(x, 3, 2, ceil_mode=True)
            x = self.get_submodule(f"fire{number}")(x)
            if number in _TAPPED:
                tapped.append(x)
        return tapped

    def distance(self, made: Tensor, real: Tensor) -> Tensor:
        """Mean over pictures of the distance between two ``(b, 3, h, w)`` RGB in [0, 1].

        The squared differences of the features are summed over channels, averaged over places and
        summed over the seven layers. Only ``made`` gets a gradient.

        Source: Zhang et al., "The Unreasonable Effectiveness of Deep Features as a Perceptual
        Metric" (arXiv:1801.03924), Eqn. 1, with all weights 1.
        """
        with torch.no_grad():
            wanted = self(real)
        pairs = zip(self(made), wanted, strict=True)
        return torch.stack([((a - b) ** 2).sum(1).mean() for a, b in pairs]).sum()


def _at_unit_length(x: Tensor) -> Tensor:
    """``(b, c, h, w)`` in 32-bit, divided by its length at every place."""
    x = x.float()
    length = x.square().sum(1, keepdim=True).add(_LEAST_LENGTH**2).sqrt()
    return x / length
