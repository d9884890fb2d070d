"""Which files of a folder are films, and what is said of the others."""

import os

import pytest

from engine.files.sources import kinds_left_out, videos_in


@pytest.mark.parametrize(
    "suffix",
    "3gpp insv 360 LRV mpv 264 h264 h265 hevc mp4v dav nut y4m amv".split(),  # noqa: SIM905
)
def test_names_that_cameras_give(tmp_path, suffix):
    film = tmp_path / f"film.{suffix}"
    film.touch()
    assert videos_in([tmp_path]) == [film]
    assert kinds_left_out([tmp_path]) == {}


def test_what_is_left_out_is_counted_by_kind(tmp_path):
    (tmp_path / "deep").mkdir()
    names = ["a.mp4", "b.JPG", "deep/c.jpg", "d.iso", "README", ".hidden.jpg", "VIDEO_TS.VOB"]
    for name in names:
        (tmp_path / name).touch()
    assert kinds_left_out([tmp_path, tmp_path / "b.JPG"]) == {".jpg": 2, ".iso": 1, "": 1}


def test_what_may_not_be_looked_at_is_left_out(tmp_path, monkeypatch):
    for name in ("a.avi", "locked/b.avi"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    look = os.stat

    def stat(path, **how):
        if "b.avi" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **how)

    monkeypatch.setattr(os, "stat", stat)
    assert videos_in([tmp_path]) == [tmp_path / "a.avi"]
