"""The program itself, in a process of its own, on videos made here."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from app.command_line import commands
from app.command_line.ending import ExitStatus
from tests.shared import ROOT

FRAMES = 6
RATE = 25
# Two threads that share a busy processor wait for each other at every layer of a small network.
ENVIRONMENT = os.environ | {"OMP_NUM_THREADS": "1"}
ENVIRONMENT.pop("PYTHONUNBUFFERED", None)
Run = Callable[..., subprocess.CompletedProcess[str]]


def start(*words: object) -> subprocess.Popen[str]:
    """Start the program as a user would."""
    return subprocess.Popen(
        [sys.executable, "-m", "app", *map(str, words)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def homereel(*words: object, limit_seconds: float = 120) -> subprocess.CompletedProcess[str]:
    """Run the program and wait for it."""
    with start(*words) as process:
        output, errors = process.communicate(timeout=limit_seconds)
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


@pytest.fixture
def run_here(capsys: pytest.CaptureFixture[str]) -> Run:
    """Carry out a command line in this process: to start another one takes longer than the work."""

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        status = commands.run([str(word) for word in words])
        return subprocess.CompletedProcess(words, status, *capsys.readouterr())

    return run


def make_clip(path: Path, frames: int = FRAMES) -> Path:
    """A moving gradient of 48x32 pixels, silent, each frame of another brightness."""
    with av.open(path, "w") as container:
        stream = container.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = 48, 32, "yuv420p"
        ramp = np.linspace(0, 100, 48, dtype=np.uint8)
        for index in range(frames):
            picture = np.repeat((np.roll(ramp, index) + 20)[None, :, None], 32, axis=0)
            frame = av.VideoFrame.from_ndarray(np.repeat(picture, 3, axis=2), format="rgb24")
            frame.pts, frame.time_base = index, Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "Ömas Film.avi")


def decoded(path: Path) -> list[tuple[int, int, float]]:
    """Width, height and time of every frame."""
    with av.open(path) as container:
        return [(f.width, f.height, float(f.time)) for f in container.decode(video=0)]


def test_restoring_with_the_bundled_model(clip: Path) -> None:
    before = hashlib.sha256(clip.read_bytes()).hexdigest()
    done = homereel("restore", clip, "--json", "--size", "2x", "--device", "cpu")
    assert done.returncode == ExitStatus.DONE, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert events[0]["event"] == "started"
    assert events[-1]["event"] == "finished"
    assert events[0]["frames"] in (FRAMES, None)
    last_progress = [event for event in events if event["event"] == "progress"][-1]
    assert last_progress["frame"] == FRAMES
    frames = decoded(Path(events[-1]["output"]))
    assert [(width, height) for width, height, _ in frames] == [(96, 64)] * FRAMES
    assert [time for *_, time in frames] == pytest.approx([i / RATE for i in range(FRAMES)])
    assert hashlib.sha256(clip.read_bytes()).hexdigest() == before
    assert len(list(clip.parent.iterdir())) == 2


def test_an_existing_output_is_replaced_only_when_asked(clip: Path, run_here: Run) -> None:
    output = clip.with_name("out.mkv")
    words = ["restore", clip, "-o", output, "--strength", "0", "--size", "1x"]
    output.write_text("precious")
    refused = run_here(*words)
    assert refused.returncode == ExitStatus.FAILED
    assert refused.stderr.count("\n") == 1
    assert output.read_text() == "precious"
    done = run_here(*words, "--overwrite")
    assert done.returncode == ExitStatus.DONE, done.stderr
    assert len(decoded(output)) == FRAMES


def test_a_bad_source_among_good_ones(clip: Path, tmp_path: Path, run_here: Run) -> None:
    bad = tmp_path / "text.avi"
    bad.write_text("this is no video")
    folder = tmp_path / "restored"
    folder.mkdir()
    words = ["restore", bad, clip, "--output-dir", folder, "--strength", "0"]
    done = run_here(*words)
    assert done.returncode == ExitStatus.FAILED
    assert "Traceback" not in done.stderr
    assert "text.avi is not a video" in done.stderr
    (output,) = folder.iterdir()
    assert len(decoded(output)) == FRAMES


def test_an_interrupted_render_leaves_nothing_under_the_final_name(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "long.avi", frames=2000)
    output = tmp_path / "out.mp4"
    with start("restore", clip, "-o", output, "--json") as process:
        assert process.stdout
        # The first progress: the render is in full swing.
        next(line for line in process.stdout if '"progress"' in line)
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=60)
    assert process.returncode == ExitStatus.CANCELLED, errors
    assert json.loads(rest.splitlines()[-1])["event"] == "failed"
    assert not output.exists()
    assert "Traceback" not in errors


def test_probe_prints_a_page_or_json(clip: Path, run_here: Run) -> None:
    page = run_here("probe", clip)
    assert page.returncode == ExitStatus.DONE
    assert "48x32" in page.stdout
    facts = json.loads(run_here("probe", clip, "--json").stdout)
    assert (facts["width"], facts["height"]) == (48, 32)


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with start("models") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        errors = process.stderr.read()
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


def test_wrong_usage_is_status_2(tmp_path: Path) -> None:
    assert homereel("restore").returncode == ExitStatus.WRONG_USAGE
    assert homereel("restore", "a.avi", "--size", "huge").returncode == ExitStatus.WRONG_USAGE


def test_a_file_name_that_is_not_text(clip: Path) -> None:
    odd = clip.with_name("odd\udcff.avi")
    try:
        clip.rename(odd)
    except OSError:
        pytest.skip("this file system has only names that are text")
    page = homereel("probe", odd)
    assert page.returncode == ExitStatus.DONE, page.stderr
