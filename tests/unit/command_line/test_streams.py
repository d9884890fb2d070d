"""Standard streams that are closed, full, or not there; names that would steer a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.command_line.report import source_report
from app.text.messages import describe, harmless
from engine.jobs.errors import InputProblem, InputVideoError
from tests.gui.fakes import source_info

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks a POSIX shell")

ODD = "tape\x1b[2J\r\n\x07\x9b\u202egpj.\x7favi"


def shell(command: str) -> tuple[int, str, str]:
    """Run a command line of a shell in which $PROGRAM is Homereel."""
    program = f"{sys.executable} -m app"
    done = subprocess.run(
        ["sh", "-c", command.replace("$PROGRAM", program)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("streams", "status"),
    [
        (">&-", 0),
        ("2>&-", 0),
        ("<&- >&- 2>&-", 0),
        (">/dev/full", 1),
        ("2>/dev/full", 0),
        (">/dev/full 2>/dev/full", 1),
    ],
)
def test_a_page_that_cannot_be_shown_is_no_crash(streams: str, status: int) -> None:
    code, out, err = shell(f"$PROGRAM models {streams}")
    assert code == status
    assert ("homereel-small" in out) == (">" not in streams.replace("2>", ""))
    assert "Traceback" not in err
    assert "Exception ignored" not in err
    if streams == ">/dev/full":
        assert err == (
            "homereel: The output could not be written (No space left on device); everything else"
            " was carried out.\n"
        )


def test_an_error_that_cannot_be_told_keeps_its_status(tmp_path: Path) -> None:
    code, out, _err = shell(f"$PROGRAM probe {tmp_path}/gone.avi 2>&-")
    assert (code, out) == (1, ""), "nor is it told on standard output"


def test_no_file_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    code = (
        "from app.command_line import streams; streams.prepare();"
        f"file = open({str(tmp_path / 'film')!r}, 'w'); assert file.fileno() > 2"
    )
    assert shell(f'{sys.executable} -c "{code}" <&- >&- 2>&-')[0] == 0


def test_streams_of_a_program_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None;"
        "from app.__main__ import main; sys.argv = ['homereel', 'doctor', '--clean'];"
        "sys.exit(main())"
    )
    assert shell(f'{sys.executable} -c "{code}"') == (0, "", "")


def test_messages_that_nobody_reads_end_nothing() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "app", "probe", "/gone.avi"],
        stdout=subprocess.PIPE,
        stderr=write,
        check=False,
        timeout=120,
    )
    os.close(write)
    assert (done.returncode, done.stdout) == (1, b"")


def test_what_reads_the_output_may_go() -> None:
    code, _out, err = shell("$PROGRAM models | true; exit 0")
    assert (code, err) == (0, "")


def test_names_are_shown_harmlessly() -> None:
    shown = harmless(ODD)
    assert shown == "tape\\x1b[2J\\r\\n\\x07\\x9b\\u202egpj.\\x7favi"
    assert harmless("Omas 80. Geburtstag – čaj 日本 👩‍👧 שלום.avi") == (
        "Omas 80. Geburtstag – čaj 日本 👩‍👧 שלום.avi"
    )
    assert describe(InputVideoError(Path("/films") / ODD, InputProblem.NOT_FOUND)).startswith(
        f"There is no file /films/{shown};"
    )
    page = source_report(source_info(f"/films/{ODD}"), (64, 48), [])
    assert page.splitlines()[0] == f"/films/{shown}"


def test_a_sentence_about_an_odd_name_is_one_harmless_line(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / ODD).write_bytes(b"no video")
    for command in ("probe", "restore"):
        done = subprocess.run(
            [sys.executable, "-m", "app", command, str(folder / ODD)],
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 1
        assert done.stderr.endswith(b"\n")
        assert not set(done.stderr[:-1]) & {*range(32), 127}
        assert b"\\x1b[2J" in done.stderr
