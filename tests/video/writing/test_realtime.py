"""No encoder runs before all other programs of the computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine.video.writing import codecs


@pytest.mark.skipif(sys.platform != "linux", reason="priorities are those of Linux")
def test_av1_leaves_the_computer_to_others_when_root_encodes():
    codecs._works.cache_clear()
    (av1,) = (choice for choice, works in codecs.encoders_of_processor() if "av1" in choice.name)
    codecs._works.cache_clear()
    assert av1.works(128, 96)
    threads = [int(task.name) for task in Path("/proc/self/task").iterdir()]
    assert {os.sched_getscheduler(thread) for thread in threads} == {os.SCHED_OTHER}
