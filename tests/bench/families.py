"""Official weights through the program: ``python -m tests.bench.families [--size WxH] [NAME...]``.

For every model that is installed (or the named ones) 30 frames of a clip, cut to a few pixels, are
restored by the command line, by the process that the window starts, and by the command line killed
in the middle and started again: the files have to be the same, frame by frame. Then a preview of a
few frames from the middle is compared with the render.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from engine.jobs.choices import Codec, SizeByFactor
from engine.jobs.events import Picture, PreviewFrame
from engine.jobs.options import Job, Options
from engine.networks.catalogue import is_installed, load_catalogue
from engine.rendering.preview import Preview
from engine.running.child_process import RUN_JOB, child_command
from engine.running.runner import OwnProcess
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.bench.kills import Start
from tests.bench.pictures import RATE, luma, psnr, read_frames, write_lossless
from tests.shared import SHARED

CLIP = SHARED / "clips" / "carphone_176x144_clean.mp4"
FRAMES = 30
KILLED_AT, SHOWN = 13, range(10, 20)
LEAST_DB = 45.0


def cut(clip: Path, path: Path, width: int, height: int) -> Path:
    """The middle of the first frames of a clip, without loss."""
    with Reader(probe(clip)) as reader:
        top, left = (reader.height - height) // 2, (reader.width - width) // 2
        frames = [f.data[top:, left:][:height, :width] for f in islice(reader, FRAMES)]
    write_lossless(path, frames)
    return path


def check(name: str, source: Path, folder: Path) -> str:
    """Restore a film with a model in every way; a line about it."""
    size = ("--model", name, "--size", "4x", "--window", "6", "--lookahead", "4")
    whole, killed, windowed = (folder / f"{name} {way}.mkv" for way in ("whole", "killed", "own"))
    begin = time.monotonic()
    assert Start(source, whole, "ffv1", words=size).status == 0
    seconds = (time.monotonic() - begin) / FRAMES
    assert Start(source, killed, "ffv1", act_at_frame=KILLED_AT, words=size).status != 0
    second = Start(source, killed, "ffv1", words=size)
    assert second.status == 0, second.errors
    options = Options(
        model=name,
        size=SizeByFactor(4),
        codec=Codec.FFV1,
        device="cpu",
        window_frames=6,
        lookahead_frames=4,
    )
    job = Job(source=source, output=windowed, options=options)
    OwnProcess(child_command(RUN_JOB)).run(job, lambda _event: None, threading.Event())
    expected = read_frames(whole)
    same = [is_same(read_frames(other), expected) for other in (killed, windowed)]
    closeness = preview_db(job, expected)
    verdict = "as it should" if all(same) and closeness >= LEAST_DB else "WRONG"
    return (
        f"{name:<24}{seconds:>8.2f} s a frame   resumed at {second.first}: "
        f"{'the same' if same[0] else 'DIFFERENT'}   window: "
        f"{'the same' if same[1] else 'DIFFERENT'}   preview {closeness:.1f} dB   {verdict}"
    )


def is_same(frames: list[np.ndarray], expected: list[np.ndarray]) -> bool:
    """Whether two films have the same pixels."""
    pairs = zip(frames, expected, strict=True)
    return all(np.array_equal(one, other) for one, other in pairs)


def preview_db(job: Job, expected: list[np.ndarray]) -> float:
    """PSNR on Y of a preview against the render, of the frame that differs most."""
    stretch = replace(job.options, start_seconds=SHOWN.start / RATE, end_seconds=SHOWN.stop / RATE)
    shown: list[PreviewFrame] = []
    preview = Preview(replace(job, options=stretch))
    preview.restore(stretch, shown.append, threading.Event())
    assert sorted(frame.index for frame in shown) == list(range(len(SHOWN)))
    return min(
        psnr(luma(_pixels(frame.after)), luma(expected[SHOWN[frame.index]])) for frame in shown
    )


def _pixels(picture: Picture) -> np.ndarray:
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)


def main() -> None:
    """Print a line for each model."""
    # As the command lines of `Start` have it: sums depend on the number of threads.
    os.environ["OMP_NUM_THREADS"] = "1"
    torch.set_num_threads(1)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--clip", type=Path, default=CLIP)
    parser.add_argument("--size", default="64x48", help="of the part that is restored")
    given = parser.parse_args()
    width, height = map(int, given.size.split("x"))
    names = given.names or [m.name for m in load_catalogue() if is_installed(m)]
    with tempfile.TemporaryDirectory(prefix="homereel-families-") as name:
        source = cut(given.clip, Path(name) / "source.mkv", width, height)
        for model in names:
            print(check(model, source, Path(name)), flush=True)


if __name__ == "__main__":
    main()
