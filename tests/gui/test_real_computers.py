"""The window's queue over a process of its own and a worker that the page starts: real ones."""

import socket
import sys

import av
import pytest

pytest.importorskip("distributed", reason="needs the extra “cluster”")

from app.window.main_window import Window
from app.window.queue.clips import ClipState
from app.window.queue.queue_file import QueueFile
from engine.background.engine_thread import Engine
from engine.cluster.keys import create_key
from engine.jobs.events import PeerState
from engine.running.runner import OwnProcess
from tests.bench import waiting_network
from tests.gui.fakes import FakeTrial
from tests.shared import ROOT
from tests.video.clips import make_clip
from tests.video.interrupted import FRAMES, OPTIONS, picture

PROGRAM = """
import sys
from tests.bench import waiting_network
from app.__main__ import main
waiting_network.use_waiting_network()
sys.exit(main())
"""
COMMAND = [sys.executable, "-c", PROGRAM]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def window(*, qtbot, tmp_path, intake, settings, appearance, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv(waiting_network.WAIT, "0.3")
    monkeypatch.setattr(
        "app.window.others.other_computers.child_command", lambda word: [*COMMAND, word]
    )
    engine = Engine(
        runner=OwnProcess([*COMMAND, "run-job"]),
        measure=lambda work, cancel: None,
        try_out=FakeTrial(),
        warm_up=lambda _: None,
    )
    made = Window(
        engine=engine,
        intake=intake,
        settings=settings,
        appearance=appearance,
        queue_file=QueueFile(tmp_path / "state" / "queue.json"),
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    made.others.stop_working()
    engine.stop()
    assert engine.wait(60_000)


@pytest.fixture
def key_file(tmp_path):
    create_key(tmp_path / "home.key", port=free_port())
    return tmp_path / "home.key"


@pytest.mark.timeout(600)  # two processes that each load torch, on a busy computer
def test_two_films_are_restored_at_the_same_time_by_two_computers(
    *, window, key_file, tmp_path, qtbot, monkeypatch
):
    for number, name in enumerate(("first.mp4", "second.mp4")):
        frames = [picture(number + index) for index in range(FRAMES)]
        window.adding.add_files([make_clip(tmp_path / name, times=range(FRAMES), frames=frames)])
    qtbot.waitUntil(lambda: all(clip.plan for clip in window.model))
    window.clip_list.selectAll()
    window.editing.edit(lambda _options: OPTIONS)
    window.others.open_page()
    page, said, seen = window.others.page, [], []
    monkeypatch.setattr(page, "show_working", lambda text: said.append(text or ""))
    window._engine.peers_seen.connect(lambda peers: seen.append(peers.peers))
    page.use(key_file)
    page.work_wanted.emit(key_file)
    qtbot.waitUntil(lambda: "waiting" in said[-1], timeout=120_000)
    first, second = window.model
    window.commands.toggle_queue()
    qtbot.waitUntil(
        lambda: all(c.state is ClipState.RUNNING and c.has_begun for c in (first, second)),
        timeout=240_000,
    )
    qtbot.waitUntil(
        lambda: all(c.state is ClipState.DONE for c in (first, second)), timeout=240_000
    )
    assert any("Joined" in line for line in said)
    assert any("Restoring a stretch of" in line for line in said)
    states = [{peer.state for peer in peers} for peers in seen if len(peers) == 2]
    assert {PeerState.WORKING} in states
    for clip in (first, second):
        with av.open(str(clip.output)) as film:
            assert sum(1 for _ in film.decode(video=0)) == FRAMES
    qtbot.waitUntil(lambda: any("no more work" in line for line in said), timeout=60_000)
