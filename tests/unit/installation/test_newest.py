"""The newest version: asked for on request, from a server here."""

import json
import threading
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.command_line import commands
from app.text.messages import describe
from engine.files import web
from engine.installation import newest
from engine.installation.newest import ADDRESS_VARIABLE, Newest, find_newest
from engine.jobs.errors import NewestVersionError, NewestVersionProblem


class Announcing(BaseHTTPRequestHandler):
    """Answers with what the server holds, and notes what it was asked."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.content)

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    with ThreadingHTTPServer(("127.0.0.1", 0), Announcing) as made:
        made.asked, made.status, made.content = [], 200, b""
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        address = f"http://127.0.0.1:{made.server_port}/newest.json"
        monkeypatch.setenv(ADDRESS_VARIABLE, address)
        monkeypatch.setattr(web, "system_proxies", dict)
        monkeypatch.setattr(newest, "installed_version", lambda: "1.2.0")
        yield made
        made.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("version", "is_newer"),
    [("1.2.0", False), ("1.2", False), ("1.10", True), ("1.2.1", True), ("0.9", False)],
)
def test_versions_are_compared_by_their_numbers(server, version, is_newer):
    server.content = json.dumps({"version": version, "page": "https://h/new"}).encode()
    found = find_newest()
    assert found == Newest(installed="1.2.0", version=version, page="https://h/new")
    assert found.is_newer is is_newer
    ((path, headers),) = server.asked
    assert path == "/newest.json"
    assert headers["User-Agent"] == "homereel"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>",
        b"[]",
        b"3",
        b"{}",
        b'{"version": "../x"}',
        b'{"version": "1.2 && rm"}',
        b"[" * 60_000,
        b'{"version": "' + b"1" * 70_000,
    ],
)
def test_an_answer_that_makes_no_sense_is_one_sentence(server, content):
    server.content = content
    with pytest.raises(NewestVersionError) as caught:
        find_newest()
    assert caught.value.reason is NewestVersionProblem.NONSENSE
    assert "\n" not in describe(caught.value)


@pytest.mark.parametrize("page", ["javascript:alert(1)", "file:///etc/passwd", "", 3])
def test_only_pages_of_the_web_are_offered(server, page):
    server.content = json.dumps({"version": "2.0", "page": page}).encode()
    assert find_newest().page == ""


def test_a_server_that_refuses_or_is_not_there_is_told(server, monkeypatch):
    server.status = 404
    with pytest.raises(NewestVersionError) as caught:
        find_newest()
    assert caught.value.reason is NewestVersionProblem.NOT_REACHED
    monkeypatch.setenv(ADDRESS_VARIABLE, "http://127.0.0.1:9/x")
    with pytest.raises(NewestVersionError) as caught:
        find_newest()
    assert "127.0.0.1" in describe(caught.value)


def test_the_address_is_that_of_the_package(monkeypatch):
    facts = Message()
    facts["Project-URL"] = "Source, https://h/source"
    monkeypatch.delenv(ADDRESS_VARIABLE, raising=False)
    monkeypatch.setattr(newest.metadata, "metadata", lambda _: facts)
    with pytest.raises(NewestVersionError) as caught:
        find_newest()
    assert caught.value.reason is NewestVersionProblem.NO_ADDRESS
    facts["Project-URL"] = "Releases, https://h/newest.json"
    assert newest._address() == "https://h/newest.json"
    monkeypatch.setenv(ADDRESS_VARIABLE, "file:///etc/passwd")
    with pytest.raises(NewestVersionError):
        find_newest()


def test_the_command_tells_people_and_scripts(server, capsys):
    server.content = json.dumps({"version": "2.0", "page": "https://h/new"}).encode()
    assert commands.run(["newest"]) == 0
    assert capsys.readouterr().out == (
        "Homereel 2.0 is available; this is 1.2.0. You get it at https://h/new\n"
    )
    assert commands.run(["newest", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["is_newer"], told["version"], told["page"]) == (True, "2.0", "https://h/new")
    server.status = 500
    assert commands.run(["newest"]) == 1
    assert capsys.readouterr().err.startswith("homereel: Nobody at 127.0.0.1 answers")
