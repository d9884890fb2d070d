"""The catalogue, and fetching over a network that misbehaves."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.text.messages import describe
from engine.files import download
from engine.files.lock import FileLock
from engine.jobs.errors import Cancelled, DiskFullError, WeightsError, WeightsProblem
from engine.jobs.options import DEFAULT_MODEL
from engine.networks import catalogue
from engine.networks.catalogue import (
    ModelEntry,
    fetch,
    find,
    has_threshold,
    import_file,
    load_catalogue,
    slider_range,
    verify,
)

CONTENT = bytes(range(256)) * 8000  # 2 MB, several chunks
MODEL = ModelEntry(
    name="net",
    title="Net",
    purpose="Tests.",
    licence="none",
    file="net.pth",
    size_bytes=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    default_threshold=1.0,
    slider_smooth=0.5,
    slider_detailed=5.0,
    family="realbasicvsr",
    architecture={},
    url="filled in by the test",
)


class Server(ThreadingHTTPServer):
    """Serves CONTENT; each of its behaviours is used for one request, the last one for good."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.behaviours = ["right"]
        self.content = CONTENT
        self.ranges: list[str | None] = []
        self.paths: list[str] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/net.pth"


class Answer(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        behaviours = self.server.behaviours
        behaviour = behaviours.pop(0) if len(behaviours) > 1 else behaviours[0]
        asked = self.headers.get("Range")
        self.server.ranges.append(asked)
        self.server.paths.append(self.path)
        if behaviour.isdecimal():
            self.send_error(int(behaviour))
            return
        if behaviour == "moved":
            self.send_response(302)
            self.send_header("Location", f"/elsewhere/{self.server.server_port}")
            self.end_headers()
            return
        start = 0
        if asked and behaviour != "ignores range":
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            start //= 2 if behaviour == "goes further back" else 1
        body = self.server.content[start:]
        self.send_response(206 if start else 200)
        if start:
            total = len(self.server.content)
            self.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
        promised = {"promises more": 2 * len(body), "promises less": len(body) // 2}
        self.send_header("Content-Length", str(promised.get(behaviour, len(body))))
        self.end_headers()
        half = body[: len(body) // 2]
        with contextlib.suppress(ConnectionError):  # whoever fetches hangs up when it has enough
            self.wfile.write(half if behaviour in ("breaks off", "stalls") else body)
        if behaviour == "stalls":
            self.server.released.wait(5)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.released.set()
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogue, "models_folder", lambda: tmp_path / "models")
    monkeypatch.setattr(download, "PAUSE_SECONDS", 0.0)
    return tmp_path / "models"


@pytest.fixture
def model(server: Server) -> ModelEntry:
    return replace(MODEL, url=server.url)


def fetch_quietly(model: ModelEntry) -> Path:
    return fetch(model, lambda _done, _total: None, threading.Event())


def leave_part(folder: Path, content: bytes) -> Path:
    folder.mkdir()
    part = folder / "net.pth.part"
    part.write_bytes(content)
    return part


def test_the_catalogue_reads_and_is_sensible() -> None:
    models = load_catalogue()
    assert models[0].name == DEFAULT_MODEL
    assert models[0].is_bundled
    assert len({model.name for model in models}) == len(models)
    for model in models:
        thresholds = (model.slider_smooth, model.default_threshold, model.slider_detailed)
        assert model.has_threshold == has_threshold(model.name)
        if model.has_threshold:
            assert all(threshold > 0 for threshold in thresholds)
            assert sorted(thresholds) == list(thresholds)
            assert slider_range(model.name) == thresholds[::2]
        else:
            assert thresholds == (None, None, None)
        assert model.title
        assert model.purpose.endswith(".")
        assert model.licence
        assert isinstance(model.twins, tuple)
        if not model.is_bundled:
            assert model.size_bytes > 0
            assert model.url is None or model.url.startswith("https://")
            assert len(model.sha256) == 64
        assert hash(model)


def test_the_bundled_model_is_whole() -> None:
    model = find(DEFAULT_MODEL)
    if not catalogue.is_installed(model):
        pytest.skip("the bundled model is not in this checkout")
    verify(model)
    assert catalogue.weights_path(model).stat().st_size == model.size_bytes


def test_an_unknown_name() -> None:
    with pytest.raises(WeightsError) as refused:
        find("no-such-model")
    assert refused.value.reason is WeightsProblem.UNKNOWN_MODEL


def test_listing_models_does_not_load_torch() -> None:
    code = "import engine.networks.catalogue, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_fetching(server: Server, model: ModelEntry, folder: Path) -> None:
    progress: list[tuple[int, int]] = []
    path = fetch(model, lambda *state: progress.append(state), threading.Event())
    assert path.read_bytes() == CONTENT
    assert progress[-1] == (len(CONTENT), len(CONTENT))
    assert len(progress) > 2
    assert list(folder.iterdir()) == [path]
    assert fetch_quietly(model) == path
    assert len(server.ranges) == 1, "an installed model is not fetched again"


def test_going_on_where_an_earlier_attempt_stopped(
    server: Server, model: ModelEntry, folder: Path
) -> None:
    leave_part(folder, CONTENT[:1_000_000])
    assert fetch_quietly(model).read_bytes() == CONTENT
    assert server.ranges == ["bytes=1000000-"]


def test_a_complete_part_is_not_fetched_again(
    server: Server, model: ModelEntry, folder: Path
) -> None:
    leave_part(folder, CONTENT)
    assert fetch_quietly(model).read_bytes() == CONTENT
    assert server.ranges == []


def test_a_server_that_ignores_the_range(server: Server, model: ModelEntry, folder: Path) -> None:
    leave_part(folder, CONTENT[:1_000_000])
    server.behaviours = ["ignores range"]
    assert fetch_quietly(model).read_bytes() == CONTENT


def test_a_server_that_sends_another_range(server: Server, model: ModelEntry, folder: Path) -> None:
    leave_part(folder, CONTENT[:1_000_000])
    server.behaviours = ["goes further back", "right"]
    assert fetch_quietly(model).read_bytes() == CONTENT


def test_a_connection_that_breaks_off(server: Server, model: ModelEntry) -> None:
    server.behaviours = ["breaks off", "503", "breaks off", "right"]
    assert fetch_quietly(model).read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=1024000-", "bytes=1024000-", "bytes=1536000-"]


def test_a_connection_that_keeps_breaking_leaves_what_arrived(
    server: Server, model: ModelEntry, folder: Path
) -> None:
    server.behaviours = ["breaks off"]
    with pytest.raises(WeightsError) as failed:
        fetch_quietly(model)
    assert failed.value.reason is WeightsProblem.DOWNLOAD_FAILED
    assert not catalogue.is_installed(model)
    part = (folder / "net.pth.part").read_bytes()
    assert part == CONTENT[: len(part)]
    server.behaviours = ["right"]
    assert fetch_quietly(model).read_bytes() == CONTENT


def test_a_server_that_falls_silent(
    server: Server, model: ModelEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "TIMEOUT_SECONDS", 0.2)
    server.behaviours = ["stalls", "right"]
    assert fetch_quietly(model).read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=1024000-"]


@pytest.mark.parametrize("lie", ["promises more", "promises less"])
def test_a_server_that_lies_about_the_length(server: Server, model: ModelEntry, lie: str) -> None:
    server.behaviours = [lie, "right"]
    assert fetch_quietly(model).read_bytes() == CONTENT


@pytest.mark.parametrize("behaviours", [["right"], ["breaks off", "right"]])
def test_a_file_whose_exact_size_is_not_known(
    server: Server, model: ModelEntry, behaviours: list[str]
) -> None:
    server.behaviours = list(behaviours)
    inexact = replace(model, size_bytes=len(CONTENT) + 100_000, is_size_exact=False)
    assert fetch_quietly(inexact).read_bytes() == CONTENT
    assert len(server.ranges) == len(behaviours)


def test_a_file_that_was_moved(server: Server, model: ModelEntry) -> None:
    server.behaviours = ["moved", "right"]
    assert fetch_quietly(model).read_bytes() == CONTENT
    assert server.paths == ["/net.pth", f"/elsewhere/{server.server_port}"]


@pytest.mark.parametrize("fault", ["404", "503", "breaks off"])
def test_a_mirror_is_asked_where_the_first_address_fails(
    server: Server, model: ModelEntry, fault: str
) -> None:
    server.behaviours = [fault, "right"]
    mirrored = replace(model, mirrors=(f"{server.url}?mirror",))
    assert fetch_quietly(mirrored).read_bytes() == CONTENT
    assert server.paths == ["/net.pth", "/net.pth?mirror"]


def test_a_mirror_is_asked_where_the_first_address_gives_another_file(
    server: Server, model: ModelEntry
) -> None:
    class Wrong(Server):
        pass

    with Wrong() as wrong:
        wrong.content = bytes(len(CONTENT))
        thread = threading.Thread(target=wrong.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        mirrored = replace(model, url=wrong.url, mirrors=(server.url,))
        assert fetch_quietly(mirrored).read_bytes() == CONTENT
        wrong.shutdown()
        thread.join()


def test_two_at_once_fetch_it_once(server: Server, model: ModelEntry, folder: Path) -> None:
    waiting, done = threading.Event(), []
    server.behaviours = ["stalls", "right"]

    def second() -> None:
        done.append(fetch(model, lambda _done, _total: waiting.set(), threading.Event()))

    def on_progress(_done: int, _total: int) -> None:
        if not thread.is_alive() and not done:
            thread.start()
            waiting.wait(5)
            server.released.set()

    thread = threading.Thread(target=second)
    assert fetch(model, on_progress, threading.Event()).read_bytes() == CONTENT
    thread.join()
    assert done[0].read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=1024000-"]
    assert [path.name for path in folder.iterdir()] == ["net.pth"]


def test_who_waits_for_another_can_cancel(model: ModelEntry, folder: Path) -> None:
    folder.mkdir()
    lock = FileLock.take(folder / "net.pth.lock")
    assert lock is not None
    with lock, pytest.raises(Cancelled):
        cancel = threading.Event()
        cancel.set()
        fetch(model, lambda _done, _total: None, cancel)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file that is always full")
def test_a_disk_that_fills_up(server: Server, model: ModelEntry, folder: Path) -> None:
    folder.mkdir()
    (folder / "net.pth.part").symlink_to("/dev/full")
    with pytest.raises(DiskFullError) as failed:
        fetch_quietly(model)
    assert failed.value.needed_bytes is None
    assert len(server.ranges) == 1, "asking again does not help"


def test_the_proxy_of_the_system_is_asked(
    server: Server, model: ModelEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.delenv("no_proxy", raising=False)
    far = replace(model, url="http://models.invalid/net.pth")
    assert fetch_quietly(far).read_bytes() == CONTENT
    assert server.paths == ["http://models.invalid/net.pth"]


def test_a_missing_file_is_not_asked_for_twice(server: Server, model: ModelEntry) -> None:
    server.behaviours = ["404"]
    with pytest.raises(WeightsError) as failed:
        fetch_quietly(model)
    assert failed.value.reason is WeightsProblem.DOWNLOAD_FAILED
    assert "404" in failed.value.detail
    assert len(server.ranges) == 1


def test_a_part_that_the_server_does_not_know_is_begun_anew(
    server: Server, model: ModelEntry, folder: Path
) -> None:
    leave_part(folder, CONTENT[:-1])
    server.behaviours = ["416", "right"]
    assert fetch_quietly(model).read_bytes() == CONTENT


def test_no_server(model: ModelEntry) -> None:
    with pytest.raises(WeightsError) as failed:
        fetch_quietly(replace(model, url="http://127.0.0.1:1/net.pth"))
    assert failed.value.reason is WeightsProblem.DOWNLOAD_FAILED
    assert failed.value.detail == os.strerror(errno.ECONNREFUSED)


@pytest.mark.parametrize("length", [len(CONTENT), len(CONTENT) + 100_000])
def test_a_wrong_file_is_deleted(
    server: Server, model: ModelEntry, folder: Path, length: int
) -> None:
    server.content = bytes(length)
    with pytest.raises(WeightsError) as failed:
        fetch_quietly(model)
    assert failed.value.reason is WeightsProblem.WRONG_CHECKSUM
    assert list(folder.iterdir()) == []


def test_a_damaged_part_is_deleted_with_the_result(
    server: Server, model: ModelEntry, folder: Path
) -> None:
    leave_part(folder, b"x" * 1000)
    with pytest.raises(WeightsError) as failed:
        fetch_quietly(model)
    assert failed.value.reason is WeightsProblem.WRONG_CHECKSUM
    assert list(folder.iterdir()) == []
    assert fetch_quietly(model).read_bytes() == CONTENT


def test_cancelling_keeps_what_arrived(server: Server, model: ModelEntry, folder: Path) -> None:
    cancel = threading.Event()
    with pytest.raises(Cancelled):
        fetch(model, lambda _done, _total: cancel.set(), cancel)
    assert not catalogue.is_installed(model)
    assert 0 < (folder / "net.pth.part").stat().st_size < len(CONTENT)


def test_no_room(model: ModelEntry, server: Server) -> None:
    huge = replace(model, size_bytes=10**18)
    with pytest.raises(DiskFullError) as failed:
        fetch_quietly(huge)
    assert failed.value.needed_bytes == 10**18
    assert server.ranges == []


def test_verify_finds_a_changed_byte(model: ModelEntry, folder: Path) -> None:
    path = fetch_quietly(model)
    verify(model)
    path.write_bytes(CONTENT[:-1] + b"x")
    with pytest.raises(WeightsError) as refused:
        verify(model)
    assert refused.value.reason is WeightsProblem.WRONG_CHECKSUM
    path.unlink()
    with pytest.raises(WeightsError) as refused:
        verify(model)
    assert refused.value.reason is WeightsProblem.NOT_INSTALLED


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> ModelEntry:
    twin = hashlib.sha256(b"same weights, other file").hexdigest()
    model = replace(MODEL, twins=(twin,))
    monkeypatch.setattr(catalogue, "load_catalogue", lambda: (model,))
    return model


@pytest.mark.parametrize("content", [CONTENT, b"same weights, other file"])
def test_importing_goes_by_content(
    known: ModelEntry, tmp_path: Path, folder: Path, content: bytes
) -> None:
    source = tmp_path / "whatever ü.bin"
    source.write_bytes(content)
    assert import_file(source) == known
    verify(known)
    assert catalogue.weights_path(known).read_bytes() == content
    assert source.exists()
    assert len(list(folder.iterdir())) == 1
    assert import_file(source) == known, "importing twice does no harm"


def test_importing_something_else(known: ModelEntry, tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "holiday.pth"
    source.write_bytes(b"not a model")
    with pytest.raises(WeightsError) as refused:
        import_file(source)
    assert refused.value.reason is WeightsProblem.UNRECOGNISED_FILE
    with pytest.raises(WeightsError) as refused:
        import_file(tmp_path / "none.pth")
    assert refused.value.reason is WeightsProblem.NO_FILE
    assert "none.pth; check the name" in describe(refused.value)
    with pytest.raises(WeightsError) as refused:
        import_file(tmp_path)
    assert refused.value.reason is WeightsProblem.UNREADABLE
    assert "Errno" not in refused.value.detail
    assert not folder.exists()


def test_a_model_without_an_address_can_only_be_imported(model: ModelEntry, folder: Path) -> None:
    with pytest.raises(WeightsError) as refused:
        fetch_quietly(replace(model, url=None))
    assert refused.value.reason is WeightsProblem.NOT_IMPORTED
