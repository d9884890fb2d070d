"""What was restored: kept in a file, shown, and the way back to it."""

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox

from app.window.queue.clips import ClipState
from app.window.queue.history import Done, HistoryFile
from app.window.queue.history_dialog import HistoryDialog
from engine.jobs.options import Options


def done(number):
    return Done(
        at=f"2026-11-{number:02d}T21:00:00",
        source=Path(f"/tapes/{number}.avi"),
        output=Path(f"/tapes/{number} restored.mp4"),
        options=Options(strength=0.5),
        seconds=90.0,
        frames=250,
    )


@pytest.fixture
def file(tmp_path):
    return HistoryFile(tmp_path / "state" / "history.jsonl")


def test_lines_come_back_the_latest_first(file, tmp_path):
    assert file.read() == []
    file.append(done(1))
    file.append(done(2))
    with (tmp_path / "state" / "history.jsonl").open("ab") as damaged:
        damaged.write(b'{"at": "2026-1')
    assert file.read() == [done(2), done(1)]
    file.clear()
    file.clear()
    assert file.read() == []


def test_what_is_restored_comes_into_the_history(window, qtbot, clips, tmp_path):
    window.restore_queue()
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    window.commands.toggle_queue()
    qtbot.waitUntil(lambda: bool(window.history.entries))
    (entry,) = window.history.entries
    assert (entry.source, entry.output.name) == (clips[0], "tape 1 restored.mp4")
    path = tmp_path / "state" / "history.jsonl"
    qtbot.waitUntil(lambda: path.exists() and b"tape 1" in path.read_bytes())


def test_own_outputs_are_no_sources(window, qtbot, clips, tmp_path):
    output = tmp_path / "tape 1 restored.mp4"
    output.write_bytes(b"film")
    elsewhere = tmp_path / "elsewhere.mp4"
    elsewhere.write_bytes(b"film")
    window.history._on_read([Done("", clips[0], elsewhere, Options(), 1.0, 1)])
    window.adding.add_paths([tmp_path])
    qtbot.waitUntil(lambda: len(window.model) == 4)
    assert not {output, elsewhere} & {clip.path for clip in window.model}
    window.adding.add_paths([output])  # given itself, it is meant
    qtbot.waitUntil(lambda: len(window.model) == 5)


def test_the_page_compares_and_restores_again(window, qtbot, monkeypatch):
    window.history._on_read([done(2), done(1)])
    window.menus.history.trigger()
    dialog = window.findChild(HistoryDialog)
    model = dialog.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    assert not dialog.again.isEnabled()
    assert model.index(0, 1).data() == "2.avi"
    assert model.index(0, 3).data() == "2 min"
    dialog.table.selectRow(1)
    for _ in range(2):
        dialog.compare.click()
        (finished,) = window.model
        assert (finished.path, finished.output) == (done(1).source, done(1).output)
    qtbot.waitUntil(lambda: finished.info is not None)
    assert finished.state is ClipState.DONE
    assert window.selection.shown is finished
    dialog.again.click()
    _, clip = window.model
    assert (clip.path, clip.options, clip.folder) == (
        Path("/tapes/1.avi"),
        Options(strength=0.5),
        Path("/tapes"),
    )
    qtbot.waitUntil(lambda: clip.state is ClipState.READY)
    for word, count in (("Keep", 2), ("Forget", 0)):

        def answer(box, word=word):
            next(b for b in box.buttons() if word in b.text()).click()

        monkeypatch.setattr(QMessageBox, "exec", answer)
        dialog.clear.click()
        assert model.rowCount() == count
    dialog.close()
