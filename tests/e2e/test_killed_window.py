"""The window, killed without warning in the middle of a queue and opened again."""

import json
import os
import subprocess
import sys
from fractions import Fraction

import pytest

from app.window.queue.queue_file import Entry, KeptState, QueueFile
from engine.jobs.options import Job
from engine.resuming.unfinished import folder_of
from tests.bench.kills import SHORT, SHORT_SEGMENTS
from tests.shared import ROOT
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film
from tests.video.interrupted import EVEN, OPTIONS, UNEVEN, Run, picture

KILLED_AT = 17
"""Behind two segments at least, whatever the encoder keeps back."""
CHILD = SHORT_SEGMENTS + "from app.__main__ import main\nsys.exit(main())\n"
"""The process that restores, which ends by itself when the window is killed."""
PROGRAM = (
    f"CHILD = {CHILD!r}"
    + """
import json
import os
import signal
import sys
import time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from app.__main__ import main
from app.window import start
from app.window.queue.clips import ClipState
from app.window.main_window import Window
from engine.background.engine_thread import Engine
from engine.jobs.events import Progressed, Started
from engine.running.runner import OwnProcess

queue, dies_at = Path(sys.argv.pop()), int(sys.argv.pop())
run, restore_queue = OwnProcess.run, Window.restore_queue

def tell(**facts):
    print(json.dumps(facts), flush=True)

def run_until_killed(self, job, on_event, cancel, make_room=None):
    def pass_on(event):
        on_event(event)
        if isinstance(event, Started):
            tell(started=job.source.name, done=event.frames_done)
        if isinstance(event, Progressed) and event.frames_done == dies_at:
            while '"begun"' not in queue.read_text():
                time.sleep(0.05)
            os.kill(os.getpid(), signal.SIGKILL)
    return run(self, job, pass_on, cancel, make_room)

def with_a_hand(window):
    def act():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            tell(asked=box.text())
            box.defaultButton().click()
        elif len(window.model) and all(c.state is ClipState.DONE for c in window.model):
            window.close()
    hand = QTimer(window)
    hand.timeout.connect(act)
    hand.start(100)
    restore_queue(window)

OwnProcess.run, Window.restore_queue = run_until_killed, with_a_hand
Engine._put_measurement = lambda self, measure: None  # else the window loads torch as well
start.child_command = lambda name: [sys.executable, "-c", CHILD, name]
sys.exit(main())
"""
)


def open_window(state, *, dies_at=0):
    """Run the program until it is killed, or has restored its queue; what it told."""
    queue = state / "homereel" / "queue.json"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(dies_at), str(queue)],
        cwd=ROOT,
        env=os.environ
        | {
            "OMP_NUM_THREADS": "1",
            "OMP_WAIT_POLICY": "PASSIVE",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_STATE_HOME": str(state),
            "XDG_CONFIG_HOME": str(state),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def keep_queue(state, sources, folder):
    folder.mkdir()
    queue = QueueFile(state / "homereel" / "queue.json")
    queue.open()
    queue.save(Entry(source, OPTIONS, folder, KeptState.WAITING) for source in sources)
    queue.close()


@pytest.mark.timeout(900)  # processes that each load torch, on a computer that may be busy
def test_a_killed_window_offers_to_go_on_and_ends_the_same(tmp_path):
    sources = [
        make_clip(
            tmp_path / f"{name}.mp4",
            times=times,
            time_base=Fraction(1, 25),
            frames=[picture(index) for index in range(len(times))],
            sound="aac",
            sound_seconds=len(times) / 25,
        )
        for name, times in (("first", UNEVEN), ("second", EVEN[:6]))
    ]
    killed = tmp_path / "killed"
    outputs = [killed / f"{source.stem} restored.mp4" for source in sources]
    keep_queue(tmp_path / "state", sources, killed)
    done, _ = open_window(tmp_path / "state", dies_at=KILLED_AT)
    assert done.returncode == -9, done.stderr
    assert [output.exists() for output in outputs] == [False, False]
    assert [folder_of(output).is_dir() for output in outputs] == [True, False]

    done, told = open_window(tmp_path / "state")
    assert done.returncode == 0, done.stderr
    assert told[0] == {"asked": "The queue was interrupted; 2 clips are left."}
    assert [fact["started"] for fact in told[1:]] == ["first.mp4", "second.mp4"]
    assert told[1]["done"] >= 5
    assert told[2]["done"] == 0
    assert sorted(killed.iterdir()) == sorted(outputs)
    for source, output in zip(sources, outputs, strict=True):
        whole = tmp_path / output.name
        Run(Job(source=source, output=whole, options=OPTIONS), policy=SHORT)
        assert_same_film(output, whole)
