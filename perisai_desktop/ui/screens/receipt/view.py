"""The receipt's window: the paper at the left, what to do with it at the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.receipt.paper import WIDTHS, Paper, Well
from perisai_desktop.ui.screens.receipt.print_panel import PrintPanel
from perisai_desktop.ui.screens.receipt.state import Event, ReceiptState
from perisai_desktop.ui.screens.receipt.words import Said, progress_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.labels import Elided, Role, Text, rule
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from sync.rules.rupiah import format_rupiah

SIDE_WIDTH = 392
MARGIN = 24
SPARE = 72
"""For what appears later: a longer sentence on top, the word that a paper did not come out."""
LOOK_MS = 1_000
"""Between two questions how far a paper has come."""


class ReceiptWindow(QDialog):
    """Opens after the money was taken, or for an older receipt; closing it loses nothing.

    `save_pressed` carries the path for the PDF, `next_person` asks for an empty form, `folder_chosen` names the folder
    for PDFs from now on, `choice_made` the paper and printers to remember; `looked` asks how far the paper has come. `void_asked` carries the
    receipt's number, the window is closed by then.
    """

    help_page = "receipt"
    next_person = Signal()
    print_pressed = Signal()
    save_pressed = Signal(object)
    share_pressed = Signal()
    folder_chosen = Signal(object)
    choice_made = Signal(object)
    looked = Signal()
    void_asked = Signal(str)

    def __init__(
        self,
        receipt: Receipt,
        folder: Path,
        *,
        fresh: bool,
        renewal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Receipt {number}").format(number=receipt.number))
        self._receipt = receipt
        self._folder = folder
        self._fresh = fresh
        self._renewal = renewal
        self.drawn = False
        self.panel = PrintPanel()
        self._paper = Paper()
        self._well = Well(self._paper)
        self._note = Banner()
        self._where = Elided(str(folder), Role.HELP)
        self._state = ReceiptState(receipt)
        self._leaving = False
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self.looked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._well, 1)
        line.addWidget(self._side())
        self._note.say(*self._opening_words())
        self._lead(self._print)
        for key, pages in (("PgDown", 1), ("PgUp", -1)):
            QShortcut(QKeySequence(key), self, lambda pages=pages: self._well.turn(pages))
        QShortcut(QKeySequence("Ctrl+S"), self, self._press_save)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_pressed.emit)

    def show_state(self, state: ReceiptState) -> None:
        """Show the page, the choices, and what happened last."""
        before, self._state = self._state, state
        self.drawn = state.page is not None
        if state.page is not None and state.page is not before.page:
            self._paper.show_page(state.page, state.choice.paper)
        self.panel.show_state(state)
        self._note.say(*self._words(state))
        self._follow(state.following)
        if state.printers is not None and before.printers is None and not state.offered:
            self._lead(self._save)
        if state.failure is not None:
            self._leaving = False
            self._lead(self._print if state.offered else self._save)
        elif state.event is not before.event and state.event in (Event.PRINTED, Event.SAVED):
            self._lead(self._following if self._fresh else self._close)
        elif state.event is Event.REPEATED and before.event is not Event.REPEATED:
            self._lead(self._print)
        if self._leaving and not state.sending:
            self._press_next()

    def page_width(self, paper: PaperSize) -> int:
        """Pixels across that a page is drawn with on this screen."""
        return round(WIDTHS[paper] * self.devicePixelRatioF())

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
        well, side = self._well.sizeHint(), self._column.sizeHint()
        whole = side.height() - self._sheet.sizeHint().height() + self._body.heightForWidth(SIDE_WIDTH - 2)
        return QSize(well.width() + SIDE_WIDTH, max(well.height(), whole + SPARE))

    def _side(self) -> QFrame:
        side = QFrame()
        side.setProperty("card", "true")
        side.setFixedWidth(SIDE_WIDTH)
        self._close = Button("", Kind.QUIET, icon="x")
        self._close.setObjectName("receipt_close")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.reject)
        title = self.tr("Receipt ready") if self._fresh else self.tr("Receipt")
        head = across(Text(title, Role.TOTAL), None, self._close)
        head.setContentsMargins(24, 16, 16, 8)
        body = QVBoxLayout()
        body.setContentsMargins(24, 0, 24, 12)
        body.setSpacing(METRICS.between_cards)
        body.addWidget(self._note)
        body.addWidget(self.panel)
        body.addLayout(self._folder_row())
        body.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 20)
        foot.setSpacing(METRICS.gap)
        self._add_buttons(foot)
        self._body = body
        self._sheet = ScrollSheet(body)
        self._column = QVBoxLayout(side)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self._sheet, 1)
        self._column.addWidget(rule())
        self._column.addLayout(foot)
        return side

    def _folder_row(self) -> QVBoxLayout:
        choose = Button(self.tr("Other folder"), Kind.LINK)
        choose.setObjectName("receipt_folder")
        choose.clicked.connect(self._choose_folder)
        folder = QVBoxLayout()
        folder.setSpacing(0)
        folder.addLayout(across(Text(self.tr("Folder for PDFs"), Role.LABEL), None, choose))
        folder.addWidget(self._where)
        return folder

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self._print = self._button(
            "receipt_print", self.tr("Print"), "printer", "", self._press_print, Kind.MAIN
        )
        self._save = self._button("receipt_save", self.tr("Save PDF"), "file-down", "S", self._press_save)
        share = self._button("receipt_share", self.tr("Share"), "share-2", "B", self._share)
        words, icon = self.tr("Enrol the next person"), "user-plus"
        if self._renewal:
            words, icon = self.tr("On to the next person"), "calendar-check"
        self._following = self._button("receipt_next", words, icon, "Ctrl+N", self._press_next)
        void = Button(self.tr("Void the receipt…"), Kind.LINK, icon="ban")
        void.setObjectName("receipt_void")
        void.clicked.connect(self._press_void)
        column.addWidget(self._print)
        column.addLayout(across(self._save, share, spacing=8))
        column.addWidget(self._following)
        column.addLayout(across(None, void, None))
        self._following.setVisible(self._fresh)
        self._following.setEnabled(self._fresh)

    def _button(
        self, name: str, words: str, icon: str, key: str, act: Callable[[], None], kind: Kind = Kind.PLAIN
    ) -> Button:
        button = Button(words, kind, icon=icon, key=key)
        button.setObjectName(name)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(act)
        return button

    def _lead(self, button: Button) -> None:
        """Let Enter press `button`, and say so on its cap."""
        for each, cap in ((self._print, "Ctrl+P"), (self._following, "Ctrl+N")):
            each.show_key("Enter" if each is button else cap)
        button.setDefault(True)
        button.setFocus()

    def _follow(self, going_on: bool) -> None:
        if going_on and not self._clock.isActive():
            self._clock.start()
        elif not going_on:
            self._clock.stop()

    def _words(self, state: ReceiptState) -> Said:
        if state.failure is not None:
            words = explain(state.failure)
            return words.what, words.advice, Tone.ERROR
        if state.event is Event.PRINTED and state.progress is not None:
            return progress_words(state.progress)
        return {
            Event.SENDING: (self.tr("Handing the receipt to the printer…"), "", Tone.INFO),
            Event.SAVED: (self.tr("The PDF is saved"), str(self._folder / (state.saved_as or "")), Tone.OK),
            Event.SHARED: (self.tr("Copied"), self.tr("Paste it into a message to the worker."), Tone.OK),
            Event.REPEATED: (
                self.tr("The next paper is the same again"),
                self.tr("Look at the printer first: paper, cover, cable. Then print again."),
                Tone.INFO,
            ),
        }.get(state.event, self._opening_words())

    def _opening_words(self) -> Said:
        amount = format_rupiah(self._receipt.total)
        if not self._fresh:
            return (
                self.tr("{amount} received").format(amount=amount),
                self.tr("The number and the amount never change."),
                Tone.OK,
            )
        return (
            self.tr("{amount} and the data are saved").format(amount=amount),
            self.tr("Safe on this laptop, not yet sent to the branch"),
            Tone.OK,
        )

    def _press_print(self) -> None:
        self.print_pressed.emit()

    def _press_save(self) -> None:
        self.save_pressed.emit(self.path)

    def _press_next(self) -> None:
        """Go on; while papers are being handed over the first press waits for it, so that a refusal is seen."""
        if self._state.sending and not self._leaving:
            self._leaving = True
            return
        self._leaving = False
        self.accept()
        self.next_person.emit()

    def _press_void(self) -> None:
        self.reject()
        self.void_asked.emit(self._receipt.number)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for PDFs"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._where.setText(chosen)
            self.folder_chosen.emit(self._folder)

    def _share(self) -> None:
        receipt = self._receipt
        said = (
            self.tr("PRACTICE, no money was paid. Receipt {number}, {amount}: {link}")
            if receipt.practice
            else self.tr("Receipt {number}, {amount}. Check it here: {link}")
        )
        words = said.format(number=receipt.number, amount=format_rupiah(receipt.total), link=receipt.link)
        QGuiApplication.clipboard().setText(words)
        self.share_pressed.emit()
