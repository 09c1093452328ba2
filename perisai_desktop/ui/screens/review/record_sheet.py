"""One record as a reviewer reads it: its form, what the rules found, what was paid, and what happened to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.review import ReviewFinding, ReviewRecord
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.finding_words import code_words
from perisai_desktop.ui.i18n import date_words, month_words
from perisai_desktop.ui.record_words import REVIEWED, state_face
from perisai_desktop.ui.screens.review.picture_words import picture_fields, replaced_pictures
from perisai_desktop.ui.screens.review.settling_words import kind_words, settling_words
from perisai_desktop.ui.screens.review.standing_words import standing_words
from perisai_desktop.ui.screens.review.void_words import void_words
from perisai_desktop.ui.screens.review.withdrawn_words import withdrawn_words
from perisai_desktop.ui.screens.review.words import clock_at, shown_value, step_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text, rule
from perisai_desktop.ui.widgets.marks import Badge
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.timeline import Stop, Timeline
from sync.rules.nik import format_nik
from sync.rules.rupiah import format_rupiah

LABEL_LEAST = (112, 88)
LABEL_MOST = 152
"""Room for the labels of the left and of the right column, as their longest needs it."""
UNBROKEN = "\u00a0"
WIDE_FIRST = ("nik", "name", "mother_name", "birth_place")
WIDE_LAST = ("street", "village", "heirs")
"""Fields whose values are long: a line of their own, above and below the others; below, too, what is compared."""


class RecordSheet(ScrollSheet):
    """Built once for one record; a field's row is clicked to comment on it. `here`: the reviewer's minutes ahead of UTC.

    All times are those where the record was made. `void_reason` and `refuse_reason` word coded reasons, `commented` are
    the fields that are being commented on.
    """

    field_pressed = Signal(str)

    def __init__(
        self,
        record: ReviewRecord,
        commented: tuple[str, ...],
        here: int,
        void_reason: Callable[[str], str],
        refuse_reason: Callable[[str], str],
        *,
        narrow: bool,
    ) -> None:
        self._column = QVBoxLayout()
        super().__init__(self._column)
        self._here = here
        self._void_reason = void_reason
        self._narrow = narrow
        self._column.setContentsMargins(METRICS.card_padding, 16, METRICS.card_padding, 16)
        self._column.setSpacing(METRICS.gap)
        self._head(record)
        if record.findings:
            self._findings(record.findings)
        taken_back = withdrawn_words(record, here)
        if taken_back is not None:
            self._column.addWidget(Banner(*taken_back, Tone.ERROR))
        who = standing_words(record, here, refuse_reason)
        if who is not None:
            self._column.addWidget(Banner(*who, Tone.WARNING if record.taken else Tone.INFO))
        why = settling_words(record)
        if why is not None:
            self._column.addWidget(Banner(*why, Tone.WARNING))
        asked = void_words(record, self._void_reason)
        if asked is not None:
            self._column.addWidget(Banner(*asked, Tone.INFO))
        self._flags(record)
        self._other(record)
        if any(record.form.get(name) for name in REVIEWED):
            self._column.addWidget(rule())
            self._form(record, commented)
        self._column.addWidget(rule())
        self._money(record)
        self._column.addWidget(rule())
        self._history(record)
        self._column.addStretch(1)

    def _head(self, record: ReviewRecord) -> None:
        name = Elided(record.form.get("name") or kind_words(record.kind), Role.HEADING)
        self._column.addLayout(across(name, Badge(state_face(record.state))))
        local = record.recorded_at + timedelta(minutes=record.utc_offset)
        words = self.tr("{agent} · {device} · recorded {date} {clock}").format(
            agent=record.agent_name,
            device=record.device,
            date=date_words(local.date()),
            clock=clock_at(record.recorded_at, record.utc_offset, self._here),
        )
        self._column.addWidget(Text(words, Role.HELP, wrap=True))

    def _findings(self, findings: tuple[ReviewFinding, ...]) -> None:
        for finding in findings:
            reason = (
                self.tr("Agent's reason: {reason}").format(reason=finding.reason) if finding.reason else ""
            )
            self._column.addWidget(Banner(code_words(finding.code), reason, Tone.WARNING))

    def _flags(self, record: ReviewRecord) -> None:
        """What the server found, where the rules did not say it already, and receipts under the same number."""
        said = {finding.code for finding in record.findings}
        said |= set() if record.other is None else {"id_conflict"}
        for code in dict.fromkeys(record.flags):
            if code not in said:
                self._column.addWidget(Banner(code_words(code), "", Tone.WARNING))
        for payer in record.strangers:
            words = " · ".join(
                part for part in (payer.name, format_nik(payer.nik), format_rupiah(payer.rupiah)) if part
            )
            title = self.tr("Paid for somebody whom the branch does not know yet")
            self._column.addWidget(Banner(title, words, Tone.WARNING))
        for rival in record.rivals:
            local = rival.recorded_at + timedelta(minutes=record.utc_offset)
            words = self.tr("{name} · {date} {clock} · {amount} · {state}").format(
                name=rival.worker_name or "–",
                date=date_words(local.date()),
                clock=clock_at(rival.recorded_at, record.utc_offset, self._here),
                amount=format_rupiah(rival.rupiah),
                state=state_face(rival.state).text,
            )
            title = self.tr("Another receipt has the number {number}").format(number=rival.number)
            self._column.addWidget(Banner(title, words, Tone.WARNING))

    def _other(self, record: ReviewRecord) -> None:
        """What the branch already has under the same id; where it differs stands at the fields."""
        other = record.other
        if other is None:
            return
        local = other.recorded_at + timedelta(minutes=other.utc_offset)
        words = self.tr("{agent} · {date} {clock} · receipt {number} · {amount} · {state}").format(
            agent=other.agent_name,
            date=date_words(local.date()),
            clock=clock_at(other.recorded_at, other.utc_offset, self._here),
            number=other.receipt_number or "–",
            amount=format_rupiah(other.rupiah),
            state=state_face(other.state).text,
        )
        title = self.tr("The branch has: {name}").format(
            name=other.form.get("name") or kind_words(other.kind)
        )
        self._column.addWidget(Banner(title, words, Tone.INFO))

    def _form(self, record: ReviewRecord, commented: tuple[str, ...]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column in (0,) if self._narrow else (0, 2):
            grid.setColumnStretch(column + 1, 1)
        shown = [name for name in REVIEWED if record.form.get(name) or name in record.beside]
        shown += picture_fields(record)
        first = [name for name in shown if name in WIDE_FIRST]
        compared = [name for name in shown if name not in WIDE_FIRST and self._before(name, record)]
        last = [name for name in shown if name in WIDE_LAST or name in compared]
        paired = [name for name in shown if name not in (*first, *last)]
        half = len(paired) if self._narrow else (len(paired) + 1) // 2
        places = [(name, (row, 0, 3)) for row, name in enumerate(first)]
        for place, name in enumerate(paired):
            places.append((name, (len(first) + place % half, 2 * (place // half), 1)))
        places += [(name, (row, 0, 3)) for row, name in enumerate(last, start=len(first) + half)]
        labels: tuple[list[Elided], list[Elided]] = ([], [])
        for name, cells in places:
            labels[cells[1] // 2].append(self._add_row(grid, record, name, commented, cells))
        for column, (least, some) in enumerate(zip(LABEL_LEAST, labels, strict=True)):
            widest = max((label.sizeHint().width() for label in some), default=0)
            width = min(max(widest, least), LABEL_MOST)
            grid.setColumnMinimumWidth(2 * column, width if some else 0)
            for label in some:
                label.setFixedWidth(width)
        self._column.addLayout(grid)

    def _add_row(
        self,
        grid: QGridLayout,
        record: ReviewRecord,
        name: str,
        commented: tuple[str, ...],
        place: tuple[int, int, int],
    ) -> Elided:
        row, column, span = place
        pictures = picture_fields(record)
        shown = pictures.get(name) or shown_value(name, record.form.get(name, ""), record.place)
        value = FieldRow(name, field_words(name), shown, self._before(name, record))
        value.mark(name in commented, any(finding.field == name for finding in record.findings))
        value.pressed.connect(self.field_pressed)
        grid.addWidget(value.label, row, column)
        grid.addWidget(value, row, column + 1, 1, span)
        return value.label

    def _before(self, name: str, record: ReviewRecord) -> str:
        """What stands elsewhere for a field: before a correction, or in the other content under the record's id."""
        if name in record.beside:
            return self.tr("there {other}").format(other=record.beside[name] or "–")
        if name in replaced_pictures(record):
            return self.tr("replaced")
        if name in record.previous:
            return self.tr("was {before}").format(before=record.previous[name] or "–")
        return ""

    def _money(self, record: ReviewRecord) -> None:
        number = record.receipt_number or "–"
        total = Text(format_rupiah(record.rupiah), Role.ACTION)
        words = Elided(self.tr("Receipt {number}").format(number=number))
        line = across(IconLabel("receipt-text"), words, total)
        line.setStretchFactor(words, 1)
        self._column.addLayout(line)
        paid = (f"{month_words(line.month)} {format_rupiah(line.total)}" for line in record.prices)
        months = " · ".join(each.replace(" ", UNBROKEN) for each in paid)
        self._column.addWidget(Text(months, Role.HELP, wrap=True))

    def _history(self, record: ReviewRecord) -> None:
        self._column.addWidget(Text(self.tr("History"), Role.STRONG))
        saved = self.tr("Saved by {agent}").format(agent=record.agent_name)
        stops = [Stop(clock_at(record.recorded_at, record.utc_offset, self._here), saved)]
        notes: list[str] = []
        for step in record.history:
            clock = clock_at(step.at, record.utc_offset, self._here)
            stops.append(Stop(clock, step_words(step), state_face(step.state).tone))
            notes += [f"{field_words(comment.field)}: {comment.text}" for comment in step.comments]
            notes += [step.note] if step.note else []
        line = Timeline()
        line.show_stops(stops)
        self._column.addWidget(line)
        for note in notes:
            self._column.addWidget(Text(note, Role.HELP, wrap=True))


class FieldRow(QWidget):
    """A field's value; pressing it comments on the field."""

    pressed = Signal(str)

    def __init__(
        self, name: str, label: str, value: str, elsewhere: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.label = Elided(label, Role.HELP)
        self._value = Elided(value, Role.MEDIUM)
        self._mark = IconLabel("message-square-text", Tone.INFO, 14)
        self._mark.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{label}: {value}")
        line = across(self._value, self._mark, spacing=6)
        line.setContentsMargins(0, 0, 0, 0)
        if elsewhere:
            line.insertWidget(1, Elided(elsewhere, Role.HELP, Tone.INFO), 1)
            line.setStretchFactor(self._value, 1)
        self.setLayout(line)
        self.setFixedHeight(24)

    def mark(self, commented: bool, flagged: bool) -> None:
        """Show that the field is commented on, or that the rules found something there."""
        self._mark.setVisible(commented or flagged)
        if flagged and not commented:
            self._mark.show_icon("flag", Tone.WARNING)

    def mousePressEvent(self, _event: object) -> None:
        self.pressed.emit(self._name)
