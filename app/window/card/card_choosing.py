"""Choosing the graphics card: an offer at the first start, and a page that says what is used."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.text.card_wording import can_fetch
from app.text.messages import describe
from app.window.card.card_bar import CardBar
from app.window.card.card_page import CardPage
from app.window.settings import Settings
from engine.background.intake_thread import Intake
from engine.background.runtime_keeper import RuntimeKeeper
from engine.installation.runtimes import CardReport


class CardChoosing(QObject):
    """Offers what a graphics card needs, and fetches it when a button is pressed.

    Args:
        keeper: looks for cards and fetches.
        intake: tells of a card that is not used.
        settings: remember that the offer was refused.
        window: the owner of bar and page.

    Attributes:
        bar: the offer at the foot of the window.
        page: what is known about the card; None until it is first opened.

    Signals:
        said(str): a passing remark.
    """

    said = Signal(str)

    def __init__(
        self, keeper: RuntimeKeeper, intake: Intake, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._keeper, self._settings, self._window = keeper, settings, window
        self._report: CardReport | None = None
        self._is_busy = False
        self.bar = CardBar(window)
        self.page: CardPage | None = None
        self.bar.fetch_wanted.connect(self.on_offer_taken)
        self.bar.refused.connect(self.on_refused)
        intake.unused_card_found.connect(lambda _card: keeper.look())
        keeper.looked.connect(self.on_looked)
        keeper.progressed.connect(self.on_progressed)
        keeper.fetched.connect(self.on_fetched)
        keeper.cancelled.connect(self.on_cancelled)
        keeper.failed.connect(self.on_failed)

    def open_page(self) -> None:
        """Open the page about the card."""
        if self.page is None:
            self.page = CardPage(self._window)
            self.page.fetch_wanted.connect(self.fetch)
            self.page.cancel_wanted.connect(self.on_cancel_wanted)
            self.page.remove_wanted.connect(self._keeper.remove)
        self.page.remark.clear()
        self._show()
        self._keeper.look()
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()

    def fetch(self) -> None:
        """Fetch the build for the card."""
        report = self._report
        if report is None or report.runtime is None or self._is_busy:
            return
        self._is_busy = True
        self._keeper.fetch(report.runtime)
        self._show()
        if self.page is not None:
            self.page.remark.clear()
            self.page.show_progress(report.arrived_bytes, report.runtime.size_bytes)

    def on_offer_taken(self) -> None:
        """The button of the offer was pressed."""
        self.open_page()
        self.fetch()

    def on_refused(self) -> None:
        """The offer is not wanted."""
        self._settings.is_card_refused = True
        self.bar.hide()

    def on_cancel_wanted(self) -> None:
        """Stop fetching."""
        if self.page is not None:
            self.page.cancel.setEnabled(False)
        self._keeper.cancel()

    def on_looked(self, report: CardReport) -> None:
        """It is known which cards there are."""
        self._report = report
        self._show()

    def on_progressed(self, done_bytes: int, total_bytes: int) -> None:
        """More has arrived."""
        if self.page is not None:
            self.page.show_progress(done_bytes, total_bytes)

    def on_fetched(self, _name: str) -> None:
        """The build for the card works."""
        self._is_busy = False
        self.said.emit(self.tr("The graphics card is used when you open Homereel again."))

    def on_cancelled(self) -> None:
        """It is not fetched any further."""
        self._is_busy = False
        self._keeper.look()
        self._show()

    def on_failed(self, error: Exception) -> None:
        """It could not be fetched, or does not work here."""
        self._is_busy = False
        self._show()
        if self.page is not None:
            self.page.remark.setText(describe(error))
        else:
            self.said.emit(describe(error))

    def _show(self) -> None:
        report = self._report
        if self.page is not None:
            self.page.show_report(report, is_busy=self._is_busy)
        is_offered = report is not None and can_fetch(report) and not self._is_busy
        if report is not None and is_offered and not self._settings.is_card_refused:
            self.bar.offer(report)
        else:
            self.bar.hide()
