"""The computer that has the film, killed three times in the middle of the work."""

import os
import subprocess
import sys

import pytest

pytest.importorskip("distributed", reason="needs the extra “cluster”")

from tests.shared import ROOT


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the computers are forks of one process")
@pytest.mark.timeout(600)  # four starts, on a busy computer
def test_a_coordinator_killed_three_times_makes_the_film_of_one_computer(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.cluster", "brief"],
        cwd=ROOT,
        env=os.environ
        | {"OMP_NUM_THREADS": "1", "TMPDIR": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "killed 3 times" in done.stdout
    assert "200 of 200 pictures; the same as of one computer: True" in done.stdout
