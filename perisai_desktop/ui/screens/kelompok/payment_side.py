"""At the side of the grid: who pays, what holds for everybody, the signed list, and the money with its receipts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from perisai_desktop.domain.kelompok import Kelompok
from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.enrolment_words import payers
from perisai_desktop.ui.screens.kelompok.people_grid import Places, VillageOf
from perisai_desktop.ui.screens.kelompok.state import KelompokState, Part
from perisai_desktop.ui.screens.kelompok.words import count_words, receipts_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Box, Card, ProgressRow, across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind
from sync.rules.reference import Reference
from sync.rules.rupiah import Rupiah, format_rupiah

SHARED: tuple[str, ...] = ("offer", "first_month", "months", "occupation", "village", "street")
"""What can hold for everybody, in the order of the card."""


class PaymentSide(Card):
    """`shared` carries a field and what was typed, `pages_named` the paths of photographed pages.

    `captured`: the village where the people are. `list_named`: where the list to be signed is saved.
    """

    payer_chosen = Signal(object)
    payer_named = Signal(str)
    shared = Signal(str, str)
    captured = Signal(str)
    pages_named = Signal(list)
    pages_dropped = Signal()
    list_named = Signal(str)
    pay_pressed = Signal()

    def __init__(
        self, reference: Reference, this_month: IuranMonth, places: Places, village_of: VillageOf
    ) -> None:
        super().__init__(padding=0, spacing=0)
        self._village_of = village_of
        self._kinds = dict(payers())
        self._payer = SelectField()
        self._payer.setObjectName("kelompok_payer")
        self._payer.value_edited.connect(lambda value: self.payer_chosen.emit(PayerKind(value)))
        self._payer_field = Field(self.tr("Paid by"), self._payer)
        self._name = TextInput()
        self._name.setObjectName("kelompok_payer_name")
        self._name.value_edited.connect(self.payer_named)
        self._name_field = Field(self.tr("Name of the payer"), self._name, self.tr("on the receipt"))
        fields = build_fields(reference, this_month, prefix="kelompok", terse=True)
        self._fields = {name: fields[name] for name in SHARED}
        for name, field in self._fields.items():
            field.value_edited.connect(lambda text, name=name: self.shared.emit(name, text))
        village = self._fields["village"].editor
        assert isinstance(village, SearchField)
        seat = SearchField(self.tr("Village, district or code"))
        seat.setObjectName("kelompok_captured_in")
        self._seat = Field(self.tr("Registered at"), seat, self.tr("where you sit with them"))
        self._seat.value_edited.connect(self.captured)
        for search in (village, seat):
            search.asked.connect(lambda text, search=search: search.show_results(text, places(text)))
        self._pages = Text("", Role.MEDIUM, wrap=True)
        self._pages.setObjectName("kelompok_pages")
        self._add = Button(self.tr("Photo of a page…"), icon="scan-line")
        self._add.setObjectName("kelompok_add_page")
        self._add.clicked.connect(self._ask_pages)
        self._drop = Button(self.tr("Remove"), Kind.LINK, icon="x")
        self._drop.setObjectName("kelompok_drop_pages")
        self._drop.clicked.connect(self.pages_dropped)
        self._paper = Button(self.tr("List to be signed (PDF)…"), icon="file-down")
        self._paper.setObjectName("kelompok_signing_list")
        self._paper.clicked.connect(self._ask_list)
        self._ready = Text("", Role.MEDIUM, wrap=True)
        self._ready.setObjectName("kelompok_ready")
        self._total = Text("", Role.TOTAL)
        self._total.setObjectName("kelompok_total")
        self._receipts = Text("", Role.HELP, wrap=True)
        self._receipts.setObjectName("kelompok_receipts")
        self._progress = ProgressRow()
        self.act = Button(
            self.tr("Save & take the money"), Kind.MAIN, icon="wallet", key="Ctrl+Return", cap="Ctrl+Enter"
        )
        self.act.setObjectName("kelompok_pay")
        self.act.clicked.connect(self.pay_pressed)
        self.column.addWidget(ScrollSheet(self._form()), 1)
        self.column.addWidget(rule())
        self.column.addLayout(self._foot())

    def _form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(14, 16, 14, 12)
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(self.tr("Who pays"), Role.HEADING))
        column.addWidget(self._payer_field)
        column.addWidget(self._name_field)
        self._shared_head = Text(self.tr("The same for everybody"), Role.HEADING)
        column.addWidget(self._shared_head)
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._seat)
        column.addWidget(Text(self.tr("Consent and declaration"), Role.HEADING))
        column.addWidget(
            Text(
                self.tr("One list that everybody signed, photographed page by page, names each person."),
                Role.HELP,
                wrap=True,
            )
        )
        column.addWidget(self._paper)
        box = Box()
        box.column.addWidget(self._pages)
        box.column.addLayout(across(self._add, None, self._drop))
        column.addWidget(box)
        column.addStretch(1)
        return column

    def _foot(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        column.addWidget(self._ready)
        column.addLayout(across(Text(self.tr("To take"), Role.MUTED), None, self._total))
        column.addWidget(self._receipts)
        column.addWidget(self._progress)
        column.addWidget(self.act)
        return column

    def show_state(self, state: KelompokState) -> None:
        """Show what holds for everybody, and what would be taken."""
        kelompok = state.kelompok
        if kelompok is None:
            return
        self._show_payer(state, kelompok)
        for name, field in self._fields.items():
            self._show_value(field, getattr(kelompok.shared, name))
        self._show_value(self._seat, kelompok.captured_in)
        lost = bool(kelompok.captured_in.strip()) and self._village_of(kelompok.captured_in) is None
        self._seat.show_state(
            Tone.WARNING if lost else Tone.PLAIN,
            self.tr("No village of this name: pick one from the list, or leave it empty") if lost else "",
        )
        pages = kelompok.pages
        self._pages.setText(self.tr("%n page(s) kept", "", pages) if pages else self.tr("No page yet"))
        self._pages.set_tone(Tone.OK if pages else Tone.WARNING)
        self._drop.setVisible(pages > 0)
        self._paper.setEnabled(bool(state.people) and not state.busy)
        self._add.setEnabled(bool(state.people) and not state.busy)
        counts, count = state.counts, sum(map(len, state.receipts))
        left = counts[Part.ALL] - counts[Part.READY]
        ready = self.tr("{people} ready").format(people=count_words(count))
        waiting = self.tr("%n not yet", "", left)
        self._ready.setText(f"{ready} · {waiting}" if left else ready)
        self._total.setText(format_rupiah(Rupiah(state.total)))
        self._receipts.setText(receipts_words(state.receipts) if count else self.tr("Nobody is ready yet"))
        self._progress.setVisible(state.paying > 1)
        words = self.tr("Receipt {number} of {count}").format(
            number=min(state.paid + 1, state.paying), count=state.paying
        )
        self._progress.show_progress(words, state.paid, state.paying)
        self.act.setEnabled(bool(count) and not state.busy)

    def lead(self) -> None:
        """Put the cursor where somebody is named who pays."""
        self._name.setFocus()

    def _show_value(self, field: Field, value: str) -> None:
        """Show what was typed, a village by its name."""
        known = self._village_of(value) if isinstance(field.editor, SearchField) else None
        if known is not None and isinstance(field.editor, SearchField):
            field.editor.set_chosen(known)
        else:
            field.set_value(value)

    def _show_payer(self, state: KelompokState, kelompok: Kelompok) -> None:
        kinds = kelompok.kind.payers
        options = [Option(kind.value, self._kinds[kind]) for kind in kinds]
        self._payer.set_options(options)
        self._payer.set_value(kelompok.payer.value)
        self._payer_field.setVisible(len(kinds) > 1)
        if self._name.value() != kelompok.payer_name:
            self._name.set_value(kelompok.payer_name)
            self._name.setCursorPosition(0)
        self._name.setPlaceholderText(state.payer_name)
        missing = bool(state.people) and not state.payer_name.strip()
        self._name_field.show_state(
            Tone.WARNING if missing else Tone.PLAIN, self.tr("Who hands over the money?") if missing else ""
        )

    def _ask_list(self) -> None:
        title = self.tr("List to be signed")
        chosen, _ = QFileDialog.getSaveFileName(self, title, f"{title}.pdf", "PDF (*.pdf)")
        if chosen:
            self.list_named.emit(chosen)

    def _ask_pages(self) -> None:
        kinds = self.tr("Pictures") + " (*.jpg *.jpeg *.png)"
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Photos of the signed list"), "", kinds)
        if chosen:
            self.pages_named.emit(chosen)
