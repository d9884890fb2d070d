"""What home video does to a picture, for judging: written apart from the chains of the training.

A network that only learnt to undo the damage of `degradations` should not shine here, so these
are other models of the same devices. Nothing is shared with the training: the clips would change
with it. Every function takes the truth, ``(t, 3, 4h, 4w)`` RGB in [0, 1] with h and w even, and
gives ``(t, 3, h, w)``.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import SCALE

Rng = np.random.Generator

_DV_SIZE = (576, 720)

_TO_YCC = torch.tensor(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]
)


def vhs(rng: Rng, truth: Tensor) -> Tensor:
    """A camcorder tape, digitised to MPEG-2: soft, streaky, smeared colours, trembling lines."""
    ycc = _to_ycc(_seen(truth, 1.0))
    luma = _band_limited(ycc[:, :1], 0.75)
    luma = luma + 0.8 * (luma - _band_limited(luma, 0.35))  # the recorder's "detail" circuit
    chroma = _band_limited(ycc[:, 1:], 0.16)
    chroma = torch.roll(0.5 * (chroma + torch.roll(chroma, 1, 2)), 1, 3)
    luma = luma + _streaks(rng, luma, sigma=7.0, along=0.5)
    chroma = chroma + _streaks(rng, chroma, sigma=6.0, along=0.9)
    rgb = _trembling(rng, _to_rgb(torch.cat((luma, chroma), dim=1)), pixels=0.2)
    return _coded(_with_dropouts(rng, rgb), "mpeg2video", {"qmin": "5", "qmax": "5"})


def dvd(rng: Rng, truth: Tensor) -> Tensor:
    """A disc at a low rate: squeezed to fewer columns, blocks and mosquitoes, stretched again."""
    seen = _noisy(rng, _seen(truth, 0.8), sigma=3.0)
    h, w = seen.shape[-2:]
    squeezed = _resized(seen, h, 2 * round(0.375 * w))
    coded = _coded(squeezed, "mpeg2video", {"qmin": "6", "qmax": "9", "bf": "2"})
    return _resized(coded, h, w)


def interlaced(rng: Rng, truth: Tensor) -> Tensor:
    """Fields of a camcorder, woven and deinterlaced where they do not fit together.

    Takes a picture for each field, ``2t`` in all, and gives a frame for every second one.
    """
    seen = _noisy(rng, _seen(truth, 0.6), sigma=4.0)
    woven = seen[::2].clone()
    woven[..., 1::2, :] = seen[1::2, :, 1::2]
    woven = _coded(woven, "mpeg2video", {"qmin": "5", "qmax": "8", "flags": "+ildct"})
    above = woven[..., ::2, :]
    below = torch.cat((above[..., 1:, :], above[..., -1:, :]), dim=-2)
    between = 0.5 * (above + below)
    is_torn = (woven[..., 1::2, :] - between).abs().amax(1, keepdim=True) > 12 / 255
    woven[..., 1::2, :] = torch.where(is_torn, between, woven[..., 1::2, :])
    return woven


def phone(rng: Rng, truth: Tensor) -> Tensor:
    """An early camera phone: soft, noisy in the dark, H.263 that starves when things move."""
    seen = _photon_noise(rng, _seen(truth, 1.2), levels=5.0)
    h, w = seen.shape[-2:]
    rate = str(round(0.7 * h * w * 12))
    return _coded(seen, "h263p", {"b": rate, "qmax": "20"})


def web(rng: Rng, truth: Tensor) -> Tensor:
    """A clip from the web of 2002: MS-MPEG-4 of a copy that was MPEG-1 before."""
    copy = _coded(
        _noisy(rng, _seen(truth, 0.8), sigma=3.0), "mpeg1video", {"qmin": "4", "qmax": "6"}
    )
    return _coded(copy, "msmpeg4v2", {"qmin": "6", "qmax": "6"})


def camera(rng: Rng, truth: Tensor) -> Tensor:
    """A digital camera of 2003: coloured noise, hard sharpening, motion JPEG."""
    seen = _photon_noise(rng, _seen(truth, 1.4), levels=7.0)
    blurred = F.avg_pool2d(F.pad(seen, (1, 1, 1, 1), mode="replicate"), 3, stride=1)
    sharpened = (seen + 0.9 * (seen - blurred)).clamp(0, 1)
    return _coded(sharpened, "mjpeg", {"qmin": "7", "qmax": "7", "strict": "unofficial"})


def dv(rng: Rng, truth: Tensor) -> Tensor:
    """A DV camcorder in a dim room, made small for sharing."""
    seen = _photon_noise(rng, _seen(truth, 1.0), levels=7.0)
    h, w = seen.shape[-2:]
    tape = _coded(_resized(seen, *_DV_SIZE).clamp(0, 1), "dvvideo", {})
    return _coded(_resized(tape, h, w), "mpeg4", {"qmin": "4", "qmax": "4"})


def still(rng: Rng, truth: Tensor) -> Tensor:
    """A tripod scene: noise, and MPEG-2 that breathes from one key frame to the next."""
    seen = _noisy(rng, _seen(truth, 1.0), sigma=5.0)
    return _coded(seen, "mpeg2video", {"qmin": "3", "qmax": "4", "g": "6"})


def film(rng: Rng, truth: Tensor) -> Tensor:
    """Black-and-white 8 mm film, telecined: grain, dust, a scratch, uneven exposure."""
    t = len(truth)
    gray = _to_ycc(_seen(truth, 1.4))[:, :1]
    noise = F.avg_pool2d(_normal(rng, F.pad(gray, (1, 0, 1, 0))), 2, stride=1)
    gray = gray + noise * 2 * (8 / 255) * (0.5 + 2 * gray * (1 - gray))
    for frame in gray:
        for _ in range(int(rng.poisson(1.2))):
            _spot(rng, frame[0])
    column = int(rng.integers(gray.shape[-1] // 4, gray.shape[-1] // 2))
    gray[..., column] += 0.12
    exposure = torch.from_numpy(rng.normal(1, 0.012, (t, 1, 1, 1)).astype(np.float32))
    copy = (gray * exposure).clamp(0, 1).expand(-1, 3, -1, -1)
    coded = _coded(copy, "mpeg4", {"qmin": "4", "qmax": "4"})
    return _to_ycc(coded)[:, :1].expand(-1, 3, -1, -1)


def mild(rng: Rng, truth: Tensor) -> Tensor:
    """A careful copy of a good source."""
    seen = _noisy(rng, _seen(truth, 0.6), sigma=1.0)
    # On small pictures x264's lookahead reads beyond the edge: without weights and macroblock
    # trees, which ask it, the same pictures give the same stream.
    settings = "log-level=none:threads=1:weightp=0:mbtree=0"
    return _coded(seen, "libx264", {"crf": "19", "x264-params": settings})


DAMAGES: dict[str, Callable[[Rng, Tensor], Tensor]] = {
    function.__name__: function
    for function in (vhs, dvd, interlaced, phone, web, camera, dv, still, film, mild)
}


def _seen(truth: Tensor, blur_sigma: float) -> Tensor:
    """What a lens and a small sensor see: blurred by ``blur_sigma`` pixels, a quarter as large."""
    axis = torch.arange(-8, 9, dtype=torch.float32)
    line = torch.exp(-0.5 * (axis / blur_sigma) ** 2)
    line = (line / line.sum()).expand(3, 1, 17)
    padded = F.pad(truth, (8, 8, 8, 8), mode="replicate")
    soft = F.conv2d(F.conv2d(padded, line[:, :, :, None], groups=3), line[:, :, None], groups=3)
    return F.avg_pool2d(soft, SCALE)


def _resized(frames: Tensor, height: int, width: int) -> Tensor:
    return F.interpolate(
        frames, size=(height, width), mode="bicubic", align_corners=False, antialias=True
    )


def _to_ycc(rgb: Tensor) -> Tensor:
    """Luma and two colour differences around 0."""
    return torch.einsum("oc,tchw->tohw", _TO_YCC, rgb)


def _to_rgb(ycc: Tensor) -> Tensor:
    return torch.einsum("oc,tchw->tohw", torch.linalg.inv(_TO_YCC), ycc)


def _coded(frames: Tensor, codec: str, options: dict[str, str]) -> Tensor:
    """Encode with an encoder of FFmpeg that takes yuv420p, and decode again."""
    import av  # noqa: PLC0415 - not needed to read what was made

    levels = (frames.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).contiguous().numpy()
    with io.BytesIO() as buffer:
        with av.open(buffer, "w", format="nut") as container:
            stream = container.add_stream(codec, rate=25, options=options)
            assert isinstance(stream, av.VideoStream)
            stream.height, stream.width = levels.shape[1:3]
            stream.pix_fmt, stream.gop_size = "yuv420p", 12
            # More threads cut pictures into slices: the clip would differ by machine.
            stream.codec_context.thread_count = 1
            for picture in levels:
                container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
            container.mux(stream.encode(None))
        buffer.seek(0)
        with av.open(buffer, "r") as source:
            pictures = [f.to_ndarray(format="rgb24") for f in source.decode(video=0)]
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 255


def _normal(rng: Rng, like: Tensor) -> Tensor:
    return torch.from_numpy(rng.standard_normal(tuple(like.shape), dtype=np.float32))


def _noisy(rng: Rng, frames: Tensor, sigma: float) -> Tensor:
    """White noise of ``sigma`` 8-bit levels in every channel."""
    return (frames + _normal(rng, frames) * (sigma / 255)).clamp(0, 1)


def _photon_noise(rng: Rng, frames: Tensor, levels: float) -> Tensor:
    """Noise that grows with the root of the light, ``levels`` in mid-gray, and some in the dark."""
    deviation = (levels / 255) * (0.1 + 1.8 * frames.clamp(0, 1)).sqrt()
    return (frames + _normal(rng, frames) * deviation).clamp(0, 1)


def _band_limited(planes: Tensor, share: float) -> Tensor:
    """Keep horizontal frequencies up to ``share`` of the highest, with a smooth roll-off."""
    w = planes.shape[-1]
    mirrored = torch.cat((planes, planes.flip(-1)), dim=-1)
    spectrum = torch.fft.rfft(mirrored)
    x = torch.linspace(0, 1, spectrum.shape[-1]) / share
    limited: Tensor = torch.fft.irfft(spectrum / (1 + x**4), n=2 * w)
    return limited[..., :w]


def _streaks(rng: Rng, planes: Tensor, *, sigma: float, along: float) -> Tensor:
    """Noise of ``sigma`` 8-bit levels whose neighbours in a line agree by ``along``."""
    noise = _normal(rng, planes)
    columns = list(noise.unbind(-1))
    for i in range(1, len(columns)):
        columns[i] = along * columns[i - 1] + (1 - along**2) ** 0.5 * columns[i]
    return torch.stack(columns, dim=-1) * (sigma / 255)


def _trembling(rng: Rng, frames: Tensor, *, pixels: float) -> Tensor:
    """Lines that start early or late; the last ones, where the heads change, more so."""
    t, _, h, w = frames.shape
    offsets = rng.normal(0, pixels, (t, h))
    offsets[:, -max(2, h // 40) :] += rng.uniform(1, 4, (t, 1))
    x = torch.arange(w) + torch.from_numpy(offsets.astype(np.float32))[:, :, None]
    y = torch.arange(h, dtype=torch.float32)[None, :, None].expand(t, h, w)
    grid = torch.stack((2 * x / (w - 1) - 1, 2 * y / (h - 1) - 1), dim=-1)
    return F.grid_sample(frames, grid, padding_mode="border", align_corners=True)


def _with_dropouts(rng: Rng, frames: Tensor) -> Tensor:
    """Now and then a piece of a line is white, where the tape lost its coating."""
    _, _, h, w = frames.shape
    for frame in frames:
        for _ in range(int(rng.poisson(0.4))):
            y, x = int(rng.integers(0, h)), int(rng.integers(0, w))
            frame[:, y, x : x + int(rng.integers(4, 20))] = 0.9
    return frames


def _spot(rng: Rng, plane: Tensor) -> None:
    """Put a speck of dust of one to two pixels on ``(h, w)``."""
    h, w = plane.shape
    y, x, size = int(rng.integers(0, h - 2)), int(rng.integers(0, w - 2)), int(rng.integers(1, 3))
    plane[y : y + size, x : x + size] = float(rng.choice([0.05, 0.95]))
