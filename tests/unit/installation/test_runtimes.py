"""Builds of PyTorch for cards: small stand-ins from a server here, good and bad ones."""

import hashlib
import json
import re
import subprocess
import sys
import threading
import tomllib
import zipfile
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from engine.files import download
from engine.files.lock import FileLock
from engine.installation import active_runtime, runtimes
from engine.installation.active_runtime import CHOICE_VARIABLE, OWN, activate, active_name
from engine.installation.cards import Card, CardKind
from engine.installation.runtimes import fetch, load_runtimes
from engine.jobs.errors import Cancelled, CardRuntimeError, DiskFullError, RuntimeProblem
from tests.shared import ROOT

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
CHECK = """
import os, sys
sys.path.insert(0, {root!r})
from engine.installation.active_runtime import activate
assert activate() == os.environ[{variable!r}]
import torch
torch.compute(sys.argv[-1])
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def shelf(tmp_path):
    """The folder that the server serves."""
    folder = tmp_path / "served"
    folder.mkdir()
    return folder


@pytest.fixture
def address(shelf):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=shelf)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(active_runtime, "runtimes_folder", lambda: tmp_path / "data" / "runtimes")
    monkeypatch.setattr(runtimes, "runtimes_folder", lambda: tmp_path / "data" / "runtimes")
    monkeypatch.setattr(active_runtime.platformdirs, "user_data_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(download, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(sys, "path", sys.path.copy())
    monkeypatch.setattr(sys, "meta_path", sys.meta_path.copy())
    return tmp_path / "data" / "runtimes"


@pytest.fixture
def program(tmp_path, data):
    """A program that computes with the PyTorch of the runtime under test."""
    script = tmp_path / "check.py"
    root, folder = str(ROOT), str(data)
    script.write_text(
        f"import sys; sys.path.insert(0, {root!r})\n"
        "import pathlib, engine.installation.active_runtime as active\n"
        f"active.runtimes_folder = lambda: pathlib.Path({folder!r})\n"
        + CHECK.format(root=root, variable=CHOICE_VARIABLE)
    )
    return [sys.executable, str(script)]


COMPUTES = "def compute(card): assert card == 'cuda'\n"
FAILS = "def compute(card): raise RuntimeError('no kernel image is available')\n"


@pytest.fixture
def build(shelf, address, monkeypatch, tmp_path):
    """Make a runtime of two wheels, and the manifest with it."""

    def make(code=COMPUTES, *, members=(), platform="linux-x86_64", content=None):
        wheels = []
        for name, files in (
            ("torch.whl", {"torch/__init__.py": code, "torch/lib/libtorch.so": "x" * 300_000}),
            ("nvidia.whl", {"nvidia/lib/libcudart.so.13": "y" * 300_000, **dict(members)}),
        ):
            with zipfile.ZipFile(shelf / name, "w") as wheel:
                for member, text in files.items():
                    wheel.writestr(member, text)
            size, digest = _facts(shelf / name)
            if content is not None:
                (shelf / name).write_bytes(content)
            wheels.append(
                f'[[runtime.wheels]]\nurl = "{address}/{name}"\n'
                f'size_bytes = {size}\nsha256 = "{digest}"\n'
            )
        manifest = tmp_path / "runtimes.toml"
        manifest.write_text(
            f'[[runtime]]\nname = "cuda-13"\ncard = "cuda"\nplatform = "{platform}"\n'
            f'python = "{PYTHON}"\n{"".join(wheels)}'
        )
        monkeypatch.setattr(runtimes, "manifest_file", lambda: manifest)
        monkeypatch.setattr(runtimes.platform, "machine", lambda: "x86_64")
        return next(iter(load_runtimes()), None)

    return make


def _facts(file):
    content = file.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


def run(runtime, program, on_progress=lambda *_: None, cancel=None):
    fetch(runtime, program, on_progress, cancel or threading.Event())


def test_the_manifest_of_the_program_names_pinned_files():
    manifest = tomllib.loads((ROOT / "resources" / "runtimes.toml").read_text(encoding="utf-8"))
    assert isinstance(load_runtimes(), list)
    for runtime in manifest["runtime"]:
        CardKind(runtime["card"])
        names = [wheel["url"].rpartition("/")[2] for wheel in runtime["wheels"]]
        assert any(name.startswith("torch-2.13.0-cp311-") for name in names)
        for wheel in runtime["wheels"]:
            assert wheel["url"].startswith("https://")
            assert wheel["url"].endswith(".whl")
            assert wheel["size_bytes"] > 10_000
            assert re.fullmatch("[0-9a-f]{64}", wheel["sha256"])


def test_a_runtime_is_fetched_tested_and_used_from_then_on(build, program, data):
    runtime = build()
    told = []
    run(runtime, program, lambda done, total: told.append((done, total)))
    assert told[-1] == (runtime.size_bytes, runtime.size_bytes)
    assert active_name() == "cuda-13"
    assert activate() == "cuda-13"
    assert sys.path[0] == str(data / "cuda-13")
    assert sorted(path.name for path in data.iterdir()) == ["active.json", "cuda-13"]


def test_the_choice_of_one_start_wins(build, program, monkeypatch):
    run(build(), program)
    monkeypatch.setenv(CHOICE_VARIABLE, OWN)
    assert activate() is None
    monkeypatch.setenv(CHOICE_VARIABLE, "../served")
    assert activate() is None


def test_a_cancelled_fetch_goes_on_where_it_stopped(build, program, data):
    runtime, cancel = build(), threading.Event()
    with pytest.raises(Cancelled):
        run(runtime, program, lambda done, _: done > 300_000 and cancel.set(), cancel)
    assert active_name() is None
    assert not (data / "cuda-13").exists()
    kept = sum(path.stat().st_size for path in (data / "downloads").iterdir())
    assert kept > 300_000
    told = []
    run(runtime, program, lambda done, _: told.append(done))
    assert not told or told[0] > 300_000
    assert active_name() == "cuda-13"


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"content": b"z" * 2_000_000}, RuntimeProblem.WRONG_CHECKSUM),
        ({"content": b"short"}, RuntimeProblem.DOWNLOAD_FAILED),
        ({"members": {"../../evil.py": "evil"}}, RuntimeProblem.UNSAFE),
        ({"members": {"/tmp/evil.py": "evil"}}, RuntimeProblem.UNSAFE),
        ({"members": {"C:evil.py": "evil"}}, RuntimeProblem.UNSAFE),
        ({"members": {"..\\evil.py": "evil"}}, RuntimeProblem.UNSAFE),
    ],
)
def test_a_bad_runtime_is_refused_and_nothing_of_it_used(build, program, data, fault, reason):
    runtime = build(**fault)
    with pytest.raises(CardRuntimeError) as caught:
        run(runtime, program)
    assert caught.value.reason is reason
    assert activate() is None
    assert not (data / "cuda-13").exists()
    assert not list(data.parent.parent.rglob("evil.py"))


def test_a_link_in_a_wheel_is_refused(build, program, shelf):
    link = zipfile.ZipInfo("torch/link")
    link.external_attr = 0o120777 << 16
    assert not runtimes._is_safe(link)


def test_a_runtime_that_does_not_compute_is_removed_and_the_own_one_used(build, program, data):
    with pytest.raises(CardRuntimeError) as caught:
        run(build(FAILS), program)
    assert caught.value.reason is RuntimeProblem.DOES_NOT_WORK
    assert "no kernel image" in caught.value.detail
    assert activate() is None
    assert not (data / "cuda-13").exists()


@pytest.mark.parametrize("damage", ["shorter", "gone", "state", "python"])
def test_a_damaged_runtime_is_not_used_and_the_program_starts(build, program, data, damage):
    run(build(), program)
    library, state = data / "cuda-13" / "torch/lib/libtorch.so", data / "active.json"
    if damage == "shorter":
        library.write_text("x")
    elif damage == "gone":
        library.unlink()
    elif damage == "state":
        state.write_text('{"name": 3')
    else:
        state.write_text(json.dumps(json.loads(state.read_text()) | {"python": "2.7"}))
    assert activate() is None
    assert active_name() is None


def test_a_damaged_runtime_is_fetched_anew_when_asked(build, program, data):
    run(build(), program)
    (data / "cuda-13" / "torch/lib/libtorch.so").unlink()
    run(build(), program)
    assert activate() == "cuda-13"
    assert (data / "cuda-13" / "torch/lib/libtorch.so").exists()


BREAKS_LATER = """
import os, sys
if not sys.argv[0].endswith("check.py"):
    raise {error}
def compute(card): pass
"""


@pytest.mark.parametrize(
    "error", ["ImportError('libcuda is too old')", "OSError('libc')", "KeyError"]
)
def test_a_runtime_that_cannot_be_imported_any_more_makes_place_for_the_own_one(
    build, program, data, error, tmp_path
):
    run(build(BREAKS_LATER.format(error=error)), program)
    own = tmp_path / "own" / "torch"
    own.mkdir(parents=True)
    (own / "__init__.py").write_text("import torch.inner\nname = 'own'\n")
    (own / "inner.py").write_text("name = 'inner'\n")
    code = f"""
import sys; sys.path[:0] = [{str(own.parent)!r}, {str(ROOT)!r}]
import pathlib, engine.installation.active_runtime as active
active.runtimes_folder = lambda: pathlib.Path({str(data)!r})
print(active.activate())
import importlib.util
assert importlib.util.find_spec("torch").origin.startswith({str(data)!r})
import torch, torch.inner as inner
print(torch.name, inner.name, torch.__file__)
"""
    for used in ("cuda-13", "None"):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
        if used == "None":  # not tried again
            assert done.stdout == "None\n"
            break
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines() == ["cuda-13", f"own inner {own / '__init__.py'}"]
    assert active_name() is None


def test_a_runtime_that_ends_the_program_is_not_tried_a_second_time(build, program, data):
    run(build(BREAKS_LATER.format(error="SystemExit(os._exit(139))")), program)
    code = f"""
import sys; sys.path[:0] = [{str(ROOT)!r}]
import pathlib, engine.installation.active_runtime as active
active.runtimes_folder = lambda: pathlib.Path({str(data)!r})
print(active.activate(), flush=True)
if active.active_name(): import torch
"""
    told = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        for _ in range(2)
    ]
    assert [done.stdout for done in told] == ["cuda-13\n", "None\n"]
    assert told[0].returncode == 139
    assert sorted(path.name for path in data.iterdir()) == ["cuda-13"]


def test_a_program_that_is_importing_the_runtime_has_not_crashed(build, program, data):
    run(build(), program)
    with FileLock.take(data / "importing-1"):
        assert activate() == "cuda-13"


def test_the_runtime_is_what_is_imported(build, program, data, tmp_path):
    run(build(COMPUTES + "name = 'runtime'\n"), program)
    code = f"""
import sys; sys.path[:0] = [{str(ROOT)!r}]
import pathlib, engine.installation.active_runtime as active
active.runtimes_folder = lambda: pathlib.Path({str(data)!r})
active.activate()
import torch
assert torch.__spec__.loader is torch.__loader__
print(torch.name, type(torch.__loader__).__name__)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "runtime SourceFileLoader\n", done.stderr


def test_windows_finds_the_libraries_of_the_runtime(build, program, data, monkeypatch):
    run(build(), program)
    added = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(active_runtime.os, "add_dll_directory", added.append, raising=False)
    assert activate() == "cuda-13"
    assert added == [str(data / "cuda-13" / "torch" / "lib")]


@pytest.mark.parametrize("name", ["..", "../other", "/tmp", ".hidden", ""])
def test_a_state_that_leads_elsewhere_is_not_followed(build, program, data, name):
    run(build(), program)
    state = data / "active.json"
    state.write_text(json.dumps(json.loads(state.read_text()) | {"name": name, "libraries": []}))
    before = sys.path.copy()
    assert activate() is None
    assert sys.path == before


def test_only_one_process_fetches(build, program, data):
    runtime = build()
    data.mkdir(parents=True)
    with FileLock.take(data / "lock"), pytest.raises(CardRuntimeError) as caught:
        run(runtime, program)
    assert caught.value.reason is RuntimeProblem.BUSY
    with FileLock.take(data / "lock"), pytest.raises(CardRuntimeError):
        runtimes.remove()
    run(runtime, program)
    assert active_name() == "cuda-13"


def test_an_old_driver_is_told_before_anything_is_fetched(build, program, data, monkeypatch):
    runtime = replace(build(), least_driver="580.65")
    old = Card(CardKind.CUDA, "GTX", driver="535.183.01")
    monkeypatch.setattr(runtimes, "find_cards", lambda: [old])
    with pytest.raises(CardRuntimeError) as caught:
        run(runtime, program)
    assert caught.value.reason is RuntimeProblem.DRIVER_TOO_OLD
    assert not data.exists()
    monkeypatch.setattr(runtimes, "find_cards", lambda: [replace(old, driver="590.10")])
    run(runtime, program)


def test_what_is_known_about_the_card_is_one_report(build, program, monkeypatch):
    runtime, cancel = build(), threading.Event()
    card = Card(CardKind.CUDA, "GTX")
    monkeypatch.setattr(runtimes, "find_cards", lambda: [card])
    monkeypatch.setattr(runtimes, "unused_card", lambda: card)
    report = runtimes.look()
    assert (report.runtime, report.active, report.arrived_bytes) == (runtime, None, 0)
    with pytest.raises(Cancelled):
        run(runtime, program, lambda done, _: done > 300_000 and cancel.set(), cancel)
    assert runtimes.look().arrived_bytes > 300_000
    run(runtime, program)
    assert (runtimes.look().active, runtimes.look().arrived_bytes) == ("cuda-13", 0)


def test_removing_frees_the_room(build, program, data):
    run(build(), program)
    assert runtimes.remove() > 600_000
    assert not data.exists()
    assert activate() is None


def test_a_full_disk_is_told_before_anything_is_fetched(build, program, data, monkeypatch):
    runtime = build()
    monkeypatch.setattr(runtimes.shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(DiskFullError):
        run(runtime, program)
    assert list((data / "downloads").iterdir()) == []


def test_only_what_fits_is_offered(build, monkeypatch):
    assert build(platform="win32-x86_64") is None
    runtime = build()
    monkeypatch.setattr(runtimes, "find_cards", list)
    with pytest.raises(CardRuntimeError) as caught:
        runtimes.find(None)
    assert caught.value.reason is RuntimeProblem.UNKNOWN
    monkeypatch.setattr(runtimes, "find_cards", lambda: [Card(CardKind.CUDA, "GTX")])
    assert runtimes.find(None) == runtime


def test_the_check_compares_with_the_processor():
    with pytest.raises((RuntimeError, AssertionError)):
        runtimes.check_card(CardKind.CUDA)  # no card here, or no build for one
    done = subprocess.run(
        [sys.executable, "-m", "app", "runtime", "check", "cuda"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "unexpected" not in done.stderr
