"""Several computers that share a render: how much faster, what gets lost, what it takes.

Processes of this computer stand for the computers, and a network that only waits for theirs:

    python -m tests.bench.cluster speed      three workers beside one
    python -m tests.bench.cluster workers    one worker killed, one stopped for a minute
    python -m tests.bench.cluster kills      the coordinator killed twenty times
    python -m tests.bench.cluster brief      the coordinator killed three times, for the tests
    python -m tests.bench.cluster costs      bytes and processor time a frame, and up to 32 workers

All but the last compare the film with that of one computer, picture by picture.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np

from app.command_line import commands
from engine.cluster.crew import Crew
from engine.cluster.keys import create_key
from tests.bench import waiting_network
from tests.bench.cluster_simulated import print_simulation
from tests.video.clips import make_clip
from tests.video.compare import frame_checksums

SHOT, SHOTS = 50, 24
WAIT_SECONDS = 0.1
KILLS = 20
COMMON = ("--size", "1x", "--window", "10", "--lookahead", "3")


def picture(index: int, width: int = 64, height: int = 48) -> np.ndarray:
    """Frame ``index`` of a film with a cut after every ``SHOT`` frames."""
    shot = index // SHOT
    rows, columns = np.mgrid[0:height, 0:width]
    waves = 90 * np.sin((columns * (1 + shot % 3) + 2 * index) / (4.0 + shot % 4) + shot)
    waves = waves * np.cos(rows / (3.0 + shot % 5) + shot) * (-1) ** shot + 128
    noise = np.random.default_rng(index).normal(0, 4, (height, width, 3))
    return (waves[..., None] + noise).clip(0, 255).astype(np.uint8)


class Process:
    """This program with the waiting network, in a process of its own."""

    def __init__(self, words: list[str], log: Path, wait_seconds: float) -> None:
        self.log = log
        self.pid = os.fork()  # nothing has to be loaded again
        if self.pid == 0:
            os.environ[waiting_network.WAIT] = str(wait_seconds)
            with log.open("ab", buffering=0) as file:
                os.dup2(file.fileno(), 1)
                os.dup2(file.fileno(), 2)
            status = 1
            try:
                status = commands.run(words)
            finally:
                sys.stdout.flush()
                os._exit(int(status))

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def wait(self) -> tuple[int, float]:
        """Return its exit status and the seconds of processor time it took."""
        _, status, usage = os.wait4(self.pid, 0)
        return status, usage.ru_utime + usage.ru_stime

    def has_ended(self) -> bool:
        found, _ = os.waitpid(self.pid, os.WNOHANG)
        return found != 0

    def events(self) -> list[dict[str, object]]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [json.loads(line) for line in lines if line.startswith("{")]

    def starts(self) -> list[dict[str, object]]:
        return [event for event in self.events() if event["event"] == "started"]


class House:
    """A film, a key, and workers."""

    def __init__(self, folder: Path, size: tuple[int, int] = (64, 48), shots: int = SHOTS) -> None:
        self.folder, self.frames = folder, shots * SHOT
        self.film = make_clip(
            folder / "film.mp4",
            times=range(self.frames),
            frames=[picture(index, *size) for index in range(self.frames)],
            sound="aac",
            sound_seconds=1.0,
        )
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        create_key(folder / "home.key", port=port)
        self.alone = folder / "alone.mp4"
        Process(self.words(self.alone, shared=False), folder / "alone.log", 0).wait()

    def words(self, output: Path, *, shared: bool = True) -> list[str]:
        words = ["restore", str(self.film), "-o", str(output), "--json", *COMMON]
        cluster = ["--cluster", str(self.folder / "home.key"), "--others-only"]
        return words + (cluster if shared else [])

    def workers(self, count: int, wait_seconds: float = WAIT_SECONDS) -> list[Process]:
        return [
            Process(
                ["worker", str(self.folder / "home.key"), "--name", f"worker {number}"],
                self.folder / f"worker{number}.log",
                wait_seconds,
            )
            for number in range(count)
        ]

    def check(self, output: Path) -> None:
        """Compare a film with that of one computer."""
        same = frame_checksums(output) == frame_checksums(self.alone)
        with av.open(str(output)) as film:
            count = sum(1 for _ in film.decode(video=0))
        print(f"  {count} of {self.frames} pictures; the same as of one computer: {same}")
        assert same
        assert count == self.frames


def frames_a_second(events: list[dict[str, object]], times: list[float]) -> float:
    """Between the first and the last report of the progress."""
    marks = [(when, int(str(event["frame"]))) for when, event in zip(times, events, strict=True)]
    (began, first), (ended, last) = marks[0], marks[-1]
    return (last - first) / (ended - began)


def followed(process: Process, on_progress: Callable[[int], None] = lambda _: None) -> float:
    """Wait until a render has ended; return its frames a second."""
    events: list[dict[str, object]] = []
    times: list[float] = []
    while not process.has_ended():
        time.sleep(0.05)
        found = [event for event in process.events() if event["event"] == "progress"]
        for event in found[len(events) :]:
            events.append(event)
            times.append(time.monotonic())
            on_progress(int(str(event["frame"])))
    return frames_a_second(events, times)


def speed(folder: Path) -> None:
    """Compare one worker with three."""
    house, rates = House(folder), {}
    for count in (1, 3):
        workers = house.workers(count)
        output = folder / f"by {count}.mp4"
        rates[count] = followed(Process(house.words(output), folder / f"by{count}.log", 0))
        for worker in workers:
            worker.kill()
            worker.wait()
        print(f"{count} workers: {rates[count]:.2f} frames/s")
        house.check(output)
    print(f"three are {rates[3] / rates[1]:.2f} times as fast as one")


def workers(folder: Path) -> None:
    """Kill one of three workers, and stop another for a minute."""
    house = House(folder)
    three, moments = house.workers(3), iter((200, 300))
    done: list[str] = []
    stopped = 0.0
    next_at = next(moments)

    def disturb(frames: int) -> None:
        nonlocal next_at, stopped
        if frames >= next_at and len(done) < 2:
            if not done:
                three[0].kill(signal.SIGKILL)
                done.append("killed")
                next_at = next(moments)
            else:
                three[1].kill(signal.SIGSTOP)
                stopped = time.monotonic()
                done.append("stopped")
        elif stopped and time.monotonic() - stopped > 60:
            three[1].kill(signal.SIGCONT)
            stopped = 0.0

    render = Process(house.words(folder / "out.mp4"), folder / "out.log", 0)
    rate = followed(render, disturb)
    troubles = [event for event in render.events() if event["event"] == "warning"]
    three[1].kill(signal.SIGCONT)
    for worker in three:
        worker.kill()
        worker.wait()
    print(f"one worker {' and one '.join(done)}: {rate:.2f} frames/s")
    for trouble in troubles:
        print(f"  {trouble['message']}")
    house.check(folder / "out.mp4")


def kills(folder: Path, count: int = KILLS) -> None:
    """Kill the coordinator again and again, and start it anew."""
    house, chance = House(folder), random.Random(1)
    two = house.workers(2)
    output, log, killed = folder / "out.mp4", folder / "out.log", 0
    while killed < count:
        render = Process(house.words(output), log, 0)
        while not render.has_ended() and len(render.starts()) <= killed:
            time.sleep(0.02)
        end = time.monotonic() + chance.uniform(0.5, 12.0)
        while time.monotonic() < end and not render.has_ended():
            time.sleep(0.02)
        if output.exists():
            break
        render.kill()
        render.wait()
        killed += 1
        done = render.starts()[-1]["frames_done"]
        print(f"  killed {killed} times; it had begun with {done} finished frames in a row")
    if not output.exists():
        followed(Process(house.words(output), log, 0))
    for worker in two:
        worker.kill()
        worker.wait()
    print(f"the coordinator was killed {killed} times")
    house.check(output)


def brief(folder: Path) -> None:
    """Kill the coordinator of a short film up to three times, in the middle of the work."""
    house = House(folder, shots=5)
    two = house.workers(2, 0.005)
    output, begun, killed = folder / "out.mp4", [], 0
    for number, mark in enumerate((60, 110, 160, house.frames + 1)):
        if output.exists():  # two workers have done the rest at once, before the last kill
            break
        render = Process(house.words(output), folder / f"out{number}.log", 0)
        while not render.has_ended():
            done = [int(str(e["frame"])) for e in render.events() if e["event"] == "progress"]
            if max(done, default=0) >= mark:
                render.kill()
                render.wait()
                killed += 1
                break
            time.sleep(0.02)
        starts = render.starts()
        assert starts, f"it did not begin: {render.log.read_text()}"
        begun.append(int(str(starts[-1]["frames_done"])))
    for worker in two:
        worker.kill()
        worker.wait()
    print(f"killed {killed} times; it began with {begun} finished frames in a row")
    assert begun == sorted(begun)
    assert begun[-1] > 0
    house.check(output)


def count_bytes() -> None:
    """Let the coordinator print what it sent and received."""
    leave = Crew.__exit__

    def counted(crew: Crew, *exception: object) -> None:
        received = crew._coordinator.received_bytes if crew._coordinator else 0
        print("BYTES", crew.files.sent_bytes + received, flush=True)
        leave(crew, *exception)

    Crew.__exit__ = counted


def costs(folder: Path) -> None:
    """Measure what a frame of 720x576 takes of the network and of the coordinator."""
    count_bytes()
    house = House(folder, (720, 576), shots=4)
    two = house.workers(2, 0.0)
    began = time.monotonic()
    render = Process(house.words(folder / "out.mp4"), folder / "out.log", 0)
    _, seconds = render.wait()
    took = time.monotonic() - began
    sent = [int(line.split()[1]) for line in render.log.read_text().splitlines() if "BYTES" in line]
    for worker in two:
        worker.kill()
        worker.wait()
    house.check(folder / "out.mp4")
    each_cpu, each_bytes = seconds / house.frames, sum(sent) / house.frames
    print(f"720x576, {house.frames} frames in {took:.0f} s: the coordinator took")
    print(f"  {1000 * each_cpu:.1f} ms of a core a frame, start and end of the program included")
    print(f"  {each_bytes / 1e6:.3f} MB a frame went over the network")
    print_simulation(each_bytes, each_cpu)


def main() -> None:
    """Run what the command line names."""
    actions = {"speed": speed, "workers": workers, "kills": kills, "costs": costs, "brief": brief}
    waiting_network.use_waiting_network()
    for name in sys.argv[1:] or list(actions)[:-1]:
        print(f"{name}:", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            actions[name](Path(folder))


if __name__ == "__main__":
    main()
