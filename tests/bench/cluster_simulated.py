"""Up to 32 computers on a gigabit network, simulated with the foreman that gives out the work."""

from __future__ import annotations

import heapq
import random
from dataclasses import dataclass, field
from fractions import Fraction

from engine.cluster.sharing import Answer, FilmQueue, Foreman
from engine.cluster.tasks import Recipe, Task
from engine.jobs.choices import Codec
from engine.jobs.options import Options
from engine.restoring.plans import Plan
from engine.video.writing.encoder import Encoding
from tests.gui.fakes import source_info

GIGABIT_BYTES = 117e6
"""A second, without what Ethernet, IP and TCP add."""
COUNTS = (1, 2, 4, 8, 16, 32)
STATE_BYTES = 60e6
"""What a stretch that ends in the middle of a shot brings back and the next one fetches."""
_SEGMENT = 240
_RECIPE = Recipe(
    info=source_info("in.mp4"),
    options=Options(),
    output="out.mp4",
    encoding=Encoding(codec=Codec.H264, width=64, height=48, time_base=Fraction(1, 25)),
    time_base=Fraction(1, 25),
    shift=0,
    width=64,
    height=48,
    plan=Plan(),
    precision="float32",
    threads=1,
    models={},
    program={},
)


@dataclass
class _World:
    """Time, a link and a core that serve one after the other, and workers that compute."""

    each_bytes: float
    each_cpu: float
    rate: float
    now: float = 0.0
    link_free: float = 0.0
    core_free: float = 0.0
    events: list[tuple[float, int, str]] = field(default_factory=list)
    tasks: dict[str, tuple[str, Task]] = field(default_factory=dict)
    order: int = 0

    def give(self, peer: str, task: Task) -> None:
        """Fetch the frames, restore them, bring the segment."""
        frames = task.frames
        states = STATE_BYTES * (task.has_state + (task.kept_files > 0))
        self.core_free = max(self.core_free, self.now) + frames * self.each_cpu
        self.link_free = (
            max(self.link_free, self.now) + (frames * self.each_bytes + states) / GIGABIT_BYTES
        )
        # Frames arrive while others are computed: what is slower counts.
        end = max(self.link_free, self.core_free, self.now + frames / self.rate)
        self.order += 1
        heapq.heappush(self.events, (end, self.order, task.attempt))
        self.tasks[task.attempt] = peer, task

    def withdraw(self, attempt: str) -> None:
        """Nothing is given twice here: all are equally fast."""


def simulated(count: int, each_bytes: float, each_cpu: float, rate: float, hours: float) -> float:
    """Return the frames a second of so many workers on a film with shots of 4 to 40 s."""
    world = _World(each_bytes, each_cpu, rate)
    foreman = Foreman(clock=lambda: world.now)
    chance = random.Random(7)
    pieces: list[tuple[int, bool]] = []
    total = round(hours * 3600 * 25)
    while sum(frames for frames, _ in pieces) < total:
        left = chance.randint(100, 1000)
        starts = True
        while left > 0:
            frames = min(left, _SEGMENT)
            pieces.append((frames, starts))
            left, starts = left - frames, False

    def task_of(number: int, attempt: str) -> Task:
        frames, starts = pieces[number]
        following = number + 1 < len(pieces) and not pieces[number + 1][1]
        return Task(
            attempt=attempt,
            film="film",
            number=number,
            recipe=_RECIPE,
            frames=frames,
            has_state=not starts,
            kept_files=int(following),
        )

    film = FilmQueue("film", _RECIPE, True, task_of)
    foreman.add_film(film)
    for number in range(count):
        film.passed.add(f"{number}")
        foreman.joined(f"{number}", f"{number}", world)
    for number, (frames, starts) in enumerate(pieces):
        if starts:
            foreman.add(film, number, frames)
    while world.events:
        world.now, _, attempt = heapq.heappop(world.events)
        peer, task = world.tasks.pop(attempt)
        foreman.answered(attempt, b"")
        while not film.inbox.empty():
            item = film.inbox.get()
            if isinstance(item, Answer):
                foreman.accept(item.attempt)
        foreman.released(peer, attempt)
        following = task.number + 1
        if following < len(pieces) and not pieces[following][1]:
            foreman.add(film, following, pieces[following][0])
    return sum(frames for frames, _ in pieces) / world.now


def print_simulation(each_bytes: float, each_cpu: float) -> None:
    """Print how many workers make sense, on paper and simulated."""
    print("On paper, the network carries", end=" ")
    print(f"{GIGABIT_BYTES / each_bytes:.0f} frames/s and a core of the coordinator", end=" ")
    print(f"{1 / each_cpu:.0f}; simulated, an hour of PAL:")
    print("  workers" + "".join(f"{count:>8}" for count in COUNTS))
    for rate in (0.5, 2.0, 10.0):
        found = [simulated(count, each_bytes, each_cpu, rate, 1.0) for count in COUNTS]
        print(f"  at {rate:4.1f} frames/s each" + "".join(f"{one:>8.1f}" for one in found))
        shares = [one / (rate * count) for one, count in zip(found, COUNTS, strict=True)]
        print("  of what they could    " + "".join(f"{share:>8.0%}" for share in shares))
