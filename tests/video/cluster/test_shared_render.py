"""A film restored by several computers is the film of one."""

import copy
import errno
import threading
import time
import zlib
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
import torch

from engine.cluster.crew import Crew
from engine.cluster.renders import carry_out as carry_out_job
from engine.cluster.shared_render import SharedRender
from engine.cluster.tasks import TRIAL, Failed, pack_answer, unpack_answer
from engine.cluster.turns import Turns
from engine.cluster.whole_films import WholeFilm, restore_films
from engine.jobs.choices import Codec, Part
from engine.jobs.errors import Cancelled, DiskFullError
from engine.jobs.events import PeerFault, Started, Summary, Waiting, WaitReason
from engine.jobs.options import Job
from engine.rendering.parts import restore_parts
from engine.resuming.journal import Ahead, Journal
from engine.resuming.unfinished import folder_of, has_work_ahead
from engine.resuming.work import pack, unpack
from tests.video.cluster.peers import Peers, shared, troubles
from tests.video.compare import assert_same_film
from tests.video.interrupted import EVEN, OPTIONS, QUICK, SLOW, UNEVEN, Run, undisturbed

pytestmark = pytest.mark.usefixtures("quick_renders")


@pytest.fixture(scope="module")
def films_alone(tmp_path_factory):
    """Films of one computer, by the times and the kind of the file."""
    return tmp_path_factory.mktemp("alone")


@pytest.mark.parametrize(
    ("source", "codec", "name"),
    [(EVEN, Codec.H264, "even.mp4"), (UNEVEN, Codec.FFV1, "uneven.mkv")],
    indirect=["source"],
)
def test_several_computers_make_the_film_of_one(films_alone, tmp_path, source, codec, name):
    job = Job(source=source, output=tmp_path / name, options=replace(OPTIONS, codec=codec))
    _, events = shared(replace(job, others_only=codec is Codec.FFV1))
    assert_same_film(job.output, undisturbed(job, films_alone / name))
    assert troubles(events) == []
    assert not list(tmp_path.glob(".*"))


def spoiled(fault, make):
    """A peer whose every answer, but that to a trial, is changed by ``make``."""

    def spoil(task, answer):
        return answer if task.number == TRIAL else make(task, answer)

    return pytest.param(fault, spoil, id=fault)


def flipped(_task, answer):
    return answer[:-1] + bytes([answer[-1] ^ 1])


def shortened(task, answer):
    head, content, state = unpack_answer(answer)
    fewer = pack([*unpack(content)][:-1])
    return pack_answer(replace(head, content_crc32=zlib.crc32(fewer)), fewer, state)


def failed(fault):
    return lambda task, _: pack_answer(Failed(attempt=task.attempt, fault=fault, detail="why"))


def in_turns(spoil):
    """A bad peer, and a good one that brings its second answer after the bad one's second."""
    answered = {"bad": 0, "good": 0}

    def by(peer, make):
        def bring(task, answer):
            answered[peer] += 1
            deadline = time.monotonic() + 20
            while peer == "good" and answered["good"] > 1 and answered["bad"] < 2:
                assert time.monotonic() < deadline
                time.sleep(0.01)
            return make(task, answer)

        return bring

    return {"bad": by("bad", spoil), "good": by("good", lambda _, answer: answer)}


@pytest.mark.parametrize(
    ("fault", "spoil"),
    [
        spoiled(PeerFault.GARBAGE, lambda *_: b"garbage"),
        spoiled(PeerFault.WRONG_CHECKSUM, flipped),
        spoiled(PeerFault.WRONG_SIZE, shortened),
        spoiled(PeerFault.DISK_FULL, failed(PeerFault.DISK_FULL)),
    ],
)
def test_a_bad_peer_costs_nothing_but_a_sentence(films_alone, tmp_path, source, fault, spoil):
    options = replace(OPTIONS, codec=Codec.FFV1)
    together = tmp_path / "together.mkv"
    job = Job(source=source, output=together, options=options, others_only=True)
    _, events = shared(job, ["bad", "good"], in_turns(spoil))
    assert_same_film(together, undisturbed(job, films_alone / "even.mkv"))
    assert {("bad", fault)} == set(troubles(events))


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), PeerFault.DISK_FULL),
        (DiskFullError(Path("models"), needed_bytes=1 << 20, free_bytes=0), PeerFault.DISK_FULL),
        (MemoryError(), PeerFault.NO_MEMORY),
        (OSError(errno.EACCES, "Permission denied"), PeerFault.FAILED),
    ],
)
def test_what_stops_a_peer_is_told_by_itself(tmp_path, source, monkeypatch, error, fault):
    """A disk that is full on the other computer itself, not an answer that says so."""

    def fetch_models(recipe, fetch):
        raise error

    monkeypatch.setattr("engine.cluster.piece_restorer._fetch_models", fetch_models)
    job = Job(source=source, output=tmp_path / "out.mp4", options=OPTIONS)
    peers, events = shared(job, ["attic"])
    assert troubles(events) == [("attic", fault)]
    assert [task.number for _, task in peers.tasks] == [TRIAL]
    assert job.output.exists()


def another_result(_task, answer):
    head, content, state = unpack_answer(answer)
    other = bytes(len(content))
    return pack_answer(replace(head, content_crc32=zlib.crc32(other)), other, state)


def another_version(_task, answer):
    head, content, state = unpack_answer(answer)
    return pack_answer(replace(head, program=head.program | {"FFmpeg": "1.0"}), content, state)


@pytest.mark.parametrize(
    ("fault", "spoil"),
    [(PeerFault.OTHER_RESULT, another_result), (PeerFault.OTHER_VERSION, another_version)],
)
def test_a_computer_that_is_not_alike_is_left_out(tmp_path, source, fault, spoil):
    came = threading.Event()

    def wait(_task, answer):
        came.wait(20)
        return answer

    def bring(task, answer):
        came.set()
        return spoil(task, answer)

    job = Job(source=source, output=tmp_path / "out.mp4", options=OPTIONS, others_only=True)
    peers, events = shared(job, ["other", "good"], {"other": bring, "good": wait})
    assert troubles(events) == [("other", fault)]
    assert [task.number for peer, task in peers.tasks if peer == "other"] == [TRIAL]


def another_device(levels):
    def change(task, answer):
        if task.number != TRIAL:
            return answer
        head, content, state = unpack_answer(answer)
        near = np.frombuffer(content, np.uint8).copy()
        near[:: len(near) // 50] ^= levels
        program = head.program | {"device": "card"}
        content = near.tobytes()
        head = replace(head, program=program, content_crc32=zlib.crc32(content))
        return pack_answer(head, content, state)

    return change


@pytest.mark.parametrize(
    ("levels", "fault"), [(1, PeerFault.OTHER_DEVICE), (128, PeerFault.OTHER_RESULT)]
)
def test_another_device_may_differ_by_less_than_can_be_seen(tmp_path, source, levels, fault):
    job = Job(source=source, output=tmp_path / "out.mp4", options=OPTIONS, others_only=True)
    came = threading.Event()

    def wait(_task, answer):
        came.wait(20)
        return answer

    def bring(task, answer):
        came.set()
        return another_device(levels)(task, answer)

    peers, events = shared(job, ["card", "good"], {"card": bring, "good": wait})
    assert troubles(events) == [("card", fault)]
    stretches = [task for peer, task in peers.tasks if peer == "card" and task.number != TRIAL]
    assert bool(stretches) == (fault is PeerFault.OTHER_DEVICE)


def pictures_of(path):
    with av.open(str(path)) as film:
        return np.array([f.to_ndarray(format="rgb24") for f in film.decode(video=0)], np.int16)


def test_no_seam_is_seen_where_devices_differ(tmp_path, source, quick_renders, monkeypatch):
    """Slightly other weights stand for another device."""
    networks = {"here": quick_renders, "card": copy.deepcopy(quick_renders)}
    torch.manual_seed(1)
    for weights in networks["card"].parameters():
        weights.mul_(1 + 0.02 * torch.randn_like(weights))
    current = ["here"]
    monkeypatch.setattr(
        "engine.restoring.restorer._load", lambda *_, **_given: networks[current[0]]
    )
    options = replace(OPTIONS, codec=Codec.FFV1)
    films = {}
    for name in ("card", "here"):
        current[0] = name
        job = Job(source=source, output=tmp_path / f"{name}.mkv", options=options)
        Run(job)
        films[name] = pictures_of(job.output)
    job = Job(source=source, output=tmp_path / "mixed.mkv", options=options, others_only=True)
    peers, events = shared(job, ["here", "card"], on_task=lambda peer: current.__setitem__(0, peer))
    assert troubles(events) == []
    assert {peer for peer, task in peers.tasks if task.number != TRIAL} == {"here", "card"}
    mixed = pictures_of(job.output)
    between = np.abs(films["card"] - films["here"]).max()
    assert 0 < np.abs(mixed - films["here"]).max() <= between
    # From one picture to the next, joints included, nothing changes more than devices differ.
    changes = [np.diff(film, axis=0) for film in (mixed, films["here"])]
    assert np.abs(changes[0] - changes[1]).max() <= 2 * between


def test_a_render_that_leaves_all_to_others_says_that_it_waits_for_them(tmp_path, source):
    job = Job(source=source, output=tmp_path / "out.mp4", options=OPTIONS, others_only=True)
    events, reasons = [], []
    with Crew(None) as crew:

        def on_event(event):
            events.append(event)
            if isinstance(event, Waiting):
                reasons.append(event.reason)
                if event.reason is WaitReason.NO_PEERS:
                    Peers(crew, ["late"])

        carry_out_job(job, on_event, threading.Event(), QUICK, crew=crew)
    assert reasons == [WaitReason.NO_PEERS, None]


def test_a_render_goes_on_where_it_was_cancelled_with_or_without_the_others(
    films_alone, tmp_path, source
):
    broken = tmp_path / "broken.mp4"
    job = Job(source=source, output=broken, options=replace(OPTIONS, codec=Codec.H264))
    cancel = threading.Event()

    def hold(task, answer):
        """Keep the first segment back until another one is finished ahead of it."""
        while task.number == 0 and not cancel.is_set():
            if has_work_ahead(broken):
                cancel.set()
            time.sleep(0.01)
        return answer

    with pytest.raises(Cancelled):
        shared(
            replace(job, others_only=True),
            ["slow", "good"],
            {"slow": hold, "good": hold},
            cancel=cancel,
        )
    assert has_work_ahead(broken)
    Run(job, carry_out=carry_out_job)
    assert_same_film(broken, undisturbed(job, films_alone / "even.mp4"))


def test_a_render_alone_drops_what_lies_ahead_rather_than_show_it_twice(
    films_alone, tmp_path, source
):
    broken = tmp_path / "broken.mp4"
    job = Job(source=source, output=broken, options=replace(OPTIONS, codec=Codec.H264))
    Run(job, 7)
    folder = folder_of(broken)
    journal = Journal.read(folder)
    number = len(journal.segments) + 1
    ahead = Ahead(number=number, first=12, segment=journal.segments[0])
    replace(journal, ahead=[ahead]).write(folder)
    Run(job)
    assert_same_film(broken, undisturbed(job, films_alone / "even.mp4"))


def test_pieces_of_a_slow_segment_are_used(tmp_path, source):
    options = replace(OPTIONS, codec=Codec.H264)
    alone, broken = tmp_path / "alone.mp4", tmp_path / "broken.mp4"
    Run(Job(source=source, output=alone, options=options), policy=SLOW)
    job = Job(source=source, output=broken, options=options)
    Run(job, 9, policy=SLOW)
    assert Journal.read(folder_of(broken)).kept
    peers, _ = shared(replace(job, others_only=True), policy=SLOW)
    assert [task.kept_files > 0 for _, task in peers.tasks if task.number == 0] == [True]
    assert_same_film(broken, alone)


def test_parts_that_are_joined_in_one_file_are_shared_as_well(tmp_path, source):
    parts = (Part(0.0, 0.3), Part(0.4, 0.9))
    options = replace(OPTIONS, codec=Codec.FFV1, parts=parts)
    alone, together = tmp_path / "alone.mkv", tmp_path / "together.mkv"
    job = Job(source=source, output=alone, options=options)
    restore_parts(job, lambda _: None, threading.Event())
    job = replace(job, output=together, others_only=True)
    peers, events = shared(job)
    assert_same_film(together, alone)
    assert troubles(events) == []
    assert {task.film for _, task in peers.tasks} == {"film1", "film2"}


def test_several_films_at_once_are_the_films_of_one_computer(
    films_alone, tmp_path, source, monkeypatch
):
    """Both stand still for a preview."""
    monkeypatch.setattr("engine.cluster.whole_films.films_at_once", lambda peers: 2)
    options = replace(OPTIONS, codec=Codec.FFV1)
    jobs = [Job(source=source, output=tmp_path / f"{name}.mkv", options=options) for name in "ab"]
    make_room, ends = threading.Event(), {}
    waiting, started, still = [*jobs], set(), set()

    def film_of(job):
        def on_event(event):
            if isinstance(event, Started):
                started.add(job.output.name)
                if len(started) == 2:
                    make_room.set()
            if isinstance(event, Waiting) and event.reason is WaitReason.PREVIEW:
                still.add(job.output.name)
                deadline = time.monotonic() + 20
                while len(still) < 2:  # the other one stands still at its next step
                    assert time.monotonic() < deadline
                    time.sleep(0.01)
                make_room.clear()

        def on_end(end):
            ends[job.output.name] = end

        return WholeFilm(job, on_event, on_end, threading.Event())

    restore_films(None, lambda: film_of(waiting.pop()) if waiting else None, make_room=make_room)
    assert {name: type(end) for name, end in ends.items()} == {"a.mkv": Summary, "b.mkv": Summary}
    for job in jobs:
        assert_same_film(job.output, undisturbed(job, films_alone / "even.mkv"))


def test_a_trial_need_not_wait_for_the_segment_that_is_restored_here(tmp_path, source, monkeypatch):
    happened, lend, restore_here = [], Turns.lend, SharedRender.restore_here

    def lend_when_wanted(turns):
        deadline = time.monotonic() + 20
        while "lent" not in happened and len(turns._waiting) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        happened.append("lent")
        lend(turns)

    def restore_and_tell(render, task):
        try:
            return restore_here(render, task)
        finally:
            happened.append("segment")

    monkeypatch.setattr(Turns, "lend", lend_when_wanted)
    monkeypatch.setattr(SharedRender, "restore_here", restore_and_tell)
    job = Job(source=source, output=tmp_path / "out.mp4", options=OPTIONS)
    shared(job, ["attic"], on_task=happened.append)
    assert happened.index("here") < happened.index("segment")
