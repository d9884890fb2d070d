"""Peak memory of a render against its length: ``python -m tests.bench.memory [FRAMES ...]``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import av
import numpy as np

_PROGRAM = """
import resource, sys, threading
from pathlib import Path
from engine.job import Job, Options, SizeByFactor
from engine.restore import restore
job = Job(source=Path(sys.argv[1]), output=Path(sys.argv[2]), options=Options(size=SizeByFactor(4)))
restore(job, lambda event: None, threading.Event())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def write_clip(path: Path, frames: int, width: int = 128, height: int = 96) -> None:
    """A noisy moving picture of ``frames`` frames, without cuts."""
    rng = np.random.default_rng(0)
    wide = rng.integers(60, 200, (height // 8, (width + 2 * frames) // 8 + 2, 3), np.uint8)
    wide = wide.repeat(8, 0).repeat(8, 1)
    with av.open(str(path), "w") as output:
        stream = output.add_stream("libx264", rate=25, options={"crf": "20"})
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for index in range(frames):
            picture = np.ascontiguousarray(wide[:, 2 * index : 2 * index + width])
            output.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        output.mux(stream.encode(None))


def peak_kib(frames: int) -> int:
    """Peak resident memory of a process that renders ``frames`` frames."""
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "in.mp4", Path(folder) / "out.mp4"
        write_clip(source, frames)
        command = [sys.executable, "-c", _PROGRAM, str(source), str(output)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


def main() -> None:
    """Print the peaks and their ratio to the first."""
    lengths = [int(word) for word in sys.argv[1:]] or [200, 1000]
    first = 0
    for frames in lengths:
        peak = peak_kib(frames)
        first = first or peak
        print(f"{frames:6} frames: {peak / 1024:7.1f} MiB, {peak / first:.3f} of the first")


if __name__ == "__main__":
    main()
