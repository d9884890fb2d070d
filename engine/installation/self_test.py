"""A test of this installation: does it restore, resume after a crash, encode, and open its window?

The test runs the installed program in processes of its own, as a user would. Everything it makes
lies in a temporary folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np

from engine.jobs.errors import WeightsError
from engine.jobs.translation import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from engine.networks import catalogue
from engine.resuming.journal import Journal
from engine.resuming.unfinished import folder_of
from engine.video.writing.codecs import encoders_of_processor

WINDOW_WORDS = ("self-test", "--window")
"""The command that opens the window for a moment and describes it, or fails."""

_RATE = 25
_FRAMES, _CUT = 104, 52
"""A segment of a render may end at a cut after 48 frames, so that there is something to resume."""
_WIDTH, _HEIGHT = 48, 32
_SOUND_RATE = 48_000
_SOUND_BLOCK = 4_800
_LIMIT_SECONDS = 900
_OPTIONS = ("--size", "1x", "--threshold", "255", "--window", "16", "--json")
"""One cleaning pass per frame: the quickest render that uses the network."""


@dataclass(frozen=True)
class Finding:
    """A text for people, marked for translation: what its braces and its ``%n`` stand for."""

    text: str
    fields: Mapping[str, object] = field(default_factory=dict)
    count: int = -1


@dataclass(frozen=True)
class Check:
    """The result of one part of the test; ``name`` is a text for people, marked for translation."""

    name: str
    is_passed: bool
    found: Finding


class _CheckFailedError(Exception):
    """A part of the installation does not work; the text says what happened."""

    def __init__(self, text: str, **fields: object) -> None:
        super().__init__(text)
        self.finding = Finding(text, fields)


def checks(command: Sequence[str]) -> Iterator[Check]:
    """Run every part of the test, one after the other.

    Args:
        command: starts the program.
    """
    with tempfile.TemporaryDirectory(prefix="homereel-self-test-") as name:
        clip = _Clip(command, Path(name))
        yield _check(QT_TRANSLATE_NOOP("self_test", "bundled model"), _verify_model)
        yield _check(QT_TRANSLATE_NOOP("self_test", "encoders"), _encode)
        yield _check(QT_TRANSLATE_NOOP("self_test", "restoring"), clip.restore)
        yield _check(QT_TRANSLATE_NOOP("self_test", "resuming"), clip.kill_and_resume)
        yield _check(
            QT_TRANSLATE_NOOP("self_test", "window"), lambda: _open_window(command, Path(name))
        )


def _check(name: str, run: Callable[[], Finding]) -> Check:
    is_passed = True
    try:
        found = run()
    except _CheckFailedError as error:
        is_passed, found = False, error.finding
    except Exception as error:  # whatever is broken, the other parts are tested too
        is_passed, found = False, Finding("{told}", {"told": f"{type(error).__name__}: {error}"})
    return Check(name, is_passed, found)


def _verify_model() -> Finding:
    model = catalogue.load_catalogue()[0]
    try:
        catalogue.verify(model)
    except WeightsError as error:
        raise _CheckFailedError(
            "{model}: {reason}", model=model.name, reason=error.reason.name
        ) from error
    text = QT_TRANSLATE_NOOP("self_test", "{model}, checksum right")
    return Finding(text, {"model": model.name})


def _encode() -> Finding:
    encoders = encoders_of_processor()
    broken = [encoder.name for encoder, works in encoders if not works]
    if broken:
        text = QT_TRANSLATE_NOOP("self_test", "cannot encode: {encoders}")
        raise _CheckFailedError(text, encoders=", ".join(broken))
    return Finding("{encoders}", {"encoders": ", ".join(encoder.name for encoder, _ in encoders)})


class _Clip:
    """A made clip with sound, and the renders of it."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command, self._folder = command, folder
        self._source = folder / "clip ä.mp4"
        self._whole, self._resumed = folder / "whole.mp4", folder / "resumed.mp4"

    def restore(self) -> Finding:
        """Restore the clip without an interruption."""
        make_clip(self._source)
        with _start_render(self._command, self._source, self._whole) as render:
            events = list(_events(render))
            _check_ended(render)
        frames = len(_frames(self._whole))
        if frames != _FRAMES:
            text = QT_TRANSLATE_NOOP("self_test", "{done} of {total} frames")
            raise _CheckFailedError(text, done=frames, total=_FRAMES)
        if _sound(self._whole) != _sound(self._source):
            raise _CheckFailedError(
                QT_TRANSLATE_NOOP("self_test", "the sound is not that of the source")
            )
        text = QT_TRANSLATE_N_NOOP("self_test", "%n frames on {device}, with sound", "", 0)
        return Finding(text, {"device": events[0]["device"]}, frames)

    def kill_and_resume(self) -> Finding:
        """Kill a render of the clip, and resume it: the pictures have to be the same."""
        with _start_render(self._command, self._source, self._resumed) as render:
            is_killed = _kill_when_something_is_kept(render, self._resumed)
        with _start_render(self._command, self._source, self._resumed, "--overwrite") as render:
            kept = cast(int, next(_events(render), {}).get("frames_done", 0))
            for _ in _events(render):
                pass
            _check_ended(render)
        if _frames(self._resumed) != _frames(self._whole):
            raise _CheckFailedError(
                QT_TRANSLATE_NOOP("self_test", "the frames are not those of an undisturbed render")
            )
        if not is_killed:
            return Finding(
                QT_TRANSLATE_NOOP(
                    "self_test", "not tried: the render was over before it could be killed"
                )
            )
        if not kept:
            raise _CheckFailedError(
                QT_TRANSLATE_NOOP("self_test", "the render started again from the beginning")
            )
        text = QT_TRANSLATE_N_NOOP(
            "self_test", "killed, resumed after %n frames, same pictures", "", 0
        )
        return Finding(text, count=kept)


def make_clip(path: Path) -> None:
    """Encode a short, noisy, moving clip with a cut and a tone."""
    noise = np.random.default_rng(0)
    rows, columns = np.mgrid[0:_HEIGHT, 0:_WIDTH]
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=_RATE, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = _WIDTH, _HEIGHT, "yuv420p"
        audio = container.add_stream("aac", rate=_SOUND_RATE)
        audio.layout = "mono"
        for index in range(_FRAMES):
            if index < _CUT:
                waves = 120 + 70 * np.sin((columns + index) / 6.0) * np.cos(rows / 5.0)
            else:
                waves = 150 - 90 * np.cos((rows - index) / 3.0) * np.sin(columns / 9.0)
            picture = waves[..., None] + noise.normal(0, 10, (_HEIGHT, _WIDTH, 3))
            frame = av.VideoFrame.from_ndarray(picture.clip(0, 255).astype(np.uint8), "rgb24")
            frame.pts, frame.time_base = index, Fraction(1, _RATE)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        for start in range(0, _FRAMES * _SOUND_RATE // _RATE, _SOUND_BLOCK):
            times = np.arange(start, start + _SOUND_BLOCK) / _SOUND_RATE
            tone = (0.3 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)
            samples = av.AudioFrame.from_ndarray(tone[None], format="fltp", layout="mono")
            samples.sample_rate, samples.pts = _SOUND_RATE, start
            samples.time_base = Fraction(1, _SOUND_RATE)
            container.mux(audio.encode(samples))
        container.mux(audio.encode(None))


@contextlib.contextmanager
def _start_render(
    command: Sequence[str], source: Path, output: Path, *words: str
) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [*command, "restore", str(source), "-o", str(output), *_OPTIONS, *words],
        env=_environment(source.parent),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as render:
        too_long = threading.Timer(_LIMIT_SECONDS, render.kill)
        too_long.start()
        try:
            yield render
        finally:
            too_long.cancel()
            render.kill()


def _environment(folder: Path) -> dict[str, str]:
    """That of this process, without the user's notes about unfinished renders and speeds."""
    own = {"XDG_STATE_HOME": folder / "state", "XDG_CONFIG_HOME": folder / "config"}
    return os.environ | {name: str(path) for name, path in own.items()}


def _events(render: subprocess.Popen[str]) -> Iterator[dict[str, object]]:
    """What the program prints, line by line, until it ends or fails."""
    assert render.stdout
    for line in render.stdout:
        try:
            event = json.loads(line)
        except ValueError:
            raise _CheckFailedError(
                "{told}", told=line.strip().removeprefix("homereel: ")
            ) from None
        if event["event"] == "failed":
            raise _CheckFailedError("{told}", told=event["message"])
        yield event


def _check_ended(render: subprocess.Popen[str]) -> None:
    status = render.wait()
    if status != 0:
        text = QT_TRANSLATE_NOOP("self_test", "the program ended with status {status}")
        raise _CheckFailedError(text, status=status)


def _kill_when_something_is_kept(render: subprocess.Popen[str], output: Path) -> bool:
    """Kill a render as soon as frames of it are finished; False if it was over before."""
    for _ in _events(render):
        with contextlib.suppress(OSError, ValueError):
            if Journal.read(folder_of(output)).frames > 0:
                render.kill()
                render.wait()
                return not output.exists()
    return False


def _frames(path: Path) -> list[tuple[int | None, str]]:
    """Time and checksum of every decoded frame."""
    with av.open(str(path)) as container:
        return [
            (frame.pts, hashlib.sha256(frame.to_ndarray(format="rgb24").tobytes()).hexdigest())
            for frame in container.decode(video=0)
        ]


def _sound(path: Path) -> list[bytes]:
    """The encoded sound."""
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(audio=0) if packet.size]


def _open_window(command: Sequence[str], folder: Path) -> Finding:
    try:
        done = subprocess.run(
            [*command, *WINDOW_WORDS],
            env=_environment(folder) | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LIMIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _CheckFailedError(
            QT_TRANSLATE_NOOP("self_test", "it did not open and close")
        ) from None
    lines = (done.stdout if done.returncode == 0 else done.stderr).strip().splitlines()
    if done.returncode != 0:
        if lines:
            raise _CheckFailedError("{told}", told=lines[-1].removeprefix("homereel: "))
        text = QT_TRANSLATE_NOOP("self_test", "the program ended with status {status}")
        raise _CheckFailedError(text, status=done.returncode)
    return Finding("{told}", {"told": lines[-1]})
