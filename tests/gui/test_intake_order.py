"""In which order clips are looked at, and what follows where a look fails."""

import threading
from dataclasses import replace

import pytest

from engine.background.intake_thread import Intake
from engine.jobs.errors import InputProblem, InputVideoError
from tests.gui.fakes import fake_looks, picture, source_info

SHOWN = ["glance a", "picture a", "glance b", "picture b", "glance c", "picture c"]


class Looked:
    """An intake that notes what it looks at; it begins when it is let go."""

    def __init__(self, qtbot, folder):
        self._qtbot = qtbot
        self.paths = [folder / f"{name}.avi" for name in "abc"]
        for path in self.paths:
            path.touch()
        self.done, self.refused, self.errors = [], [], {}
        self._may_begin = threading.Event()
        looks = replace(
            fake_looks(),
            glance=lambda path: self._look("glance", path, source_info(path)),
            probe=lambda path: self._look("probe", path, source_info(path)),
            thumbnail=lambda info, _side: self._look("picture", info.path, picture()),
        )
        self.intake = Intake(looks=looks)
        self.intake.refused.connect(lambda clip_id, _error: self.refused.append(clip_id))
        for number, path in enumerate(self.paths):
            self.intake.look_at(number, path, long_side=32)

    def _look(self, kind, path, seen):
        self._may_begin.wait()
        self.done.append(f"{kind} {path.stem}")
        if error := self.errors.get(self.done[-1]):
            raise error
        return seen

    def end(self):
        """Let it begin, and return what it looked at."""
        self._may_begin.set()
        # The least urgent of all requests.
        with self._qtbot.waitSignal(self.intake.cuts_found):
            self.intake.request_cuts(9, source_info(self.paths[0]), from_seconds=9.0)
        return self.done


@pytest.fixture
def looked(qtbot, tmp_path):
    made = Looked(qtbot, tmp_path)
    yield made
    made.intake.stop()
    assert made.intake.wait(5000)


def test_all_clips_have_their_pictures_before_one_is_probed(looked):
    assert looked.end() == [*SHOWN, "probe a", "probe b", "probe c"]


def test_the_clip_that_is_shown_is_probed_first(looked):
    looked.intake.probe_first(1)
    assert looked.end() == [*SHOWN, "probe b", "probe a", "probe c"]


def test_a_clip_that_is_removed_while_it_is_glanced_at_is_not_probed(looked):
    looked.intake.forget(0)
    assert "probe a" not in looked.end()
    assert "probe b" in looked.done


@pytest.mark.parametrize("look", ["glance a", "picture a"])
def test_a_clip_that_crashes_an_early_look_is_refused_and_not_probed(looked, look):
    looked.errors[look] = InputVideoError(looked.paths[0], InputProblem.CRASHED_READER)
    done = looked.end()
    assert "probe a" not in done
    assert done[-2:] == ["probe b", "probe c"]
    assert looked.refused == [0]


def test_a_clip_without_a_picture_is_probed(looked):
    looked.errors["picture a"] = InputVideoError(looked.paths[0], InputProblem.NOTHING_DECODES)
    assert "probe a" in looked.end()
    assert looked.refused == []


def test_a_clip_that_crashes_the_last_look_is_refused(looked):
    looked.errors["probe b"] = InputVideoError(looked.paths[1], InputProblem.CRASHED_READER)
    assert looked.end()[-1] == "probe c"
    assert looked.refused == [1]
