"""A second start of the program."""

import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket

from app.window.desktop import single_window
from app.window.desktop.single_window import SingleWindow, hand_over


@pytest.fixture
def name():
    return f"homereel-test-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def owner(qapp):
    return QObject()


def test_without_a_window_there_is_nobody_to_take_files(name, qapp):
    assert not hand_over(name, [Path("/a.avi")])


def test_a_second_start_hands_its_files_over(name, owner, qtbot):
    """In a process of its own: waiting for a socket keeps Python from running other threads."""
    first, called = SingleWindow(name, owner), []
    first.called.connect(called.append)
    paths = [Path("/tapes/Ömas Film.avi"), Path("/tapes/b.avi")]
    program = (
        "from pathlib import Path\n"
        "from app.window.desktop.single_window import hand_over\n"
        f"paths = [Path(p) for p in {[str(p) for p in paths]}]\n"
        f"print(hand_over({name!r}, paths), hand_over({name!r}, []))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        assert second.stdout.read().split() == [b"True", b"True"]
    assert called == [paths, []]
    first.close()


@pytest.mark.parametrize("text", [b"no json\n", b"[1, 2]\n", b"{\n", b"3\n"])
def test_nonsense_is_not_answered(name, owner, qtbot, text):
    first, called = SingleWindow(name, owner), []
    first.called.connect(called.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(text)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert called == []
    first.close()


def test_each_user_and_folder_has_a_window_of_its_own(monkeypatch):
    names = {single_window.name_of(Path("/a")), single_window.name_of(Path("/b"))}
    monkeypatch.setattr("getpass.getuser", lambda: "somebody else")
    names.add(single_window.name_of(Path("/a")))
    assert len(names) == 3


def test_the_window_comes_to_the_front_with_the_files(window, qtbot, clips):
    window.showMinimized()
    window.come_to_front(clips[:1])
    qtbot.waitUntil(lambda: len(window.model) == 1)
    assert not window.isMinimized()
