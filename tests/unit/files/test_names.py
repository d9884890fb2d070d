"""Names as long as a disk allows, and a bit longer."""

import os
import re
from dataclasses import replace

import pytest

from engine.files.names import NAME_PATTERN, most_name_bytes, named, shortened
from engine.jobs.options import Options
from engine.rendering.output import default_output
from engine.resuming.unfinished import folder_of
from tests.gui.fakes import source_info


def test_short_names_stay(tmp_path):
    assert shortened("holiday", " restored.mp4", tmp_path) == "holiday restored.mp4"


@pytest.mark.parametrize("character", ["a", "ä", "映", "😀", "\udce4"])
def test_long_names_are_cut_between_characters(tmp_path, character):
    name = shortened(character * 300, " restored.mp4", tmp_path)
    assert 252 <= len(os.fsencode(name)) <= 255
    assert name.strip(character) == " restored.mp4"
    (tmp_path / name).touch()


def test_no_blank_is_left_before_the_ending(tmp_path):
    assert shortened("a" * 240 + "  " + "b" * 20, "-restored.mp4", tmp_path).count(" ") == 0


def test_a_disk_may_allow_less(tmp_path, monkeypatch):
    """As encrypted folders of eCryptfs do."""
    monkeypatch.setattr(os, "pathconf", lambda folder, what: 143)
    assert len(shortened("a" * 200, ".mp4", tmp_path)) == 143
    assert len(folder_of(tmp_path / ("a" * 139 + ".mp4")).name) <= 143


def test_a_folder_that_is_away_is_taken_for_a_usual_one(tmp_path):
    assert most_name_bytes(tmp_path / "away") == 255


def test_the_longest_source_has_an_output_and_a_second_one(tmp_path):
    source = tmp_path / ("ä" * 125 + "a.mp4")
    info = replace(source_info("in.mp4"), path=source)
    for _ in range(3):
        output = default_output(info, Options())
        assert output.name.startswith("äää")
        assert " restored" in output.name
        assert not output.exists()
        output.touch()
        folder_of(output).mkdir()


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{name} restored", "tape  2. restored"),
        ("{name} ({part})", "tape  2."),
        ("{name} - {part}", "tape  2."),
        ("{part} {name}", "tape  2."),
        ("{part}", "tape  2."),
        ("{size} of {name} by {model}", "1440x1080 of tape  2. by small"),
    ],
)
def test_empty_fields_leave_nothing_behind(pattern, name):
    fields = {"name": "tape  2.", "part": "", "size": "1440x1080", "model": "small"}
    assert re.fullmatch(NAME_PATTERN, pattern)
    assert named(pattern, fields) == name


@pytest.mark.parametrize("pattern", ["", "a/b", "{nom}", "a{", "a:b", "x" * 121, "a\nb"])
def test_patterns_that_no_system_allows_are_refused(pattern):
    assert not re.fullmatch(NAME_PATTERN, pattern)
