"""Real-ESRGAN's large network for single pictures, whose edges and textures ours learns.

Source: Wang et al., "Real-ESRGAN" (arXiv:2107.10833); the network is ESRGAN's (arXiv:1809.00219).
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.checkpoint import check_tensors, read_tensors
from engine.training.checksums import check_file

_SHA256 = "d2fb588529ccabe540d912541579a9110f3dcc8b77bf4121305a36d523bfdd28"
_RESIDUAL_SCALE = 0.2


class _DenseBlock(nn.Module):
    """Five convolutions, each of which sees the results of all before it."""

    def __init__(self, channels: int, growth: int) -> None:
        super().__init__()
        for number in range(1, 6):
            out_channels = growth if number < 5 else channels
            conv = nn.Conv2d(channels + (number - 1) * growth, out_channels, 3, 1, 1)
            self.add_module(f"conv{number}", conv)

    def forward(self, x: Tensor) -> Tensor:
        """``(b, channels, h, w)`` to the same shape."""
        known = x
        for number in range(1, 5):
            new = F.leaky_relu(self.get_submodule(f"conv{number}")(known), 0.2)
            known = torch.cat((known, new), dim=1)
        residual: Tensor = self.get_submodule("conv5")(known)
        return x + _RESIDUAL_SCALE * residual


class _DenseBlocks(nn.Module):
    """Three dense blocks around a residual."""

    def __init__(self, channels: int, growth: int) -> None:
        super().__init__()
        self.rdb1 = _DenseBlock(channels, growth)
        self.rdb2 = _DenseBlock(channels, growth)
        self.rdb3 = _DenseBlock(channels, growth)

    def forward(self, x: Tensor) -> Tensor:
        """``(b, channels, h, w)`` to the same shape."""
        residual: Tensor = self.rdb3(self.rdb2(self.rdb1(x)))
        return x + _RESIDUAL_SCALE * residual


class Teacher(nn.Module):
    """RRDBNet: four times the size, every picture on its own. Names are those of the file."""

    def __init__(self, channels: int = 64, growth: int = 32, blocks: int = 23) -> None:
        super().__init__()
        self.conv_first = nn.Conv2d(3, channels, 3, 1, 1)
        self.body = nn.Sequential(*(_DenseBlocks(channels, growth) for _ in range(blocks)))
        self.conv_body = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_up1 = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_up2 = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_hr = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_last = nn.Conv2d(channels, 3, 3, 1, 1)

    @classmethod
    def read(cls, path: Path) -> Teacher:
        """Read ``RealESRGAN_x4plus.from_ncnn_fp16.safetensors``, ready for inference in 32-bit.

        Raises:
            WeightsError: the file cannot be read, or is another one.
        """
        check_file(path, _SHA256)
        with torch.device("meta"):
            network = cls()
        state = read_tensors(path)
        check_tensors(path.name, state, network.state_dict())
        network.load_state_dict({k: v.float() for k, v in state.items()}, assign=True)
        return network.eval().requires_grad_(False)

    def forward(self, frames: Tensor) -> Tensor:
        """``(b, 3, h, w)`` RGB in [0, 1] to ``(b, 3, 4h, 4w)``, not clamped."""
        x = self.conv_first(frames)
        x = x + self.conv_body(self.body(x))
        for conv in (self.conv_up1, self.conv_up2):
            x = F.leaky_relu(conv(F.interpolate(x, scale_factor=2, mode="nearest")), 0.2)
        out: Tensor = self.conv_last(F.leaky_relu(self.conv_hr(x), 0.2))
        return out
