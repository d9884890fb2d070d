"""What the beginning of a source tells, before all of it is looked at."""

from fractions import Fraction

import pytest

from engine.jobs.errors import InputVideoError
from engine.video.probing import probe as probing
from engine.video.probing.probe import glance, probe
from tests.video.clips import gray_frame, make_clip

FRAMES = [gray_frame(number % 10) for number in range(60)]


@pytest.mark.parametrize("name", ["in.mp4", "in.mkv", "in.avi"])
def test_a_glance_tells_size_turn_and_length(tmp_path, name):
    turn = {} if name.endswith("avi") else {"rotation": 90}
    path = make_clip(tmp_path / name, sample_aspect=Fraction(4, 3), **turn)
    told, info = glance(path), probe(path)
    assert (told.display_width, told.display_height) == (info.display_width, info.display_height)
    assert told.rotation_degrees == info.rotation_degrees
    assert told.duration_seconds == pytest.approx(info.duration_seconds, abs=0.05)
    assert told.frame_rate == info.frame_rate


def test_a_glance_decodes_one_picture_and_finds_no_faults(tmp_path, monkeypatch):
    decoded = []

    class Decoder(probing.PictureDecoder):
        def decode(self, packet):
            for picture in super().decode(packet):
                decoded.append(picture)
                yield picture

    monkeypatch.setattr(probing, "PictureDecoder", Decoder)
    path = make_clip(tmp_path / "in.avi", codec="mpeg4", times=range(60), frames=FRAMES)
    info = glance(path)
    assert len(decoded) < 4  # those that one packet brings
    assert (info.findings, info.borders_crop, info.recordings) == ((), None, ())
    probe(path)
    assert len(decoded) > 30


def test_a_glance_reads_only_the_beginning(tmp_path, monkeypatch):
    monkeypatch.setattr(probing, "_GLANCE_PACKETS", 5)
    path = make_clip(tmp_path / "in.mp4", times=range(60), frames=FRAMES)
    told = glance(path)
    assert told.duration_seconds == pytest.approx(2.4, abs=0.05)
    assert told.frame_count == 60


@pytest.mark.parametrize("content", [b"", b"no film"])
def test_a_glance_refuses_what_a_probe_refuses(tmp_path, content):
    path = tmp_path / "in.mp4"
    path.write_bytes(content)
    refused = []
    for look in (glance, probe):
        with pytest.raises(InputVideoError) as caught:
            look(path)
        refused.append(caught.value.reason)
    assert refused[0] is refused[1]
