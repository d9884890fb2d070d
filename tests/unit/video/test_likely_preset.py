"""What a source looks like, told from what the first look found."""

from dataclasses import replace
from fractions import Fraction

import pytest

from engine.jobs import presets
from engine.video.facts import Scan, SoundTrack
from engine.video.likely_preset import likely_preset
from tests.gui.fakes import source_info


@pytest.mark.parametrize(
    ("facts", "preset"),
    [
        ({"codec": "dvvideo", "width": 720, "height": 576}, presets.MINIDV),
        ({"codec": "mpeg2video", "width": 720, "height": 480}, presets.DVD),
        ({"codec": "h263", "width": 176, "height": 144}, presets.OLD_PHONE),
        ({"codec": "mjpeg"}, presets.OLD_CAMERA),
        (
            {"codec": "h264", "width": 720, "height": 576, "scan": Scan.INTERLACED},
            presets.VHS,
        ),
        ({"codec": "h264", "frame_rate": Fraction(18)}, presets.FILM_SCAN),
        ({"codec": "h264"}, None),
        ({"codec": "mjpeg", "width": 1920, "height": 1080}, None),
    ],
)
def test_what_a_source_looks_like(facts, preset):
    assert likely_preset(replace(source_info("a.avi"), **facts)) == preset


def test_old_phones_are_known_by_their_sound():
    sound = SoundTrack(
        index=1, codec="amrnb", sample_rate=8000, channels=1, language=None, is_readable=True
    )
    info = replace(source_info("a.3gp"), codec="mpeg4", sound=(sound,))
    assert likely_preset(info) == presets.OLD_PHONE
