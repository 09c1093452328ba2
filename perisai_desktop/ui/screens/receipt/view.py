"""The receipt's window: the paper at the left, what to do with it at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.documents.preview import PageImage
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.receipt.state import ReceiptState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from sync.rules.rupiah import format_rupiah

PAPER_WIDTH = 420
SIDE_WIDTH = 344


class ReceiptWindow(QDialog):
    """Opens after the money was taken, or for an older receipt; closing it loses nothing.

    `save_pressed` carries the path for the PDF, `next_person` asks for an empty form, `folder_chosen` names the folder for PDFs from now on.
    """

    next_person = Signal()
    save_pressed = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, receipt: Receipt, folder: Path, *, fresh: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Receipt {number}").format(number=receipt.number))
        self._receipt = receipt
        self._folder = folder
        self.drawn = False
        self._paper = Paper()
        self._note = Banner()
        self._where = Elided("", Role.HELP)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._well())
        line.addWidget(self._side(fresh))
        self._note.say(*self._safe_words(fresh), Tone.OK)

    def show_state(self, state: ReceiptState) -> None:
        """Show the page, and where it was saved or why not."""
        self.drawn = state.page is not None
        if state.page is not None:
            self._paper.show_page(state.page)
        if state.failure is not None:
            words = explain(state.failure)
            self._note.say(words.what, f"{words.safe} {words.now}", Tone.ERROR)
        elif state.saved_as is not None:
            self._note.say(self.tr("The PDF is saved"), str(self._folder / state.saved_as), Tone.OK)
        self._open.setEnabled(state.saved_as is not None)

    @property
    def page_width(self) -> int:
        """Pixels across that the page is drawn with on this screen."""
        return round(PAPER_WIDTH * self.devicePixelRatioF())

    @property
    def path(self) -> Path:
        """The file that the PDF is saved as: the receipt's number, nothing personal."""
        return self._folder / f"{self._receipt.number}.pdf"

    def _well(self) -> QFrame:
        well = QFrame()
        well.setProperty("well", "true")
        column = QVBoxLayout(well)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignCenter)
        return well

    def _side(self, fresh: bool) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH + 48)
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        title = self.tr("Receipt ready") if fresh else self.tr("Receipt")
        column.addWidget(Text(title, Role.TOTAL))
        column.addWidget(self._note)
        column.addWidget(Text(self._receipt.number, Role.STRONG, selectable=True))
        column.addWidget(Text(format_rupiah(self._receipt.total), Role.FIGURE))
        column.addStretch(1)
        column.addWidget(Text(self.tr("Folder for PDFs"), Role.LABEL))
        column.addWidget(self._where)
        self._where.setText(str(self._folder))
        self._save = Button(self.tr("Save PDF"), Kind.PRIMARY, icon="file-down", key="S")
        self._save.setObjectName("receipt_save")
        self._save.clicked.connect(self._press_save)
        self._open = Button(self.tr("Open to print"), icon="printer", key="P")
        self._open.setObjectName("receipt_open")
        self._open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path))))
        self._open.setEnabled(False)
        choose = Button(self.tr("Other folder"), icon="hard-drive")
        choose.setObjectName("receipt_folder")
        choose.clicked.connect(self._choose_folder)
        share = Button(self.tr("Copy text to share"), icon="share-2", key="B")
        share.setObjectName("receipt_share")
        share.clicked.connect(self._share)
        for left, right in ((self._save, self._open), (choose, share)):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(left, 1)
            line.addWidget(right, 1)
            column.addLayout(line)
        if fresh:
            following = Button(self.tr("Enrol the next person"), Kind.MAIN, icon="user-plus", key="Ctrl+N")
            following.setObjectName("receipt_next")
            following.clicked.connect(self._press_next)
            following.setDefault(True)
            following.setAutoDefault(True)
            column.addWidget(following)
            following.setFocus()
        close = Button(self.tr("Close"), icon="x", key="Esc", bind=False)
        close.setObjectName("receipt_close")
        close.clicked.connect(self.reject)
        column.addWidget(close)
        QShortcut(QKeySequence("Ctrl+S"), self, self._press_save)
        return side

    def _safe_words(self, fresh: bool) -> tuple[str, str]:
        amount = format_rupiah(self._receipt.total)
        if not fresh:
            return self.tr("{amount} received").format(amount=amount), self.tr(
                "The number and the amount never change."
            )
        return (
            self.tr("{amount} and the data are saved").format(amount=amount),
            self.tr("Safe on this laptop, not yet sent to the branch"),
        )

    def _press_save(self) -> None:
        self.save_pressed.emit(self.path)

    def _press_next(self) -> None:
        self.accept()
        self.next_person.emit()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for PDFs"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._where.setText(chosen)
            self.folder_chosen.emit(self._folder)

    def _share(self) -> None:
        receipt = self._receipt
        words = self.tr("Receipt {number}, {amount}. Check it here: {link}").format(
            number=receipt.number, amount=format_rupiah(receipt.total), link=receipt.link
        )
        QGuiApplication.clipboard().setText(words)
        self._note.say(self.tr("Copied"), self.tr("Paste it into a message to the worker."), Tone.OK)


class Paper(QWidget):
    """The page as it will look on paper; white in both themes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setFixedSize(PAPER_WIDTH, round(PAPER_WIDTH * 210 / 148))
        self.setAccessibleName(self.tr("The receipt as it looks on paper"))

    def show_page(self, page: PageImage) -> None:
        """Show the pixels of `page` at the width of the paper."""
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
        self._image = image
        self.setFixedSize(QSize(PAPER_WIDTH, round(PAPER_WIDTH * page.height / page.width)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(QRectF(self.rect()), self._image)
