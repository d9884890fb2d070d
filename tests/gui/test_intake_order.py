"""In which order clips are looked at."""

from dataclasses import replace

from engine.background.intake_thread import Intake
from tests.gui.fakes import fake_looks, picture


def test_each_clip_has_its_picture_before_the_next_is_looked_at(qtbot, tmp_path):
    done, looks = [], fake_looks()

    def probe(path):
        done.append(f"look at {path.stem}")
        return looks.probe(path)

    def thumbnail(info, long_side):
        done.append(f"picture of {info.path.stem}")
        return picture()

    paths = [tmp_path / "a.avi", tmp_path / "b.avi"]
    for path in paths:
        path.touch()
    intake = Intake(looks=replace(looks, probe=probe, thumbnail=thumbnail))
    for number, path in enumerate(paths):
        intake.look_at(number, path, long_side=32)
    qtbot.waitUntil(lambda: len(done) == 4)
    intake.stop()
    assert intake.wait(5000)
    assert done == ["look at a", "picture of a", "look at b", "picture of b"]
