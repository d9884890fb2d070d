"""Cores that a running process may use."""

import ctypes
import os
import subprocess
import sys
from unittest.mock import MagicMock

import pytest

from engine.running import cores
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


@pytest.mark.parametrize(("share", "word"), [(0.5, "-b"), (1.0, "-B")])
def test_macos_puts_a_process_into_the_background(monkeypatch, share, word):
    run = MagicMock()
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(cores.subprocess, "run", run)
    restrict(7, share)
    assert run.call_args.args == (["taskpolicy", word, "-p", "7"],)


def test_macos_without_its_tool_restricts_nothing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(cores.subprocess, "run", MagicMock(side_effect=FileNotFoundError))
    restrict(7, 0.5)


@pytest.mark.parametrize("handle", [11, 0])
def test_windows_sets_a_mask_of_cores(monkeypatch, handle):
    windows = MagicMock()
    windows.kernel32.OpenProcess.return_value = handle
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    restrict(7, 0.5)
    if handle:
        windows.kernel32.SetProcessAffinityMask.assert_called_once_with(11, 0b1111)
        windows.kernel32.CloseHandle.assert_called_once_with(11)
    else:  # the process has ended
        windows.kernel32.SetProcessAffinityMask.assert_not_called()
