"""What a restoration is compared with: plain enlargements and a network for single pictures."""

from __future__ import annotations

import pickle
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks.checkpoint import check_tensors
from engine.networks.realbasicvsr import SCALE

_LANCZOS_LOBES = 3
_UNSHARP_SIGMA = 1.5
_UNSHARP_AMOUNT = 0.6


def bicubic(lq: Tensor) -> Tensor:
    """``(t, 3, h, w)`` four times as large by bicubic interpolation."""
    return F.interpolate(lq, scale_factor=SCALE, mode="bicubic", align_corners=False).clamp(0, 1)


def sharpened_lanczos(lq: Tensor) -> Tensor:
    """``(t, 3, h, w)`` four times as large with a Lanczos filter, then an unsharp mask."""
    rows, columns = (_lanczos_matrix(side) for side in lq.shape[-2:])
    large = rows @ lq @ columns.T
    return (large + _UNSHARP_AMOUNT * (large - _blurred(large))).clamp(0, 1)


def _lanczos_matrix(side: int) -> Tensor:
    """``(4 * side, side)`` weights; what lies outside repeats the edge."""
    place = (torch.arange(SCALE * side, dtype=torch.float64) + 0.5) / SCALE - 0.5
    first = place.floor().long() - _LANCZOS_LOBES + 1
    matrix = torch.zeros(SCALE * side, side, dtype=torch.float64)
    for tap in range(2 * _LANCZOS_LOBES):
        x = place - (first + tap)
        weight = torch.sinc(x) * torch.sinc(x / _LANCZOS_LOBES)
        matrix.scatter_add_(1, (first + tap).clamp(0, side - 1)[:, None], weight[:, None])
    return (matrix / matrix.sum(1, keepdim=True)).float()


def _blurred(frames: Tensor) -> Tensor:
    axis = torch.arange(-4, 5, dtype=torch.float32)
    line = torch.exp(-0.5 * (axis / _UNSHARP_SIGMA) ** 2)
    line = (line / line.sum()).expand(3, 1, 9)
    padded = F.pad(frames, (4, 4, 4, 4), mode="replicate")
    return F.conv2d(F.conv2d(padded, line[:, :, :, None], groups=3), line[:, :, None], groups=3)


class CompactNetwork(nn.Module):
    """Real-ESRGAN's compact network, picture by picture.

    Source: `SRVGGNetCompact`, Wang et al., "Real-ESRGAN", arXiv:2107.10833, released code.
    """

    def __init__(self, channels: int = 64, convolutions: int = 32) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(3, channels, 3, 1, 1), nn.PReLU(channels)]
        for _ in range(convolutions):
            layers += [nn.Conv2d(channels, channels, 3, 1, 1), nn.PReLU(channels)]
        layers.append(nn.Conv2d(channels, 3 * SCALE**2, 3, 1, 1))
        self.body = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        """``(n, 3, h, w)`` RGB in [0, 1] to ``(n, 3, 4h, 4w)``, not clamped."""
        residual = F.pixel_shuffle(self.body(x), SCALE)
        return residual + F.interpolate(x, scale_factor=SCALE, mode="nearest")


def read_compact_network(path: Path) -> CompactNetwork:
    """Read ``realesr-general-x4v3.pth``, ready for inference.

    Raises:
        WeightsError: the file cannot be read or holds another network.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)["params"]
    except (OSError, RuntimeError, EOFError, KeyError, TypeError, pickle.UnpicklingError) as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, str(exc)) from exc
    network = CompactNetwork()
    check_tensors(path.name, state, network.state_dict())
    network.load_state_dict(state)
    return network.eval().requires_grad_(False)


def restore_pictures(network: CompactNetwork, lq: Tensor) -> Tensor:
    """``(t, 3, h, w)`` four times as large, every frame on its own."""
    return torch.cat([network(frame[None]) for frame in lq]).clamp(0, 1)
