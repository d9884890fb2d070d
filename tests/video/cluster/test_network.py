"""The same over the network: mutual TLS on loopback, and nothing else gets in."""

import asyncio
import errno
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

pytest.importorskip("distributed", reason="needs the extra “cluster”")

import psutil

from engine.cluster.coordinator import Coordinator
from engine.cluster.crew import Crew
from engine.cluster.files import SharedFiles
from engine.cluster.joining import Step, Worked, join
from engine.cluster.keys import create_key, revoke_key
from engine.cluster.network import security_of, tls_context
from engine.cluster.renders import carry_out
from engine.cluster.sharing import FilmQueue, Foreman
from engine.jobs.choices import Codec
from engine.jobs.errors import ClusterError, ClusterProblem
from engine.jobs.events import PeerFault, PeerState
from engine.jobs.options import Job
from tests.unit.cluster.test_sharing import RECIPE
from tests.video.cluster.peers import last_seen, troubles
from tests.video.compare import assert_same_film
from tests.video.interrupted import EVEN, OPTIONS, QUICK, Run

pytestmark = [
    pytest.mark.usefixtures("quick_renders"),
    pytest.mark.filterwarnings("ignore"),  # Dask's and Tornado's own
]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Joined:
    """Workers on threads of this process."""

    def __init__(self, path, key, titles):
        self.cancel, self.steps = threading.Event(), []
        self._threads = [
            threading.Thread(
                target=join,
                args=(key, path, self.steps.append, self.cancel),
                kwargs={"title": title},
            )
            for title in titles
        ]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_exception):
        self.cancel.set()
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive()


@pytest.mark.parametrize("source", [EVEN], indirect=True)
def test_workers_make_the_film_of_one_computer(tmp_path, source):
    options = replace(OPTIONS, codec=Codec.H264)
    alone, together = tmp_path / "alone.mp4", tmp_path / "together.mp4"
    Run(Job(source=source, output=alone, options=options))
    key = create_key(tmp_path / "home.key", port=free_port())
    job = Job(source=source, output=together, options=options, others_only=True)
    events = []
    with Joined(tmp_path / "home.key", key, ["kitchen", "attic"]) as joined:
        with Crew(tmp_path / "home.key") as crew:
            carry_out(job, events.append, threading.Event(), QUICK, crew=crew)
        deadline = time.monotonic() + 30
        while not any(one.step is Step.LEFT for one in joined.steps):
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert_same_film(together, alone)
    assert troubles(events) == []
    assert {"kitchen", "attic"} <= set(last_seen(events))


@pytest.fixture
def listening(tmp_path):
    """A coordinator without a film, and its key."""
    key = create_key(tmp_path / "home.key", port=free_port())
    with Crew(tmp_path / "home.key"):
        yield key


def greeting(key, context):
    """What the coordinator says to somebody who connects; nothing where it hangs up."""
    seconds = 10 if context else 2  # without encryption it waits for a greeting, too
    with socket.create_connection((key.host, key.port), timeout=seconds) as plain:
        try:
            with context.wrap_socket(plain) if context else plain as connection:
                return connection.recv(1)
        except OSError:  # ssl.SSLError is one
            return b""


def no_certificate(key, _folder):
    context = ssl.create_default_context(cadata=key.authority)
    context.check_hostname = False
    return context


def another_authority(key, folder):
    return tls_context(create_key(folder / "other.key", key.host, key.port))


def another_authority_that_trusts_everybody(key, folder):
    context = another_authority(key, folder)
    context.verify_mode = ssl.CERT_NONE
    return context


def plain_tcp(_key, _folder):
    return None


def test_who_has_the_key_is_let_in(listening):
    assert greeting(listening, tls_context(listening))


@pytest.mark.parametrize(
    "who",
    [no_certificate, another_authority, another_authority_that_trusts_everybody, plain_tcp],
)
def test_nobody_else_is_let_in(listening, tmp_path, who):
    assert greeting(listening, who(listening, tmp_path)) == b""


def shaken_hands(server, client):
    """Let two contexts shake hands in memory; raises what either of them finds wrong."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    sides = [
        server.wrap_bio(to_server, to_client, server_side=True),
        client.wrap_bio(to_client, to_server, server_side=False),
    ]
    for _ in range(6):
        for side in sides:
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    with suppress(ssl.SSLWantReadError):
        sides[1].read(1)


@pytest.mark.parametrize("trusting", [0, 1])
def test_an_expired_certificate_is_refused_by_both_sides(tmp_path, trusting):
    then, path = datetime.now(UTC) - timedelta(days=30), tmp_path / "old.key"
    old = create_key(path, valid_days=1, now=then)
    with pytest.raises(ClusterError), Crew(path):
        pass
    new = create_key(tmp_path / "new.key")
    for key in (old, new):
        server = security_of(key).get_listen_args("scheduler")["ssl_context"]
        contexts = server, tls_context(key)
        contexts[trusting].verify_mode = ssl.CERT_NONE  # the other side looks all the same
        if key is new:
            shaken_hands(*contexts)
        else:
            with pytest.raises(ssl.SSLError, match="expired"):
                shaken_hands(*contexts)


def test_nothing_but_the_encrypted_port_is_open(listening):
    own = psutil.Process()
    ports = {c.laddr for c in own.net_connections("tcp") if c.status == psutil.CONN_LISTEN}
    assert ports == {(listening.host, listening.port)}


def test_an_address_of_another_computer_is_one_sentence(tmp_path):
    create_key(tmp_path / "home.key", "192.0.2.7", free_port())
    with pytest.raises(ClusterError) as caught, Crew(tmp_path / "home.key"):
        pass
    assert caught.value.reason is ClusterProblem.BAD_ADDRESS


def test_a_worker_with_another_key_is_told_so(listening, tmp_path):
    other = create_key(tmp_path / "other.key", listening.host, listening.port)
    with Joined(tmp_path / "other.key", other, ["stranger"]) as joined:
        deadline = time.monotonic() + 30
        while not joined.steps:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert [one.step for one in joined.steps] == [Step.REFUSED]


def test_a_worker_without_room_for_its_files_says_so_and_waits(listening, tmp_path, monkeypatch):
    def full(**_words):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("engine.cluster.joining.tempfile.TemporaryDirectory", full)
    with Joined(tmp_path / "home.key", listening, ["attic"]) as joined:
        deadline = time.monotonic() + 30
        while not joined.steps:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert joined.steps == [Worked(Step.FULL, "No space left on device")]


@pytest.mark.parametrize(("hours", "told"), [(0, None), (-24, "-24"), (24, "+24")])
def test_a_clock_that_differs_by_a_day_is_told_and_changes_nothing(tmp_path, hours, told):
    foreman = Foreman()
    film = FilmQueue("film", RECIPE, uses_this_computer=True, make_task=lambda *_: None)
    foreman.add_film(film)
    path = tmp_path / "home.key"
    coordinator = Coordinator(create_key(path), path, foreman, SharedFiles())
    clock = time.time() + 3600 * hours
    assert asyncio.run(coordinator._hello("tls://192.0.2.7:1", "attic", clock))
    troubles = [film.inbox.get_nowait() for _ in range(film.inbox.qsize())]
    assert [(one.fault, one.detail) for one in troubles] == (
        [(PeerFault.CLOCK, told)] if told else []
    )
    assert [(peer.name, peer.state) for peer in foreman.peers()] == [("attic", PeerState.IDLE)]


def test_a_revoked_key_ends_what_goes_on(tmp_path):
    path = tmp_path / "home.key"
    key = create_key(path, port=free_port())
    with Crew(path):
        assert greeting(key, tls_context(key))
        revoke_key(path)
        deadline = time.monotonic() + 30
        while True:
            assert time.monotonic() < deadline
            try:
                greeting(key, tls_context(key))
            except ConnectionRefusedError:
                break
            time.sleep(0.1)
