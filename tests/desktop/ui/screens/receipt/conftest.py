"""The receipt's window on a table: a real store below, printers in the hand, keys from a typist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.printing import USUAL, PrintChoice
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import Printers
from perisai_desktop.ui.screens.receipt.screen import receipt_window
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.labels import Text
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.fake_printers import FakePrinters
from tests.support.typist import Typist

Showing = Callable[[QWidget], QWidget]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield opened
    opened.close()


@pytest.fixture
def receipt(desk: AgentDesk) -> Receipt:
    return desk.enrolling.enrol(filled_draft(desk))


class Table:
    """The window over a real store, with printers in the hand."""

    def __init__(
        self,
        desk: AgentDesk,
        receipt: Receipt,
        folder: Path,
        printers: Printers,
        *,
        fresh: bool = True,
        choice: PrintChoice = USUAL,
    ) -> None:
        self.jobs = HandRunJobs()
        self.typist = Typist(self.jobs)
        self.folder = folder
        self.chosen: list[PrintChoice] = []
        self.following: list[bool] = []
        self.window = receipt_window(desk.printing, printers, self.jobs, receipt, folder, choice, fresh=fresh)
        self.window.choice_made.connect(self.chosen.append)
        self.window.next_person.connect(lambda: self.following.append(True))

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found

    def go(self, name: str) -> None:
        self.part(name).setFocus(Qt.FocusReason.TabFocusReason)

    def look(self) -> None:
        self.window.looked.emit()
        self.jobs.run_all()

    @property
    def said(self) -> str:
        banner = self.window.findChild(Banner)
        assert banner is not None
        return banner.words

    def says(self, words: str) -> bool:
        return any(words in text.text() for text in self.window.findChildren(Text) if text.isVisible())


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def lay(desk: AgentDesk, receipt: Receipt, tmp_path: Path, showing: Showing) -> Callable[..., Table]:
    def laid(printers: Printers, *, fresh: bool = True, choice: PrintChoice = USUAL) -> Table:
        folder = tmp_path / "Kuitansi Perisai"
        folder.mkdir(exist_ok=True)
        table = Table(desk, receipt, folder, printers, fresh=fresh, choice=choice)
        showing(table.window)
        table.jobs.run_all()
        return table

    return laid


@pytest.fixture
def table(lay: Callable[..., Table], printers: FakePrinters) -> Table:
    return lay(printers)
