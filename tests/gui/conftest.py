import gc
import os
import sys

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import shiboken6
from PySide6.QtCore import QSettings, QThread

from app.window.languages import speak
from app.window.main_window import Window
from app.window.queue.history import HistoryFile
from app.window.queue.queue_file import QueueFile
from app.window.settings import Settings
from app.window.theme import Appearance
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake
from engine.background.player_thread import Player
from tests.gui.fakes import FakeFilms, FakeMeasure, FakePreviews, FakeRestore, FakeTrial, fake_looks


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test(request):
    """Fails a test that leaves a thread running, and stops the thread."""
    yield
    left = [
        thread
        for thread in gc.get_objects()
        # Not isinstance: that asks lazy objects of other libraries for their class.
        if issubclass(type(thread), QThread) and shiboken6.isValid(thread) and thread.isRunning()
    ]
    for thread in left:
        thread.stop()
        thread.wait()
    if left:
        pytest.fail(f"threads outlived {request.node.name}: {left}")


@pytest.fixture(scope="session", autouse=True)
def english(qapp):
    """Texts with a number, as they are said."""
    speak(qapp, "")


@pytest.fixture
def restore():
    return FakeRestore()


@pytest.fixture
def previews():
    return FakePreviews()


@pytest.fixture
def measure():
    return FakeMeasure()


@pytest.fixture
def trials():
    return FakeTrial()


@pytest.fixture
def warmed_up():
    """The options for which everything that a preview needs was loaded."""
    return []


@pytest.fixture
def engine(*, qapp, restore, previews, measure, trials, warmed_up):
    thread = Engine(
        runner=restore,
        make_preview=previews,
        discard=restore.discard,
        free=lambda: None,
        free_card=lambda: None,
        measure=measure,
        try_out=trials,
        warm_up=warmed_up.append,
    )
    yield thread
    restore.release()
    previews.release()
    measure.release()
    thread.stop()
    assert thread.wait(5000)


@pytest.fixture
def intake(qapp, queue_file):
    thread = Intake(looks=fake_looks(), note_look=queue_file.note_look)
    yield thread
    thread.stop()
    assert thread.wait(5000)


@pytest.fixture
def films():
    return FakeFilms()


@pytest.fixture
def player(qapp, films):
    thread = Player(read=films)
    yield thread
    thread.stop()
    assert thread.wait(5000)


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def queue_file(tmp_path):
    return QueueFile(tmp_path / "state" / "queue.json")


@pytest.fixture(scope="session")
def appearance(qapp):
    return Appearance(qapp)


@pytest.fixture
def window(
    *, qtbot, engine, intake, player, settings, appearance, queue_file, monkeypatch, tmp_path
):
    monkeypatch.setattr(Window, "ask_to_close", lambda self: True)
    # The computer of whoever runs the tests is neither kept awake nor told anything.
    monkeypatch.setattr("app.window.desktop.awake.inhibiting_command", lambda: None)
    monkeypatch.setattr("app.window.desktop.notification.command_for", lambda *_: [])
    made = Window(
        engine=engine,
        intake=intake,
        settings=settings,
        appearance=appearance,
        queue_file=queue_file,
        history_file=HistoryFile(tmp_path / "state" / "history.jsonl"),
        player=player,
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    queue_file.close()


@pytest.fixture
def clips(tmp_path):
    """Paths of four sources; the fakes never read them."""
    paths = [tmp_path / f"tape {number}.avi" for number in range(1, 5)]
    for path in paths:
        path.write_bytes(b"not read")
    return paths
