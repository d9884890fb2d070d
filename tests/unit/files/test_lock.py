"""A lock between processes, and whether it is held."""

import importlib.util
import sys
import threading
from types import SimpleNamespace

import pytest

from engine.files import lock
from engine.files.lock import FileLock

LOOK_SECONDS = 0.05


@pytest.fixture
def path(tmp_path):
    return tmp_path / "lock"


@pytest.fixture
def fcntl():
    """Not on Windows, where nothing is locked in order to look."""
    return pytest.importorskip("fcntl")


def test_a_lock_has_one_owner_at_a_time(path):
    first = FileLock.take(path)
    assert FileLock.take(path) is None
    first.release()
    second = FileLock.take(path)
    assert second is not None
    second.release()


def test_a_look_tells_whether_there_is_an_owner(path):
    assert not FileLock.is_held(path)
    assert not path.exists(), "looking makes no file"
    with FileLock.take(path):
        assert FileLock.is_held(path)
    assert not FileLock.is_held(path)


def test_who_looks_never_asks_for_the_lock_of_an_owner(path, fcntl, monkeypatch):
    asked, flock = [], fcntl.flock
    path.touch()
    monkeypatch.setattr(fcntl, "flock", lambda file, how: asked.append(how) or flock(file, how))
    assert not FileLock.is_held(path)
    assert asked == [fcntl.LOCK_SH | fcntl.LOCK_NB, fcntl.LOCK_UN]


def test_a_render_waits_for_those_who_look(path, fcntl):
    """Of 2,000 renders 655 were refused while another process looked for unfinished ones."""
    with path.open("w+b") as look:
        fcntl.flock(look, fcntl.LOCK_SH)
        timer = threading.Timer(LOOK_SECONDS, fcntl.flock, [look, fcntl.LOCK_UN])
        timer.start()
        with FileLock.take(path):
            assert FileLock.is_held(path)
        timer.join()


def test_a_process_that_was_stopped_while_it_looked_is_not_waited_for(path, fcntl, monkeypatch):
    monkeypatch.setattr(lock, "_MOST_LOOK_SECONDS", 0.0)
    with path.open("w+b") as look:
        fcntl.flock(look, fcntl.LOCK_SH)
        assert FileLock.take(path) is None


def test_a_removed_lock_can_be_taken_by_others(path):
    FileLock.take(path).remove()
    assert not path.exists()
    with FileLock.take(path):
        assert FileLock.is_held(path)


class WindowsLocks:
    """A stand-in for ``msvcrt``, which lets one handle lock a byte of a file."""

    LK_NBLCK = 2

    def __init__(self):
        self.is_held = False

    def locking(self, _handle, mode, length):
        assert (mode, length) == (self.LK_NBLCK, 1)
        if self.is_held:
            raise PermissionError
        self.is_held = True


@pytest.fixture
def windows(monkeypatch):
    """The module as Windows loads it, and the system's locks."""
    locks = WindowsLocks()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", locks)
    spec = importlib.util.spec_from_file_location("lock_of_windows", lock.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return SimpleNamespace(module=module, locks=locks)


def test_a_lock_of_windows_has_one_owner_and_a_byte_to_be_refused(path, windows):
    owner = windows.module.FileLock.take(path)
    assert owner is not None
    assert path.read_bytes() == b"\0"
    assert windows.module.FileLock.take(path) is None
    owner.release()
    windows.locks.is_held = False
    with windows.module.FileLock.take(path):
        assert path.read_bytes() == b"\0"


def test_a_file_of_windows_is_closed_before_it_is_removed(path, windows):
    owner = windows.module.FileLock.take(path)
    states = []

    class Watched(type(path)):
        def unlink(self, missing_ok=False):
            states.append(owner._file.closed)

    owner._path = Watched(path)
    owner.remove()
    assert states == [True]


def test_asking_on_windows_is_a_byte_that_is_refused(windows):
    def refused(_count):
        raise PermissionError

    assert windows.module._is_locked(SimpleNamespace(read=refused))
    assert not windows.module._is_locked(SimpleNamespace(read=lambda _count: b""))
