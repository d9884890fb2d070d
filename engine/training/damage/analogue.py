"""The analogue way of a picture: composite signals, tape, worn heads.

Sizes are in pixels of the capture, where a line of 720 pixels lasts 53 microseconds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.training.damage.draw import Rng, normal
from engine.training.damage.filters import filter_lines, filter_rows, to_rgb, to_ycc


@dataclass(frozen=True)
class Carrier:
    """How the colours ride on a composite signal.

    Source: ITU-R BT.1700 and BT.601 (13.5 MHz).
    """

    cycles_per_pixel: float
    line_step: float
    """Cycles the carrier is ahead on the next line of the same field."""
    field_step: float
    """Cycles it is ahead in the next field; not whole after a frame, so the dots crawl."""
    turns_v: bool
    """Whether the second colour difference changes sign from line to line."""


NTSC = Carrier(3.579545 / 13.5, 0.5, 0.75, turns_v=False)
PAL = Carrier(4.433619 / 13.5, 0.75, 0.375, turns_v=True)


def carrier_phase(carrier: Carrier, frames: int, h: int, w: int) -> Tensor:
    """``(frames, 1, h, w)`` phase of the carrier in radians, in woven frames."""
    # Rows of one frame belong to two fields by turns.
    row = torch.arange(h)
    line = row // 2 * carrier.line_step + row % 2 * carrier.field_step
    time = torch.arange(frames)[:, None, None, None] * 2 * carrier.field_step
    cycles = time + line[:, None] + torch.arange(w) * carrier.cycles_per_pixel
    return 2 * math.pi * cycles


def composite(frames: Tensor, carrier: Carrier, width: Tensor, leak: Tensor) -> Tensor:
    """Put colours on a carrier, and separate them again by a simple filter.

    What the filter takes for colour but is luma gives rainbows on fine patterns; what it leaves of
    the colour in luma gives dots at coloured edges that crawl from frame to frame.

    Args:
        frames: RGB.
        carrier: ``NTSC`` or ``PAL``.
        width: ``(t,)`` length of the separating filter in pixels; longer leaves more dots.
        leak: ``(t,)`` 0..1, how much of the colour a bad decoder leaves in luma everywhere.
    """
    # The carrier goes on beyond the picture, so the picture does too.
    margin = math.ceil(6 * float(width.max()))
    y, u, v = to_ycc(F.pad(frames, (margin, margin, 0, 0), mode="replicate")).chunk(3, dim=1)
    t, _, h, w = y.shape
    phase = carrier_phase(carrier, t, h, w)
    if carrier.turns_v:
        v_sign = torch.where(torch.arange(h) // 2 % 2 == 0, 1.0, -1.0)[:, None]
    else:
        v_sign = torch.ones(h, 1)
    sine, cosine = phase.sin(), phase.cos() * v_sign
    signal = y + u * sine + v * cosine
    coloured = filter_lines(signal, _band_pass(carrier, width))
    luma = signal - (1 - leak)[:, None, None, None] * coloured
    # The product has a second part at twice the carrier, which the low-pass takes out.
    chroma = 2 * filter_rows(torch.cat((coloured * sine, coloured * cosine), dim=1), width)
    return to_rgb(torch.cat((luma, chroma), dim=1))[..., margin:-margin]


def _band_pass(carrier: Carrier, width: Tensor) -> Tensor:
    """``(t, k)`` filters that pass the carrier unchanged and stop a constant."""
    reach = math.ceil(3 * float(width.max()))
    axis = torch.arange(-reach, reach + 1, dtype=torch.float32)
    window = torch.exp(-0.5 * (axis / width[:, None]) ** 2)
    wave = torch.cos(2 * math.pi * carrier.cycles_per_pixel * axis)
    kernels = window * (wave - (window * wave).sum(1, keepdim=True) / window.sum(1, keepdim=True))
    return kernels / (kernels * wave).sum(1, keepdim=True)


def narrow_bands(frames: Tensor, luma_sigma: Tensor, chroma_sigma: Tensor) -> Tensor:
    """What a recorder keeps of a line: some luma, and much less colour.

    Args:
        frames: RGB.
        luma_sigma: ``(t,)`` horizontal blur in pixels; VHS at normal speed has about 0.8.
        chroma_sigma: the same for colour; VHS has about 5 at 720 pixels a line.
    """
    ycc = to_ycc(frames)
    luma, chroma = filter_rows(ycc[:, :1], luma_sigma), filter_rows(ycc[:, 1:], chroma_sigma)
    return to_rgb(torch.cat((luma, chroma), dim=1))


def smear_right(planes: Tensor, length: Tensor) -> Tensor:
    """Let every row trail off to the right, as a slow circuit does; ``length`` ``(t,)`` pixels."""
    reach = math.ceil(4 * float(length.max()))
    # Correlation: the taps left of the middle take what came before.
    age = -torch.arange(-reach, reach + 1, dtype=torch.float32)
    kernels = torch.exp(-age / length[:, None].clamp(min=0.05)) * (age >= 0)
    return filter_lines(planes, kernels / kernels.sum(1, keepdim=True))


def bleed_chroma(frames: Tensor, length: Tensor, down: int) -> Tensor:
    """Colours that trail off to the right and hang ``down`` rows too low."""
    ycc = to_ycc(frames)
    chroma = smear_right(ycc[:, 1:], length)
    return to_rgb(torch.cat((ycc[:, :1], _shift_down(chroma, down)), dim=1))


def _shift_down(planes: Tensor, rows: int) -> Tensor:
    h = planes.shape[-2]
    return planes[..., (torch.arange(h) - rows).clamp(0, h - 1), :]


def shift_chroma(frames: Tensor, pixels: Tensor) -> Tensor:
    """Move colours to the right by ``(t,)`` pixels against luma."""
    ycc = to_ycc(frames)
    t, _, h, _ = ycc.shape
    chroma = shift_rows(ycc[:, 1:], -pixels[:, None].expand(t, h))
    return to_rgb(torch.cat((ycc[:, :1], chroma), dim=1))


def turn_hue(frames: Tensor, angle: Tensor) -> Tensor:
    """Turn the hue of every row by ``(t, h)`` radians: colour stripes of a bad carrier phase."""
    y, u, v = to_ycc(frames).chunk(3, dim=1)
    cos, sin = angle.cos()[:, None, :, None], angle.sin()[:, None, :, None]
    return to_rgb(torch.cat((y, cos * u - sin * v, sin * u + cos * v), dim=1))


def overshoot(frames: Tensor, amount: Tensor, sigma: Tensor) -> Tensor:
    """The "sharpness" circuit of a recorder: halos left and right of edges; ``sigma`` in pixels."""
    return frames + amount[:, None, None, None] * (frames - filter_rows(frames, sigma))


def ring(frames: Tensor, amount: Tensor, period: float) -> Tensor:
    """Waves after every edge that die away to the right; ``period`` in pixels."""
    reach = math.ceil(2.5 * period)
    age = -torch.arange(-reach, reach + 1, dtype=torch.float32)
    wave = torch.sin(2 * math.pi * age / period) * torch.exp(-age / period) * (age >= 0)
    step = torch.cat((frames[..., :1], frames[..., :-1]), dim=-1)
    kernels = (amount[:, None] * wave).expand(len(frames), -1)
    return frames + filter_lines(frames - step, kernels)


def shift_rows(planes: Tensor, offsets: Tensor) -> Tensor:
    """Sample row ``y`` of frame ``i`` ``offsets[i, y]`` pixels further right, edges repeated."""
    t, c, h, w = planes.shape
    x = (torch.arange(w) + offsets[:, None, :, None]).clamp(0, w - 1)
    left = x.floor()
    share = x - left
    first = left.long().expand(t, c, h, w)
    second = (first + 1).clamp(max=w - 1)
    return torch.lerp(planes.gather(-1, first), planes.gather(-1, second), share)


def line_jitter(rng: Rng, frames: int, h: int, amount: float) -> Tensor:
    """``(frames, h)`` small shifts that change from line to line and from frame to frame."""
    offsets = filter_rows(normal(rng, 1, 1, frames, h), torch.tensor([1.0]))[0, 0]
    return amount * offsets / offsets.std().clamp(min=1e-3)


def switch_heads(rng: Rng, frames: Tensor, rows: int, shift: float) -> Tensor:
    """The last ``rows`` rows, where the next head takes over: torn aside, and noisy.

    Args:
        rng: source of randomness.
        frames: RGB.
        rows: how many at the bottom.
        shift: how far the lowest is shifted, in pixels.
    """
    t, _, h, w = frames.shape
    rows = min(rows, h)
    start = h - rows
    depth = torch.linspace(0, 1, rows) ** 0.5
    wobble = 1 + 0.1 * normal(rng, t, 1)
    torn = shift_rows(frames[..., start:, :], shift * wobble * depth)
    noise = filter_rows(normal(rng, t, 1, rows, w), torch.full((t,), 1.5))
    torn = torn + 0.25 * depth[:, None] * noise
    return torch.cat((frames[..., :start, :], torn), dim=-2)


def drop_out(rng: Rng, frames: Tensor, count: float, longest: float) -> Tensor:
    """Missing oxide: short streaks, white or black, or patched with the line above.

    Args:
        rng: source of randomness.
        frames: RGB.
        count: how many to expect in a frame.
        longest: of a streak, in pixels.
    """
    out = frames.clone()
    _, _, h, w = frames.shape
    x = torch.arange(w)
    for i, number in enumerate(rng.poisson(count, len(frames))):
        for _ in range(number):
            row, start = int(rng.integers(h)), int(rng.integers(-w // 4, w))
            # Begins at once and ends in a tail.
            tail = (start + rng.uniform(0.2, 1) * longest - x) / 3
            mask = (x >= start) * tail.clamp(0, 1)
            if rng.random() < 0.4:
                patch = out[i, :, max(row - 1, 0)]
            else:
                patch = torch.full((3, w), float(rng.choice([0.0, 0.8, 1.0])))
            out[i, :, row] = torch.lerp(out[i, :, row], patch, mask)
    return out
