"""What receipts are printed on, and where their PDFs go."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import offered
from perisai_desktop.ui.screens.settings.card import SettingsCard
from perisai_desktop.ui.screens.settings.state import Part, SettingsState
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option


class PaperCard(SettingsCard):
    """The printer belongs to the kind of paper: sheets and rolls have one each."""

    paper_chosen = Signal(str)
    printer_chosen = Signal(str)
    folder_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("printer", self.tr("Receipts and printer"), Part.PAPER)
        paper = SegmentedField(
            (
                Option("a5", "A5"),
                Option("a4", "A4"),
                Option("roll80", "80 mm"),
                Option("roll58", "58 mm"),
            )
        )
        paper.setObjectName("settings_paper")
        self._paper = Field(self.tr("Paper for receipts"), paper)
        self._paper.value_edited.connect(self._take_paper)
        self._select = SelectField()
        self._select.setObjectName("settings_printer")
        self._printer = Field(self.tr("Printer for this paper"), self._select)
        self._printer.value_edited.connect(self._take_printer)
        self._folder = Elided("", Role.MEDIUM)
        choose = Button(self.tr("Choose…"), icon="folder")
        choose.setObjectName("settings_pdf_folder")
        choose.setAccessibleDescription(self.tr("Folder for PDFs"))
        choose.clicked.connect(self._choose)
        self.column.addWidget(self._paper)
        self.column.addWidget(self._printer)
        self.column.addWidget(Text(self.tr("Folder for PDFs"), Role.LABEL))
        where = across(self._folder, choose)
        where.setStretch(0, 1)
        self.column.addLayout(where)
        self.add_note()
        self._known: set[str] = set()

    def show_state(self, state: SettingsState) -> None:
        """Show paper, the printers for it, and the folder."""
        paper = PaperSize(state.choices.paper)
        wanted = state.choices.roll_printer if paper.roll else state.choices.printer
        printers = offered(state.printers or (), paper)
        options = [Option("", self.tr("Whichever the system offers"))]
        options += [Option(printer.name, printer.name) for printer in printers]
        if wanted and wanted not in {option.value for option in options}:
            options.append(Option(wanted, self.tr("{printer} (not connected)").format(printer=wanted)))
        self._known = {option.value for option in options}
        self._paper.set_value(state.choices.paper)
        self._select.set_options(options)
        self._select.set_value(wanted)
        if state.printers is not None and not printers:
            self._printer.set_label(
                self.tr("Printer for this paper"), self.tr("none on this laptop: save PDFs and share them")
            )
        else:
            self._printer.set_label(self.tr("Printer for this paper"), "")
        self._folder.setText(state.pdf_folder)
        self.show_note(state, {})

    def take_focus(self) -> None:
        """Begin with the printer."""
        self._printer.take_focus()

    def _take_paper(self, value: str) -> None:
        if value in {paper.value for paper in PaperSize}:
            self.paper_chosen.emit(value)

    def _take_printer(self, value: str) -> None:
        if value in self._known:
            self.printer_chosen.emit(value)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for PDFs"), self._folder.text())
        if chosen:
            self.folder_chosen.emit(Path(chosen))
