"""The computers that share renders, and the renders that they know."""

import gc
import weakref

import pytest

from engine.cluster import crew as crew_module
from engine.cluster.crew import Crew


class Render:
    def __init__(self, *_parts, name):
        self.name, self.tasks = name, []

    def restore_here(self, task):
        self.tasks.append(task)
        return b""


class Task:
    attempt = "film1-0-1"
    film = "film1"


@pytest.fixture
def crew(monkeypatch):
    monkeypatch.setattr(crew_module, "SharedRender", Render)
    return Crew(None)


def test_a_render_that_is_over_does_not_stay_in_memory(crew):
    render = crew.share_out(None)
    is_there = weakref.ref(render)
    del render
    gc.collect()
    assert is_there() is None


def test_a_task_of_a_render_that_is_over_is_let_go(crew, monkeypatch):
    released, failed = [], []
    monkeypatch.setattr(crew.foreman, "released", lambda *words: released.append(words))
    monkeypatch.setattr(crew.foreman, "failed", lambda *words: failed.append(words))
    render = crew.share_out(None)
    crew._carry_out("here", Task)
    assert render.tasks == [Task]
    del render
    crew._carry_out("here", Task)
    assert released == [("here", "film1-0-1")] * 2
    assert failed == []
