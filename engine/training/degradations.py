"""What tapes, discs and cheap cameras do to a picture, as small functions and as random chains.

Every parameter of a chain is drawn once per clip and then walks randomly from frame to frame
(Chan et al., arXiv:2111.12704, Eqn. 6). Frames are ``(t, 3, h, w)`` RGB in [0, 1] throughout.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from enum import Enum

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.network import SCALE

Rng = np.random.Generator

# Full-range BT.601, as JPEG uses it.
_TO_YCC = torch.tensor(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]
)
_FROM_YCC = torch.linalg.inv(_TO_YCC)


class Kind(Enum):
    """Families of source material, each with its own chain."""

    MILD = "mild"
    GENERIC = "generic"
    CAMERA = "camera"
    TAPE = "tape"
    FILM = "film"
    STREAM = "stream"


def walk(rng: Rng, low: float, high: float, step: float, frames: int) -> Tensor:
    """``(frames,)`` a start in [low, high], then a random walk that stays within."""
    value = rng.uniform(low, high)
    steps = rng.uniform(-step, step, frames)
    path = np.empty(frames, np.float32)
    for i in range(frames):
        path[i] = value
        value = min(max(value + steps[i], low), high)
    return torch.from_numpy(path)


def to_ycc(rgb: Tensor) -> Tensor:
    """Luma and two colour differences around 0 from RGB."""
    return torch.einsum("oc,tchw->tohw", _TO_YCC, rgb)


def to_rgb(ycc: Tensor) -> Tensor:
    """RGB from luma and two colour differences."""
    return torch.einsum("oc,tchw->tohw", _FROM_YCC, ycc)


def gaussian_kernels(sigma_x: Tensor, sigma_y: Tensor, angle: Tensor, size: int) -> Tensor:
    """``(t, size, size)`` rotated Gaussian kernels that sum to one."""
    axis = torch.arange(size, dtype=torch.float32) - size // 2
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    cos, sin = angle.cos()[:, None, None], angle.sin()[:, None, None]
    u, v = cos * x + sin * y, -sin * x + cos * y
    power = (u / sigma_x[:, None, None]) ** 2 + (v / sigma_y[:, None, None]) ** 2
    kernels = torch.exp(-0.5 * power)
    return kernels / kernels.sum((1, 2), keepdim=True)


def sinc_kernels(cutoff: Tensor, size: int) -> Tensor:
    """``(t, size, size)`` circular low-pass kernels with ringing; ``cutoff`` in radians.

    Source: Wang et al., "Real-ESRGAN" (arXiv:2107.10833), Eqn. 6.
    """
    axis = torch.arange(size, dtype=torch.float32) - size // 2
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    radius = (x**2 + y**2).sqrt().clamp(min=1e-6)[None]
    cutoff = cutoff[:, None, None]
    waves: Tensor = torch.special.bessel_j1(cutoff * radius)
    kernels = cutoff / (2 * np.pi * radius) * waves
    kernels[:, size // 2, size // 2] = (cutoff**2 / (4 * np.pi))[:, 0, 0]
    return kernels / kernels.sum((1, 2), keepdim=True)


def filter_frames(frames: Tensor, kernels: Tensor) -> Tensor:
    """Convolve every frame with its own ``(t, k, k)`` kernel, edges mirrored."""
    t, c, h, w = frames.shape
    pad = kernels.shape[-1] // 2
    mode = "reflect" if min(h, w) > pad else "replicate"
    padded = F.pad(frames, (pad, pad, pad, pad), mode=mode)
    weight = kernels.repeat_interleave(c, dim=0)[:, None]
    out = F.conv2d(padded.flatten(0, 1)[None], weight, groups=t * c)
    return out.view(t, c, h, w)


def filter_rows(planes: Tensor, sigma: Tensor) -> Tensor:
    """Blur horizontally only, as a band-limited signal is; ``sigma`` ``(t,)`` in pixels."""
    t, c, h, w = planes.shape
    size = 2 * int(np.ceil(3 * float(sigma.max()))) + 1
    axis = torch.arange(size, dtype=torch.float32) - size // 2
    kernels = torch.exp(-0.5 * (axis / sigma[:, None].clamp(min=0.05)) ** 2)
    kernels = kernels / kernels.sum(1, keepdim=True)
    pad = size // 2
    padded = F.pad(planes, (pad, pad, 0, 0), mode="replicate")
    weight = kernels.repeat_interleave(c, dim=0)[:, None, None]
    out = F.conv2d(padded.flatten(0, 1)[None], weight, groups=t * c)
    return out.view(t, c, h, w)


def resize(frames: Tensor, height: int, width: int, mode: str) -> Tensor:
    """Resize with ``"area"``, ``"bilinear"`` or ``"bicubic"`` (the latter two antialiased)."""
    if (height, width) == tuple(frames.shape[-2:]):
        return frames
    if mode == "area":
        return F.interpolate(frames, size=(height, width), mode="area")
    return F.interpolate(
        frames, size=(height, width), mode=mode, align_corners=False, antialias=True
    )


def add_gaussian_noise(rng: Rng, frames: Tensor, sigma: Tensor, *, gray: bool) -> Tensor:
    """White noise; ``sigma`` ``(t,)`` in 8-bit levels."""
    noise = _normal(rng, frames[:, :1] if gray else frames)
    return frames + noise * (sigma / 255)[:, None, None, None]


def add_poisson_noise(rng: Rng, frames: Tensor, scale: Tensor, *, gray: bool) -> Tensor:
    """Photon noise, in the Gaussian limit: variance ``scale * value / 255``."""
    source = to_ycc(frames)[:, :1] if gray else frames
    deviation = (source.clamp(0, 1) * scale[:, None, None, None] / 255).sqrt()
    return frames + _normal(rng, source) * deviation


def add_grain(rng: Rng, frames: Tensor, sigma: Tensor, size: float) -> Tensor:
    """Film grain: gray noise with structure ``size`` pixels wide, strongest in mid-tones."""
    t, _, h, w = frames.shape
    coarse = _normal(rng, frames.new_empty((t, 1, round(h / size) + 1, round(w / size) + 1)))
    noise = F.interpolate(coarse, size=(h, w), mode="bicubic", align_corners=False)
    luma = to_ycc(frames)[:, :1].clamp(0, 1)
    weight = 0.4 + 2.4 * luma * (1 - luma)
    return frames + noise * weight * (sigma / 255)[:, None, None, None]


def tape(
    rng: Rng, frames: Tensor, *, luma_sigma: Tensor, chroma_sigma: Tensor, noise: Tensor
) -> Tensor:
    """A VHS-like channel: narrow luma, much narrower and shifted chroma, streaky noise, ringing.

    Args:
        rng: source of randomness.
        frames: at the size of the capture.
        luma_sigma: ``(t,)`` horizontal blur of luma in pixels.
        chroma_sigma: ``(t,)`` horizontal blur of chroma in pixels.
        noise: ``(t,)`` standard deviation in 8-bit levels.
    """
    ycc = to_ycc(frames)
    luma = filter_rows(ycc[:, :1], luma_sigma)
    # The "sharpness" circuit lifts edges again and leaves a halo beside them.
    amount, reach = rng.uniform(0, 1.2), walk(rng, 0.8, 2.0, 0.02, len(frames))
    luma = luma + amount * (luma - filter_rows(luma, reach))
    chroma = filter_rows(ycc[:, 1:], chroma_sigma)
    chroma = torch.roll(chroma, (int(rng.integers(-1, 2)), int(rng.integers(-3, 4))), (2, 3))
    level = (noise / 255)[:, None, None, None]
    streak = torch.full((len(frames),), float(rng.uniform(0.4, 1.5)))
    luma_noise = filter_rows(_normal(rng, luma), streak)
    chroma_noise = filter_rows(_normal(rng, chroma), streak * 3.0)
    luma = luma + level * luma_noise / luma_noise.std().clamp(min=1e-3)
    chroma_level = float(rng.uniform(0.2, 1.2))
    chroma = chroma + chroma_level * level * chroma_noise / chroma_noise.std().clamp(min=1e-3)
    if rng.random() < 0.4:
        luma, chroma = _jitter_rows(rng, luma, chroma)
    return to_rgb(torch.cat((luma, chroma), dim=1))


def _jitter_rows(rng: Rng, luma: Tensor, chroma: Tensor) -> tuple[Tensor, Tensor]:
    """Shift every row a little to the side, as a worn time base does."""
    t, _, h, w = luma.shape
    amount = float(rng.uniform(0.05, 0.6))
    offsets = filter_rows(_normal(rng, luma.new_empty((1, 1, t, h))), torch.tensor([1.0]))
    shift = amount * offsets.view(t, h, 1).expand(t, h, w)
    x = (torch.arange(w) + shift) * (2 / max(w - 1, 1)) - 1
    y = (torch.arange(h) * (2 / max(h - 1, 1)) - 1)[None, :, None].expand(t, h, w)
    grid = torch.stack((x, y), dim=-1)

    def sample(planes: Tensor) -> Tensor:
        return F.grid_sample(planes, grid, padding_mode="border", align_corners=True)

    return sample(luma), sample(chroma)


_LUMA_TABLE = torch.tensor(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ],
    dtype=torch.float32,
)
_CHROMA_TABLE = torch.full((8, 8), 99.0)
_CHROMA_TABLE[:4, :4] = torch.tensor(
    [[17, 18, 24, 47], [18, 21, 26, 66], [24, 26, 56, 99], [47, 66, 99, 99]]
).float()


def _dct_matrix() -> Tensor:
    k = torch.arange(8, dtype=torch.float32)
    matrix = torch.cos((2 * k[None] + 1) * k[:, None] * np.pi / 16) / 2
    matrix[0] /= np.sqrt(2)
    return matrix


_DCT = _dct_matrix()


def _quantise_blocks(planes: Tensor, tables: Tensor) -> Tensor:
    """Round the 8x8 cosine coefficients of ``(t, c, h, w)`` to ``(t, 8, 8)`` steps."""
    t, c, h, w = planes.shape
    padded = F.pad(planes, (0, -w % 8, 0, -h % 8), mode="replicate")
    rows, columns = padded.shape[-2] // 8, padded.shape[-1] // 8
    blocks = padded.view(t, c, rows, 8, columns, 8).permute(0, 1, 2, 4, 3, 5)
    steps = tables[:, None, None, None] / 255
    coefficients = _DCT @ blocks @ _DCT.T
    blocks = _DCT.T @ ((coefficients / steps).round() * steps) @ _DCT
    return blocks.permute(0, 1, 2, 4, 3, 5).reshape(padded.shape)[..., :h, :w]


def jpeg(frames: Tensor, quality: Tensor) -> Tensor:
    """What JPEG with 4:2:0 chroma leaves of the frames; ``quality`` ``(t,)`` in 1..100.

    Source: ITU-T T.81, Annex K.1; the quality scale is that of the Independent JPEG Group.
    """
    _, _, h, w = frames.shape
    scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality)[:, None, None]

    def tables(base: Tensor) -> Tensor:
        return ((base * scale + 50) / 100).floor().clamp(1, 255)

    ycc = to_ycc(frames.clamp(0, 1))
    luma = _quantise_blocks(ycc[:, :1] - 0.5, tables(_LUMA_TABLE)) + 0.5
    half = F.interpolate(ycc[:, 1:], size=(-(-h // 2), -(-w // 2)), mode="area")
    half = _quantise_blocks(half, tables(_CHROMA_TABLE))
    chroma = F.interpolate(half, size=(h, w), mode="bilinear", align_corners=False)
    return to_rgb(torch.cat((luma, chroma), dim=1)).clamp(0, 1)


_CODEC_OPTIONS: dict[str, Callable[[Rng], dict[str, str]]] = {
    "libx264": lambda rng: {
        "crf": str(int(rng.integers(20, 40))),
        "preset": str(rng.choice(["veryfast", "medium"])),
        "x264-params": "log-level=none:threads=1",
    },
    "mpeg2video": lambda rng: {"qmin": (q := str(int(rng.integers(3, 22)))), "qmax": q},
    "mpeg1video": lambda rng: {"qmin": (q := str(int(rng.integers(3, 22)))), "qmax": q},
    "mpeg4": lambda rng: {"qmin": (q := str(int(rng.integers(3, 22)))), "qmax": q},
    "msmpeg4v2": lambda rng: {"qmin": (q := str(int(rng.integers(3, 18)))), "qmax": q},
    "flv": lambda rng: {"qmin": (q := str(int(rng.integers(3, 18)))), "qmax": q},
}


def video_codec(frames: Tensor, codec: str, options: dict[str, str]) -> Tensor:
    """Encode the frames with a real codec through PyAV and decode them again.

    Args:
        frames: even height and width.
        codec: name of an FFmpeg encoder that takes yuv420p.
        options: its private options.
    """
    import av  # noqa: PLC0415 - training works without it, with fewer degradations

    t, _, h, w = frames.shape
    pictures = (frames.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).numpy()
    with io.BytesIO() as buffer:
        with av.open(buffer, "w", format="nut") as container:
            stream = container.add_stream(codec, rate=25, options=options)
            assert isinstance(stream, av.VideoStream)
            stream.width, stream.height, stream.pix_fmt = w, h, "yuv420p"
            stream.gop_size = 12
            # More threads cut the picture into slices: the same clip would differ by machine.
            stream.codec_context.thread_count = 1
            for picture in pictures:
                frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), "rgb24")
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        buffer.seek(0)
        with av.open(buffer, "r") as source:
            decoded = [f.to_ndarray(format="rgb24") for f in source.decode(video=0)]
    if len(decoded) != t:
        return frames
    return torch.from_numpy(np.stack(decoded)).permute(0, 3, 1, 2).float() / 255


def has_video_codecs() -> bool:
    """Whether PyAV is installed here."""
    try:
        import av  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def _normal(rng: Rng, like: Tensor) -> Tensor:
    return torch.from_numpy(rng.standard_normal(tuple(like.shape), dtype=np.float32))


def _random_blur(rng: Rng, frames: Tensor, largest_sigma: float) -> Tensor:
    """Gaussian, turned Gaussian or ringing blur at the size of ``frames``."""
    t = len(frames)
    if rng.random() < 0.1:
        return filter_frames(frames, sinc_kernels(walk(rng, np.pi / 3, np.pi, 0.06, t), 13))
    sigma_x = walk(rng, 0.2, largest_sigma, 0.02, t)
    sigma_y = sigma_x if rng.random() < 0.6 else walk(rng, 0.2, largest_sigma, 0.02, t)
    angle = walk(rng, -np.pi, np.pi, 0.3, t)
    return filter_frames(frames, gaussian_kernels(sigma_x, sigma_y, angle, 15))


def _random_noise(rng: Rng, frames: Tensor, largest_sigma: float) -> Tensor:
    t, gray = len(frames), rng.random() < 0.4
    if rng.random() < 0.5:
        sigma = walk(rng, 0.5, largest_sigma, 0.1, t)
        return add_gaussian_noise(rng, frames, sigma, gray=gray)
    scale = walk(rng, 0.05, largest_sigma**2 / 120, 0.01, t)
    return add_poisson_noise(rng, frames, scale, gray=gray)


def _random_mode(rng: Rng) -> str:
    return str(rng.choice(["area", "bilinear", "bicubic"]))


def _shrink(rng: Rng, frames: Tensor) -> Tensor:
    """To a quarter, often by way of another size."""
    h, w = frames.shape[-2] // SCALE, frames.shape[-1] // SCALE
    if rng.random() < 0.5:
        factor = rng.uniform(0.6, 2.5)
        middle = [max(8, round(side * factor)) for side in (h, w)]
        frames = resize(frames, middle[0], middle[1], _random_mode(rng))
    return resize(frames, h, w, _random_mode(rng))


def _random_codec(rng: Rng, frames: Tensor) -> Tensor:
    if not has_video_codecs():
        return jpeg(frames, walk(rng, 25, 90, 3, len(frames)))
    codec = str(rng.choice(list(_CODEC_OPTIONS)))
    return video_codec(frames, codec, _CODEC_OPTIONS[codec](rng))


def _mild(rng: Rng, frames: Tensor) -> Tensor:
    frames = _shrink(rng, _random_blur(rng, frames, 1.4))
    frames = _random_noise(rng, frames, 3.0)
    return jpeg(frames, walk(rng, 75, 98, 2, len(frames)))


def _generic(rng: Rng, frames: Tensor) -> Tensor:
    """The second-order chain of the paper, with its ranges scaled to this network."""
    frames = _random_noise(rng, _shrink(rng, _random_blur(rng, frames, 3.0)), 22.0)
    frames = jpeg(frames, walk(rng, 30, 95, 3, len(frames)))
    if rng.random() < 0.5:
        h, w = frames.shape[-2:]
        factor = rng.uniform(0.6, 1.0)
        small = resize(frames, round(h * factor), round(w * factor), _random_mode(rng))
        frames = resize(_random_noise(rng, small, 12.0), h, w, _random_mode(rng))
    if rng.random() < 0.7:
        frames = _random_codec(rng, frames)
    return frames


def _camera(rng: Rng, frames: Tensor) -> Tensor:
    """An old digicam or phone: noise, sharpening, motion JPEG or H.263."""
    frames = _random_noise(rng, _shrink(rng, _random_blur(rng, frames, 2.5)), 15.0)
    if rng.random() < 0.5:
        t = len(frames)
        sigma = walk(rng, 0.6, 1.5, 0.02, t)
        soft = filter_frames(frames, gaussian_kernels(sigma, sigma, torch.zeros(t), 7))
        frames = frames + float(rng.uniform(0.2, 1.2)) * (frames - soft)
    if rng.random() < 0.5:
        return jpeg(frames, walk(rng, 30, 85, 3, len(frames)))
    return _random_codec(rng, frames)


def _tape(rng: Rng, frames: Tensor) -> Tensor:
    t = len(frames)
    frames = _shrink(rng, _random_blur(rng, frames, 1.8))
    frames = tape(
        rng,
        frames,
        luma_sigma=walk(rng, 0.3, 1.6, 0.03, t),
        chroma_sigma=walk(rng, 1.0, 5.0, 0.1, t),
        noise=walk(rng, 0.5, 11.0, 0.3, t),
    )
    choice = rng.random()
    if choice < 0.5:
        return _random_codec(rng, frames)
    return jpeg(frames, walk(rng, 70, 95, 2, t)) if choice < 0.8 else frames


def _film(rng: Rng, frames: Tensor) -> Tensor:
    frames = _random_blur(rng, frames, 3.0)
    frames = _shrink(rng, frames)
    frames = add_grain(
        rng, frames, walk(rng, 1.0, 22.0, 0.5, len(frames)), float(rng.uniform(1.0, 2.2))
    )
    return _random_codec(rng, frames) if rng.random() < 0.7 else frames


def _stream(rng: Rng, frames: Tensor) -> Tensor:
    """Web and phone video: little noise, much compression."""
    frames = _random_noise(rng, _shrink(rng, _random_blur(rng, frames, 2.0)), 6.0)
    frames = _random_codec(rng, frames)
    return _random_codec(rng, frames) if rng.random() < 0.3 else frames


_CHAINS: dict[Kind, Callable[[Rng, Tensor], Tensor]] = {
    Kind.MILD: _mild,
    Kind.GENERIC: _generic,
    Kind.CAMERA: _camera,
    Kind.TAPE: _tape,
    Kind.FILM: _film,
    Kind.STREAM: _stream,
}
_SHARES = {
    Kind.MILD: 0.16,
    Kind.GENERIC: 0.22,
    Kind.CAMERA: 0.16,
    Kind.TAPE: 0.18,
    Kind.FILM: 0.10,
    Kind.STREAM: 0.18,
}


def random_kind(rng: Rng) -> Kind:
    """A family, drawn by the shares the training uses."""
    kinds = list(_SHARES)
    return kinds[int(rng.choice(len(kinds), p=list(_SHARES.values())))]


def degrade(rng: Rng, frames: Tensor, kind: Kind) -> Tensor:
    """A quarter of the size and all the damage of ``kind``, quantised to 8 bits.

    Args:
        rng: source of randomness.
        frames: ``(t, 3, 4h, 4w)`` sharp; a gray clip stays gray, or nearly so.
        kind: which chain.

    Returns:
        ``(t, 3, h, w)``.
    """
    is_gray = bool((frames[:, :1] - frames).abs().max() < 1 / 255)
    out = _CHAINS[kind](rng, frames)
    # A copy of a black-and-white film may carry the colour noise of the copying.
    if is_gray and rng.random() < 0.6:
        out = to_ycc(out)[:, :1].expand_as(out)
    return (out.clamp(0, 1) * 255).round() / 255
