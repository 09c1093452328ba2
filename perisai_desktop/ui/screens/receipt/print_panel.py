"""What the next paper is printed on: paper, printer and how many sheets."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import MOST_SHEETS
from perisai_desktop.ui.screens.receipt.state import ReceiptState
from perisai_desktop.ui.screens.receipt.words import copy_words, paper_words, printer_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.count_input import CountInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.radio_card import RadioCard
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option


class PrintPanel(QWidget):
    """Shows the choices and tells of new ones; `again_pressed`: a paper did not come out."""

    paper_chosen = Signal(object)
    printer_chosen = Signal(str)
    sheets_chosen = Signal(int)
    again_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._papers = {paper: self._card(paper) for paper in PaperSize}
        grid = QGridLayout()
        grid.setSpacing(METRICS.gap)
        for place, card in enumerate(self._papers.values()):
            grid.addWidget(card, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        papers = QVBoxLayout()
        papers.setSpacing(4)
        papers.addWidget(Text(self.tr("Paper size"), Role.LABEL))
        papers.addLayout(grid)
        self._printer = SelectField(icon="printer")
        self._printer.setObjectName("receipt_printer")
        self._printer.picked.connect(self.printer_chosen)
        self._sheets = CountInput(MOST_SHEETS)
        self._sheets.setObjectName("receipt_sheets")
        self._sheets.value_edited.connect(lambda text: self.sheets_chosen.emit(int(text)))
        self._copy = Elided("", Role.HELP)
        self._again = Button(self.tr("The paper did not come out"), Kind.LINK, icon="undo-2")
        self._again.setObjectName("receipt_again")
        self._again.clicked.connect(self.again_pressed)
        self._again.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.between_cards)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addLayout(papers)
        column.addWidget(Field(self.tr("Printer"), self._printer))
        column.addLayout(self._count_row())
        column.addWidget(self._again)

    def show_state(self, state: ReceiptState) -> None:
        """Show what is chosen and what there is to choose from."""
        self._papers[state.choice.paper].setChecked(True)
        self._printer.set_options([Option(each.name, printer_words(each)) for each in state.offered])
        if state.printer is not None:
            self._printer.set_value(state.printer.name)
        else:
            looking = state.printers is None
            words = self.tr("Looking for printers…") if looking else self.tr("No printer for this paper")
            self._printer.set_chosen(Option("", words))
        self._printer.setEnabled(bool(state.offered))
        self._sheets.set_value(str(state.sheets))
        self._copy.setText(copy_words(state.copy, state.sheets))
        self._again.setVisible(bool(state.copy) and not state.sending)

    def _card(self, paper: PaperSize) -> RadioCard:
        card = RadioCard(*paper_words(paper), parent=self)
        card.setObjectName(f"receipt_paper_{paper.value}")
        card.clicked.connect(lambda: self.paper_chosen.emit(paper))
        return card

    def _count_row(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(0, 20, 0, 0)
        self._copy.setFixedHeight(METRICS.input)
        words.addWidget(self._copy)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(METRICS.gap)
        row.addWidget(Field(self.tr("Sheets"), self._sheets), 1)
        row.addLayout(words, 1)
        return row
