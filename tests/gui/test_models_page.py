"""The page of models, and the box in the options: nothing is fetched unasked, nothing waits."""

import hashlib
import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QInputDialog, QMessageBox

from app.text.model_wording import choice_text, cost_text, state_text
from app.window.main_window import Window
from engine.background.model_keeper import ModelKeeper
from engine.estimating import speeds
from engine.estimating.model_costs import model_states
from engine.estimating.speeds import NetworkSpeed
from engine.jobs.errors import Cancelled, WeightsError, WeightsProblem
from engine.jobs.options import DEFAULT_MODEL
from engine.networks import catalogue

COMPACT = "realesr-general-x4v3"


class FakeFetch:
    """Fetches half of a file and waits, then writes the file or fails."""

    def __init__(self, folder):
        self.folder = folder
        self.asked = []
        self.released = threading.Event()
        self.error = None

    def __call__(self, model, on_progress, cancel):
        self.asked.append(model.name)
        on_progress(model.size_bytes // 2, model.size_bytes)
        while not self.released.wait(0.01):
            if cancel.is_set():
                raise Cancelled
        if self.error is not None:
            raise self.error
        self.folder.mkdir(exist_ok=True)
        (self.folder / model.file).write_bytes(b"weights")
        return self.folder / model.file


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "models_folder", lambda: tmp_path / "models")
    catalogue.reload()
    yield tmp_path / "models"
    monkeypatch.undo()
    catalogue.reload()


@pytest.fixture
def fetch(folder):
    return FakeFetch(folder)


@pytest.fixture
def keeper(qapp, fetch):
    made = ModelKeeper(fetch=fetch)
    yield made
    fetch.released.set()
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
        keeper=keeper,
    )
    qtbot.addWidget(made)
    made.show()
    made.restore_queue()
    qtbot.waitUntil(lambda: box_of(made).count() > 2)
    yield made
    queue_file.close()


def box_of(window):
    return window.options_panel.findChild(QComboBox, "model")


def pick(window, text):
    box = box_of(window)
    rows = [row for row in range(box.count()) if text in box.itemText(row)]
    assert len(rows) == 1, [box.itemText(row) for row in range(box.count())]
    box.setCurrentIndex(rows[0])
    box.activated.emit(rows[0])


@pytest.fixture
def page(window, qtbot):
    """The page as it opens when a missing model is picked."""
    pick(window, "compact (official)")
    page = window.models.page
    qtbot.waitUntil(lambda: page.current is not None)
    return page


def test_a_missing_model_is_offered_not_fetched(window, page, fetch):
    assert page.isVisible()
    assert page.current.entry.name == COMPACT
    assert page.details.fetch.isVisible()
    assert "4.9 MB" in page.details.fetch.text()
    assert not page.details.use.isVisible()
    assert fetch.asked == []
    assert window.editing.next_options.model == DEFAULT_MODEL
    assert box_of(window).currentText() == "Homereel small"


def test_fetching_and_using_a_model(window, page, fetch, qtbot):
    page.details.fetch.click()
    qtbot.waitUntil(lambda: page.details.progress.value() == 499)
    assert "2.4 MB / 4.9 MB" in page.details.progress.format()
    assert page.details.cancel.isVisible()
    assert not page.details.fetch.isVisible()
    fetch.released.set()
    qtbot.waitUntil(page.details.use.isVisible)
    assert not page.details.progress.isVisible()
    assert "can be used now" in page.remark.text()
    assert window.editing.next_options.model == DEFAULT_MODEL, "used only when that is wanted"
    page.details.use.click()
    assert window.editing.next_options.model == COMPACT
    assert "compact" in box_of(window).currentText()
    assert not page.details.use.isEnabled()
    assert not window.options_panel.look._threshold.isVisible(), "it has no slider"


def test_an_installed_model_is_used_at_once(window, folder, qtbot, fetch):
    folder.mkdir()
    (folder / "realesr-animevideov3.pth").write_bytes(b"weights")
    window._intake.request_models()
    qtbot.waitUntil(lambda: "animated films (official)" in text_of(window))
    pick(window, "Real-ESRGAN for animated films (official)")
    assert window.editing.next_options.model == "realesr-animevideov3"
    assert window.models.page is None
    pick(window, "Homereel small")
    assert window.editing.next_options.model == DEFAULT_MODEL
    assert window.editing.next_options.threshold is None
    assert fetch.asked == []


def text_of(window):
    box = box_of(window)
    rows = [box.itemText(row) for row in range(box.count())]
    return "\n".join(row for row in rows if "not here yet" not in row)


def test_cancelling_keeps_what_arrived(page, qtbot):
    page.details.fetch.click()
    qtbot.waitUntil(lambda: page.details.progress.value() == 499)
    page.details.cancel.click()
    qtbot.waitUntil(page.details.fetch.isVisible, timeout=2000)
    assert "goes on from there" in page.remark.text()


def test_an_interrupted_download_can_go_on(folder, page, qtbot):
    folder.mkdir()
    (folder / "realesr-general-x4v3.pth.part").write_bytes(bytes(1_000_000))
    page.open_at(COMPACT, DEFAULT_MODEL)
    qtbot.waitUntil(lambda: "Go on" in page.details.fetch.text())
    assert "3.9 MB" in page.details.fetch.text()
    assert "1.0 MB of 4.9 MB fetched" in page.list.currentItem().text()


def test_a_failure_is_said(page, fetch, qtbot):
    fetch.error = WeightsError(COMPACT, WeightsProblem.DOWNLOAD_FAILED, "no route to host")
    fetch.released.set()
    page.details.fetch.click()
    qtbot.waitUntil(lambda: "no route to host" in page.remark.text())
    assert page.details.fetch.isVisible()


def test_a_second_model_waits_for_the_first(page, fetch, qtbot):
    page.details.fetch.click()
    qtbot.waitUntil(lambda: fetch.asked == [COMPACT])
    page._select("realesrgan-x4plus")
    page.details.fetch.click()
    assert page.details.progress.format() == "Waiting…"
    page.details.cancel.click()
    qtbot.waitUntil(page.details.fetch.isVisible)
    fetch.released.set()
    page._select(COMPACT)
    qtbot.waitUntil(page.details.use.isVisible)
    assert fetch.asked == [COMPACT]


def test_a_file_is_imported_where_homereel_knows_it(page, tmp_path, qtbot, monkeypatch):
    content = b"the official weights"
    digest = hashlib.sha256(content).hexdigest()
    models = tuple(
        replace(model, sha256=digest) if model.name == COMPACT else model
        for model in catalogue.load_catalogue()
    )
    monkeypatch.setattr(catalogue, "load_catalogue", lambda: models)
    monkeypatch.setattr(catalogue, "reload", lambda: None)
    file = tmp_path / "from a stick.pth"
    file.write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", True))
    page.add_button.click()
    qtbot.waitUntil(lambda: "can be used now" in page.remark.text())
    qtbot.waitUntil(page.details.use.isVisible)


def test_a_file_that_is_no_model(page, tmp_path, qtbot, monkeypatch):
    file = tmp_path / "holiday.pth"
    file.write_bytes(b"no model")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("MIT", True))
    page.add(file)
    assert not page.add_button.isEnabled()
    qtbot.waitUntil(lambda: "cannot be read" in page.remark.text(), timeout=20_000)
    assert page.add_button.isEnabled()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", False))
    page.add(file)
    assert page.add_button.isEnabled(), "cancelled"


def test_a_fetched_file_can_be_deleted_but_not_the_one_in_use(window, page, fetch, qtbot):
    fetch.released.set()
    page.details.fetch.click()
    qtbot.waitUntil(page.details.use.isVisible)
    page.details.use.click()
    assert not page.details.remove.isEnabled()
    pick(window, "Homereel small")
    page.details.remove.click()
    qtbot.waitUntil(page.details.fetch.isVisible)
    page._select(DEFAULT_MODEL)
    assert not page.details.remove.isVisible()


def test_a_file_that_cannot_be_fetched_again_is_deleted_after_a_question(
    *, page, folder, qtbot, monkeypatch
):
    models = tuple(
        replace(model, url=None) if model.name == COMPACT else model
        for model in catalogue.load_catalogue()
    )
    monkeypatch.setattr(catalogue, "load_catalogue", lambda: models)
    folder.mkdir()
    file = folder / "realesr-general-x4v3.pth"
    file.write_bytes(b"weights")
    page.open_at(COMPACT, DEFAULT_MODEL)
    qtbot.waitUntil(page.details.remove.isVisible)

    def answer(word):
        def press(box):
            assert "compact (official)" in box.text()
            next(b for b in box.buttons() if word in b.text()).click()

        monkeypatch.setattr(QMessageBox, "exec", press)
        page.details.remove.click()

    answer("Keep it")
    qtbot.wait(50)
    assert file.exists()
    answer("Delete it")
    qtbot.waitUntil(lambda: not file.exists())


def test_closing_the_window_ends_a_download(window, page, qtbot, keeper):
    page.details.fetch.click()
    qtbot.waitUntil(lambda: page.details.progress.value() == 499)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible() and not keeper.isRunning())


def test_what_is_said_about_models(folder):
    states = {state.entry.name: state for state in model_states()}
    assert "compared with" in cost_text(states[DEFAULT_MODEL])
    slow = states["realesrgan-x4plus"]
    assert cost_text(slow) == "About 36 times as long as the bundled model (estimated)"
    assert choice_text(slow) == "Real-ESRGAN x4plus (official) (not here yet)"
    assert state_text(states["basicvsr-reds4"]) == "to be imported, 25.2 MB"
    seconds = {DEFAULT_MODEL: 0.2, "realesrgan-x4plus": 2.0}
    speeds.remember(
        *(
            NetworkSpeed(
                model=name,
                device="auto",
                is_processor=True,
                pixels=320 * 240,
                seconds_per_frame=value,
                cleaning_share=0.0,
            )
            for name, value in seconds.items()
        )
    )
    (measured,) = (s for s in model_states() if s.entry.name == "realesrgan-x4plus")
    assert cost_text(measured) == "About 10 times as long as the bundled model (measured here)"


def test_the_slider_of_a_mix_offers_the_model_that_is_missing(window, folder, qtbot):
    folder.mkdir()
    (folder / "realesr-general-x4v3.pth").write_bytes(b"weights")
    window._intake.request_models()
    qtbot.waitUntil(lambda: "compact (official)" in text_of(window))
    look = window.options_panel.look
    assert not look._denoise.isVisibleTo(look)
    pick(window, "compact (official)")
    assert look._denoise.isVisibleTo(look)
    look._denoise.slider.setValue(40)
    assert look._denoise.slider.value() == 100
    qtbot.waitUntil(lambda: window.models.page.current is not None)
    assert window.models.page.current.entry.name == "realesr-general-wdn-x4v3"
    assert window.editing.next_options.denoise is None
    (folder / "realesr-general-wdn-x4v3.pth").write_bytes(b"weights")
    window._intake.request_models()
    qtbot.waitUntil(lambda: "keeps noise (official)" in text_of(window))
    look._denoise.slider.setValue(40)
    assert window.editing.next_options.denoise == 0.4
    pick(window, "Homereel small")
    assert window.editing.next_options.denoise is None


def test_pictures_of_a_model_for_single_frames_can_be_steadied(window, folder, qtbot):
    folder.mkdir()
    (folder / "realesr-general-x4v3.pth").write_bytes(b"weights")
    window._intake.request_models()
    qtbot.waitUntil(lambda: "compact (official)" in text_of(window))
    box = window.options_panel.look._steady
    assert not box.isVisibleTo(window.options_panel.look)
    pick(window, "compact (official)")
    assert box.isVisibleTo(window.options_panel.look)
    box.click()
    assert window.editing.next_options.steady
    pick(window, "Homereel small")
    assert not window.editing.next_options.steady
    pick(window, "compact (official)")
    assert not box.isChecked()
