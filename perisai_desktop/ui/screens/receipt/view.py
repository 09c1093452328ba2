"""The receipt's window: the paper at the left, what to do with it at the right."""

from __future__ import annotations

from collections.abc import Callable
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
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.i18n import month_short
from perisai_desktop.ui.screens.receipt.state import ReceiptState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.labels import Elided, Role, Text, rule
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from sync.rules.rupiah import format_rupiah

PAPER_WIDTH = 420
SIDE_WIDTH = 392
MARGIN = 24


class ReceiptWindow(QDialog):
    """Opens after the money was taken, or for an older receipt; closing it loses nothing.

    `save_pressed` carries the path for the PDF, `next_person` asks for an empty form, `folder_chosen` names the folder for PDFs from now on.
    """

    help_page = "receipt"
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
        self._printing = False
        self._following: Button | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._well(), 1)
        line.addWidget(self._side(fresh))
        self._note.say(*self._safe_words(fresh), Tone.OK)
        self._save.setFocus()

    def show_state(self, state: ReceiptState) -> None:
        """Show the page, and where it was saved or why not."""
        self.drawn = state.page is not None
        if state.page is not None:
            self._paper.show_page(state.page)
        if state.failure is not None:
            self._printing = False
            words = explain(state.failure)
            self._note.say(words.what, f"{words.safe} {words.now}", Tone.ERROR)
        elif state.saved_as is not None:
            self._note.say(self.tr("The PDF is saved"), str(self._folder / state.saved_as), Tone.OK)
        if state.saved_as is not None and not state.busy:
            self._saved()

    @property
    def page_width(self) -> int:
        """Pixels across that the page is drawn with on this screen."""
        return round(PAPER_WIDTH * self.devicePixelRatioF())

    @property
    def path(self) -> Path:
        """The file that the PDF is saved as: the receipt's number, nothing personal."""
        return self._folder / f"{self._receipt.number}.pdf"

    def showEvent(self, event: QShowEvent) -> None:
        owner = self.parentWidget()
        room = owner.window().size() if owner is not None else self.screen().size()
        self.resize(self.sizeHint().boundedTo(room - QSize(MARGIN, MARGIN)))
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        paper = self._paper.size() + QSize(2 * MARGIN, 2 * MARGIN)
        return QSize(paper.width() + SIDE_WIDTH, paper.height())

    def _well(self) -> QScrollArea:
        well = QScrollArea()
        well.setProperty("well", "true")
        well.setWidget(self._paper)
        well.setAlignment(Qt.AlignmentFlag.AlignCenter)
        well.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return well

    def _side(self, fresh: bool) -> QFrame:
        side = QFrame()
        side.setProperty("card", "true")
        side.setFixedWidth(SIDE_WIDTH)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 8)
        head.setSpacing(METRICS.gap)
        title = self.tr("Receipt ready") if fresh else self.tr("Receipt")
        head.addWidget(Text(title, Role.TOTAL))
        head.addWidget(self._note)
        head.addWidget(Text(self._receipt.number, Role.STRONG, selectable=True))
        head.addWidget(Text(format_rupiah(self._receipt.total), Role.FIGURE))
        head.addWidget(rule())
        head.addLayout(self._facts())
        head.addWidget(rule())
        choose = Button(self.tr("Other folder"), Kind.LINK)
        choose.setObjectName("receipt_folder")
        choose.clicked.connect(self._choose_folder)
        self._where.setText(str(self._folder))
        folder = QVBoxLayout()
        folder.setSpacing(0)
        folder.addLayout(across(Text(self.tr("Folder for PDFs"), Role.LABEL), None, choose))
        folder.addWidget(self._where)
        head.addLayout(folder)
        head.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 20)
        foot.setSpacing(METRICS.gap)
        self._add_buttons(foot, fresh)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(ScrollSheet(head), 1)
        column.addWidget(rule())
        column.addLayout(foot)
        return side

    def _facts(self) -> QGridLayout:
        """Who paid, for which months and programmes."""
        receipt = self._receipt
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        months = [line.month for line in receipt.lines]
        span = (
            " – ".join(dict.fromkeys(month_short(each) for each in (months[0], months[-1]))) if months else ""
        )
        facts = (
            (self.tr("From"), receipt.received_from),
            (self.tr("Months"), span),
            (self.tr("Programme"), " + ".join(each.value for each in receipt.programmes)),
        )
        for row, (label, value) in enumerate(facts):
            grid.addWidget(Text(label, Role.HELP), row, 0)
            grid.addWidget(Elided(value, Role.MEDIUM), row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _add_buttons(self, column: QVBoxLayout, fresh: bool) -> None:
        self._save = self._button("receipt_save", self.tr("Save PDF"), "file-down", "S", self._press_save)
        self._save.setDefault(True)
        opened = self._button("receipt_open", self.tr("Print…"), "printer", "P", self._press_open)
        share = self._button("receipt_share", self.tr("Share"), "share-2", "B", self._share)
        close = Button(self.tr("Close"), icon="x", key="Esc", bind=False)
        close.setObjectName("receipt_close")
        close.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        close.clicked.connect(self.reject)
        for left, right in ((self._save, opened), (share, close)):
            column.addLayout(across(left, right, spacing=8))
        if fresh:
            self._following = Button(
                self.tr("Enrol the next person"), Kind.MAIN, icon="user-plus", key="Ctrl+N"
            )
            self._following.setObjectName("receipt_next")
            self._following.clicked.connect(self._press_next)
            column.addWidget(self._following)
        QShortcut(QKeySequence("Ctrl+S"), self, self._press_save)

    def _button(self, name: str, words: str, icon: str, key: str, act: Callable[[], None]) -> Button:
        button = Button(words, icon=icon, key=key)
        button.setObjectName(name)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(act)
        return button

    def _saved(self) -> None:
        """The PDF is on the disk: open it where that was asked for, and let Enter lead on."""
        if self._printing:
            self._printing = False
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))
        if self._following is not None:
            self._following.setDefault(True)
            self._following.setFocus()

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

    def _press_open(self) -> None:
        self._printing = True
        self._press_save()

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
