"""The commands, with an engine that only pretends."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from unittest.mock import Mock

import pytest

from app.__main__ import main
from app.command_line import commands as cli
from app.command_line.ending import ExitStatus
from engine.files import sources
from engine.jobs.errors import Cancelled, InputProblem, InputVideoError
from engine.jobs.events import Event, Progressed, Started, Summary, Warned, WarningKind
from engine.jobs.options import Job, Options
from engine.resuming.moved_sources import MovedSource
from engine.resuming.unfinished import folder_of

OnEvent = Callable[[Event], None]


class FakeEngine:
    """Restores by writing one word; sources whose name is an error's are refused."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.refusals: dict[str, BaseException] = {}
        self.before_finish: Callable[[], None] = lambda: None

    def probe(self, path: Path) -> SimpleNamespace:
        if not path.exists():
            raise InputVideoError(path, InputProblem.NOT_FOUND)
        return SimpleNamespace(path=path)

    def default_output(
        self,
        info: SimpleNamespace,
        options: Options,
        folder: Path | None = None,
        *,
        overwrite: bool = False,
    ) -> Path:
        del options, overwrite
        return (folder or info.path.parent) / f"{info.path.stem} restored.mp4"

    def restore(self, job: Job, on_event: OnEvent, cancel: threading.Event) -> Summary:
        self.jobs.append(job)
        if job.source.stem in self.refusals:
            raise self.refusals[job.source.stem]
        on_event(
            Started(
                source=job.source,
                output=job.output,
                width=1280,
                height=960,
                frames_total=4,
                device="cpu",
                model=job.options.model,
            )
        )
        on_event(Warned(WarningKind.DAMAGE, 3))
        for done in range(1, 5):
            on_event(
                Progressed(
                    frames_done=done,
                    frames_total=4,
                    frames_per_second=2.0,
                    seconds_left=None if done == 1 else (4 - done) / 2,
                    mean_passes=1.25,
                )
            )
        self.before_finish()
        if cancel.is_set():
            raise Cancelled
        job.output.write_text("restored")
        return Summary(output=job.output, frames=4, seconds=2.0, mean_passes=1.25)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    parts = {
        "engine.rendering.render": {"restore": fake.restore},
        "engine.rendering.output": {"default_output": fake.default_output},
        "engine.video.probing.probe": {"probe": fake.probe},
    }
    for name, functions in parts.items():
        module = ModuleType(name)
        vars(module).update(functions)
        monkeypatch.setitem(sys.modules, name, module)
    return fake


@pytest.fixture
def clips(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{name}.avi" for name in ("one", "two", "three")]
    for path in paths:
        path.write_text("film")
    return [str(path) for path in paths]


def events_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_restore_tells_people_what_happens(
    engine: FakeEngine, clips: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["restore", clips[0]]) == 0
    printed = capsys.readouterr()
    assert Path(clips[0]).with_name("one restored.mp4").read_text() == "restored"
    assert "one.avi -> " in printed.out
    assert "4 frames in 0:02, cleaned 1.2 times on average" in printed.out
    assert "Restoring one.avi" in printed.err
    assert "damaged in 3 places" in printed.err
    assert "100 %, frame 4 of 4, 2 frames/s, 0:00 left" in printed.err
    assert "\r" not in printed.err, "no live line where there is no terminal"


def test_json_events(
    engine: FakeEngine, clips: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["restore", clips[0], "--json"]) == 0
    events = events_of(capsys)
    names = [event["event"] for event in events]
    assert names == ["started", "warning", *["progress"] * 4, "finished"]
    assert all(event["source"] == clips[0] for event in events)
    assert events[0]["frames"] == 4
    assert (events[0]["width"], events[0]["height"]) == (1280, 960)
    assert events[1]["kind"] == "damage"
    assert events[1]["count"] == 3
    first, last = events[2], events[5]
    assert (first["frame"], first["frames"], first["seconds_left"]) == (1, 4, None)
    assert (last["frame"], last["fps"], last["seconds_left"]) == (4, 2.0, 0.0)
    assert events[-1]["output"] == str(Path(clips[0]).with_name("one restored.mp4"))


def test_the_queue_goes_on_after_a_failure(
    engine: FakeEngine, clips: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    engine.refusals["one"] = InputVideoError(Path(clips[0]), InputProblem.NOTHING_DECODES)
    engine.refusals["two"] = RuntimeError("a bug\nwith a second line")
    assert cli.run(["restore", *clips]) == 1
    printed = capsys.readouterr()
    errors = [line for line in printed.err.splitlines() if line.startswith("homereel: ")]
    assert "No frame of" in errors[0]
    assert "RuntimeError: a bug" in errors[1]
    assert "second line" not in printed.err
    assert "three.avi -> " in printed.out


def test_a_missing_source_is_one_sentence_and_status_1(
    engine: FakeEngine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["restore", str(tmp_path / "none.avi"), "--json"]) == 1
    printed = capsys.readouterr()
    (event,) = [json.loads(line) for line in printed.out.splitlines()]
    assert event["event"] == "failed"
    assert printed.err == f"homereel: {event['message']}\n"
    assert not engine.jobs


def test_an_unknown_model_is_refused_before_any_source(
    engine: FakeEngine, clips: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["restore", *clips, "--model", "no-such"]) == 1
    assert "no-such" in capsys.readouterr().err
    assert not engine.jobs


def test_output_options_reach_the_job(engine: FakeEngine, clips: list[str], tmp_path: Path) -> None:
    output = tmp_path / "named.mkv"
    assert cli.run(["restore", clips[0], "-o", str(output), "--overwrite"]) == 0
    assert cli.run(["restore", clips[1], "--output-dir", str(tmp_path / "no such")]) == 1
    assert (engine.jobs[0].output, engine.jobs[0].overwrite) == (output, True)
    assert engine.jobs[1].output.parent == tmp_path / "no such"


def test_overwrite_never_replaces_an_output_of_the_same_run(
    engine: FakeEngine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = [tmp_path / folder / "clip.avi" for folder in ("a", "b")]
    for source in sources:
        source.parent.mkdir()
        source.write_text("film")
    words = ["restore", *map(str, sources), "--output-dir", str(tmp_path), "--overwrite"]
    assert cli.run(words) == 1
    assert len(engine.jobs) == 1
    assert "exists already" in capsys.readouterr().err


def test_several_sources_and_one_output_are_wrong_usage(
    engine: FakeEngine, clips: list[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.run(["restore", *clips, "-o", "out.mp4"])
    assert stopped.value.code == 2
    assert not engine.jobs


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_cancel_the_rest_and_exit_with_130(
    engine: FakeEngine,
    clips: list[str],
    number: signal.Signals,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = signal.getsignal(number)
    engine.before_finish = lambda: os.kill(os.getpid(), number)
    assert cli.run(["restore", *clips, "--json"]) == 130
    assert len(engine.jobs) == 1
    assert not engine.jobs[0].output.exists()
    assert events_of(capsys)[-1]["event"] == "failed"
    assert signal.getsignal(number) is before


def test_a_render_that_finished_in_spite_of_the_signal_counts(
    engine: FakeEngine, clips: list[str]
) -> None:
    def finish_anyway(job: Job, on_event: OnEvent, cancel: threading.Event) -> Summary:
        os.kill(os.getpid(), signal.SIGINT)
        assert cancel.wait(5)
        return Summary(output=job.output, frames=1, seconds=1.0, mean_passes=1.0)

    vars(sys.modules["engine.rendering.render"])["restore"] = finish_anyway
    assert cli.run(["restore", clips[0]]) == 0
    assert cli.run(["restore", *clips]) == 130


def test_a_cancelled_command_says_which_sources_are_done(
    engine: FakeEngine, clips: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    counted = itertools.count()
    engine.before_finish = lambda: next(counted) and os.kill(os.getpid(), signal.SIGINT)
    assert cli.run(["restore", *clips]) == 130
    assert f"Leave out the sources before {clips[1]}" in capsys.readouterr().err
    engine.before_finish = lambda: os.kill(os.getpid(), signal.SIGINT)
    assert cli.run(["restore", *clips]) == 130
    assert "Leave out" not in capsys.readouterr().err, "nothing is done yet"


def test_a_cancelled_command_says_whether_something_is_kept(
    engine: FakeEngine, clips: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    engine.before_finish = lambda: os.kill(os.getpid(), signal.SIGINT)
    assert cli.run(["restore", clips[0]]) == 130
    assert "Cancelled before anything was finished" in capsys.readouterr().err
    folder_of(engine.jobs[0].output).mkdir()
    assert cli.run(["restore", clips[0]]) == 130
    assert "what is finished is kept" in capsys.readouterr().err


def test_the_live_line_is_taken_away_before_other_lines(
    engine: FakeEngine,
    clips: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.run(["restore", *clips]) == 0
    lines = capsys.readouterr().err.split("\n")
    # What comes after the last return to the first column is what stays to be seen.
    seen = [line.rsplit("\r", 1)[-1] for line in lines]
    assert any("could not be decoded there is left out." in line for line in seen)
    assert any("frames/s" in line for line in lines)
    assert not any("frames/s" in line for line in seen), "a live line stayed on the screen"


def test_a_source_that_is_named_twice_is_restored_once(
    engine: FakeEngine, clips: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["restore", *clips, clips[0]]) == 0
    assert [str(job.source) for job in engine.jobs] == clips
    assert cli.run(["restore", clips[0], clips[0], "-o", str(tmp_path / "one.mp4")]) == 0
    assert "one.mp4" in capsys.readouterr().out


def test_all_files_of_a_dvd_title_are_one_film(
    engine: FakeEngine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = [tmp_path / f"VTS_01_{number}.VOB" for number in (1, 2, 3)]
    for part in parts:
        part.write_text("film")
    assert cli.run(["restore", *map(str, parts), "-o", str(tmp_path / "all.mp4")]) == 0
    assert [job.source for job in engine.jobs] == parts[:1]
    assert "2 files continue the film" in capsys.readouterr().err
    assert cli.run(["restore", str(parts[1])]) == 0, "a part may be wanted alone"


def test_of_a_folder_all_videos_are_restored_but_what_was_restored_already(
    engine: FakeEngine, tmp_path: Path
) -> None:
    disc = tmp_path / "Summer" / "VIDEO_TS"
    disc.mkdir(parents=True)
    names = ("VIDEO_TS.VOB", "VTS_01_0.VOB", "VTS_01_1.VOB", "VTS_01_2.VOB", "VIDEO_TS.IFO")
    for name in (*names, "Summer title 1 restored.mp4", "clip.avi", "clip restored 2.mp4"):
        (disc / name).write_text("film")
    wanted = [disc / "VTS_01_1.VOB", disc / "clip.avi"]
    out = tmp_path / "out"
    out.mkdir()
    assert cli.run(["restore", str(tmp_path / "Summer"), "--output-dir", str(out)]) == 0
    assert [job.source for job in engine.jobs] == wanted
    assert cli.run(["restore", str(disc), str(wanted[1]), "--output-dir", str(out)]) == 0
    assert [job.source for job in engine.jobs[2:]] == wanted, "none comes twice"


def test_a_name_that_no_disk_allows_costs_no_other_source(
    engine: FakeEngine, clips: list[str]
) -> None:
    too_long = f"{'x' * 300}.avi"
    engine.refusals[too_long] = InputVideoError(Path(too_long), InputProblem.NOT_FOUND)
    assert cli.run(["restore", too_long, *clips]) == 1
    assert [str(job.source) for job in engine.jobs] == clips
    assert sources.videos_in([Path(too_long)]) == [Path(too_long)]


def test_a_folder_without_a_video_is_told_when_its_turn_comes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["restore", str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_an_interrupt_while_the_program_is_loaded_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interrupting:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "app.program":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "app.program", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupting, *sys.meta_path])
    assert main() == 130


def test_a_mistyped_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.run(["restroe", "clip.avi"])
    assert stopped.value.code == 2
    assert "restroe" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.run(["clip.avi"]) == 1
    assert "no screen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "files"),
    [([], []), (["a.avi", "b.avi"], ["a.avi", "b.avi"]), (["--", "-a.avi"], ["-a.avi"])],
)
def test_files_open_the_window(
    monkeypatch: pytest.MonkeyPatch, words: list[str], files: list[str]
) -> None:
    opened: list[list[Path]] = []
    window = ModuleType("app.window.start")
    vars(window)["run"] = lambda paths: opened.append(list(paths)) or 0
    monkeypatch.setitem(sys.modules, "app.window.start", window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.run(words) == 0
    assert opened == [[Path(file) for file in files]]


def test_the_start_of_the_program_loads_neither_torch_nor_codecs() -> None:
    code = (
        "import app.program, sys; heavy = {'torch', 'av', 'numpy', 'PySide6'} & set(sys.modules);"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_source_that_was_moved_is_found_for_its_unfinished_render(
    engine: FakeEngine,
    clips: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, output = Path(clips[0]).with_name("old.avi"), Path(clips[0]).with_name("begun.mp4")
    found = MovedSource(Path(clips[1]), output)
    monkeypatch.setattr("app.command_line.restoring.find_moved_source", lambda path: found)
    assert cli.run(["restore", str(old)]) == 0
    assert output.read_text() == "restored"
    assert f"found by its content: {clips[1]}" in capsys.readouterr().err
    lost = InputVideoError(old, InputProblem.MOVED, "40")
    monkeypatch.setattr("app.command_line.restoring.find_moved_source", Mock(side_effect=lost))
    assert cli.run(["restore", str(old)]) == 1
    assert "finished frames: 40" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["film.avi"], ["self-test", "--window"]])
def test_a_library_that_qt_lacks_is_told_in_a_sentence(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "app.window.start", None)
    assert cli.run(words) == ExitStatus.FAILED
    told = capsys.readouterr().err
    assert told.startswith("homereel: The window cannot open")
    assert told.count("\n") == 1
