"""Who gets which stretch."""

from fractions import Fraction

import pytest

from engine.cluster.pausing import PausedPeers
from engine.cluster.sharing import SILENT_SECONDS, FilmQueue, Foreman
from engine.cluster.tasks import TRIAL, Recipe, Task
from engine.jobs.choices import Codec
from engine.jobs.events import PeerFault, PeerState
from engine.jobs.options import Options
from engine.restoring.plans import Plan
from engine.video.writing.encoder import Encoding
from tests.gui.fakes import source_info


class House:
    """A foreman, its peers and films, and a clock that is set by hand."""

    def __init__(self):
        self.now = 100.0
        self.paused = PausedPeers()
        self.foreman = Foreman(self.paused, lambda: self.now)
        self.given, self.withdrawn = [], []
        self._tasks = {}

    def give(self, peer, task):
        self.given.append((peer, task.film, task.number))
        self._tasks[peer] = task

    def withdraw(self, attempt):
        self.withdrawn.append(attempt)

    def film(self, name="film", pieces=(), *, passed=("a", "b", "c"), here=True):
        film = FilmQueue(
            name,
            RECIPE,
            here,
            lambda number, attempt: Task(attempt=attempt, film=name, number=number, recipe=RECIPE),
        )
        film.passed |= set(passed)
        self.foreman.add_film(film)
        for number in pieces:
            self.foreman.add(film, number, 100)
        return film

    def join(self, *names, **words):
        for name in names:
            self.foreman.joined(name, name, self, **words)

    def report(self, peer, done):
        return self.foreman.reported(self._tasks[peer].attempt, done)

    def answer(self, film, peer, *, release=True, seconds=None):
        """Let a peer bring a good answer."""
        attempt = next(one for one in film.attempts if one.peer.name == peer)
        accepted = self.foreman.accept(attempt, seconds)
        if release:
            self.foreman.released(peer, attempt.name)
        return accepted

    def reject(self, film, peer, fault):
        attempt = next(one for one in film.attempts if one.peer.name == peer)
        self.foreman.reject(attempt, fault)
        self.foreman.released(peer, attempt.name)

    def troubles(self, film):
        items = [film.inbox.get_nowait() for _ in range(film.inbox.qsize())]
        return [(item.peer, item.fault) for item in items]

    def state(self, name):
        return next(peer for peer in self.foreman.peers() if peer.name == name).state


RECIPE = Recipe(
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


@pytest.fixture
def house():
    return House()


def test_stretches_go_out_in_order_to_whoever_is_free(house):
    house.join("a", "b")
    film = house.film(pieces=range(4))
    assert house.given == [("a", "film", 0), ("b", "film", 1)]
    house.answer(film, "b")
    assert house.given[2:] == [("b", "film", 2)]


def test_a_new_peer_restores_the_test_frames_first(house):
    film = house.film(pieces=range(2), passed=())
    house.join("a")
    assert house.given == [("a", "film", TRIAL)]
    house.answer(film, "a")
    assert house.given[1:] == [("a", "film", 0)]


def test_this_computer_needs_no_trial_and_may_be_left_out(house):
    house.join("here", is_local=True)
    house.film("one", [0], passed=(), here=False)
    assert house.given == []
    house.film("two", [0], passed=())
    assert house.given == [("here", "two", 0)]


def test_a_stretch_of_a_peer_that_left_goes_to_another(house):
    house.join("a")
    film = house.film(pieces=[0])
    house.foreman.left("a")
    assert house.troubles(film) == [("a", PeerFault.LOST)]
    house.join("b")
    assert house.given[-1] == ("b", "film", 0)


def test_a_silent_peer_is_helped_and_the_first_answer_counts(house):
    house.join("a", "b")
    film = house.film(pieces=[0, 1])
    house.now += 5
    house.answer(film, "b")
    assert len(house.given) == 2
    house.now += SILENT_SECONDS
    house.foreman.tick()
    assert house.given[-1] == ("b", "film", 0)
    assert house.state("a") is PeerState.SILENT
    late = next(one for one in film.attempts if one.peer.name == "a")
    assert house.answer(film, "b")
    assert not house.foreman.accept(late)
    assert house.withdrawn == [late.name]
    assert not film.attempts
    assert not film.ready


def test_a_peer_that_was_helped_gets_nothing_before_it_has_let_go(house):
    house.join("a", "b")
    film = house.film(pieces=[0, 1])
    house.now += SILENT_SECONDS + 1
    house.answer(film, "b")
    late = next(one for one in film.attempts if one.peer.name == "a")
    house.answer(film, "b")
    house.foreman.add(film, 2, 100)
    house.foreman.add(film, 3, 100)
    assert [peer for peer, _, number in house.given if number > 1] == ["b"]
    assert not house.report("a", 50)
    house.foreman.released("a", late.name)
    assert house.given[-1] == ("a", "film", 3)


def test_a_peer_that_falls_behind_is_helped_by_one_that_is_faster(house):
    house.join("a", "b")
    film = house.film(pieces=[0, 1, 2])
    house.now += 10
    house.report("a", 2)
    house.answer(film, "b")  # 10 frames a second, the other one 0.2
    house.now += 10
    house.report("a", 4)
    house.answer(film, "b")
    assert house.given[-1] == ("b", "film", 0)


def test_equal_peers_do_not_help_each_other(house):
    house.join("a", "b")
    film = house.film(pieces=[0, 1])
    house.now += 10
    house.report("a", 90)
    house.answer(film, "b")
    assert len(house.given) == 2


def test_with_enough_films_each_peer_has_one_of_its_own(house):
    films = {name: house.film(name, range(3)) for name in ("one", "two", "three")}
    house.join("a", "b", "c")
    owners = {peer: film for peer, film, _ in house.given}
    assert sorted(owners.values()) == ["one", "three", "two"]
    for _ in range(2):
        for peer, name in owners.items():
            house.answer(films[name], peer)
    assert {(peer, film) for peer, film, _ in house.given} == set(owners.items())


@pytest.mark.parametrize("fault", [PeerFault.GARBAGE, PeerFault.WRONG_SIZE, PeerFault.DISK_FULL])
def test_a_bad_peer_is_left_out(house, fault):
    house.join("a")
    film = house.film(pieces=[0])
    house.reject(film, "a", fault)
    assert house.troubles(film) == [("a", fault)]
    assert len(house.given) == 1
    assert house.state("a") is PeerState.LEFT_OUT
    house.join("b")
    assert house.given[-1] == ("b", "film", 0)


def test_a_damaged_answer_is_forgiven_but_not_for_ever(house):
    house.join("a")
    film = house.film(pieces=[0])
    for _ in range(3):
        house.reject(film, "a", PeerFault.WRONG_CHECKSUM)
    assert len(house.given) == 3
    assert house.state("a") is PeerState.LEFT_OUT


def test_a_peer_goes_on_while_its_answer_is_judged_but_not_while_its_trial_is(house):
    house.join("a", "new")
    film = house.film(pieces=range(3))
    for one in list(film.attempts):
        house.foreman.answered(one.name, b"")
        house.foreman.released(one.peer.name, one.name)
    assert house.given == [("a", "film", 0), ("new", "film", TRIAL), ("a", "film", 1)]


def test_a_peer_that_ends_a_task_without_a_word_is_given_it_again_but_not_for_ever(house):
    house.join("a")
    film = house.film(pieces=[0])
    for _ in range(3):
        house.foreman.released("a", film.attempts[0].name)
    assert not film.attempts
    assert house.state("a") is PeerState.LEFT_OUT


def test_it_is_known_whether_anybody_may_work_on_a_film(house):
    film = house.film(pieces=[0], here=False)
    house.join("here", is_local=True)
    assert not house.foreman.has_peers(film)
    house.join("a")
    assert house.foreman.has_peers(film)
    house.reject(film, "a", PeerFault.GARBAGE)
    assert not house.foreman.has_peers(film)


def test_a_paused_peer_ends_its_stretch_and_gets_no_other(house):
    house.join("a")
    film = house.film(pieces=[0, 1])
    house.paused.pause("a", is_paused=True)
    house.answer(film, "a")
    assert len(house.given) == 1
    assert house.state("a") is PeerState.PAUSED
    house.paused.pause("a", is_paused=False)
    house.foreman.tick()
    assert len(house.given) == 2


def test_what_counts_is_the_speed_that_was_measured(house):
    house.join("a")
    film = house.film(pieces=[0, 1])
    house.now += 50
    house.answer(film, "a", seconds=0.1)
    assert house.troubles(film) == [("a", PeerFault.LYING_SPEED)]
    (peer,) = house.foreman.peers()
    assert (peer.frames, peer.frames_per_second, peer.share) == (100, 2.0, 1.0)
    assert len(house.given) == 2


def test_a_film_that_ends_takes_its_stretches_back(house):
    house.join("a")
    film = house.film(pieces=[0])
    house.foreman.remove_film(film)
    assert len(house.withdrawn) == 1
    assert not house.report("a", 10)
