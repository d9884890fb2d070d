"""Renders that are killed: ``python -m tests.bench.kills [COUNT]``.

Each of COUNT renders of small made clips (H.264, HEVC and FFV1, even and uneven times) is killed by
SIGKILL at random moments, several times, and started again with the same command. The result is
compared with that of an undisturbed render: decoded frames by Debian's ffmpeg, sound by packets.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

from engine.rendering.segments import SegmentPolicy
from engine.resuming.unfinished import folder_of
from tests.shared import ROOT
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film
from tests.video.interrupted import EVEN, FRAMES, SEGMENT_FRAMES, UNEVEN, picture

_KINDS = [
    (codec, suffix, times)
    for times in (EVEN, UNEVEN)
    for codec, suffix in (("h264", ".mp4"), ("hevc", ".mp4"), ("ffv1", ".mkv"), ("h264", ".mkv"))
]
SHORT = SegmentPolicy(
    frames=SEGMENT_FRAMES,
    intra_bytes=3 * 64 * 48 * SEGMENT_FRAMES,
    least_frames=SEGMENT_FRAMES,
    slow_seconds=0.0,
    keep_seconds=0.0,
    most_queued_frames=2,
    report_seconds=0.0,
)
"""Segments and queues are so short that a second has many of each."""
SHORT_SEGMENTS = f"""
import functools
import sys
if "look-at-sources" not in sys.argv:  # which does without torch
    import engine.rendering.render as render
    from engine.rendering.segments import SegmentPolicy
    render.restore = functools.partial(render.restore, policy={SHORT})
"""
"""The same for a program of its own."""
PROGRAM = (
    SHORT_SEGMENTS
    + """
from app.__main__ import main
sys.exit(main())
"""
)


def command_line(source: Path, output: Path, codec: str, *words: str) -> list[str]:
    """Restore a film with a codec, in short windows; ``words`` win over those before."""
    line = ["restore", str(source), "-o", str(output), "--codec", codec, "--size", "1x", "--json"]
    return [*line, "--device", "cpu", "--window", "3", "--lookahead", "2", *words]


class Start:
    """One start of the program; killed at some moment after it began to restore, or left alone.

    Args:
        source: the film.
        output: the file to write.
        codec: as on the command line.
        act_after: seconds from the beginning of the work to ``act``.
        act_at_frame: the same as a number of finished frames; neither: never.
        act: what happens to the process.
        words: further ones of the command line, which win over those before.
    """

    def __init__(
        self,
        source: Path,
        output: Path,
        codec: str,
        *,
        act_after: float | None = None,
        act_at_frame: int | None = None,
        act: Callable[[subprocess.Popen[str]], None] = subprocess.Popen.kill,
        words: Sequence[str] = (),
    ) -> None:
        line = command_line(source, output, codec, *words)
        self.first = self.last = 0
        self.is_begun = False
        self.seconds = 0.0
        with subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *line],
            cwd=ROOT,
            env=os.environ | {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            begin, timer = time.monotonic(), None
            assert process.stdout
            assert process.stderr
            for said in process.stdout:
                if not said.endswith("}\n"):
                    break  # killed in the middle of it
                event = json.loads(said)
                if event["event"] == "started":
                    begin = time.monotonic()
                    self.first = self.last = event["frames_done"]
                    self.is_begun = True
                    if act_after is not None:
                        timer = threading.Timer(act_after, act, [process])
                        timer.start()
                elif event["event"] == "progress":
                    self.last = event["frame"]
                    if self.last == act_at_frame:
                        act(process)
                elif event["event"] == "finished":
                    # Not the end of the process: that takes longer than all of a small render.
                    self.seconds = time.monotonic() - begin
            self.errors = process.stderr.read()
            if timer is not None:
                timer.cancel()
        self.status = process.returncode

    def repeated(self, last: int) -> int:
        """Frames of ``last`` that were restored again; none where only the clean-up was missing."""
        return max(0, last - self.first) if self.is_begun else 0


def is_done(output: Path) -> bool:
    """Whether nothing is left to be done; the last kill may have come after that."""
    return output.exists() and not folder_of(output).exists()


def main() -> None:
    """Print a line per render, and the most that was computed twice after one kill."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    worst = kills = 0
    with tempfile.TemporaryDirectory(prefix="homereel-kills-") as name:
        folder = Path(name)
        undisturbed: dict[tuple[str, str, tuple[int, ...]], tuple[Path, float]] = {}
        for number, kind in zip(range(count), itertools.cycle(_KINDS), strict=False):
            codec, suffix, times = kind
            source = folder / f"{'even' if times is EVEN else 'uneven'}.mp4"
            if not source.exists():
                make_clip(
                    source,
                    times=times,
                    time_base=Fraction(1, 25),
                    frames=[picture(index) for index in range(FRAMES)],
                    sound="aac",
                    sound_seconds=1.0,
                )
            if kind not in undisturbed:
                whole = folder / f"whole {len(undisturbed)}{suffix}"
                start = Start(source, whole, codec)
                assert start.status == 0, start.errors
                undisturbed[kind] = whole, start.seconds
            whole, seconds = undisturbed[kind]
            output = folder / f"killed {number}{suffix}"
            lost = []
            last = 0
            for _ in range(chance.randint(2, 4)):
                start = Start(source, output, codec, act_after=chance.uniform(0.0, seconds))
                lost.append(start.repeated(last))
                last = start.last
                kills += start.status == -signal.SIGKILL
                if is_done(output):
                    break
            if not is_done(output):
                start = Start(source, output, codec)
                assert start.status == 0, start.errors
                lost.append(start.repeated(last))
            assert_same_film(output, whole)
            left = [path for path in folder.iterdir() if path.name.startswith(".")]
            assert left == [], left
            worst = max(worst, *lost)
            print(f"{number + 1}: {codec}{suffix} {source.stem}: equal; twice: {lost}", flush=True)
    print(f"{count} renders, {kills} kills, all equal; most frames twice after a kill: {worst}")


if __name__ == "__main__":
    main()
