"""The window of a receipt on the tour: looked at, saved as a PDF, put away."""

from __future__ import annotations

from pathlib import Path

from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.keyboard import Keyboard
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.shell.agent_window import AgentWindow


class ReceiptWalk:
    """Every receipt ends as `folder`/NUMBER.pdf."""

    def __init__(self, window: AgentWindow, pictures: Pictures, folder: Path, keyboard: Keyboard) -> None:
        self._window = window
        self._pictures = pictures
        self._folder = folder
        self._keyboard = keyboard

    def keep(self, number: str, picture: str = "receipt") -> None:
        """Save the receipt that is open or about to open, and close its window."""
        wait_for(lambda: self._window.receipt_window is not None, "receipt window")
        window = self._window.receipt_window
        assert window is not None
        hand = Hand(window, self._keyboard)
        wait_for(lambda: window.drawn, "receipt drawn")
        self._pictures.take(picture, window)
        hand.press("receipt_save")
        wait_for(self._path(number).exists, "receipt saved")
        hand.press("receipt_close")
        wait_for(lambda: self._window.receipt_window is None, "receipt closed")

    def catch_up(self, number: str) -> None:
        """Save the PDF of a receipt that an earlier, interrupted tour issued and did not save."""
        if not self._path(number).exists():
            self._window.show_receipt(number)
            self.keep(number)

    def _path(self, number: str) -> Path:
        return self._folder / f"{number}.pdf"
