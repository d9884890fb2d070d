"""Kill the window while it looks at each file of a queue, and see that it opens again.

    python -m tests.bench.killed_looks FILE...

All files are in one queue. Each start of the window is killed as soon as it looks at a file that
it has not been killed at before; at the end it has to open, with every file in its list and a
sentence for each. Prints these sentences.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.window.queue.queue_file import Entry, KeptState, QueueFile
from engine.jobs.options import Options
from tests.shared import ROOT

LONGEST_SECONDS = 120
PROGRAM = """
import json
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from app.__main__ import main
from app.text.messages import describe
from app.window.main_window import Window
from app.window.queue.clips import ClipState
restore_queue = Window.restore_queue

def with_a_hand(window):
    def act():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.defaultButton().click()
        elif len(window.model) and not any(c.state is ClipState.LOOKING for c in window.model):
            facts = [[str(c.path), c.state.name, c.error] for c in window.model]
            clips = [[path, state, error and describe(error)] for path, state, error in facts]
            print(json.dumps(clips), flush=True)
            hand.stop()
            window.close()
    hand = QTimer(window)
    hand.timeout.connect(act)
    hand.start(50)
    restore_queue(window)

Window.restore_queue = with_a_hand
sys.exit(main())
"""


def start(state: Path) -> subprocess.Popen[str]:
    """Open the window on the queue of a state folder, without a screen."""
    folders = {"XDG_STATE_HOME": str(state), "XDG_CONFIG_HOME": str(state)}
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"} | folders
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def killed_at(state: Path, known: set[Path]) -> Path | list[list[str]]:
    """Kill the window while it looks at a file that is not ``known``.

    Returns:
        The file; or path, state and sentence of all clips, where the window looked at none.
    """
    window, end = start(state), time.monotonic() + LONGEST_SECONDS
    looking = state / "homereel" / "queue.looking"
    with window:
        while window.poll() is None and time.monotonic() < end:
            path = Path()
            with contextlib.suppress(OSError):
                path = Path(os.fsdecode(looking.read_bytes()))
            if path.name and path not in known:
                window.send_signal(signal.SIGKILL)
                window.wait()
                return path
            time.sleep(0.001)
        window.kill()  # nothing happens where it has closed itself
        assert window.stdout is not None
        clips: list[list[str]] = json.loads(window.stdout.read())
    return clips


def kill_at_each(files: Sequence[Path], state: Path) -> tuple[set[Path], list[list[str]]]:
    """Do all of it; return the files at which it was killed, and the clips at the end."""
    queue = QueueFile(state / "homereel" / "queue.json")
    queue.open()
    queue.save(Entry(file, Options(), None, KeptState.NEW) for file in files)
    queue.close()
    killed: set[Path] = set()
    while isinstance(found := killed_at(state, killed), Path):
        killed.add(found)
    return killed, found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    files = [file.absolute() for file in parser.parse_args().files]
    with tempfile.TemporaryDirectory() as folder:
        killed, clips = kill_at_each(files, Path(folder))
    for path, state, sentence in clips:
        mark = "killed" if Path(path) in killed else "      "
        print(f"{mark} {state:8} {Path(path).name}: {sentence or ''}")
    assert [Path(path) for path, _state, _sentence in clips] == files, "something was lost"
    print(f"killed at {len(killed)} of {len(files)} files; all {len(clips)} are in the list")


if __name__ == "__main__":
    main()
