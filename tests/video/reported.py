"""Inputs like those that people reported: made here where that is possible, else from the shelf."""

import json
import subprocess
import sys
from threading import Event

import av
import numpy as np
import pytest

from engine.jobs.choices import SizeByFactor
from engine.jobs.events import Warned
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from tests.shared import ROOT, SHARED

FAULTS = SHARED / "faults"


def run_ffmpeg(*arguments):
    command = ["ffmpeg", "-v", "error", "-y", "-nostdin", *map(str, arguments)]
    subprocess.run(command, check=True, timeout=60)


def shelved(name):
    """Return an input that cannot be made here."""
    path = FAULTS / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    return path


def restored(source, output, **options):
    """Restore without the network, at the size of the source; return the warnings."""
    events = []
    chosen = Options(strength=0.0, size=SizeByFactor(1), **options)
    restore(Job(source=source, output=output, options=chosen), events.append, Event())
    return [event for event in events if isinstance(event, Warned)]


def kinds(warnings):
    return {warned.kind for warned in warnings}


IN_CHILD = """
import json
import sys
from pathlib import Path
from tests.video.reported import kinds, restored

words = map(Path, sys.argv[1:])
for source, output in zip(words, words):
    print(json.dumps(sorted(kind.name for kind in kinds(restored(source, output)))), flush=True)
"""


def restored_in_child(films):
    """Restore films in one process of their own, which may die.

    Takes pairs of source and output; returns the kinds of the warnings, by outputs.
    """
    paths = [str(path) for film in films for path in film]
    command = [sys.executable, "-c", IN_CHILD, *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    last = films[len(told)] if len(told) < len(films) else None
    assert done.returncode == 0, f"{last}: {done.returncode} {done.stderr}"
    return {output: names for (_, output), names in zip(films, told, strict=True)}


def tone_hz(path, *, start=0.1, end=0.9):
    """Return the loudest frequency in a part of the first sound track, and its length in s."""
    with av.open(str(path)) as container:
        rate = container.streams.audio[0].rate
        command = ["ffmpeg", "-v", "quiet", "-i", str(path), "-map", "0:a:0", "-ac", "1"]
    command += ["-f", "f32le", "-"]
    samples = np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, "f4")
    part = samples[int(start * len(samples)) : int(end * len(samples))]
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part))))
    return float(spectrum.argmax()) * rate / len(part), len(samples) / rate
