"""Small clips made for a test: every frame is gray, and its level tells its number."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Interpolation

FIRST_LEVEL, STEP = 30, 8
"""Frame ``n`` has the RGB level ``FIRST_LEVEL + n * STEP``; clips have up to 27 frames."""


def level(index):
    return FIRST_LEVEL + index * STEP


def index_of(rgb):
    """Read the number of a frame from its pixels."""
    scale = 257 if rgb.dtype == np.uint16 else 1
    return round((float(np.median(rgb)) / scale - FIRST_LEVEL) / STEP)


def gray_frame(index, width=64, height=48):
    return np.full((height, width, 3), level(index), np.uint8)


def corner_frame(width=64, height=48):
    """Black with one white quarter at the top left: shows every turn and mirroring."""
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[: height // 2, : width // 2] = 255
    return rgb


def make_clip(
    path: Path,
    *,
    times: Sequence[int] = tuple(range(10)),
    time_base: Fraction = Fraction(1, 25),
    frames: Sequence[np.ndarray] | None = None,
    codec: str = "libx264",
    pixel_format: str = "yuv420p",
    options: dict[str, str] | None = None,
    rotation: int = 0,
    is_mirrored: bool = False,
    sample_aspect: Fraction | None = None,
    matrix: int = 2,
    colour_range: int = 0,
    transfer: int = 2,
    sound: str | None = None,
    sound_start: float = 0.0,
    sound_seconds: float = 0.5,
    sound_gap: range = range(0),
    title: str | None = None,
    chapters: Sequence[tuple[float, float, str]] = (),
    gop: int = 4,
) -> Path:
    """Encode a clip with PyAV.

    ``sound`` names an encoder; it clicks every 0.1 s, but for the numbers in ``sound_gap``.
    """
    frames = [gray_frame(i) for i in range(len(times))] if frames is None else frames
    height, width = frames[0].shape[:2]
    with av.open(str(path), "w") as output:
        rate = max(1, round(1 / time_base))
        preset = {"preset": "ultrafast", "crf": "4", "bf": "2"} if codec == "libx264" else {}
        stream = output.add_stream(codec, rate=min(rate, 60), options=preset | (options or {}))
        stream.width, stream.height, stream.pix_fmt = width, height, pixel_format
        stream.codec_context.time_base = time_base
        stream.codec_context.gop_size = gop
        stream.time_base = time_base
        context = stream.codec_context
        context.colorspace, context.color_range, context.color_trc = matrix, colour_range, transfer
        if sample_aspect:
            context.sample_aspect_ratio = sample_aspect
        if rotation or is_mirrored:
            stream.set_display_rotation(-rotation, hflip=is_mirrored)
        if title:
            output.metadata["title"] = title
        output.set_chapters(
            [
                {
                    "id": number,
                    "start": round(start * 1000),
                    "end": round(end * 1000),
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": name},
                }
                for number, (start, end, name) in enumerate(chapters)
            ]
        )
        track = _add_sound(output, sound) if sound else None
        if track is not None:
            output.mux(_sound_packets(track, sound_start, sound_seconds, sound_gap))
        for time, rgb in zip(times, frames, strict=True):
            frame = av.VideoFrame.from_ndarray(rgb, format="rgb24").reformat(
                format=pixel_format,
                dst_colorspace=5 if matrix in (2, 5, 6) else matrix,
                dst_color_range=colour_range or 1,
                interpolation=Interpolation.BICUBIC
                | Interpolation.ACCURATE_RND
                | Interpolation.FULL_CHR_H_INP,
            )
            frame.pts, frame.time_base = time, time_base
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path


def _add_sound(output, codec):
    track = output.add_stream(codec, rate=48000)
    track.layout = "mono"
    return track


def _sound_packets(track, start, seconds, gap):
    packets = []
    for block in range(round(seconds * 10)):
        if block in gap:
            continue
        samples = np.zeros((1, 4800), np.float32)
        samples[0, :48] = 0.8
        name = track.codec_context.format.name
        if name.startswith("s16"):
            samples = (samples * 32767).astype(np.int16)
        elif name.startswith("u8"):
            samples = (samples * 127 + 128).astype(np.uint8)
        frame = av.AudioFrame.from_ndarray(samples, format=name, layout="mono")
        frame.sample_rate, frame.time_base = 48000, Fraction(1, 48000)
        frame.pts = round(start * 48000) + block * 4800
        packets += track.encode(frame)
    return packets + track.encode(None)


def click_times(path: Path) -> list[float]:
    """Decode the first sound track; return the seconds at which its clicks start."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        clicks, last = [], -1.0
        for frame in container.decode(stream):
            name = frame.format.name
            loud = np.abs(frame.to_ndarray() - (128.0 if name[0] == "u" else 0.0)).max(axis=0)
            peak = {"u": 127, "s": 32767}.get(name[0], 1.0)
            for sample in np.flatnonzero(loud > 0.3 * peak):
                time = frame.time + sample / frame.sample_rate
                if time - last > 0.05:
                    clicks.append(time)
                last = time
        return clicks


def ffprobe(path: Path, *entries: str) -> dict:
    """Ask ffprobe, which has nothing in common with the code under test but the format."""
    command = ["ffprobe", "-v", "error", "-of", "json", *entries, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def frame_times(path: Path, stream: int | str = "v:0") -> list[float]:
    """Return the presentation times of all frames in seconds, as ffprobe reports them."""
    shown = ffprobe(
        path, "-select_streams", str(stream), "-show_entries", "frame=best_effort_timestamp_time"
    )
    return [float(frame["best_effort_timestamp_time"]) for frame in shown["frames"]]


def sound_packets(path: Path) -> dict[int, list[tuple[float, str]]]:
    """Return time and checksum of every sound packet, by stream."""
    entries = "packet=stream_index,pts_time,data_hash"
    shown = ffprobe(
        path, "-select_streams", "a", "-show_entries", entries, "-show_data_hash", "md5"
    )
    tracks: dict[int, list[tuple[float, str]]] = {}
    for packet in shown["packets"]:
        found = float(packet["pts_time"]), packet["data_hash"]
        tracks.setdefault(packet["stream_index"], []).append(found)
    return tracks
