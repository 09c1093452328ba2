"""The card at the side of the workers' list: who it is, what was paid, where the data is."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from perisai_desktop.domain.worker import WorkerCard
from perisai_desktop.ui.i18n import moment_words, month_words, plain_date
from perisai_desktop.ui.screens.workers.cells import arrears_words
from perisai_desktop.ui.screens.workers.life_words import event_words
from perisai_desktop.ui.state_words import ReasonWords, reason_words, short_face, state_face, told_face
from perisai_desktop.ui.station_words import stop_of
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import EmptyState, across, clear_layout
from perisai_desktop.ui.widgets.labels import Elided, Role, Text, rule
from perisai_desktop.ui.widgets.marks import Badge
from perisai_desktop.ui.widgets.scrolling import ScrollCard
from perisai_desktop.ui.widgets.timeline import Timeline
from sync.rules.nik import format_nik
from sync.rules.rupiah import Rupiah, format_rupiah

_MOST_MONTHS = 12


class WorkerSide(ScrollCard):
    """Emits `receipt_asked` with a receipt's number, `task_asked` where the branch sent something back, `pay_asked` with worker and NIK.

    `change_asked` and `correction_asked` carry a worker, `withdrawal_asked` worker and name.
    """

    receipt_asked = Signal(str)
    task_asked = Signal()
    pay_asked = Signal(str, str)
    change_asked = Signal(str)
    correction_asked = Signal(str)
    withdrawal_asked = Signal(str, str)

    def __init__(self, reasons: ReasonWords, offset: int) -> None:
        super().__init__()
        self._reasons = reasons
        self._shift = timedelta(minutes=offset)
        self._shown: tuple[WorkerCard | None, date | None] = (None, None)

    def show_card(self, card: WorkerCard | None, today: date) -> None:
        """Show `card`, or what to do where nobody is chosen."""
        if (card, today) == self._shown:
            return
        self._shown = (card, today)
        clear_layout(self.parts)
        if card is None:
            advice = self.tr("Where the data are, paid until when, and every receipt.")
            words = self.tr("Choose a worker to see the card")
            self.parts.addWidget(EmptyState("circle-user-round", words, advice))
            return
        self._show_person(card)
        self.parts.addWidget(rule())
        self._show_data(card, today)
        if card.life:
            self.parts.addWidget(rule())
            self._show_life(card, today)
        self.parts.addWidget(rule())
        self._show_money(card)
        self.parts.addWidget(rule())
        self._show_consent(card)
        self.parts.addStretch(1)

    def _show_person(self, card: WorkerCard) -> None:
        row = card.row
        self.parts.addWidget(Elided(row.name, Role.HEADING))
        face = told_face() if row.told else state_face(row.client, row.review, kpj=row.kpj)
        reason = reason_words(row.reason, self._reasons)
        self.parts.addLayout(across(Badge(face), None))
        if reason:
            self.parts.addWidget(Text(reason, Role.LABEL, face.tone, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        born = "" if card.birth_date is None else plain_date(card.birth_date)
        income = "" if card.income is None else format_rupiah(Rupiah(card.income))
        facts = (
            (self.tr("NIK"), format_nik(row.nik)),
            (self.tr("KPJ"), row.kpj or ""),
            (self.tr("Born"), born),
            (self.tr("Phone"), card.phone),
            (self.tr("Address"), card.address or row.place),
            (self.tr("Occupation"), row.occupation),
            (self.tr("Income"), income),
        )
        for place, (label, value) in enumerate(fact for fact in facts if fact[1]):
            grid.addWidget(Text(label, Role.HELP), place, 0, Qt.AlignmentFlag.AlignTop)
            words = Text(value, wrap=True, selectable=True)
            words.setAccessibleName(f"{label} {value}")
            grid.addWidget(words, place, 1)
        grid.setColumnStretch(1, 1)
        self.parts.addLayout(grid)
        if row.handed_to is None:
            pay = Button(self.tr("Take a contribution"), Kind.PRIMARY, icon="calendar-check")
            pay.setObjectName("workers_pay")
            pay.clicked.connect(lambda: self.pay_asked.emit(row.worker_id, row.nik))
            self.parts.addWidget(pay)
            change = Button(self.tr("A change in life"), icon="pen-line")
            change.setObjectName("workers_change")
            change.clicked.connect(lambda: self.change_asked.emit(row.worker_id))
            self.parts.addWidget(change)
            if card.timeline and row.client.value not in ("task", "refused"):
                correct = Button(self.tr("Correct the data"), icon="wrench")
                correct.setObjectName("workers_correct")
                correct.clicked.connect(lambda: self.correction_asked.emit(row.worker_id))
                self.parts.addWidget(correct)
        if row.client.value in ("task", "refused"):
            fix = Button(self.tr("See what the branch says"), Kind.WARNING, icon="wrench")
            fix.clicked.connect(self.task_asked)
            self.parts.addWidget(fix)

    def _show_data(self, card: WorkerCard, today: date) -> None:
        self.parts.addWidget(Text(self.tr("Where is the data"), Role.STRONG))
        if card.row.told:
            words = self.tr("From your own list. The branch matches by NIK once a payment has arrived.")
            self.parts.addWidget(Text(words, Role.HELP, wrap=True))
            return
        line = Timeline()
        line.show_stops([stop_of(step, self._shift, today) for step in card.timeline])
        self.parts.addWidget(line)

    def _show_life(self, card: WorkerCard, today: date) -> None:
        self.parts.addWidget(Text(self.tr("What changed"), Role.STRONG))
        for event in reversed(card.life):
            self.parts.addWidget(Text(event_words(event), wrap=True))
            when = moment_words((event.at + self._shift).replace(tzinfo=None), today)
            face = short_face(event.client, event.review)
            self.parts.addLayout(across(Badge(face), Text(when, Role.HELP), None, spacing=8))
            reason = reason_words(event.reason, self._reasons)
            if reason:
                self.parts.addWidget(Text(reason, Role.LABEL, face.tone, wrap=True))

    def _show_consent(self, card: WorkerCard) -> None:
        """What is rarely asked for: at the end of the card."""
        row = card.row
        withdraw = Button(self.tr("Take consent back"), icon="shield-x")
        withdraw.setObjectName("workers_withdraw")
        withdraw.clicked.connect(lambda: self.withdrawal_asked.emit(row.worker_id, row.name))
        self.parts.addWidget(withdraw)

    def _show_money(self, card: WorkerCard) -> None:
        until = card.row.paid_until
        paid = (
            self.tr("Nothing paid yet")
            if until is None
            else self.tr("Paid until {month}").format(month=month_words(until))
        )
        self.parts.addWidget(Text(paid, Role.STRONG))
        if card.row.arrears:
            words, tone = arrears_words(card.row.arrears)
            self.parts.addWidget(Text(words, Role.LABEL, tone))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for place, line in enumerate(
            sorted(card.ledger, key=lambda each: each.month, reverse=True)[:_MOST_MONTHS]
        ):
            grid.addWidget(Text(month_words(line.month)), place, 0)
            amount = Text(format_rupiah(Rupiah(line.total)), Role.MEDIUM)
            grid.addWidget(amount, place, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        self.parts.addLayout(grid)
        for number in card.receipts:
            button = Button(self.tr("Receipt {number}").format(number=number), icon="receipt")
            button.setObjectName(f"receipt_{number}")
            button.clicked.connect(lambda _on=False, number=number: self.receipt_asked.emit(number))
            self.parts.addWidget(button)
