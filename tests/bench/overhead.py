"""What the journal and its segments cost in time: ``python -m tests.bench.overhead CLIP [FRAMES]``.

Renders a clip with segments of FRAMES frames (default 24, so that there are several), and in one
piece without a disk to wait for, in turns. Prints the time of the processor that a segment costs,
all threads together, and what that is for segments of the usual length.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from unittest.mock import patch

from engine import stages
from engine.job import Job, Options
from engine.restore import restore

_ROUNDS = 2
_SYNC = os.fsync


def seconds_of(clip: Path, segment_frames: int, *, is_synced: bool) -> tuple[float, float, int]:
    """Seconds of the processor and of the clock that a render takes, and its frames."""
    with (
        tempfile.TemporaryDirectory(prefix="homereel-overhead-") as folder,
        patch.object(stages, "_SEGMENT_FRAMES", segment_frames),
        patch("os.fsync", _SYNC if is_synced else lambda _: None),
    ):
        job = Job(source=clip, output=Path(folder) / "out.mp4", options=Options(device="cpu"))
        begin, begin_wall = time.process_time(), time.monotonic()
        frames = restore(job, lambda _: None, threading.Event()).frames
        return time.process_time() - begin, time.monotonic() - begin_wall, frames


def main() -> None:
    """Print a line per round, then the cost."""
    clip = Path(sys.argv[1])
    length = int(sys.argv[2]) if len(sys.argv) > 2 else 24
    usual = stages._SEGMENT_FRAMES
    seconds_of(clip, 1 << 30, is_synced=False)  # loads everything
    pieces, whole = [], []
    for _ in range(_ROUNDS):
        whole.append(seconds_of(clip, 1 << 30, is_synced=False))
        pieces.append(seconds_of(clip, length, is_synced=True))
        print(f"whole {whole[-1]}, in pieces {pieces[-1]} (processor, clock, frames)", flush=True)
    frames = whole[0][2]
    least_whole, least_pieces = min(whole)[0], min(pieces)[0]
    more = (least_pieces - least_whole) / (-(-frames // length) - 1)
    print(f"a frame takes {least_whole / frames:.3f} s, a segment more {more:.3f} s")
    print(f"segments of {length}: {least_pieces / least_whole - 1:+.2%}")
    print(f"segments of {usual}: {more / (usual * least_whole / frames):+.2%}")


if __name__ == "__main__":
    main()
