"""The import contracts of pyproject.toml: each is broken once in a copy, and has to complain."""

import shutil
import subprocess
import sys

import pytest

from tests.shared import ROOT

pytest.importorskip("importlinter", reason="import-linter is a tool of developers")


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """The sources alone, and the contracts."""
    copy = tmp_path_factory.mktemp("contracts")
    for package in ("app", "engine", "resources"):
        shutil.copytree(
            ROOT / package,
            copy / package,
            ignore=lambda _, names: [n for n in names if "." in n and not n.endswith(".py")],
        )
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def check(tree):
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=tree, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("app/text/wording.py", "import app.window.theme", "import downwards"),
        ("engine/networks/catalogue.py", "import engine.restoring.shots", "import downwards"),
        ("engine/resuming/work.py", "import engine.estimating.speeds", "import downwards"),
        ("engine/jobs/errors.py", "import app.text.messages", "import downwards"),
        ("engine/video/reading/reader.py", "import engine.video.writing.codecs", "reading knows"),
        ("app/window/theme.py", "import numpy", "never touches tensors"),
        ("engine/restoring/shots.py", "import engine.training.train", "imports the training"),
        ("engine/rendering/output.py", "import av", "PyAV stays"),
        ("engine/files/sources.py", "import av", "PyAV stays"),
        ("engine/rendering/channel.py", "import PySide6.QtCore", "Qt stays"),
        ("engine/rendering/output.py", "import PySide6.QtCore", "Qt stays"),
        ("engine/files/sources.py", "import PySide6.QtCore", "Qt stays"),
    ],
)
def test_a_broken_contract_is_told(tree, module, line, contract):
    file = tree / module
    before = file.read_text()
    file.write_text(f"{before}\n{line}\n")
    try:
        done = check(tree)
    finally:
        file.write_text(before)
    broken = " ".join(part for part in done.stdout.splitlines())
    assert done.returncode == 1
    assert "BROKEN" in broken[broken.index(contract) :][:80], done.stdout[-2000:]


def test_all_contracts_hold(tree):
    done = check(tree)
    assert (done.returncode, "BROKEN" in done.stdout) == (0, False), done.stdout[-2000:]
