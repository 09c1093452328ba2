"""The receipt's window: the page, the PDF on the disk, and what is said when the disk is full."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services import receipting
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.receipt.presenter import ReceiptPresenter
from perisai_desktop.ui.screens.receipt.screen import receipt_window
from perisai_desktop.ui.screens.receipt.state import ReceiptState
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.typist import Typist


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield opened
    opened.close()


@pytest.fixture
def receipt(desk: AgentDesk) -> Receipt:
    return desk.enrolling.enrol(filled_draft(desk))


def full(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_page_is_drawn_and_the_pdf_saved_whole(desk: AgentDesk, receipt: Receipt, tmp_path: Path) -> None:
    jobs, shown = HandRunJobs(), list[ReceiptState]()
    presenter = ReceiptPresenter(desk.receipting, jobs, shown.append, receipt)
    presenter.open(420)
    assert shown[-1].busy
    jobs.run_all()
    assert shown[-1].page is not None
    assert shown[-1].page.width == 420
    path = tmp_path / f"{receipt.number}.pdf"
    presenter.save(path)
    jobs.run_all()
    assert (shown[-1].saved_as, shown[-1].busy) == (path.name, False)
    assert path.read_bytes() == desk.receipting.pdf(receipt.number)


def test_a_full_disk_is_said_and_the_receipt_stays(
    desk: AgentDesk, receipt: Receipt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, shown = HandRunJobs(), list[ReceiptState]()
    presenter = ReceiptPresenter(desk.receipting, jobs, shown.append, receipt)
    monkeypatch.setattr(receipting, "replace_atomically", full)
    presenter.save(tmp_path / "x.pdf")
    jobs.run_all()
    assert shown[-1].failure == Failure(FailureCode.DISK_FULL)
    assert shown[-1].saved_as is None
    monkeypatch.undo()
    presenter.save(tmp_path / "x.pdf")
    jobs.run_all()
    after = shown[-1]
    assert after.failure is None
    assert after.saved_as == "x.pdf"


def test_a_state_spells_out_nothing_personal(receipt: Receipt) -> None:
    assert "rifah" not in repr(ReceiptState(receipt))


class Table:
    """The window over a real store."""

    def __init__(self, window: ReceiptWindow, jobs: HandRunJobs, folder: Path) -> None:
        self.window = window
        self.typist = Typist(jobs)
        self.folder = folder

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found


@pytest.fixture
def table(desk: AgentDesk, receipt: Receipt, tmp_path: Path, showing: Callable[[QWidget], QWidget]) -> Table:
    folder = tmp_path / "Kuitansi Perisai"
    folder.mkdir()
    jobs = HandRunJobs()
    window = receipt_window(desk.receipting, jobs, receipt, folder, fresh=True)
    showing(window)
    jobs.run_all()
    return Table(window, jobs, folder)


def test_enter_saves_and_then_leads_to_the_next_person(table: Table, receipt: Receipt) -> None:
    following: list[bool] = []
    table.window.next_person.connect(lambda: following.append(True))
    assert table.window.drawn
    assert table.typist.place == "receipt_save"
    table.typist.press(Qt.Key.Key_Return)
    assert [path.name for path in table.folder.iterdir()] == [f"{receipt.number}.pdf"]
    assert table.typist.place == "receipt_next"
    table.typist.press(Qt.Key.Key_Return)
    assert following == [True]
    assert not table.window.isVisible()


def test_print_saves_first_and_opens_the_file(
    table: Table, receipt: Receipt, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url))
    table.part("receipt_open").setFocus()
    table.typist.press(Qt.Key.Key_Space)
    path = table.folder / f"{receipt.number}.pdf"
    assert [Path(url.toLocalFile()) for url in opened] == [path]
    assert path.exists()
    table.part("receipt_save").setFocus()
    table.typist.press(Qt.Key.Key_Space)
    assert len(opened) == 1


def test_the_text_to_share_holds_number_amount_and_link(table: Table, receipt: Receipt) -> None:
    table.part("receipt_share").setFocus()
    table.typist.press(Qt.Key.Key_Space)
    text = QGuiApplication.clipboard().text()
    assert receipt.number in text
    assert "Rp33.600" in text
    assert receipt.link in text
    assert receipt.received_from not in text


def test_escape_closes_and_tab_reaches_every_button(table: Table) -> None:
    visited = [table.typist.place]
    for _ in range(6):
        table.typist.press(Qt.Key.Key_Tab)
        visited.append(table.typist.place)
    names = {
        "receipt_save",
        "receipt_open",
        "receipt_folder",
        "receipt_share",
        "receipt_next",
        "receipt_close",
    }
    assert names <= set(visited)
    assert all(table.part(name).accessibleName() for name in names)
    table.typist.press(Qt.Key.Key_Escape)
    assert not table.window.isVisible()


def test_the_window_fits_a_small_screen(
    desk: AgentDesk, receipt: Receipt, tmp_path: Path, showing: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    owner = showing(QWidget())
    owner.resize(683, 384)
    jobs = HandRunJobs()
    window = receipt_window(desk.receipting, jobs, receipt, tmp_path, fresh=True, parent=owner)
    window.open()
    jobs.run_all()
    qtbot.waitUntil(window.isVisible)
    assert window.width() <= 683
    assert window.height() <= 384
    for name in ("receipt_save", "receipt_next", "receipt_close"):
        button = window.findChild(QWidget, name)
        assert isinstance(button, QWidget)
        qtbot.waitUntil(lambda button=button: button.visibleRegion().boundingRect().size() == button.size())  # type: ignore[misc]
    window.reject()
