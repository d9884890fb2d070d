"""The queue with other computers: several films are restored at the same time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTime

from app.window.queue import clip_wording
from app.window.queue.clips import ClipState
from engine.background.engine_thread import Ending, Engine
from engine.cluster.keys import create_key
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import Peer, PeersSeen, PeerState, Progressed
from engine.jobs.options import Job

NAMES = ("one.avi", "two.avi", "three.avi")


def peer(name, state=PeerState.WORKING):
    return Peer(
        name=name, is_this_computer=False, state=state, frames=0, frames_per_second=0.0, share=0.0
    )


TWO = PeersSeen((peer("here"), peer("attic"), peer("cellar", PeerState.LEFT_OUT)))
THREE = PeersSeen((peer("here"), peer("attic"), peer("cellar")))


@pytest.fixture
def filled(*, window, restore, tmp_path, qtbot):
    create_key(tmp_path / "home.key")
    window.others.on_key_chosen(tmp_path / "home.key")
    for name in NAMES:
        (tmp_path / name).write_bytes(b"film")
    window.adding.add_files([tmp_path / name for name in NAMES])
    qtbot.waitUntil(lambda: all(clip.plan for clip in window.model))
    restore.waits = True
    return window


@pytest.fixture
def started(filled, engine, restore, qtbot):
    """Two of three films are being restored."""
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(filled)[0] is ClipState.RUNNING)
    qtbot.waitUntil(restore.has_begun.is_set)
    engine.peers_seen.emit(TWO)
    qtbot.waitUntil(lambda: len(restore.jobs) == 2)
    return filled


def states(window):
    return [clip.state for clip in window.model]


def test_one_computer_restores_one_film_after_the_other(filled, engine, restore, qtbot):
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    engine.peers_seen.emit(PeersSeen((peer("here"), peer("attic", PeerState.PAUSED))))
    qtbot.wait(50)
    assert states(filled) == [ClipState.RUNNING, ClipState.WAITING, ClipState.WAITING]
    restore.release()
    qtbot.waitUntil(lambda: states(filled) == [ClipState.DONE] * 3)
    assert [job.source.name for job in restore.jobs] == list(NAMES)


def test_each_computer_has_a_film_of_its_own_and_each_row_its_own_progress(
    started, engine, restore, qtbot
):
    assert states(started) == [ClipState.RUNNING, ClipState.RUNNING, ClipState.WAITING]
    progress = Progressed(
        frames_done=200,
        frames_total=250,
        frames_per_second=5.0,
        seconds_left=10.0,
        mean_passes=1.0,
    )
    first, second, third = started.model
    qtbot.waitUntil(lambda: second.done_share == 0.4)
    engine.job_progressed.emit(1, progress)
    assert (first.done_share, second.done_share, third.done_share) == (0.8, 0.4, 0.0)
    assert (
        clip_wording.window_title([first, second]) == "60\N{NO-BREAK SPACE}% · 2 videos – Homereel"
    )
    engine.peers_seen.emit(THREE)
    qtbot.waitUntil(lambda: len(restore.jobs) == 3)
    restore.release()
    qtbot.waitUntil(lambda: states(started) == [ClipState.DONE] * 3)
    outputs = [clip.output for clip in started.model]
    assert len(set(outputs)) == 3
    assert all(output.exists() for output in outputs)


def test_films_that_run_at_the_same_time_are_expected_to_end_at_the_same_time(started, qtbot):
    first, second, third = started.model
    first.seconds_left = second.seconds_left = 1000.0
    started._engine.peers_seen.emit(TWO)
    started.sentences._forecast.seconds_left_of = lambda clip: clip.seconds_left or 500.0
    started.sentences.show_outlook()
    assert [clip.expected.seconds_until_done for clip in (first, second, third)] == [
        1000.0,
        1000.0,
        1500.0,
    ]


def test_one_is_cancelled_and_the_other_goes_on(started, restore, qtbot):
    first, second, third = started.model
    started.queue.cancel(first, keep=False)
    qtbot.waitUntil(lambda: first.state is ClipState.CANCELLED)
    qtbot.waitUntil(lambda: third.state is ClipState.RUNNING)
    assert second.state is ClipState.RUNNING
    assert [path.name for path in restore.discarded] == ["one restored.mp4"]
    restore.release()
    qtbot.waitUntil(lambda: states(started)[1:] == [ClipState.DONE] * 2)


def test_one_that_the_engine_has_not_begun_is_cancelled(filled, restore, qtbot):
    filled._engine.share_with(None)
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    first, second, third = filled.model
    filled.queue.let_run(2)
    qtbot.waitUntil(lambda: second.state is ClipState.RUNNING)
    filled.queue.cancel(second, keep=True)
    assert second.state is ClipState.PAUSED
    assert first.state is ClipState.RUNNING
    restore.release()
    qtbot.waitUntil(lambda: [first.state, third.state] == [ClipState.DONE] * 2)


def test_one_fails_and_the_others_go_on(started, restore, qtbot):
    *_, bad = started.model
    restore.failures["three.avi"] = InputVideoError(bad.path, InputProblem.NOT_A_VIDEO)
    restore.release()
    qtbot.waitUntil(lambda: bad.state is ClipState.FAILED)
    qtbot.waitUntil(lambda: states(started)[:2] == [ClipState.DONE] * 2)


def test_the_queue_pauses_all_of_them_and_keeps_what_is_finished(started, restore, qtbot):
    started.commands.toggle_queue()
    qtbot.waitUntil(lambda: not started.queue.running_clips)
    assert states(started) == [ClipState.PAUSED, ClipState.PAUSED, ClipState.READY]
    assert restore.discarded == []
    restore.release()
    started.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(started) == [ClipState.DONE] * 3)


def test_stop_after_this_one_lets_all_end_that_have_begun(started, restore, qtbot):
    started.queue.stop_after_this()
    restore.release()
    qtbot.waitUntil(lambda: not started.queue.running_clips)
    assert states(started) == [ClipState.DONE, ClipState.DONE, ClipState.READY]


def test_quiet_hours_pause_all_of_them_until_they_are_over(started, engine, restore, qtbot):
    started.queue.suspend(QTime(22, 0))
    qtbot.waitUntil(lambda: not started.queue.running_clips)
    assert states(started) == [ClipState.WAITING] * 3
    started.queue.suspend(None)
    qtbot.waitUntil(lambda: len(restore.jobs) == 3)
    qtbot.wait(50)
    assert states(started) == [ClipState.RUNNING, ClipState.WAITING, ClipState.WAITING]
    engine.peers_seen.emit(TWO)
    restore.release()
    qtbot.waitUntil(lambda: states(started) == [ClipState.DONE] * 3)


def test_all_make_room_for_a_preview(*, started, engine, restore, previews, tmp_path, qtbot):
    job = Job(source=tmp_path / "one.avi", output=tmp_path / "none.mp4")
    with qtbot.waitSignal(engine.preview_finished) as shown:
        engine.request_preview(1000, job, frames_limit=3)
    assert shown.args[1].ending is Ending.DONE
    assert restore.rooms_made >= 1
    restore.release()
    qtbot.waitUntil(lambda: states(started) == [ClipState.DONE] * 3)


def test_what_is_being_restored_is_written_down_and_closing_pauses_it(
    *, started, restore, qtbot, tmp_path
):
    started.restore_queue()
    started.kept_queue.save_soon()
    kept = tmp_path / "state" / "queue.json"
    qtbot.waitUntil(lambda: kept.exists() and kept.read_text().count('"begun"') == 2)
    started.close()
    qtbot.waitUntil(lambda: not started.isVisible())
    assert kept.read_text().count('"begun"') == 2
    assert not any(job.output.exists() for job in restore.jobs)


@pytest.mark.parametrize("takes", [True, False])
def test_a_runner_that_fails_ends_every_render(*, qapp, qtbot, tmp_path, restore, takes):
    class Broken(type(restore)):
        def run_together(self, key_file, take, make_room=None):
            while takes and take() is not None:
                pass
            raise ZeroDivisionError

    engine = Engine(runner=Broken(), free=lambda: None)
    engine.share_with(tmp_path / "home.key")
    ended = []
    engine.job_finished.connect(lambda job_id, outcome: ended.append((job_id, outcome.ending)))
    job = Job(source=tmp_path / "in.avi", output=tmp_path / "out.mp4")
    for number in (1, 2):
        engine.submit(number, replace(job))
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert sorted(ended) == [(1, Ending.FAILED), (2, Ending.FAILED)]
    engine.stop()
    assert engine.wait(5000)
