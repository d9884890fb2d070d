"""The commands about other computers."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from app.command_line import cluster_commands, commands
from app.command_line.commands import ExitStatus
from app.command_line.console import Console, Lines
from engine.cluster import keys
from engine.cluster.crew import Crew
from engine.cluster.sharing import Foreman
from engine.jobs.errors import (
    Cancelled,
    ClusterError,
    ClusterProblem,
    InputProblem,
    InputVideoError,
)
from engine.jobs.events import Event, Peer, PeerState, Summary, Warned, WarningKind
from engine.jobs.options import Job


def test_a_key_is_made_and_what_to_do_with_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "home.key"
    words = ["cluster", "create", str(path), "--address", "192.0.2.7", "--port", "9000"]
    assert commands.run(words) == ExitStatus.DONE
    assert keys.read_key(path).address == "tls://192.0.2.7:9000"
    out = capsys.readouterr().out
    assert f"homereel worker {path}" in out
    assert f"--cluster {path}" in out
    assert "--address" not in out


def test_a_key_for_this_computer_only_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands.run(["cluster", "create", str(tmp_path / "home.key")])
    assert keys.read_key(tmp_path / "home.key").host == "127.0.0.1"
    assert "Only this computer itself" in capsys.readouterr().out


def test_a_revoked_key_is_refused_by_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, copy = tmp_path / "home.key", tmp_path / "copy.key"
    commands.run(["cluster", "create", str(path)])
    copy.write_bytes(path.read_bytes())
    assert commands.run(["cluster", "revoke", str(path)]) == ExitStatus.DONE
    assert commands.run(["worker", str(copy)]) == ExitStatus.FAILED
    assert "was revoked" in capsys.readouterr().err


def test_a_worker_without_a_key_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.run(["worker", str(tmp_path / "no.key")]) == ExitStatus.FAILED
    assert "There is no key file" in capsys.readouterr().err


def test_without_the_extra_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "home.key"
    keys.create_key(path)
    for name in ("coordinator", "joining", "network"):
        monkeypatch.delitem(sys.modules, f"engine.cluster.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "dask", None)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert commands.run(["worker", str(path)]) == ExitStatus.FAILED
    assert "pip install homereel[cluster]" in capsys.readouterr().err
    with pytest.raises(ClusterError) as caught, Crew(path):
        pass
    assert caught.value.reason is ClusterProblem.NOT_INSTALLED


def test_others_only_needs_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.run(["restore", str(tmp_path / "in.avi"), "--others-only"])
    assert "--others-only is for --cluster" in capsys.readouterr().err


def test_nothing_of_the_extra_is_loaded_at_the_start() -> None:
    program = (
        "import sys, app.program, app.command_line.arguments as a; a.build_parser();"
        "print(sorted({'dask', 'distributed', 'cryptography', 'torch'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert found.stdout.strip() == b"[]"


HERE = Peer(
    name="here",
    is_this_computer=True,
    state=PeerState.WORKING,
    frames=0,
    frames_per_second=0.0,
    share=0.0,
)


class Films:
    """Carries out jobs, as many at a time as there are computers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, computers: int) -> None:
        self.jobs: list[Job] = []
        self.at_once, self.most_at_once = 0, 0
        self._computers, self._lock = computers, threading.Lock()
        self._together = threading.Barrier(computers)
        monkeypatch.setattr("engine.cluster.renders.carry_out", self.carry_out)
        monkeypatch.setattr(Crew, "__enter__", lambda crew: crew)
        monkeypatch.setattr(Foreman, "peers", lambda foreman: (HERE,) * computers)

    def carry_out(
        self, job: Job, on_event: object, cancel: threading.Event, **_words: object
    ) -> Summary:
        with self._lock:
            self.jobs.append(job)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        with suppress(threading.BrokenBarrierError):  # the last ones are alone
            self._together.wait(0.5)
        with self._lock:
            self.at_once -= 1
        if cancel.is_set():
            raise Cancelled
        if job.source.stem == "bad":
            raise InputVideoError(job.source, InputProblem.NOT_A_VIDEO)
        return Summary(output=job.output, frames=4, seconds=2.0, mean_passes=1.0)


def restored(
    tmp_path: Path,
    *names: str,
    cancel: threading.Event | None = None,
    console: Console | None = None,
    output: Path | None = None,
) -> tuple[bool, bool]:
    def job_of(source: Path, on_event: Callable[[Event], None]) -> Job:
        if source.stem == "moved":
            on_event(Warned(WarningKind.SOURCE_MOVED, detail="elsewhere"))
        return Job(source=source, output=output or source.with_name(f"{source.name}.mp4"))

    return cluster_commands.restore_together(
        [tmp_path / name for name in names],
        tmp_path / "home.key",
        job_of,
        console or Lines(),
        cancel or threading.Event(),
    )


def test_several_films_are_restored_at_once_and_a_failure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    films = Films(monkeypatch, 2)
    assert restored(tmp_path, "one.avi", "bad.avi", "three.avi") == (False, False)
    assert sorted(job.source.stem for job in films.jobs) == ["bad", "one", "three"]
    assert films.most_at_once == 2
    printed = capsys.readouterr()
    assert "one.avi ->" in printed.out
    assert "three.avi ->" in printed.out
    assert "bad.avi is not a video" in printed.err


@pytest.mark.parametrize(
    ("computers", "names"), [(1, ("one.avi", "two.avi")), (2, ("one.avi", "one.mov"))]
)
def test_films_follow_each_other_where_one_computer_is_there_or_their_names_are_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, computers: int, names: tuple[str, ...]
) -> None:
    films = Films(monkeypatch, computers)
    assert restored(tmp_path, *names) == (True, False)
    assert [job.source.name for job in films.jobs] == list(names)
    assert films.most_at_once == 1


def test_a_film_does_not_write_over_the_one_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    films = Films(monkeypatch, 2)
    assert restored(tmp_path, "one.avi", "ONE.mov", output=tmp_path / "one.mp4") == (False, False)
    assert [job.source.name for job in films.jobs] == ["one.avi"]
    assert "one.mp4" in capsys.readouterr().err


def test_what_is_found_out_before_a_film_begins_is_told_of_that_film(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Films(monkeypatch, 1)
    restored(tmp_path, "one.avi", "moved.avi")
    told = [line for line in capsys.readouterr().err.splitlines() if "elsewhere" in line]
    assert len(told) == 1
    assert "moved.avi" in told[0]


def test_no_film_is_begun_after_it_was_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    films, cancel = Films(monkeypatch, 2), threading.Event()
    cancel.set()
    assert restored(tmp_path, "one.avi", "two.avi", cancel=cancel) == (False, True)
    assert films.jobs == []


class Unread(Lines):
    def finished(self, summary: Summary) -> None:
        raise BrokenPipeError


def test_all_end_where_nobody_reads_what_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = Films(monkeypatch, 1)
    with pytest.raises(BrokenPipeError):
        restored(tmp_path, "one.avi", "two.avi", console=Unread())
    assert len(films.jobs) == 1
