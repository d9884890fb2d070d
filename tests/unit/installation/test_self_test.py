"""The test of an installation, on programs that only pretend to restore."""

import sys

import pytest

from app.text.language import translate
from engine.installation import self_test
from engine.installation.self_test import checks

PROGRAM = """
import json
import sys

import av

fault, words = sys.argv[1], sys.argv[2:]
if words == ["self-test", "--window"]:
    if fault == "no window":
        print("homereel: Qt cannot be loaded: libEGL.so.1", file=sys.stderr)
        sys.exit(1)
    print("1x1 drawn")
    sys.exit(0)
if fault == "garbage":
    print("Segmentation fault")
    sys.exit(139)
source, output = words[1], words[3]
print(json.dumps({"event": "started", "device": "cpu", "frames_done": 0}))
if fault == "refused":
    print(json.dumps({"event": "failed", "message": "The disk is full."}))
    sys.exit(1)
resumes = "--overwrite" in words
with av.open(source) as read, av.open(output, "w") as write:
    streams = {s.index: write.add_stream_from_template(s) for s in read.streams}
    for number, packet in enumerate(read.demux()):
        is_lost = fault == "no sound" and packet.stream.type == "audio" and number > 100
        is_other = fault == "other frames" and resumes and number > 100
        if packet.dts is not None and not is_lost and not is_other:
            packet.stream = streams[packet.stream.index]
            write.mux(packet)
if fault == "status":
    sys.exit(3)
"""


@pytest.fixture
def results(tmp_path, monkeypatch):
    """Run the test on a program with one fault; returns its results by name."""
    monkeypatch.setattr(self_test, "_FRAMES", 75)
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)

    def run(fault):
        return {check.name: check for check in checks([sys.executable, str(program), fault])}

    return run


def said(check):
    found = check.found
    return translate("self_test", found.text, "", found.count).format(**found.fields)


def test_a_program_that_works(results):
    found = results("none")
    assert all(check.is_passed for check in found.values()), found
    assert said(found["restoring"]) == "75 frames on cpu, with sound"
    assert said(found["resuming"]).startswith("not tried")
    assert said(found["window"]) == "1x1 drawn"


@pytest.mark.parametrize(
    ("fault", "name", "detail"),
    [
        ("no sound", "restoring", "sound is not that of the source"),
        ("status", "restoring", "status 3"),
        ("refused", "restoring", "The disk is full."),
        ("garbage", "restoring", "Segmentation fault"),
        ("other frames", "resuming", "not those of an undisturbed render"),
        ("no window", "window", "libEGL.so.1"),
    ],
)
def test_a_fault_is_found_and_named(results, fault, name, detail):
    found = results(fault)
    assert not found[name].is_passed
    assert detail in said(found[name])
    assert found["encoders"].is_passed


def test_a_program_that_is_not_there_fails_each_part_that_needs_it():
    found = {check.name: check.is_passed for check in checks(["/no/such/program"])}
    assert found == {
        "bundled model": True,
        "encoders": True,
        "restoring": False,
        "resuming": False,
        "window": False,
    }
