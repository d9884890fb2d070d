"""The recordings of a DV tape: found, listed, split, and in step."""

import json

import pytest

from app.command_line.commands import run
from engine.video.probing.probe import probe
from tests.video.clips import ffprobe, frame_times
from tests.video.reported import restored, tone_hz
from tests.video.tapes import make_tape

DATES = ("2003-12-24T18:30:05", "2003-12-24T20:00:00", "1999-01-02T03:04:05")
FRAMES = (40, 13, 30)


@pytest.fixture(scope="module")
def tape(tmp_path_factory):
    return make_tape(tmp_path_factory.mktemp("tapes"), *zip(DATES, FRAMES, strict=True))


def test_each_start_of_the_camera_is_a_recording(tape):
    found = probe(tape).recordings
    assert [each.date for each in found] == list(DATES)
    assert [round(each.start_seconds * 25, 3) for each in found] == [0, 40, 53]
    assert [round(each.length_seconds * 25, 3) for each in found] == list(FRAMES)


def test_a_tape_without_dates_has_none(tmp_path, tape):
    """A camera whose clock was never set writes ones."""
    data = bytearray(tape.read_bytes())
    for pack in (0x62, 0x63):
        start = 0
        while (at := data.find(bytes([pack]), start)) >= 0:
            is_pack = at % 144_000 % 12_000 < 480
            if is_pack:
                data[at + 1 : at + 5] = b"\xff" * 4
            start = at + 1
    (tmp_path / "undated.dv").write_bytes(data)
    assert probe(tmp_path / "undated.dv").recordings == ()


def test_probe_lists_them(tape, capsys):
    assert run(["probe", "--json", str(tape)]) == 0
    listed = json.loads(capsys.readouterr().out)["recordings"]
    assert [each["number"] for each in listed] == [1, 2, 3]
    assert [each["date"] for each in listed] == list(DATES)
    assert run(["probe", str(tape)]) == 0
    assert "2: 2003-12-24 20:00:00, from 0:02, 0.5 seconds" in capsys.readouterr().out


def test_they_become_chapters_of_one_file(tmp_path, tape):
    restored(tape, tmp_path / "out.mkv", start_seconds=1.0)
    chapters = ffprobe(tmp_path / "out.mkv", "-show_chapters")["chapters"]
    assert [chapter["tags"]["title"] for chapter in chapters] == [
        date.replace("T", " ") for date in DATES
    ]
    starts = [float(chapter["start_time"]) for chapter in chapters]
    assert starts == pytest.approx([0.0, 0.6, 1.12], abs=0.001)


def test_each_becomes_a_file_of_its_own_named_by_its_date(tmp_path, tape):
    words = ["restore", str(tape), "--split", "recordings", "--strength", "0", "--size", "64x48"]
    words += ["--output-dir", str(tmp_path)]
    assert run(words) == 0
    names = [f"{date.replace('T', ' ').replace(':', '-')} tape restored.mkv" for date in DATES]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    for number, (name, frames) in enumerate(zip(names, FRAMES, strict=True)):
        times = frame_times(tmp_path / name)
        assert times == pytest.approx([n / 25 for n in range(frames)], abs=0.002)
        # Each recording has a tone of its own.
        assert tone_hz(tmp_path / name)[0] == pytest.approx(440 + 220 * number, abs=5)
        tags = ffprobe(tmp_path / name, "-show_format")["format"]["tags"]
        assert DATES[number] in {value[:19] for value in tags.values()}
    # What is there already is not made again, nor replaced.
    first = tmp_path / names[0]
    first.unlink()
    assert run(words) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_a_range_takes_the_recordings_in_it(tmp_path, tape):
    words = ["restore", str(tape), "--split", "recordings", "--strength", "0", "--size", "64x48"]
    assert run([*words, "--output-dir", str(tmp_path), "--start", "1.8", "--end", "2.4"]) == 0
    lengths = {path.name[:4]: len(frame_times(path)) for path in tmp_path.iterdir()}
    assert lengths == {"2003": 8, "1999": 7}


def test_split_has_no_one_name(tape, capsys):
    with pytest.raises(SystemExit) as ended:
        run(["restore", str(tape), "--split", "recordings", "-o", "out.mkv"])
    assert ended.value.code == 2
    assert "--output-dir" in capsys.readouterr().err
