"""How far a restoration is from the truth, and how calm it is: figures for whole clips.

Frames are ``(t, 3, h, w)`` RGB in [0, 1] throughout.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import SCALE
from engine.scoring.niqe import NaturalPictures
from engine.training.losses import screen_powers
from engine.training.rivals import bicubic
from engine.training.squeezenet import SqueezeNetFeatures

_LUMA = torch.tensor([0.299, 0.587, 0.114])
_BORDER = 4
"""Pixels at each edge that do not count."""

_SLOW_EVERY_FRAMES = 4
"""Neighbours hardly differ in NIQE and features, which are slow."""

_STILL_LEVELS = 1.5
_STILL_SIDE = 5
_STILL_SHARE = 0.01
_LULL_FRAMES = 5
_WORST = 0.99


def measure(
    output: Tensor,
    lq: Tensor,
    truth: Tensor | None,
    judge: NaturalPictures | None,
    network: SqueezeNetFeatures | None,
) -> dict[str, float]:
    """All figures that can be had: `pattern`, ``niqe``, ``flicker``; with a truth also `compare`.

    With a truth and a network also ``features``, the distance of its features.

    Args:
        output: what is judged, ``(t, 3, 4h, 4w)`` in whole 8-bit levels.
        lq: ``(t, 3, h, w)`` the source.
        truth: the same shape as ``output``.
        judge: parameters of NIQE.
        network: weights of SqueezeNet.
    """
    values = {"pattern": pattern(output)}
    if truth is not None:
        values |= compare(output, truth)
    if network is not None and truth is not None:
        values["features"] = feature_distance(network, output, truth)
    if judge is not None:
        frames = output[_SLOW_EVERY_FRAMES // 2 :: _SLOW_EVERY_FRAMES]
        values["niqe"] = sum(map(judge.distance, frames)) / len(frames)
    restlessness = flicker(output, bicubic(lq), still_areas(lq, truth))
    return values if restlessness is None else values | {"flicker": restlessness}


@torch.inference_mode()
def feature_distance(network: SqueezeNetFeatures, output: Tensor, truth: Tensor) -> float:
    """The mean distance of SqueezeNet's features, of every fourth frame of a clip."""
    some = slice(_SLOW_EVERY_FRAMES // 2, None, _SLOW_EVERY_FRAMES)
    pairs = zip(output[some, None], truth[some, None], strict=True)
    return float(torch.stack([network.distance(*pair) for pair in pairs]).mean())


def compare(output: Tensor, truth: Tensor) -> dict[str, float]:
    """How far frames are from the truth, a border left out.

    Returns:
        ``psnr`` of luma in dB and ``ssim`` of luma; ``gmsd``, lower is better; ``temporal``, the
        error of the differences between neighbouring frames, and ``colour``, the largest mean
        shift of a colour difference, both in 8-bit levels.
    """
    inner = (..., slice(_BORDER, -_BORDER), slice(_BORDER, -_BORDER))
    output, truth = output[inner], truth[inner]
    a, b = luma(output), luma(truth)
    psnr = -10 * torch.log10(((a - b) ** 2).mean(dim=(1, 2, 3)).clamp(min=1e-10)).mean()
    temporal = ((a[1:] - a[:-1]) - (b[1:] - b[:-1])).abs().mean() * 255
    shift = (output - a).mean(dim=(0, 2, 3)) - (truth - b).mean(dim=(0, 2, 3))
    return {
        "psnr": float(psnr),
        # One by one: a frame stays within the processor's cache, a clip does not.
        "ssim": float(
            torch.stack([ssim(*pair) for pair in zip(a[:, None], b[:, None], strict=True)]).mean()
        ),
        "gmsd": float(gmsd(a, b)),
        "temporal": float(temporal),
        "colour": float(shift.abs().max() * 255),
    }


def luma(frames: Tensor) -> Tensor:
    """``(t, 1, h, w)`` BT.601 luma in [0, 1]."""
    return (frames * _LUMA.to(frames.device)[:, None, None]).sum(1, keepdim=True)


def ssim(a: Tensor, b: Tensor) -> Tensor:
    """Mean structural similarity of ``(t, 1, h, w)`` in [0, 1].

    Source: Wang et al., "Image quality assessment: from error visibility to structural
    similarity", 2004; Gaussian window of 11 pixels, sigma 1.5.
    """
    axis = torch.arange(11, dtype=torch.float32) - 5
    line = torch.exp(-0.5 * (axis / 1.5) ** 2)
    line = line / line.sum()

    def mean(x: Tensor) -> Tensor:
        return F.conv2d(F.conv2d(x, line.view(1, 1, 11, 1)), line.view(1, 1, 1, 11))

    mean_a, mean_b = mean(a), mean(b)
    var_a, var_b = mean(a * a) - mean_a**2, mean(b * b) - mean_b**2
    covariance = mean(a * b) - mean_a * mean_b
    c1, c2 = 0.01**2, 0.03**2
    value = (2 * mean_a * mean_b + c1) * (2 * covariance + c2)
    return (value / ((mean_a**2 + mean_b**2 + c1) * (var_a + var_b + c2))).mean()


def gmsd(a: Tensor, b: Tensor) -> Tensor:
    """Gradient magnitude similarity deviation of ``(t, 1, h, w)`` in [0, 1].

    Source: Xue et al., "Gradient Magnitude Similarity Deviation", 2014; T = 170 of 255 levels
    squared, after an average over 2x2 pixels.
    """
    prewitt = torch.tensor([[1.0, 0, -1], [1, 0, -1], [1, 0, -1]])[None, None] / 3

    def magnitude(x: Tensor) -> Tensor:
        x = F.avg_pool2d(x, 2)
        return (F.conv2d(x, prewitt) ** 2 + F.conv2d(x, prewitt.mT) ** 2 + 1e-12).sqrt()

    ga, gb = magnitude(a), magnitude(b)
    c = 170 / 255**2
    similarity = (2 * ga * gb + c) / (ga**2 + gb**2 + c)
    return similarity.std(dim=(1, 2, 3)).mean()


def pattern(output: Tensor) -> float:
    """How strong the screen is that a network draws, where it is strongest.

    Detail that recurs along lines or columns every four or every two pixels, and not at periods
    near those: the eye sees a fabric, while NIQE and distances of features take it for texture.

    Args:
        output: ``(t, 3, 4h, 4w)``.

    Returns:
        Its root mean square in 8-bit levels, in the worst hundredth of the clip.
    """
    gray = luma(output)
    strengths = []
    for turned in (gray, gray.mT):
        found, around = screen_powers(turned)
        strengths.append((found - 2 * around).clamp(min=0).sum(1).sqrt().flatten())
    return 255 * float(torch.quantile(torch.cat(strengths), _WORST))


def still_areas(lq: Tensor, truth: Tensor | None = None) -> Tensor:
    """Where the source, and the truth where there is one, hardly changes between frames.

    A median over time takes away noise, flashes and dust, so that only what moves counts.
    What is too fine for the source to show may move unseen: then the truth knows better.

    Returns:
        ``(t - 1, 1, 4h, 4w)`` booleans.
    """
    still = F.interpolate(_change(lq), scale_factor=SCALE, mode="nearest") < _STILL_LEVELS
    return still if truth is None else still & (_change(truth) < _STILL_LEVELS)


def _change(frames: Tensor) -> Tensor:
    """``(t - 1, 1, h, w)`` 8-bit levels around each pixel, without what lasts a frame or two."""
    gray = 255 * luma(frames)
    reach = _LULL_FRAMES // 2
    padded = torch.cat((gray[:1],) * reach + (gray,) + (gray[-1:],) * reach)
    calm = padded.unfold(0, _LULL_FRAMES, 1).median(dim=-1).values
    change = (calm[1:] - calm[:-1]).abs()
    side = _STILL_SIDE
    return F.avg_pool2d(F.pad(change, (side // 2,) * 4, mode="replicate"), side, stride=1)


def flicker(output: Tensor, plain: Tensor, still: Tensor) -> float | None:
    """How much more the output changes than the plain enlargement where nothing moves.

    Args:
        output: what is judged.
        plain: the plain enlargement.
        still: `still_areas` of the source.

    Returns:
        Difference of the mean absolute changes from frame to frame, in 8-bit levels of luma;
        below 0 the output is calmer. None where (nearly) everything moves.
    """
    if float(still.float().mean()) < _STILL_SHARE:
        return None

    def change(frames: Tensor) -> float:
        gray = luma(frames)
        return 255 * float((gray[1:] - gray[:-1]).abs()[still].mean())

    return change(output) - change(plain)
