"""The screen of a branch's settings: sheets to edit on the left, what publishing would do on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.branch_settings.consent_sheet import ConsentSheet
from perisai_desktop.ui.screens.branch_settings.occupation_sheet import OccupationSheet
from perisai_desktop.ui.screens.branch_settings.outlook import Outlook
from perisai_desktop.ui.screens.branch_settings.relief_sheet import ReliefSheet
from perisai_desktop.ui.screens.branch_settings.row_words import version_cells, version_columns
from perisai_desktop.ui.screens.branch_settings.sheets import FieldsSheet, LimitsSheet
from perisai_desktop.ui.screens.branch_settings.state import BranchSettingsState, Sheet
from perisai_desktop.ui.screens.branch_settings.tariff_sheet import TariffSheet
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.cards import Banner, Card
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from sync.rules.iuran_month import IuranMonth


class BranchSettingsView(QWidget):
    """`turned` carries a Sheet, `edited` an Edit, `table_asked` path, name and first month of a table.

    `reads_only`: the sheets are shown, and nothing that edits, drafts or publishes.
    """

    appeared = Signal()
    titled = Signal()
    turned = Signal(object)
    edited = Signal(object)
    table_asked = Signal(str, str, str)
    table_dropped = Signal()
    publish_asked = Signal()
    drop_asked = Signal()

    def __init__(self, today: IuranMonth, *, reads_only: bool = False) -> None:
        super().__init__()
        self._reads_only = reads_only
        self._state = BranchSettingsState()
        self.note = Banner()
        self.sheets = SegmentedField(
            (
                Option(Sheet.FIELDS.value, self.tr("Fields")),
                Option(Sheet.LIMITS.value, self.tr("Limits")),
                Option(Sheet.OCCUPATIONS.value, self.tr("Occupations")),
                Option(Sheet.CONSENT.value, self.tr("Consent")),
                Option(Sheet.TARIFF.value, self.tr("Tariff")),
                Option(Sheet.RELIEFS.value, self.tr("Reliefs")),
                Option(Sheet.VERSIONS.value, self.tr("Versions")),
            )
        )
        self.sheets.setObjectName("sheets")
        self.sheets.setAccessibleName(self.tr("What to look at"))
        self.sheets.value_edited.connect(self._turned)
        self.fields, self.limits = FieldsSheet(), LimitsSheet()
        self.occupations, self.consent = OccupationSheet(today), ConsentSheet()
        self.tariff, self.reliefs = TariffSheet(today), ReliefSheet(today)
        self.versions = Table(version_columns(), self.tr("Versions"))
        self.outlook = Outlook()
        for edit in (self.fields, self.limits, self.occupations, self.consent, self.reliefs):
            edit.edited.connect(self.edited)
        self.tariff.file_asked.connect(self._choose_file)
        self.tariff.dropped.connect(self.table_dropped)
        self.outlook.publish_asked.connect(self.publish_asked)
        self.outlook.dropped.connect(self.drop_asked)
        self._middle = QStackedWidget()
        edits = (self.fields, self.limits, self.occupations, self.consent, self.tariff, self.reliefs)
        for part in (*edits, self.versions):
            self._middle.addWidget(part)
        main = Card(padding=16, spacing=12)
        main.column.addWidget(self.sheets)
        main.column.addWidget(self._middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self.note)
        self._split: Split | None = None
        if reads_only:
            for sheet in edits:
                sheet.hold()
            column.addWidget(main, 1)
        else:
            self._split = Split(main, self.outlook, side_width=480, stacked_least=620, narrow=960)
            column.addWidget(self._split, 1)

    def show_state(self, state: BranchSettingsState) -> None:
        """Show what is edited, and what it would do."""
        before, self._state = self._state, state
        self.note.tell(state.failure)
        if state.failure is None and state.published:
            words = self.tr("Published: {version}. Laptops fetch it with their next connection.")
            self.note.say(words.format(version=state.published), tone=Tone.OK)
        elif state.failure is None and self._reads_only:
            words = self.tr(
                "To read only: an administrator of the branch changes and publishes these settings."
            )
            self.note.say(words, tone=Tone.INFO)
        self.sheets.set_value(state.sheet.value)
        self._middle.setCurrentIndex(list(Sheet).index(state.sheet))
        self._middle.setEnabled(state.documents is not None)
        if state.documents is not None and state.documents is not before.documents:
            self.fields.show_documents(state.documents)
            self.limits.show_documents(state.documents)
            self.reliefs.show_documents(state.documents)
        if state.documents is not None and state.book is not None:
            self.occupations.show_documents(state.documents, state.book.documents)
            self.consent.show_documents(state.documents, state.book.documents)
            self.tariff.show_documents(state.documents, state.tables_added)
        if state.book is not None and state.book is not before.book:
            versions = state.book.versions
            self.versions.show_rows(len(versions), lambda place: version_cells(versions[place]))
            self.titled.emit()
        self.outlook.show_state(state)
        if self._split is not None:
            self._split.refit()

    def _turned(self, value: str) -> None:
        if value in set(Sheet):
            self.turned.emit(Sheet(value))

    def _choose_file(self, name: str, first: str) -> None:
        title = self.tr("Brackets of the new table")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", "CSV (*.csv)")
        if chosen:
            self.table_asked.emit(chosen, name, first)

    def title(self) -> str:
        return self.tr("Branch settings")

    def subtitle(self) -> str:
        book = self._state.book
        return "" if book is None else self.tr("version {version} holds").format(version=book.in_force)

    def arrive(self) -> None:
        self.appeared.emit()
        self.sheets.setFocus()

    def seek(self) -> bool:
        return False
