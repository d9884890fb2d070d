"""The encoders of pictures: which ones there are, which work here, and how each is set up."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import cast

import av
from av import VideoFrame
from av.video.codeccontext import VideoCodecContext

from engine.jobs.choices import DEFAULT_QUALITY, PICTURE_FILES, Codec, Encoder
from engine.video.colour import PQ
from engine.video.facts import SourceInfo
from engine.video.writing.realtime import give_up_realtime

_ON_PROCESSOR = {
    Codec.H264: "libx264",
    Codec.HEVC: "libx265",
    Codec.AV1: "libsvtav1",
    Codec.PRORES: "prores_ks",
    Codec.FFV1: "ffv1",
    Codec.PNG: "png",
    Codec.TIFF: "tiff",
}
_ON_CARD = {
    Codec.H264: "h264",
    Codec.HEVC: "hevc",
    Codec.AV1: "av1",
}
_FIXED = {
    # Apple's own programs look at the vendor.
    Codec.PRORES: {"profile": "hq", "vendor": "apl0"},
    # Version 3 with a checksum per slice is what archives ask for (RFC 9043).
    Codec.FFV1: {"level": "3", "slicecrc": "1", "slices": "4", "g": "1"},
    Codec.PNG: {"pred": "paeth"},
    Codec.TIFF: {"compression_algo": "deflate"},
}
"""Options of codecs without a choice of quality."""
_LEAST_SIZES = {
    # WORKAROUND(https://bitbucket.org/multicoreware/x265_git): below 56 pixels of width it writes
    # past the end of its memory, and below 16 lines it does not open.
    Codec.HEVC: (64, 16),
    # SVT-AV1 waits for ever at 16x128 and 128x16.
    Codec.AV1: (32, 32),
}
"""Least width and height; the other codecs take any even size."""
_AV1_PRESET = "6"
_PROBED_FRAMES = 3
# What hardware takes; where a format is not named here, it takes libavcodec's planar ones.
_HARDWARE_FORMATS = {
    Encoder.NVENC: ("yuv420p", "p010le"),
    Encoder.QSV: ("nv12", "p010le"),
    Encoder.AMF: ("nv12", "p010le"),
    Encoder.VIDEOTOOLBOX: ("nv12", "p010le"),
}
_VIDEOTOOLBOX_STEPS = 118
"""libavutil's FF_QP2LAMBDA: ``global_quality`` counts in these."""


@dataclass(frozen=True, kw_only=True)
class EncoderChoice:
    """One way of encoding a film.

    ``name`` and ``pixel_format`` are libavcodec's words; ``maker`` says where it runs, CPU or
    the kind of graphics card.
    """

    name: str
    maker: Encoder
    pixel_format: str
    options: tuple[tuple[str, str], ...]

    def configure(self, context: VideoCodecContext) -> None:
        """Set everything up that does not depend on the film, before ``context`` is opened."""
        context.pix_fmt = self.pixel_format
        context.bit_rate = 0  # quality decides, not a rate
        if self.name == "libsvtav1":
            # It tells all about itself on stderr, past libavutil's log, and calls it an error when
            # a render is cancelled.
            os.environ.setdefault("SVT_LOG", "0")

    def works(self, width: int, height: int) -> bool:
        """Tell whether a few frames of this size really can be encoded here.

        Being listed means nothing: libavcodec carries the encoders of all cards, and a card
        may be too old for the codec, the depth or the size.
        """
        return _works(self, width, height)


def takes_size(codec: Codec, width: int, height: int) -> bool:
    """Tell whether the encoders of ``codec`` work with pictures as small as this."""
    least_width, least_height = _LEAST_SIZES.get(codec, (2, 2))
    return width >= least_width and height >= least_height


def choose_encoder(
    codec: Codec,
    wanted: Encoder,
    info: SourceInfo,
    *,
    width: int,
    height: int,
    quality: int | None,
    preset: str = "medium",
    threads: int = 1,
    has_avx512: bool = False,
) -> EncoderChoice:
    """Choose the encoder of a film.

    AUTO is the processor: its files are smaller at the same quality, and it makes the
    same bytes again when a render is resumed, while the network is what takes the time.

    Args:
        codec: of the picture, not AUTO.
        wanted: where it should run. A card that cannot do it gives way to the processor;
            compare `EncoderChoice.maker`.
        info: the source.
        width: of the file.
        height: of the file.
        quality: on the scale of the codec, see `engine.jobs.choices.QUALITIES`; None: the default.
        preset: how long x264 and x265 search.
        threads: that the encoder will use; they shape the picture of x265.
        has_avx512: the processor has these instructions.
    """
    level = DEFAULT_QUALITY.get(codec, 0) if quality is None else quality
    if wanted not in (Encoder.AUTO, Encoder.CPU) and codec in _ON_CARD:
        card = _on_card(codec, wanted, info.bit_depth, level)
        if card.works(width, height):
            return card
    return EncoderChoice(
        name=_ON_PROCESSOR[codec],
        maker=Encoder.CPU,
        pixel_format=_pixel_format(codec, info.bit_depth),
        options=tuple(
            _processor_options(
                codec, info, level, preset, threads=threads, has_avx512=has_avx512
            ).items()
        ),
    )


def encoders_of_processor() -> list[tuple[EncoderChoice, bool]]:
    """Return the encoder of every codec that runs on the processor, and whether it works."""
    found = [
        EncoderChoice(
            name=name,
            maker=Encoder.CPU,
            pixel_format=_pixel_format(codec, 8),
            options=(("x265-params", "log-level=none"),) if codec is Codec.HEVC else (),
        )
        for codec, name in _ON_PROCESSOR.items()
    ]
    return [(encoder, encoder.works(64, 64)) for encoder in found]


def encoders_of_cards() -> list[tuple[EncoderChoice, bool]]:
    """Return every encoder of graphics cards that this libavcodec has, and whether it works."""
    found = [
        _on_card(codec, maker, 8, DEFAULT_QUALITY[codec])
        for maker in _HARDWARE_FORMATS
        for codec in _ON_CARD
    ]
    return [
        (encoder, encoder.works(640, 360))
        for encoder in found
        if encoder.name in av.codecs_available
    ]


def _pixel_format(codec: Codec, bit_depth: int) -> str:
    if codec is Codec.PRORES:
        return "yuv422p10le"
    if codec in PICTURE_FILES:
        order = "be" if codec is Codec.PNG else "le"
        return "rgb24" if bit_depth <= 8 else f"rgb48{order}"
    if codec is not Codec.FFV1:
        return "yuv420p" if bit_depth <= 8 else "yuv420p10le"
    # RGB, because a lossless file should not lose the colours to a matrix and 4:2:0.
    for limit, name in ((8, "bgr0"), (10, "gbrp10le"), (12, "gbrp12le")):
        if bit_depth <= limit:
            return name
    return "gbrp16le"


def _processor_options(
    codec: Codec, info: SourceInfo, quality: int, preset: str, *, threads: int, has_avx512: bool
) -> dict[str, str]:
    match codec:
        case Codec.H264:
            # WORKAROUND(x264 core 165): with AVX-512 its macroblock tree gives other numbers from
            # one run to the next for the same frames. No other instruction set does.
            tame = {"x264-params": "asm=AVX2"} if has_avx512 else {}
            return {"preset": preset, "crf": str(quality)} | tame
        case Codec.HEVC:
            # What x265 would choose for so many threads (Encoder::create), said aloud because
            # it shapes the picture.
            frame_threads = 1 + sum(threads >= step for step in (4, 8, 16, 32))
            params = ["log-level=none", f"pools={threads}", f"frame-threads={frame_threads}"]
            joined = ":".join([*params, *_x265_hdr(info)])
            return {"preset": preset, "crf": str(quality), "x265-params": joined}
        case Codec.AV1:
            options = {"preset": _AV1_PRESET, "crf": str(quality)}
            hdr = ":".join(_svt_hdr(info))
            return options | ({"svtav1-params": hdr} if hdr else {})
        case _:
            return dict(_FIXED[codec])


def _on_card(codec: Codec, maker: Encoder, bit_depth: int, quality: int) -> EncoderChoice:
    usual, deep = _HARDWARE_FORMATS[maker]
    return EncoderChoice(
        name=f"{_ON_CARD[codec]}_{maker}",
        maker=maker,
        pixel_format=usual if bit_depth <= 8 else deep,
        options=tuple(_card_options(codec, maker, quality).items()),
    )


def _card_options(codec: Codec, maker: Encoder, quality: int) -> dict[str, str]:
    match maker:
        case Encoder.NVENC:
            return {
                "preset": "p6",
                "tune": "hq",
                "rc": "vbr",
                "cq": str(quality),
                "spatial-aq": "1",
            }
        case Encoder.QSV:
            return {"preset": "slow", "global_quality": str(max(1, quality))}
        case Encoder.AMF:
            steps = str(4 * quality if codec is Codec.AV1 else quality)  # AV1's go to 255
            return {"quality": "quality", "rc": "cqp", "qp_i": steps, "qp_p": steps}
        case _:
            # From 100, the best, downwards.
            share = max(1, 100 - 2 * quality)
            return {"flags": "+qscale", "global_quality": str(share * _VIDEOTOOLBOX_STEPS)}


def _x265_hdr(info: SourceInfo) -> list[str]:
    """Return what x265 has to be told, so that the static metadata of HDR is kept.

    Source: x265's documentation of ``master-display`` and ``max-cll``, in units of 0.00002
    and 0.0001 cd/m².
    """
    if not info.colour.is_hdr:
        return []
    params = ["hdr10=1"] if info.colour.transfer == PQ else []
    metadata = info.hdr
    if metadata is not None and metadata.primaries:
        steps = [round(value * 50_000) for value in metadata.primaries]
        red, green, blue, white = (f"({x},{y})" for x, y in zip(*[iter(steps)] * 2, strict=True))
        darkest, brightest = (round(value * 10_000) for value in metadata.luminance or (0, 0))
        display = f"G{green}B{blue}R{red}WP{white}L({brightest},{darkest})"
        params.append(f"master-display={display}")
    if metadata is not None and metadata.light_level:
        params.append("max-cll={},{}".format(*metadata.light_level))
    return params


def _svt_hdr(info: SourceInfo) -> list[str]:
    """Return the same for SVT-AV1, which takes plain numbers (Docs/Parameters.md)."""
    metadata = info.hdr
    if not info.colour.is_hdr or metadata is None:
        return []
    params = []
    if metadata.primaries:
        values = [f"{float(value):.5f}" for value in metadata.primaries]
        red, green, blue, white = (f"({x},{y})" for x, y in zip(*[iter(values)] * 2, strict=True))
        darkest, brightest = (f"{float(value):.4f}" for value in metadata.luminance or (0, 0))
        display = f"G{green}B{blue}R{red}WP{white}L({brightest},{darkest})"
        params.append(f"mastering-display={display}")
    if metadata.light_level:
        params.append("content-light={},{}".format(*metadata.light_level))
    return params


@lru_cache(maxsize=64)
def _works(encoder: EncoderChoice, width: int, height: int) -> bool:
    try:
        context = cast("VideoCodecContext", av.CodecContext.create(encoder.name, "w"))
        encoder.configure(context)
        context.width, context.height = width, height
        context.time_base, context.framerate = Fraction(1, 25), Fraction(25)
        context.options = dict(encoder.options)
        context.open()
        give_up_realtime()
        size_bytes = 0
        for time in range(_PROBED_FRAMES):
            frame = VideoFrame(width, height, encoder.pixel_format)
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.pts = time
            size_bytes += sum(packet.size for packet in context.encode(frame))
        return size_bytes + sum(packet.size for packet in context.encode(None)) > 0
    except (av.FFmpegError, ValueError, OSError):
        # UnknownCodecError is a ValueError: this libavcodec has no such encoder.
        return False
