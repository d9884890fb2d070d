"""Which files of a folder are films, and what is said of the others."""

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
