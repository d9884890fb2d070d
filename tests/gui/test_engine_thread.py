"""The thread that restores: once per job, in order, stoppable, not to be stopped by a failure."""

import logging
import time

import pytest

from engine.background.engine_thread import Ending
from engine.estimating.speeds import FrameWork
from engine.jobs.choices import Codec, Crop
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import WaitReason
from engine.jobs.options import Job, Options

WORK = FrameWork(
    model="m", device="auto", pixels=320 * 240, codec=Codec.H264, written_pixels=640 * 480
)


@pytest.fixture
def finished(engine):
    ends = []
    engine.job_finished.connect(lambda job_id, outcome: ends.append((job_id, outcome)))
    return ends


@pytest.fixture
def previews_finished(engine):
    ends = []
    engine.preview_finished.connect(lambda key, outcome: ends.append((key, outcome.ending)))
    return ends


def job_for(path, **options):
    return Job(source=path, output=path.with_suffix(".restored.mp4"), options=Options(**options))


def test_a_finished_job_is_reported_once_with_its_summary(qtbot, engine, finished, clips):
    with qtbot.waitSignals([engine.job_started, engine.job_progressed, engine.job_finished]):
        engine.submit(1, job_for(clips[0]))
    engine.stop()
    assert engine.wait(2000)
    [(job_id, outcome)] = finished
    assert (job_id, outcome.ending) == (1, Ending.DONE)
    assert outcome.summary.output.read_bytes() == b"half"


def test_the_queue_goes_on_after_a_failure(qtbot, engine, restore, finished, clips):
    known = InputVideoError(clips[0], InputProblem.READ_FAILED)
    restore.failures = {clips[0].name: known}
    for number, path in enumerate(clips[:2]):
        engine.submit(number, job_for(path))
    qtbot.waitUntil(lambda: len(finished) == 2)
    assert [outcome.ending for _id, outcome in finished] == [Ending.FAILED, Ending.DONE]
    assert finished[0][1].error is known


def test_an_unexpected_failure_is_logged_and_does_not_end_the_thread(
    *, qtbot, engine, restore, finished, clips, caplog
):
    restore.failures = {clips[0].name: ZeroDivisionError("a bug")}
    with caplog.at_level(logging.ERROR):
        for number, path in enumerate(clips[:2]):
            engine.submit(number, job_for(path))
        qtbot.waitUntil(lambda: len(finished) == 2)
    assert [outcome.ending for _id, outcome in finished] == [Ending.FAILED, Ending.DONE]
    assert "ZeroDivisionError" in caplog.text


def test_cancel_returns_at_once_and_ends_the_job_within_half_a_second(
    qtbot, engine, restore, finished, clips
):
    restore.waits = True
    engine.submit(1, job_for(clips[0]))
    assert restore.has_begun.wait(2)
    begin = time.monotonic()
    engine.cancel(1)
    assert time.monotonic() - begin < 0.05
    qtbot.waitUntil(lambda: bool(finished), timeout=500)
    assert finished[0][1].ending is Ending.CANCELLED
    assert not list(clips[0].parent.glob("*.mp4*"))


def test_a_waiting_job_is_cancelled_without_being_begun(qtbot, engine, restore, finished, clips):
    restore.waits = True
    engine.submit(1, job_for(clips[0]))
    engine.submit(2, job_for(clips[1]))
    assert restore.has_begun.wait(2)
    engine.cancel(2)
    qtbot.waitUntil(lambda: bool(finished))
    assert [job_id for job_id, _outcome in finished] == [2]
    restore.release()
    qtbot.waitUntil(lambda: len(finished) == 2)
    assert [job.source for job in restore.jobs] == [clips[0]]


def test_stop_cancels_all_and_reports_each_job_once(qtbot, engine, restore, finished, clips):
    restore.waits = True
    for number, path in enumerate(clips):
        engine.submit(number, job_for(path))
    assert restore.has_begun.wait(2)
    engine.stop()
    assert engine.wait(2000)
    qtbot.waitUntil(lambda: len(finished) == len(clips))
    assert sorted(job_id for job_id, _outcome in finished) == [0, 1, 2, 3]
    assert {outcome.ending for _id, outcome in finished} == {Ending.CANCELLED}


def test_a_new_preview_replaces_the_older_one(qtbot, engine, previews, previews_finished, clips):
    previews.waits = True
    crop = Crop(0, 0, 64, 64)
    engine.request_preview(1, job_for(clips[0], crop=crop), frames_limit=10)
    assert previews.has_begun.wait(2)
    for number in (2, 3):
        engine.request_preview(number, job_for(clips[1], crop=crop), frames_limit=10)
    qtbot.waitUntil(lambda: len(previews_finished) == 2)
    assert dict(previews_finished) == {1: Ending.CANCELLED, 2: Ending.CANCELLED}
    previews.release()
    qtbot.waitUntil(lambda: len(previews_finished) == 3)
    assert previews_finished[-1] == (3, Ending.DONE)


def test_the_log_tells_when_a_preview_had_its_first_frame(
    *, qtbot, engine, previews, clips, caplog
):
    with caplog.at_level("INFO"), qtbot.waitSignal(engine.preview_finished):
        engine.request_preview(1, job_for(clips[0]), frames_limit=10)
    told = [text for text in caplog.messages if "first frame" in text]
    assert len(told) == 1


def test_another_look_uses_the_same_decoded_frames(qtbot, engine, previews, clips):
    for number, threshold in enumerate((None, 2.0, 3.0)):
        with qtbot.waitSignal(engine.preview_finished):
            model = f"model {number}"
            job = job_for(
                clips[0], threshold=threshold, strength=1 - number / 10, model=model, grain=0.1
            )
            engine.request_preview(number, job, frames_limit=10)
    assert len(previews.made) == 1
    assert previews.restored == [
        (clips[0], None, 1.0),
        (clips[0], 2.0, 0.9),
        (clips[0], 3.0, 0.8),
    ]
    with qtbot.waitSignal(engine.preview_finished):
        engine.request_preview(9, job_for(clips[0], start_seconds=1.0), frames_limit=10)
    assert len(previews.made) == 2


def test_a_render_makes_room_for_a_preview_and_goes_on(qtbot, engine, restore, previews, clips):
    order, waits = [], []
    engine.job_finished.connect(lambda job_id, _outcome: order.append(job_id))
    engine.preview_finished.connect(lambda *_: order.append("preview"))
    engine.job_waiting.connect(lambda job_id, waiting: waits.append((job_id, waiting.reason)))
    restore.waits = True
    engine.submit(1, job_for(clips[0]))
    engine.submit(2, job_for(clips[1]))
    assert restore.has_begun.wait(2)
    engine.request_preview(1, job_for(clips[2]), frames_limit=10)
    qtbot.waitUntil(lambda: order == ["preview"])
    assert restore.jobs == [job_for(clips[0])], "the render was neither ended nor begun again"
    restore.release()
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["preview", 1, 2]
    assert waits == [(1, WaitReason.PREVIEW), (1, None)]


def test_a_newer_preview_replaces_one_for_which_a_render_made_room(
    *, qtbot, engine, restore, previews, previews_finished, clips
):
    restore.waits = previews.waits = True
    engine.submit(1, job_for(clips[0]))
    assert restore.has_begun.wait(2)
    engine.request_preview(1, job_for(clips[2]), frames_limit=10)
    assert previews.has_begun.wait(2)
    engine.request_preview(2, job_for(clips[3]), frames_limit=10)
    qtbot.waitUntil(lambda: previews_finished == [(1, Ending.CANCELLED)])
    previews.release()
    qtbot.waitUntil(lambda: previews_finished[1:] == [(2, Ending.DONE)])
    qtbot.waitUntil(lambda: restore.rooms_made == 1)
    with qtbot.waitSignal(engine.job_finished) as caught:
        restore.release()
    assert caught.args[1].ending is Ending.DONE


def test_stopping_ends_a_render_in_the_middle_of_a_preview(
    *, qtbot, engine, restore, previews, previews_finished, finished, clips
):
    restore.waits = previews.waits = True
    engine.submit(1, job_for(clips[0]))
    assert restore.has_begun.wait(2)
    engine.request_preview(1, job_for(clips[2]), frames_limit=10)
    assert previews.has_begun.wait(2)
    engine.stop()
    assert engine.wait(2000)
    qtbot.waitUntil(lambda: len(finished) == len(previews_finished) == 1)
    assert previews_finished == [(1, Ending.CANCELLED)]
    assert finished[0][1].ending is Ending.CANCELLED


def test_a_preview_that_was_taken_back_does_not_hold_a_render_up(
    *, qtbot, engine, restore, previews, clips
):
    restore.waits = True
    engine.submit(1, job_for(clips[0]))
    assert restore.has_begun.wait(2)
    engine.request_preview(1, job_for(clips[2]), frames_limit=10)
    engine.cancel_preview()
    with qtbot.waitSignal(engine.job_finished) as caught:
        restore.release()
    assert caught.args[1].ending is Ending.DONE


def test_one_frame_comes_in_several_looks(qtbot, engine, previews, clips):
    came = []
    engine.variant_ready.connect(lambda key, index, frame: came.append((key, index, frame.index)))
    looks = [Options(threshold=t) for t in (1.0, 2.0, 4.0)]
    with qtbot.waitSignal(engine.preview_finished) as caught:
        engine.request_variants(7, job_for(clips[0]), looks, frames_limit=3, looked_at=2)
    assert caught.args[1].ending is Ending.DONE
    assert came == [(7, 0, 2), (7, 1, 2), (7, 2, 2)]
    assert [threshold for _, threshold, _ in previews.restored] == [1.0, 2.0, 4.0]


def test_a_preview_that_fails_leaves_the_thread_alive(qtbot, engine, previews, clips):
    previews.error = InputVideoError(clips[0], InputProblem.READ_FAILED)
    with qtbot.waitSignal(engine.preview_finished) as caught:
        engine.request_preview(1, job_for(clips[0]), frames_limit=10)
    assert caught.args[1].error is previews.error
    with qtbot.waitSignal(engine.job_finished) as caught:
        engine.submit(1, job_for(clips[1]))
    assert caught.args[1].ending is Ending.DONE


def test_nothing_runs_before_the_first_request(engine, intake):
    assert not engine.isRunning()
    assert not intake.isRunning()


def test_of_many_stills_the_newest_is_answered(qtbot, intake, clips):
    from tests.gui.fakes import source_info

    info = source_info(clips[0])
    with qtbot.waitSignal(
        intake.still_ready, check_params_cb=lambda _id, at_seconds, _picture: at_seconds == 4.9
    ):
        for step in range(50):
            intake.request_still(1, info, at_seconds=step / 10, long_side=64)


def test_a_source_that_is_refused_is_told_once(qtbot, intake, tmp_path):
    with qtbot.waitSignal(intake.refused) as caught:
        intake.look_at(7, tmp_path / "broken.avi", long_side=64)
    clip_id, error = caught.args
    assert clip_id == 7
    assert error.reason is InputProblem.NOT_A_VIDEO


def test_a_measurement_gives_way_to_a_render_and_is_made_afterwards(
    *, qtbot, engine, measure, finished, clips
):
    measure.waits = True
    engine.request_measurement(WORK)
    assert measure.has_begun.wait(2)
    engine.submit(1, job_for(clips[0]))
    qtbot.waitUntil(lambda: bool(finished), timeout=2000)
    assert finished[0][1].ending is Ending.DONE
    with qtbot.waitSignal(engine.measured) as done:
        measure.release()
    assert done.args == [WORK]
    assert measure.asked == [("m", "auto", "h264")] * 2


def test_a_measurement_gives_way_to_a_preview(*, qtbot, engine, measure, previews_finished, clips):
    measure.waits = True
    engine.request_measurement(WORK)
    assert measure.has_begun.wait(2)
    engine.request_preview(1, job_for(clips[0]), frames_limit=3)
    qtbot.waitUntil(lambda: previews_finished == [(1, Ending.DONE)], timeout=2000)


def test_a_measurement_that_fails_does_not_end_the_thread(
    *, qtbot, engine, measure, finished, clips
):
    measure.error = ZeroDivisionError("a bug")
    engine.request_measurement(WORK)
    assert measure.has_begun.wait(2)
    engine.submit(1, job_for(clips[0]))
    qtbot.waitUntil(lambda: bool(finished), timeout=2000)
    assert finished[0][1].ending is Ending.DONE
    assert measure.asked == [("m", "auto", "h264")]


def test_a_measurement_ends_with_the_thread(engine, measure):
    measure.waits = True
    engine.request_measurement(WORK)
    assert measure.has_begun.wait(2)
    engine.stop()
    assert engine.wait(2000)
    assert measure.asked == [("m", "auto", "h264")]


def test_a_trial_tells_how_much_work_a_clip_is(qtbot, engine, trials, clips):
    with qtbot.waitSignal(engine.tried) as caught:
        engine.request_trial(4, job_for(clips[0]))
    assert caught.args == [4, trials.trial]
