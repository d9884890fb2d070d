"""The graphics card in the window: an offer, a page, and nothing that is fetched unasked."""

import threading
from dataclasses import replace

import pytest

from app.text.card_wording import card_sentence
from app.window.card.card_choosing import CardChoosing
from app.window.card.card_page import CardPage
from app.window.main_window import Window
from engine.background.runtime_keeper import RuntimeKeeper
from engine.installation.cards import Card, CardKind
from engine.installation.runtimes import CardReport, CardRuntime, Wheel
from engine.jobs.errors import Cancelled, CardRuntimeError, RuntimeProblem

CARD = Card(CardKind.CUDA, "GeForce RTX 3060", "580.95")
RUNTIME = CardRuntime(
    name="cuda-13.0",
    card=CardKind.CUDA,
    platform="linux-x86_64",
    python="3.11",
    least_driver="580.65",
    wheels=(Wheel(url="https://x/torch.whl", size_bytes=2_500_000_000, sha256="0" * 64),),
)
UNUSED = CardReport(cards=(CARD,), unused=CARD, runtime=RUNTIME, active=None, arrived_bytes=0)
IN_USE = replace(UNUSED, unused=None, active="cuda-13.0")


class FakeCard:
    """A computer with a card; fetching waits until it is released."""

    def __init__(self):
        self.report = UNUSED
        self.fetched = threading.Event()
        self.error = None
        self.removed = 0

    def look(self):
        return self.report

    def fetch(self, runtime, on_progress, cancel):
        on_progress(runtime.size_bytes // 5, runtime.size_bytes)
        while not self.fetched.wait(0.01):
            if cancel.is_set():
                self.report = replace(UNUSED, arrived_bytes=500_000_000)
                raise Cancelled
        if self.error is not None:
            raise self.error
        self.report = replace(UNUSED, active=runtime.name)

    def remove(self):
        self.removed += 1
        self.report = UNUSED
        return 1


@pytest.fixture
def computer():
    return FakeCard()


@pytest.fixture
def keeper(qapp, computer):
    made = RuntimeKeeper(look=computer.look, fetch=computer.fetch, remove=computer.remove)
    yield made
    made.stop()
    assert made.wait(5000)


@pytest.fixture
def window(*, qtbot, engine, intake, player, settings, appearance, queue_file, keeper, monkeypatch):
    monkeypatch.setattr(Window, "ask_to_close", lambda self: True)
    made = Window(
        engine=engine,
        intake=intake,
        player=player,
        settings=settings,
        appearance=appearance,
        queue_file=queue_file,
        runtime_keeper=keeper,
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    queue_file.close()


@pytest.fixture
def choosing(window, intake, qtbot):
    """The offer is shown."""
    intake.unused_card_found.emit(CARD)
    qtbot.waitUntil(window.card.bar.isVisible)
    return window.card


def test_no_card_no_offer(window):
    assert not window.card.bar.isVisible()


def test_the_offer_names_card_and_size_and_fetches_nothing(choosing, computer):
    assert "GeForce RTX 3060" in choosing.bar.text.text()
    assert "2.5 GB" in choosing.bar.fetch.text()
    assert not choosing._is_busy


def test_an_offer_that_was_refused_is_not_made_again(choosing, intake, settings, qtbot, window):
    choosing.bar.refuse.click()
    assert not choosing.bar.isVisible()
    assert settings.is_card_refused
    with qtbot.waitSignal(window.runtime_keeper.looked):
        intake.unused_card_found.emit(CARD)
    assert not choosing.bar.isVisible()
    window.menus.card.trigger()
    qtbot.waitUntil(choosing.page.fetch.isVisible)


def test_one_button_fetches_and_the_next_start_uses_it(choosing, computer, qtbot, window):
    choosing.bar.fetch.click()
    page = choosing.page
    qtbot.waitUntil(lambda: page.progress.value() == 200 and "/ 2.5 GB" in page.progress.format())
    assert page.cancel.isVisible()
    assert not page.fetch.isVisible()
    assert not choosing.bar.isVisible()
    computer.fetched.set()
    qtbot.waitUntil(lambda: "open Homereel again" in page.text.text())
    assert "open Homereel again" in window.foot.notice.text()
    assert not page.cancel.isVisible()
    page.remove.click()
    qtbot.waitUntil(page.fetch.isVisible)
    assert computer.removed == 1


def test_fetching_is_cancelled_and_goes_on(choosing, computer, qtbot):
    choosing.bar.fetch.click()
    qtbot.waitUntil(lambda: choosing.page.progress.value() == 200)
    choosing.page.cancel.click()
    qtbot.waitUntil(lambda: "Go on fetching (2.0 GB)" in choosing.page.fetch.text())
    choosing.page.fetch.click()
    assert choosing.page.progress.value() == 200
    computer.fetched.set()
    qtbot.waitUntil(choosing.page.remove.isVisible)


def test_a_build_that_does_not_work_is_told_and_can_be_tried_again(choosing, computer, qtbot):
    computer.error = CardRuntimeError("cuda-13.0", RuntimeProblem.DOES_NOT_WORK, "no kernel")
    computer.fetched.set()
    choosing.bar.fetch.click()
    qtbot.waitUntil(lambda: "no kernel" in choosing.page.remark.text())
    assert choosing.page.fetch.isVisible()


def test_closing_the_window_ends_the_fetch(choosing, window, keeper, qtbot):
    choosing.bar.fetch.click()
    qtbot.waitUntil(keeper.isRunning)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not keeper.isRunning()


@pytest.mark.parametrize(
    ("report", "words", "can_fetch", "can_remove"),
    [
        (replace(UNUSED, cards=(), unused=None, runtime=None), "No graphics card", False, False),
        (UNUSED, "not used yet", True, False),
        (replace(UNUSED, runtime=None), "pytorch.org", False, False),
        (IN_USE, "is used: GeForce", False, True),
        (replace(UNUSED, cards=(replace(CARD, driver="535.1"),)), "580.65 or newer", False, False),
    ],
)
def test_the_page_says_what_there_is(qtbot, report, words, can_fetch, can_remove):
    page = CardPage()
    qtbot.addWidget(page)
    page.show_report(report, is_busy=False)
    page.show()
    assert words in page.text.text()
    assert words in card_sentence(report)
    assert page.fetch.isVisible() is can_fetch
    assert page.remove.isVisible() is can_remove


def test_without_a_page_a_failure_is_a_remark(window, keeper, settings, intake, qtbot):
    assert isinstance(window.card, CardChoosing)
    keeper.failed.emit(CardRuntimeError("cuda-13.0", RuntimeProblem.BUSY))
    assert "fetched already" in window.foot.notice.text()
