"""What comes back from another computer counts only where it is what was wanted."""

import zlib
from dataclasses import replace

import numpy as np
import pytest
import safetensors.numpy

from engine.cluster.tasks import (
    BadAnswerError,
    Done,
    Task,
    checked_segment,
    pack_answer,
    task_of,
    task_text,
    unpack_answer,
)
from engine.jobs.events import PeerFault
from engine.resuming.work import pack
from engine.video.writing.encoder import EncodedPicture
from tests.unit.cluster.test_sharing import RECIPE

TIMES = (0, 3, 1, 2)


def pictures(times=TIMES):
    return [EncodedPicture(bytes([time, 7]), time, 1, is_key=time == 0) for time in times]


CONTENT = pack(pictures())
STATE = safetensors.numpy.save({"forward": np.ones((1, 2, 2, 3), np.float32)})


def answer(content=CONTENT, state=STATE, **changes):
    head = Done(
        attempt="film1-0-1",
        frames=4,
        passes=4.0,
        seconds=2.0,
        program={},
        content_crc32=zlib.crc32(content),
        state_crc32=zlib.crc32(state),
    )
    return pack_answer(replace(head, **changes), content, state)


def checked(answer, *, needs_state=True):
    head, content, state = unpack_answer(answer)
    return checked_segment(head, content, state, sorted(TIMES), restored=4, needs_state=needs_state)


def fault_of(answer):
    with pytest.raises(BadAnswerError) as caught:
        checked(answer)
    return caught.value.fault


def test_a_good_answer_is_what_was_sent():
    segment = checked(answer())
    assert segment.content == CONTENT
    assert list(segment.pictures) == pictures()
    assert segment.passes == 4.0
    assert segment.arrays["forward"].shape == (1, 2, 2, 3)


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"garbage" * 100,
        answer()[:-1],
        answer() + b"x",
        answer(content=b"garbage" * 10),
        answer(state=b"garbage" * 10),
        answer(content=pack(pictures((3, 0, 1, 2)))),
        answer(content=pack(pictures((0, 3, 1, 9)))),
        answer(state=safetensors.numpy.save({})),
    ],
)
def test_garbage_is_recognised(bad):
    assert fault_of(bad) is PeerFault.GARBAGE


def test_a_byte_changed_on_the_way_is_recognised():
    damaged = bytearray(answer())
    damaged[-3] ^= 1
    assert fault_of(bytes(damaged)) is PeerFault.WRONG_CHECKSUM


def test_another_number_of_pictures_is_recognised():
    assert fault_of(answer(content=pack(pictures((0, 1, 2))))) is PeerFault.WRONG_SIZE
    assert fault_of(answer(frames=5)) is PeerFault.WRONG_SIZE


def test_sizes_that_point_beyond_the_file_are_garbage():
    arrays = safetensors.numpy.load(CONTENT)
    arrays["sizes"] = arrays["sizes"] + 1000
    assert fault_of(answer(content=safetensors.numpy.save(arrays))) is PeerFault.GARBAGE


def test_the_state_does_not_matter_before_a_cut():
    checked(answer(state=safetensors.numpy.save({})), needs_state=False)


def test_a_task_is_read_as_it_was_written():
    task = Task(attempt="a", film="film1", number=3, recipe=RECIPE, frames=240, has_state=True)
    assert task_of(task_text(task)) == task
    assert task.recipe.name == RECIPE.name
    assert replace(RECIPE, shift=1).name != RECIPE.name


def test_something_else_is_no_task():
    with pytest.raises(ValueError, match="no str"):
        task_of('{"attempt": 3}')
