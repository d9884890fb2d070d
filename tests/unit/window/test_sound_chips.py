"""What was found in the sound stands among the chips, and each switches its repair."""

from dataclasses import replace

import pytest

from app.text.sound_faults import describe_sound, describe_sound_fault, name_of_sound
from app.window.options.switches import switches
from engine.jobs.options import Options
from engine.jobs.sound import SoundRepair
from engine.video.facts import SoundFinding, SoundTrack
from tests.gui.fakes import source_info

MEASURED = {
    SoundRepair.MONO: {"kind": 2.0},
    SoundRepair.CLICKS: {"count": 4.0, "a minute": 12.0},
    SoundRepair.HUM: {"frequency": 50.0, "level": -41.0, "line 1": 20.0},
    SoundRepair.HISS: {"level": -52.0, "distance": 31.0, "band 0": -60.0},
    SoundRepair.LEVEL: {"loudness": -31.0},
}


def finding(repair, confidence=0.9):
    return SoundFinding(
        repair=repair, confidence=confidence, parameters=tuple(MEASURED[repair].items())
    )


def info_with(*findings):
    track = SoundTrack(
        index=1,
        codec="aac",
        sample_rate=48_000,
        channels=2,
        language=None,
        is_readable=True,
        findings=findings,
    )
    return replace(source_info("a.avi"), sound=(track,))


def chip(info, options, label):
    return next(each for each in switches(info, options) if each.label == label)


def test_each_fault_is_a_chip_that_is_off():
    found = switches(info_with(*map(finding, SoundRepair)), Options())
    sound = found[-len(SoundRepair) :]
    assert [switch.label for switch in sound] == [name_of_sound(each) for each in SoundRepair]
    assert not any(switch.is_on for switch in sound)


def test_chips_switch_the_option():
    info, options = info_with(*map(finding, (SoundRepair.HUM, SoundRepair.LEVEL))), Options()
    options = switches(info, options)[-1].toggle(options)
    assert options.sound == "level"
    options = chip(info, options, "Hum").toggle(options)
    assert options.sound == "hum,level"
    options = chip(info, options, "Original sound as well").toggle(options)
    assert options.keeps_original_sound
    for label in ("Hum", "Loudness"):
        options = chip(info, options, label).toggle(options)
    assert options.sound == "keep"
    assert "Original sound as well" not in {each.label for each in switches(info, options)}


def test_what_was_not_found_is_no_chip_unless_it_is_asked_for():
    info = info_with(finding(SoundRepair.HISS, 0.2))
    without = len(switches(info_with(), Options()))
    assert len(switches(info, Options())) == without
    assert chip(info, Options(sound="hiss"), "Hiss").is_on


@pytest.mark.parametrize("repair", SoundRepair)
def test_each_fault_is_told_with_what_was_measured(repair):
    text = describe_sound(finding(repair))
    assert text.endswith(f"--sound {repair}")
    assert "{" not in describe_sound_fault(finding(repair))
    assert describe_sound(finding(repair, 0.1)) == "nothing was found"
