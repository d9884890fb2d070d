"""The state of a restoration, read again from a damaged file or by another version."""

import json
import struct

import numpy as np
import pytest
import safetensors.numpy

from engine.restoring.streaming import Plan
from engine.resuming.state import Place, State

PLACE = Place(frame=4, pts=5, before=((1, 2), (3, 4)), damaged_count=1, is_size_changed=True)
ARRAYS = {
    "forward": np.arange(6, dtype=np.float32).reshape(2, 3),
    "past": np.empty((0, 1, 1), np.float32),
}
STATE = State(place=PLACE, arrays=ARRAYS, plan=Plan(window_frames=7, band_rows=5))


def assert_equal(found, expected):
    assert (found.place, found.plan) == (expected.place, expected.plan)
    assert found.arrays.keys() == expected.arrays.keys()
    for name, array in expected.arrays.items():
        assert found.arrays[name].dtype == array.dtype
        np.testing.assert_array_equal(found.arrays[name], array)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "000000.state"


def without_checksum(state=STATE, **changed):
    """The file of an earlier version; ``changed`` are texts of its metadata."""
    content = state.to_bytes()
    length = struct.unpack_from("<Q", content)[0]
    metadata = json.loads(content[8 : 8 + length])["__metadata__"] | changed
    return safetensors.numpy.save(state.arrays, metadata=metadata)


@pytest.mark.parametrize("plan", [STATE.plan, None])
def test_what_is_written_is_read(path, plan):
    state = State(place=PLACE, arrays=ARRAYS, plan=plan)
    path.write_bytes(state.to_bytes())
    assert_equal(State.read(path), state)


def test_a_flipped_bit_is_noticed_wherever_it_is():
    """One in the features made them infinite, and with them the rest of the film."""
    content = STATE.to_bytes()
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 1 << place % 8
        with pytest.raises(ValueError):
            State.from_bytes(bytes(damaged))


@pytest.mark.parametrize("length", [0, 7, 100, -9, -1])
def test_a_torn_file_is_noticed(path, length):
    path.write_bytes(STATE.to_bytes()[:length])
    assert State.read(path) is None


def test_a_file_of_an_earlier_version_has_no_checksum_and_is_read(path):
    path.write_bytes(without_checksum())
    assert_equal(State.read(path), STATE)


def test_a_plan_of_another_version_keeps_what_is_known(path):
    plan = json.dumps({"window_frames": 7, "band_rows": 5, "colour": "green"})
    path.write_bytes(without_checksum(plan=plan))
    assert_equal(State.read(path), STATE)


@pytest.mark.parametrize(
    "changed",
    [
        {"plan": '{"window_frames": "many"}'},
        {"plan": '{"window_frames": null}'},
        {"plan": '{"window_frames": 0}'},
        {"plan": "7"},
        {"plan": "["},
        {"place": "{}"},
        {"place": json.dumps({"frame": 1, "before": [], "colour": 1})},
        {"place": json.dumps({"frame": 1, "before": [[1]]})},
        {"place": "null"},
    ],
)
def test_what_cannot_be_used_is_no_state(path, changed):
    path.write_bytes(without_checksum(**changed))
    assert State.read(path) is None
