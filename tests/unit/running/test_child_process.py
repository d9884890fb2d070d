"""A child process: how it is started, and that it always ends."""

import subprocess
import sys

import pytest

from engine.running.child_process import RUN_JOB, ChildProcess, child_command

ECHO = "import sys; print(sys.stdin.readline().strip(), flush=True); sys.stdin.read()"
DEAF = "import time; print('here', flush=True); time.sleep(600)"


def started(program):
    return ChildProcess([sys.executable, "-c", program])


def test_the_program_is_started_again_as_it_was_started(monkeypatch):
    assert child_command(RUN_JOB) == [sys.executable, "-m", "app", "run-job"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/homereel/homereel")
    assert child_command(RUN_JOB) == ["/opt/homereel/homereel", "run-job"]


def test_a_child_without_a_window_is_used_where_windows_has_two_programs(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "homereel-window.exe"))
    monkeypatch.setattr(sys, "platform", "win32")
    assert child_command(RUN_JOB) == [str(tmp_path / "homereel.exe"), "run-job"]
    assert child_command() == [str(tmp_path / "homereel.exe")]


def test_a_child_ends_with_its_input():
    with started(ECHO) as child:
        child.send(b"hello\n")
        assert child.answers.readline() == b"hello\n"
        assert child.close() == 0
        assert not child.is_alive
        child.send(b"too late\n")


def test_a_child_is_killed_when_its_user_fails():
    with pytest.raises(ZeroDivisionError), started(DEAF) as child:
        assert child.answers.readline() == b"here\n"
        raise ZeroDivisionError
    assert not child.is_alive


def test_what_a_crashing_child_printed_is_in_the_log(caplog):
    with started("import sys; print('double free', file=sys.stderr); sys.exit(7)") as child:
        assert child.close() == 7
    assert "double free" in caplog.text


def test_the_process_that_looks_at_files_needs_no_torch():
    """It would hold up the first look at a file by seconds."""
    code = "import engine.running.source_child, sys; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
