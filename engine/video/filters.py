"""FFmpeg's filters: a graph for the pictures of one stream, and what comes out of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import av
from av import VideoFrame
from av.filter import Graph


def video_graph(first: VideoFrame, time_base: Fraction, *steps: tuple[str, str]) -> Graph:
    """Return a filter graph for frames like ``first``.

    Args:
        first: whose size and format all frames have; the tags of its colours are passed on, so
            that no filter converts them.
        time_base: in which the times of the frames count.
        steps: names and arguments of the filters, one after the other.
    """
    graph = Graph()
    nodes = [
        graph.add(
            "buffer",
            video_size=f"{first.width}x{first.height}",
            pix_fmt=first.format.name,
            time_base=str(time_base),
            pixel_aspect="1/1",
            colorspace=str(int(first.colorspace)),
            range=str(int(first.color_range)),
        )
    ]
    nodes += [graph.add(name, arguments) for name, arguments in steps]
    graph.link_nodes(*nodes, graph.add("buffersink"))
    graph.configure()
    return graph


def idet_graph(first: VideoFrame, time_base: Fraction) -> Graph:
    """Return a graph that notes in pictures like ``first`` whether they are interlaced.

    What a picture says of itself (Exif) goes: PyAV reads all notes or none, and text in another
    character set is none.
    """
    return video_graph(first, time_base, ("metadata", "mode=delete"), ("idet", ""))


def drained(graph: Graph) -> Iterator[VideoFrame]:
    """Yield the pictures that ``graph`` has ready."""
    while True:
        try:
            yield graph.vpull()
        except (av.BlockingIOError, av.EOFError):
            return
