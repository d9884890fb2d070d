"""Reports of problems tell nobody who restores which film."""

import pytest

from app.text.without_names import without_names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "no picture of /home/anna/Wedding of Anna.avi: broken",
            "no picture of <path>.avi: broken",
        ),
        (r"C:\Users\Anna\Films\b.mov, 3 GB free", "<path>.mov, 3 GB free"),
        (r"\\nas\anna\b.mov; gone", "<path>.mov; gone"),
        ("“/media/Anna's disk/x”", "“<path>'s disk/x”"),
        ("models: ~/.local/share/homereel", "models: <path>"),
        (
            'File "/home/anna/x/site-packages/av/container.py", line 3',
            'File "…/site-packages/av/container.py", line 3',
        ),
        ("/opt/homereel/engine/doctor.py: no", "…/engine/doctor.py: no"),
        ("5 frames/s, h264/aac, 3/4", "5 frames/s, h264/aac, 3/4"),
        ("libavutil 60.26.102, AVX512", "libavutil 60.26.102, AVX512"),
    ],
)
def test_paths_are_told_by_their_kind(text, told):
    assert without_names(text) == told


def test_names_and_known_paths_are_left_out():
    text = "Anna on annas-pc: Uncle Bob, his film.avi; annabel stays"
    told = without_names(text, names=["anna", "annas-pc", "b"], paths=["Uncle Bob, his film.avi"])
    assert told == "<name> on <name>: <path>.avi; annabel stays"
