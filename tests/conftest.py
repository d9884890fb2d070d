"""For all tests."""

import gc
import os
import tempfile

import pytest

from engine.devices.allocator import keep_freed_memory

# Before torch is loaded, as the program does: see app/program.py.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
keep_freed_memory()

# NumPy's threads, and those of the processes that tests start, would spin beside another test.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# The program speaks the language of whoever runs the tests; they look for English.
os.environ["HOMEREEL_LANGUAGE"] = "en"

# Notes about unfinished renders, and queues, do not go among those of whoever runs the tests.
_state = tempfile.TemporaryDirectory(prefix="homereel-tests-")
for _name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
    os.environ[_name] = _state.name


def pytest_collection_finish():
    """Look no more, in any collection of garbage, at what all tests have loaded."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def speeds_file(tmp_path, monkeypatch):
    """What tests measure is not remembered for the user, either."""
    from engine.estimating import speeds

    path = tmp_path / "measured" / "speeds.json"
    monkeypatch.setattr(speeds, "speeds_file", lambda: path)
    return path
