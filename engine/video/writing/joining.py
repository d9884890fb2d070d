"""Joining finished films of the same make in one file, packet by packet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import av
from av import Packet, VideoStream

from engine.files.durable import write_synced
from engine.jobs.choices import Container
from engine.jobs.errors import OutputProblem
from engine.video.writing.fitting import FORMATS, muxer_options
from engine.video.writing.writer import flush_to_disk, output_error

_LIST = "parts.ffconcat"


def join_films(
    films: Sequence[Path],
    joined: Path,
    container: Container,
    on_step: Callable[[], None] = lambda: None,
) -> None:
    """Write the films one after the other into one file, and sync it; nothing is encoded again.

    Args:
        films: of the same codecs, sizes and tracks, in one folder, in the order in which they
            are shown.
        joined: the new file, in the same folder.
        container: its format.
        on_step: called before each packet; what it raises ends the work.

    Raises:
        OutputVideoError: WRITE_FAILED, or NO_PERMISSION.
        DiskFullError: the disk is full.

    Source: FFmpeg's documentation of its formats, "concat".
    """
    listed = joined.with_name(_LIST)
    options = muxer_options(container)
    if container is not Container.MKV:
        options = {"movflags": "+faststart"} | options
    try:
        write_synced(listed, _listing(films).encode())
        with (
            av.open(str(listed), format="concat") as source,
            av.open(
                str(joined), "w", format=FORMATS[container], container_options=options
            ) as target,
        ):
            with av.open(str(films[0])) as first:
                target.metadata.update(first.metadata)
            streams = {
                stream.index: target.add_stream_from_template(stream, opaque=True)
                for stream in source.streams
            }
            ends: dict[int, int] = {}
            for packet in _with_decoding_times(source.demux()):
                on_step()
                index, time, is_picture = packet.stream.index, packet.dts or 0, _is_picture(packet)
                # Sound that lasts a little longer than its picture overlaps the next part's.
                if is_picture or time >= ends.get(index, time):
                    ends[index] = time + (packet.duration or 0)
                    packet.stream = streams[index]
                    target.mux_one(packet)
        flush_to_disk(joined)
    except (av.FFmpegError, OSError) as exc:
        raise output_error(joined, OutputProblem.WRITE_FAILED, exc) from exc


def _with_decoding_times(packets: Iterable[Packet[Any]]) -> Iterator[Packet[Any]]:
    """Give packets without a decoding time the ones before that of the next in their stream.

    Matroska does not store these times, and they cannot be told for the first packets of a part.
    """
    waiting: dict[int, list[Packet[Any]]] = {}
    for packet in packets:
        if not packet.size:  # marks the end of a stream
            continue
        earlier = waiting.setdefault(packet.stream.index, [])
        if packet.dts is None:
            earlier.append(packet)
            continue
        for back, each in enumerate(reversed(earlier), 1):
            each.dts = packet.dts - back * (each.duration or 1)
        yield from earlier
        earlier.clear()
        yield packet
    for last in (each for stream in waiting.values() for each in stream):
        last.dts = last.pts
        yield last


def _is_picture(packet: Packet[Any]) -> bool:
    return isinstance(packet.stream, VideoStream)


def _listing(films: Sequence[Path]) -> str:
    """List films for FFmpeg, each as long as its pictures where that is known."""
    lines = ["ffconcat version 1.0"]
    for film in films:
        lines.append(f"file '{_quoted(film.name)}'")
        with av.open(str(film)) as opened:
            video = opened.streams.video[0]
            if video.duration is not None and video.time_base is not None:
                lines.append(f"duration {float(video.duration * video.time_base):.6f}")
    return "\n".join(lines)


def _quoted(name: str) -> str:
    return name.replace("'", r"'\''")
