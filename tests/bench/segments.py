"""What segments cost in size: ``python -m tests.bench.segments CLIP...``.

Encodes the frames of real clips, enlarged plainly to 480 lines, in one piece and in segments of
several lengths, and prints how much larger the pieces are together.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import torch

from engine.jobs.choices import Codec, SizeByHeight
from engine.jobs.options import Options
from engine.rendering.output import output_size_of
from engine.video.facts import SourceInfo
from engine.video.frame import Frame
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from engine.video.writing.encoder import Encoding, PictureEncoder, usual_threads

_LENGTHS = (24, 48, 96, 240)
_MOST_FRAMES = 480


def encoded_bytes(info: SourceInfo, encoding: Encoding, frames: list[Frame], length: int) -> int:
    """Bytes of all pictures, each ``length`` of them from an encoder of their own."""
    total = 0
    for start in range(0, len(frames), length):
        encoder = PictureEncoder(info, info.path, encoding, shift=0)
        pieces = [encoder.encode(frame) for frame in frames[start : start + length]]
        total += sum(len(p.data) for piece in [*pieces, encoder.finish()] for p in piece)
    return total


def main() -> None:
    """Print a line per clip and codec."""
    print("clip, codec, frames, bytes in one piece; then what is added in pieces of", _LENGTHS)
    for path in map(Path, sys.argv[1:]):
        info = probe(path)
        width, height = output_size_of(info, Options(size=SizeByHeight(480)))
        with Reader(info) as reader:
            frames, time_base = list(islice(reader, _MOST_FRAMES)), reader.time_base
        for codec in (Codec.H264, Codec.HEVC):
            encoding = Encoding(
                codec=codec,
                width=width,
                height=height,
                time_base=time_base,
                threads=usual_threads(),
                has_avx512=torch.backends.cpu.get_cpu_capability() == "AVX512",
            )
            whole = encoded_bytes(info, encoding, frames, len(frames))
            more = [
                encoded_bytes(info, encoding, frames, length) / whole - 1 for length in _LENGTHS
            ]
            added = "  ".join(f"{share:+.2%}" for share in more)
            print(f"{path.name} {codec} {len(frames)} {whole}: {added}", flush=True)


if __name__ == "__main__":
    main()
