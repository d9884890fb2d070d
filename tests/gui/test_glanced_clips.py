"""Clips of which size, length and picture are known, and what is wrong with them is not yet."""

import threading
from dataclasses import replace

import pytest

from app.window.queue import clip_wording
from app.window.queue.clips import ClipState
from engine.jobs.errors import InputProblem, InputVideoError
from engine.video.facts import Scan
from tests.gui.fakes import picture, source_info


class Probe:
    """Finds out what a source is once it is let go."""

    def __init__(self):
        self.may_end, self.error, self.found = threading.Event(), None, {}

    def __call__(self, path):
        self.may_end.wait()
        if self.error:
            raise self.error
        return replace(source_info(path), **self.found)


@pytest.fixture
def probe(intake):
    made = Probe()
    intake._looks = replace(intake._looks, probe=made)
    yield made
    made.may_end.set()


@pytest.fixture
def glanced(window, qtbot, clips, probe):
    """A window with two clips, both glanced at and none probed."""
    window.adding.add_files(clips[:2])
    window.clip_list.select(window.model.index(0, 0))
    qtbot.waitUntil(lambda: all(c.thumbnail is not None for c in window.model))
    return window


def test_its_row_tells_size_and_length_and_that_more_follows(glanced, qtbot, probe):
    first, second = glanced.model
    for clip in (first, second):
        assert clip.state is ClipState.LOOKING
        assert clip_wording.state_line(clip) == "320 × 240 · 0:10 · looking for faults…"
    probe.may_end.set()
    qtbot.waitUntil(lambda: second.state is ClipState.READY)
    assert clip_wording.state_line(second).startswith("320 × 240 · 0:10")
    assert "faults" not in clip_wording.state_line(second)


def test_its_picture_is_shown_and_nothing_can_be_done_with_it(glanced, qtbot, probe, previews):
    first, _ = glanced.model
    scene = glanced.panel.comparison._scene
    assert (scene.picture.width(), scene.picture.height()) == (320, 240)
    assert scene.still is not None
    assert scene.still is first.picture
    assert not glanced.panel.isEnabled()
    glanced.editing.request_preview()
    assert previews.made == []
    probe.may_end.set()
    qtbot.waitUntil(glanced.panel.isEnabled)


def test_it_is_neither_planned_nor_estimated_nor_restored_before_it_is_probed(
    *, glanced, qtbot, probe, restore, trials
):
    first, _ = glanced.model
    glanced.queue.start()
    glanced.queue.restore([first])
    glanced.sentences.show_all()
    qtbot.wait(50)
    assert (first.state, first.plan, first.expected) == (ClipState.LOOKING, None, None)
    assert restore.jobs == trials.asked == []
    assert glanced.queue.is_running
    probe.may_end.set()
    qtbot.waitUntil(lambda: all(c.state is ClipState.DONE for c in glanced.model))
    assert [job.source for job in restore.jobs] == [c.path for c in glanced.model]


def test_a_turn_chosen_meanwhile_turns_its_picture(glanced, qtbot, probe, intake):
    first, _ = glanced.model
    stills = []
    intake._looks = replace(
        intake._looks, still=lambda info, *_: stills.append(info) or picture(24, 32)
    )
    first.still = first.thumbnail
    glanced.editing.edit(lambda options: replace(options, rotation_degrees=90))
    assert first.still is None
    assert clip_wording.state_line(first).startswith("240 × 320")
    probe.may_end.set()
    qtbot.waitUntil(lambda: bool(stills) and first.state is ClipState.READY)
    assert stills[0].rotation_degrees == first.info.rotation_degrees == 90


def test_the_picture_of_a_tape_without_flags_is_made_again_without_combs(glanced, qtbot, probe):
    first, _ = glanced.model
    first.still, probe.found = first.thumbnail, {"scan": Scan.INTERLACED}
    probe.may_end.set()
    qtbot.waitUntil(lambda: first.still not in (None, first.thumbnail))


def test_one_that_crashes_the_reader_later_keeps_its_picture_and_is_refused(glanced, qtbot, probe):
    first, second = glanced.model
    probe.error = InputVideoError(first.path, InputProblem.CRASHED_READER)
    probe.may_end.set()
    qtbot.waitUntil(lambda: first.state is second.state is ClipState.REFUSED)
    assert first.thumbnail is not None
    assert not glanced.panel.isEnabled()
    qtbot.waitUntil(lambda: "made the reader crash" in glanced.foot.sentence.text())


def test_the_clip_that_is_shown_is_probed_next(window, qtbot, clips, intake):
    probed, may_end = [], threading.Event()

    def probe(path):
        probed.append(path)
        may_end.wait()
        return source_info(path)

    intake._looks = replace(intake._looks, probe=probe)
    window.adding.add_files(clips)
    qtbot.waitUntil(lambda: probed == [clips[0]])
    window.clip_list.select(window.model.index(3, 0))
    may_end.set()
    qtbot.waitUntil(lambda: len(probed) == 4)
    assert probed == [clips[0], clips[3], clips[1], clips[2]]
