"""Cores that a running process may use."""

import os
import subprocess
import sys

import pytest

from engine.running.cores import restrict


@pytest.mark.skipif(sys.platform != "linux", reason="cores are told there only")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core cannot be shared")
def test_a_process_is_restricted_and_freed_again():
    ours = os.sched_getaffinity(0)
    with subprocess.Popen(["sleep", "60"]) as process:
        restrict(process.pid, 0.5)
        assert len(os.sched_getaffinity(process.pid)) < len(ours)
        restrict(process.pid, 1.0)
        assert os.sched_getaffinity(process.pid) == ours
        process.kill()
    restrict(process.pid, 0.5)  # it has ended: nothing happens
