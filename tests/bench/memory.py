"""Memory and time of a render against its length: ``python -m tests.bench.memory [FRAMES ...]``.

Frames are small, so that five thousand of them take minutes; they are decoded, restored by the
bundled model, enlarged fourfold and encoded, as in every render.

With ``--plain [FRAMES]`` the network alone, at RealBasicVSR width with few layers (their number
changes the time, not the memory), against the same network run the plain way.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import av
import numpy as np

_PROGRAM = """
import resource, sys, threading, time
from pathlib import Path
from engine.estimating import speeds
from engine.devices.allocator import keep_freed_memory
from engine.jobs.choices import SizeByFactor
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
keep_freed_memory()  # as the program does
speeds.speeds_file = lambda: Path(sys.argv[2] + ".json")  # not among the user's
job = Job(source=Path(sys.argv[1]), output=Path(sys.argv[2]), options=Options(size=SizeByFactor(4)))
begin = time.process_time()
restore(job, lambda event: None, threading.Event())
seconds = time.process_time() - begin
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, seconds)
"""


_NETWORK_PROGRAM = """
import resource, sys
from fractions import Fraction
import numpy as np, torch
from engine.devices.allocator import keep_freed_memory
from engine.restoring.plans import choose_plan
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR
from engine.devices.precision import PRECISIONS
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.bench import plain
way, frames, (width, height) = sys.argv[1], int(sys.argv[2]), (320, 180)
network = RealBasicVSR(NetworkShape(cleaning_blocks=1, propagation_blocks=1)).eval()
network.requires_grad_(False)
if way == "plain":
    plain.restored(network, torch.rand(1, frames, 3, height, width))
else:
    keep_freed_memory()
    network.to(memory_format=torch.channels_last)
    network.set_precision(PRECISIONS[way])
    cpu = torch.device("cpu")
    plan = choose_plan(network, width, height, cpu)
    ready = Restoration(network, cpu, plan, SoftRefinement(255.0), 1.0, width, height)
    pixels = np.full((height, width, 3), 99, np.uint8)
    clip = (ShotFrame(Frame(pixels, n, Fraction(1, 25), 1), n == 0) for n in range(frames))
    for _ in ready.run(clip, lambda: None):
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def write_clip(path: Path, frames: int, width: int = 64, height: int = 48) -> None:
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


def taken(frames: int) -> tuple[int, float]:
    """Peak resident KiB and seconds of processor time of a render of ``frames`` frames."""
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "in.mp4", Path(folder) / "out.mp4"
        write_clip(source, frames)
        command = [sys.executable, "-c", _PROGRAM, str(source), str(output)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    kib, seconds = done.stdout.split()
    return int(kib), float(seconds)


def compare_with_plain(frames: int) -> None:
    """Print the peaks of all ways."""
    plain_kib = 0
    for way in ("plain", "fp32", "bf16"):
        command = [sys.executable, "-c", _NETWORK_PROGRAM, way, str(frames)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        kib = int(done.stdout)
        plain_kib = plain_kib or kib
        print(f"{way:6} {frames} frames: {kib / 1024:7.1f} MiB, {kib / plain_kib:.3f} of plain")


def main() -> None:
    """Print the peaks and their ratio to the first, and processor time per frame."""
    if sys.argv[1:2] == ["--plain"]:
        compare_with_plain(int(sys.argv[2]) if len(sys.argv) > 2 else 100)
        return
    lengths = [int(word) for word in sys.argv[1:]] or [200, 1000, 5000]
    first = 0
    for frames in lengths:
        peak, seconds = taken(frames)
        first = first or peak
        print(
            f"{frames:6} frames: {peak / 1024:7.1f} MiB, {peak / first:.3f} of the first; "
            f"{1000 * seconds / frames:.1f} ms of the processor each",
            flush=True,
        )


if __name__ == "__main__":
    main()
