"""What belongs to the process rather than to the window."""

import gc
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QObject
from PySide6.QtGui import QFileOpenEvent

from app.window import start
from app.window.start import OpenedFiles, SignalListener


@pytest.mark.skipif(sys.platform == "win32", reason="there a raised signal ends the process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heard_while_the_window_waits(qtbot, number):
    heard = []
    before = signal.getsignal(number)
    listener = SignalListener(lambda: heard.append(number))
    signal.raise_signal(number)
    qtbot.waitUntil(lambda: heard == [number])
    listener.close()
    assert signal.getsignal(number) is before


def test_a_file_that_the_system_opens_is_added(qapp):
    added, receiver = [], QObject()
    files = OpenedFiles(added.extend, qapp)
    receiver.installEventFilter(files)
    QCoreApplication.sendEvent(receiver, QFileOpenEvent("/tapes/Ömas Film.avi"))
    assert added == [Path("/tapes/Ömas Film.avi")]


def test_signals_take_no_reference_of_pythons():
    """PySide 6.12.0 took one of True with each; after some thousands Python 3.11 aborts."""
    program = (
        "from PySide6.QtCore import QCoreApplication, QObject, Signal\n"
        "app = QCoreApplication([])\n"
        "class Emitter(QObject):\n"
        "    said = Signal()\n"
        "emitter = Emitter()\n"
        "for _ in range(20_000):\n"
        "    emitter.said.emit()\n"
        "print(True, None)\n"
    )
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "True None"), done.stderr


def test_the_file_dialog_begins_in_a_folder_that_is_there(settings, tmp_path):
    settings.open_folder = str(tmp_path)
    assert settings.open_folder == str(tmp_path)
    settings.open_folder = str(tmp_path / "gone")
    assert settings.open_folder == QDir.homePath()


def test_the_window_waits_little_for_other_threads_and_for_garbage():
    usual = sys.getswitchinterval()
    try:
        start.keep_responsive()
        assert sys.getswitchinterval() <= 0.001
        assert gc.get_freeze_count() > 10_000
    finally:
        sys.setswitchinterval(usual)
        gc.unfreeze()
