"""Torch is loaded beside the window: nothing that takes long keeps the other threads waiting."""

from __future__ import annotations

import builtins
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.background import loading

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="torch does it by itself there")

_OPENS_A_PIPE = """
import sys, threading
from pathlib import Path
from engine.background.loading import open_library
pipe, found = Path(sys.argv[1]), []
opening = threading.Thread(target=lambda: found.append(open_library(pipe)))
opening.start()  # stands still until somebody writes
with pipe.open("wb") as file:
    file.write(b"no library")
opening.join()
print(found)
"""

_LOADS_TORCH = """
import gc, os, sys
from engine.background import loading

def seen(event, arguments):
    if event == "import" and arguments[0] == "torch":
        opened = {line.split("/")[-1].strip() for line in open("/proc/self/maps")}
        print("libtorch_cpu.so" in opened, "torch" in sys.modules)
        os._exit(0)

sys.addaudithook(seen)
loading.load_torch()
"""


_LOADS_PYAV = """
import os, sys
from engine.background import loading

def seen(event, arguments):
    if event == "import" and arguments[0] == "av":
        opened = [line.split("/")[-1] for line in open("/proc/self/maps")]
        print(any(name.startswith("libavcodec") for name in opened), "av" in sys.modules)
        os._exit(0)

sys.addaudithook(seen)
loading.load_planning()
"""


def output_of(program: str, *words: str) -> str:
    command = [sys.executable, "-c", program, *words]
    return subprocess.run(command, capture_output=True, check=True, timeout=60, text=True).stdout


@posix_only
def test_other_threads_go_on_while_a_library_is_opened(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert output_of(_OPENS_A_PIPE, str(pipe)).strip() == "[False]"


@pytest.mark.skipif(sys.platform != "linux", reason="reads what is open from /proc")
def test_the_library_of_torch_is_open_before_torch_is_imported():
    assert output_of(_LOADS_TORCH).strip() == "True False"


@pytest.mark.skipif(sys.platform != "linux", reason="reads what is open from /proc")
def test_the_libraries_of_pyav_are_open_before_it_is_imported():
    assert output_of(_LOADS_PYAV).strip() == "True False"


def test_what_pyside_adds_to_imports_is_left_out(tmp_path, monkeypatch):
    name = "imported_without_pyside"
    plain = getattr(builtins, "__orig_import__", builtins.__import__)

    def wrapped(*arguments, **named):
        return plain(*arguments, **named)

    monkeypatch.setattr(builtins, "__orig_import__", plain, raising=False)
    monkeypatch.setattr(builtins, "__import__", wrapped)
    (tmp_path / f"{name}.py").write_text("import builtins\nimporting = builtins.__import__\n")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        loading.import_apart([name])
        assert sys.modules[name].importing is plain
        assert builtins.__import__ is wrapped
    finally:
        gc.unfreeze()
        del sys.modules[name]


def test_no_garbage_is_collected_while_modules_are_imported(tmp_path, monkeypatch):
    name = "imported_without_garbage_collection"
    (tmp_path / f"{name}.py").write_text("import gc\nwas_collecting = gc.isenabled()\n")
    monkeypatch.syspath_prepend(tmp_path)
    frozen = gc.get_freeze_count()
    try:
        loading.import_apart([name])
        assert sys.modules[name].was_collecting is False
        assert gc.isenabled()
        assert gc.get_freeze_count() > frozen
    finally:
        gc.unfreeze()
        del sys.modules[name]


def test_garbage_is_collected_again_after_a_module_failed():
    with pytest.raises(ModuleNotFoundError):
        loading.import_apart(["there_is_no_such_module"])
    assert gc.isenabled()


def test_a_library_that_is_not_there_stops_nothing():
    if sys.platform != "win32":
        assert loading.open_library(Path("/nowhere/libtorch.so")) is False


def test_what_pyside_adds_is_put_back_where_two_threads_load_at_once(monkeypatch):
    plain = getattr(builtins, "__orig_import__", builtins.__import__)

    def hooked(*given, **named):
        return plain(*given, **named)

    monkeypatch.setattr(builtins, "__orig_import__", plain, raising=False)
    monkeypatch.setattr(builtins, "__import__", hooked)
    first, second = loading._imports_without_pyside(), loading._imports_without_pyside()
    first.__enter__()
    second.__enter__()
    assert builtins.__import__ is plain
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert builtins.__import__ is hooked
