"""What the receipt's window does: draws the page, saves the PDF, shares the link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.receipting import Receipting
from perisai_desktop.ui.screens.receipt.state import ReceiptState

Show = Callable[[ReceiptState], None]


class ReceiptPresenter:
    """The receipt is in the journal before this window opens: nothing here can lose it."""

    def __init__(self, receipting: Receipting, jobs: Jobs, show: Show, receipt: Receipt) -> None:
        self._receipting = receipting
        self._jobs = jobs
        self._show = show
        self._closed = False
        self.state = ReceiptState(receipt)

    def open(self, width_px: int) -> None:
        """Draw the page `width_px` pixels wide."""
        number = self.state.receipt.number
        self._present(replace(self.state, busy=True))
        self._jobs.run(Lane.LOCAL, lambda: self._receipting.page(number, width_px), self._drawn)

    def save(self, path: Path) -> None:
        """Write the PDF to `path`, whole or not at all."""
        number = self.state.receipt.number
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._receipting.save_pdf(number, path),
            lambda outcome: self._saved(outcome, path.name),
        )

    def close(self) -> None:
        """The window is gone: what is under way ends unseen."""
        self._closed = True

    def _drawn(self, outcome: Ok[PageImage] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, busy=False, page=outcome.value))

    def _saved(self, outcome: Ok[None] | Err, name: str) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, busy=False, saved_as=name))

    def _present(self, state: ReceiptState) -> None:
        self.state = state
        if not self._closed:
            self._show(state)
