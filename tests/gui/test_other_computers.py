"""The page of other computers: keys, who is there, what each does, and a pause for one."""

from pathlib import Path

import pytest

from app.window.forecast import Forecast
from app.window.others.other_computers import OtherComputers
from engine.cluster.keys import create_key, read_key
from engine.jobs.events import Peer, PeerFault, PeersSeen, PeerState, PeerTrouble
from engine.jobs.options import Job

HERE = Peer(
    name="this computer",
    is_this_computer=True,
    state=PeerState.WORKING,
    frames=100,
    frames_per_second=2.0,
    share=0.25,
)
ATTIC = Peer(
    name="attic",
    is_this_computer=False,
    state=PeerState.WORKING,
    frames=300,
    frames_per_second=6.0,
    share=0.75,
)


@pytest.fixture
def others(engine, settings, qtbot):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    found = OtherComputers(engine, settings, window)
    found.open_page()
    return found


def rows(page):
    table = page.table
    return [
        [table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())
    ]


def job_of(folder):
    return Job(source=folder / "in.mp4", output=folder / "out.mp4")


def test_a_key_that_is_made_is_used_from_then_on(
    *, others, engine, restore, settings, tmp_path, qtbot
):
    others.page.make_key(tmp_path / "home.key", "192.0.2.1")
    assert read_key(tmp_path / "home.key").host == "192.0.2.1"
    assert settings.cluster_key == tmp_path / "home.key"
    with qtbot.waitSignal(engine.job_finished):
        engine.submit(1, job_of(tmp_path))
    assert restore.jobs[0].cluster == tmp_path / "home.key"
    others.page.alone.click()
    with qtbot.waitSignal(engine.job_finished):
        engine.submit(2, job_of(tmp_path))
    assert restore.jobs[1].cluster is None
    assert settings.cluster_key is None


def test_a_bad_key_is_one_sentence_and_changes_nothing(others, settings, tmp_path):
    (tmp_path / "x.key").write_text("something else")
    others.page.use(tmp_path / "x.key")
    assert "no key file" in others.page.remark.text()
    assert settings.cluster_key is None
    others.page.make_key(tmp_path / "x.key", "127.0.0.1")
    assert "exists already" in others.page.remark.text()


def test_a_key_is_remembered_until_its_file_has_gone(others, settings, tmp_path):
    create_key(tmp_path / "home.key")
    others.page.use(tmp_path / "home.key")
    assert settings.cluster_key == tmp_path / "home.key"
    (tmp_path / "home.key").unlink()
    assert settings.cluster_key is None


def test_the_page_shows_what_each_computer_does(others, engine):
    engine.peers_seen.emit(PeersSeen((HERE, ATTIC)))
    assert rows(others.page) == [
        ["This computer", "Restores", "2.00", "25 %"],
        ["attic", "Restores", "6.00", "75 %"],
    ]
    engine.peer_troubled.emit(1, PeerTrouble(peer="attic", fault=PeerFault.GARBAGE))
    assert "attic" in others.page.remark.text()


def test_one_computer_can_pause(others, engine, restore):
    engine.peers_seen.emit(PeersSeen((HERE, ATTIC)))
    button = others.page.table.cellWidget(1, 4)
    button.click()
    assert restore.paused == {"attic"}
    engine.peers_seen.emit(PeersSeen((HERE, ATTIC)))
    assert rows(others.page)[1][1] == "Finishes its stretch, then pauses"
    assert button.text() == "Go on"
    button.click()
    assert restore.paused == set()


def test_estimates_count_the_others(others, engine, monkeypatch):
    forecast = Forecast(engine)
    others.speedup_changed.connect(lambda times: setattr(forecast, "speedup", times))
    monkeypatch.setattr("app.window.forecast.work_of", lambda clip: clip)
    monkeypatch.setattr("app.window.forecast.frames_of", lambda clip: 100.0)
    monkeypatch.setattr(forecast, "_seconds_per_frame", lambda work: 2.0)
    alone = forecast.seconds_of(object())
    engine.peers_seen.emit(PeersSeen((HERE, ATTIC)))
    assert forecast.seconds_of(object()) == alone / 4
    others.on_key_chosen(None)
    assert forecast.seconds_of(object()) == alone


def test_this_computer_works_for_others_until_it_is_stopped(others, tmp_path, monkeypatch, qtbot):
    program = tmp_path / "worker.sh"
    program.write_text("echo Joined $1.\nexec sleep 60\n")
    monkeypatch.setattr(
        "app.window.others.other_computers.child_command", lambda word: ["sh", str(program)]
    )
    others.on_work_wanted(Path("home.key"))
    qtbot.waitUntil(lambda: "Joined home.key" in others.page.remark.text())
    assert "Stop" in others.page.work.text()
    others.page.work.click()
    qtbot.waitUntil(lambda: "Stop" not in others.page.work.text())


def test_a_worker_that_does_not_start_is_told(others, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(
        "app.window.others.other_computers.child_command", lambda _word: ["/no/such/program"]
    )
    others.open_page()
    others.page.work_wanted.emit(tmp_path / "house.key")
    qtbot.waitUntil(lambda: "Restore for others" in others.page.work.text().replace("&", ""))
    assert others.page.remark.text()
    assert "begins" not in others.page.remark.text()
