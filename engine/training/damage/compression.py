"""What digital compression does: JPEG, real video codecs, coarse colour, few levels."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.training.damage.draw import Draw
from engine.training.damage.filters import to_rgb, to_ycc

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
    matrix = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) / 2
    matrix[0] /= math.sqrt(2)
    return matrix


# Both passes over the rows and columns of a block at once: one matrix product instead of many
# tiny ones.
_DCT2 = torch.kron(_dct_matrix(), _dct_matrix())


def _quantise_blocks(planes: Tensor, tables: Tensor) -> Tensor:
    """Round the 8x8 cosine coefficients of ``(t, c, h, w)`` to ``(t, 8, 8)`` steps."""
    _, _, h, w = planes.shape
    padded = F.pad(planes, (0, -w % 8, 0, -h % 8), mode="replicate")
    size = (padded.shape[-2], padded.shape[-1])
    t, c = planes.shape[:2]
    blocks = F.pixel_unshuffle(padded, 8).view(t, c, 64, -1)
    steps = (tables / 255).view(t, 1, 64, 1)
    blocks = _DCT2.T @ ((_DCT2 @ blocks / steps).round() * steps)
    return F.pixel_shuffle(blocks.view(t, c * 64, size[0] // 8, size[1] // 8), 8)[..., :h, :w]


def coarse_chroma(chroma: Tensor, rows: int, columns: int) -> Tensor:
    """Keep one colour for ``rows`` by ``columns`` pixels.

    (2, 2) is 4:2:0, (1, 2) is 4:2:2, (1, 4) is 4:1:1.
    """
    h, w = chroma.shape[-2:]
    return F.interpolate(chroma, size=(-(-h // rows), -(-w // columns)), mode="area")


def jpeg(frames: Tensor, quality: Tensor, chroma: tuple[int, int] = (2, 2)) -> Tensor:
    """What JPEG leaves of the frames; ``quality`` ``(t,)`` in 1..100.

    Source: ITU-T T.81, Annex K.1; the quality scale is that of the Independent JPEG Group.
    """
    _, _, h, w = frames.shape
    scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality)[:, None, None]

    def tables(base: Tensor) -> Tensor:
        return ((base * scale + 50) / 100).floor().clamp(1, 255)

    ycc = to_ycc(frames.clamp(0, 1))
    luma = _quantise_blocks(ycc[:, :1] - 0.5, tables(_LUMA_TABLE)) + 0.5
    small = _quantise_blocks(coarse_chroma(ycc[:, 1:], *chroma), tables(_CHROMA_TABLE))
    colours = F.interpolate(small, size=(h, w), mode="bilinear", align_corners=False)
    return to_rgb(torch.cat((luma, colours), dim=1)).clamp(0, 1)


def quantise_levels(frames: Tensor, levels: int) -> Tensor:
    """Round to so many levels: the bands of a cheap converter."""
    return (frames.clamp(0, 1) * (levels - 1)).round() / (levels - 1)


_DECODERS = {"libx264": "h264", "h263p": "h263"}
"""Of the encoders whose decoder has another name."""

# With frames as small as ours, x264's macroblock tree depends on memory it never wrote: the same
# clip would differ from run to run.
_X264 = "log-level=none:threads=1:mbtree=0"

# Mild and harsh end of the quality: crf of H.264, quantiser of the others. No HEVC: x265 writes
# past its memory when frames are as small as ours.
_QUALITIES = {
    "libx264": (18, 42),
    "mpeg1video": (2, 24),
    "mpeg2video": (2, 24),
    "mpeg4": (2, 28),
    "msmpeg4v2": (2, 26),
    "msmpeg4": (2, 26),
    "wmv1": (2, 26),
    "wmv2": (2, 26),
    "flv": (2, 28),
    "h263p": (2, 28),
}
CODECS = tuple(_QUALITIES)
"""The encoders that `codec_options` knows."""


def codec_options(draw: Draw, codec: str) -> dict[str, str]:
    """Options as old encoders were set, worse with the strength of the draw."""
    quality = draw.value(*_QUALITIES[codec])
    options = {"g": str(int(draw.rng.integers(5, 25)))}
    if codec == "libx264":
        preset = str(draw.rng.choice(["veryfast", "medium"]))
        return options | {"crf": f"{quality:.1f}", "preset": preset}
    quantiser = str(round(quality))
    # B-frames that old encoders gave fewer bits make the picture pulse.
    has_b_frames = codec in ("mpeg1video", "mpeg2video", "mpeg4") and draw.chance(0.5)
    return options | {"qmin": quantiser, "qmax": quantiser, "bf": "2" if has_b_frames else "0"}


def video_codec(frames: Tensor, codec: str, options: dict[str, str]) -> Tensor:
    """Encode the frames with a real codec through PyAV and decode them again.

    Args:
        frames: any size; the codec sees them with edges repeated up to a multiple of 16.
        codec: name of an FFmpeg encoder.
        options: its private options; there is a key frame every 12 unless ``"g"`` says otherwise.
    """
    t, _, h, w = frames.shape
    padded = F.pad(frames, (0, -w % 16, 0, -h % 16), mode="replicate")
    pictures = (padded.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).contiguous().numpy()
    decoded = _code(pictures, codec, options)
    if len(decoded) != t:
        return frames
    return torch.from_numpy(np.stack(decoded))[:, :h, :w].permute(0, 3, 1, 2).float() / 255


def _code(
    pictures: NDArray[np.uint8], codec: str, options: dict[str, str]
) -> list[NDArray[np.uint8]]:
    """``(t, h, w, 3)`` RGB through an encoder and its decoder, without a container between."""
    import av  # noqa: PLC0415 - training works without it, with fewer degradations

    encoder = av.CodecContext.create(codec, "w")
    decoder = av.CodecContext.create(_DECODERS.get(codec, codec), "r")
    assert isinstance(encoder, av.VideoCodecContext)
    assert isinstance(decoder, av.VideoCodecContext)
    encoder.height, encoder.width = pictures.shape[1:3]
    encoder.pix_fmt = "yuv420p"
    encoder.time_base, encoder.framerate = Fraction(1, 25), Fraction(25)
    if codec == "libx264":
        options = options | {"x264-params": f"{options.get('x264-params', '')}:{_X264}"}
    encoder.gop_size, encoder.options = 12, options
    # More threads cut the picture into slices: the same clip would differ by machine.
    encoder.thread_count = decoder.thread_count = 1
    packets = []
    for number, picture in enumerate(pictures):
        frame = av.VideoFrame.from_ndarray(picture, "rgb24")
        frame.pts = number
        packets += encoder.encode(frame)
    packets += encoder.encode(None)
    decoder.height, decoder.width = encoder.height, encoder.width
    decoder.extradata = encoder.extradata
    frames = [frame for packet in packets for frame in decoder.decode(packet)]
    frames += decoder.decode(None)
    return [frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False) for frame in frames]


def has_video_codecs() -> bool:
    """Whether PyAV is installed here."""
    try:
        import av  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True
