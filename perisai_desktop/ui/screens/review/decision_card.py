"""What a reviewer decides: approve, send back with comments, refuse for a reason, or call a duplicate."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from perisai_desktop.domain.photo import FIELD_OF
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.screens.review.owner_form import OwnerForm
from perisai_desktop.ui.screens.review.picture_words import picture_fields
from perisai_desktop.ui.screens.review.state import Decision, ReviewScreenState
from perisai_desktop.ui.screens.review.words import shown_value
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Box, across, clear_layout
from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import Chip
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference
from sync.rules.rupiah import format_rupiah

WIDTH = 288
WIDEST = 16_777_215
LEAST_HEIGHT = 640
SUGGESTED = ("name", "birth_date", "mother_name", "phone", "street", "village", "occupation", "income")


class DecisionCard(QFrame):
    """Four buttons with their keys; a send-back or refusal opens its form below them."""

    approved = Signal()
    begun = Signal(object)
    called_duplicate = Signal()
    cancelled = Signal()
    sent = Signal()
    comment_added = Signal(str)
    comment_written = Signal(str, str)
    comment_dropped = Signal(str)
    reason_given = Signal(str)
    note_written = Signal(str)
    sought = Signal(str)
    given = Signal(str)
    traced = Signal()
    compared = Signal()

    def __init__(self, reference: Reference, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setFixedWidth(WIDTH)
        self._reasons = {
            Decision.SEND_BACK: _options(reference, ReasonKind.RETURN, language),
            Decision.REFUSE: _options(reference, ReasonKind.REFUSE, language),
        }
        self._shown: tuple[object, ...] = (None, ())
        self._money = Text("", Role.HELP, wrap=True)
        self._note = Banner()
        reading = self.tr(
            "You read here, and decide nothing. That you were shown this record is written down."
        )
        self._reading = Text(reading, Role.BODY, wrap=True)
        self._approve = self._button("decide_approve", self.tr("Approve"), Kind.OK, "check", "A")
        self._back = self._button("decide_send_back", self.tr("Send back"), Kind.WARNING, "undo-2", "F")
        self._refuse = self._button("decide_refuse", self.tr("Refuse"), Kind.DANGER, "", "R")
        self._twice = self._button("decide_duplicate", self.tr("Duplicate"), Kind.PLAIN, "", "D")
        self._approve.clicked.connect(self.approved)
        self._back.clicked.connect(lambda: self.begun.emit(Decision.SEND_BACK))
        self._refuse.clicked.connect(lambda: self.begun.emit(Decision.REFUSE))
        self._twice.clicked.connect(self.called_duplicate)
        self._owner = self._button("decide_attribute", self.tr("Find the worker"), Kind.PLAIN, "search", "C")
        self._owner.clicked.connect(lambda: self.begun.emit(Decision.ATTRIBUTE))
        self._decline = self._button("decide_decline", "", Kind.PLAIN, "x", "N")
        self._decline.clicked.connect(lambda: self.begun.emit(Decision.DECLINE))
        self._take = self._button("decide_take_over", self.tr("Take over"), Kind.PLAIN, "users", "T")
        self._take.clicked.connect(lambda: self.begun.emit(Decision.TAKE_OVER))
        words = self.tr("Who saw this person's data")
        self._trace = self._button("record_trace", words, Kind.PLAIN, "eye", "L")
        self._trace.clicked.connect(self.traced)
        self._beside = self._button("record_compare", self.tr("Compare"), Kind.PLAIN, "users-round", "B")
        self._beside.clicked.connect(self.compared)
        self._form = QVBoxLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(METRICS.gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(METRICS.card_padding, 16, METRICS.card_padding, 16)
        column.setSpacing(8)
        column.addWidget(Text(self.tr("Decision"), Role.HEADING))
        column.addWidget(self._money)
        column.addWidget(self._note)
        column.addWidget(self._reading)
        column.addWidget(self._trace)
        column.addWidget(self._beside)
        column.addWidget(self._owner)
        column.addWidget(self._take)
        column.addWidget(self._approve)
        column.addWidget(self._decline)
        column.addWidget(self._back)
        column.addLayout(across(self._refuse, self._twice, spacing=8))
        self._scroll = ScrollSheet(self._form)
        column.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(8)
        column.addLayout(self._foot)
        self._note.hide()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.sent.emit)
        QShortcut(QKeySequence("Esc"), self, self.cancelled.emit)

    def show_state(self, state: ReviewScreenState) -> None:
        """Enable what can be decided, and show the decision that was begun."""
        self._approve.setEnabled(state.approvable)
        self._refuse.setEnabled(state.decidable)
        self._back.setEnabled(state.correctable)
        self._twice.setEnabled(state.correctable or state.called_duplicate)
        self._twice.show_words(self.tr("Not a duplicate") if state.called_duplicate else self.tr("Duplicate"))
        self._owner.setVisible(state.payer is not None and not state.reads_only)
        self._owner.setEnabled(state.attributable)
        self._take.setVisible(state.takeable)
        self._decline.setVisible(state.declinable)
        self._decline.show_words(self.tr("Take it back") if state.proposed else self.tr("Do not agree"))
        self._reading.setVisible(state.reads_only)
        self._trace.setVisible(state.reads_only)
        self._trace.setEnabled(state.record is not None)
        self._beside.setVisible(state.collides)
        for button in (self._approve, self._back, self._refuse, self._twice):
            button.setVisible(not state.reads_only)
        record = state.record
        words = self.tr("{amount} stays on the books, whatever you decide")
        if state.reads_only:
            words = self.tr("{amount} on the books")
        self._money.setText(words.format(amount=format_rupiah(record.rupiah)) if record else "")
        self._note.tell(state.failure)
        shape = (state.deciding, tuple(comment.field for comment in state.comments), state.found)
        if shape != self._shown:
            self._shown = shape
            self._rebuild(state)

    def set_narrow(self, narrow: bool) -> None:
        """Take the width of the place, and a height that shows a comment with its reason."""
        self.setFixedWidth(WIDEST if narrow else WIDTH)
        self.setMinimumWidth(0 if narrow else WIDTH)
        self.setMinimumHeight(LEAST_HEIGHT if narrow else 0)

    def _rebuild(self, state: ReviewScreenState) -> None:
        clear_layout(self._form)
        clear_layout(self._foot)
        if state.deciding is None:
            self._form.addStretch(1)
            return
        if state.deciding is Decision.ATTRIBUTE:
            self._seek_owner(state)
            return
        if state.deciding in (Decision.DECLINE, Decision.TAKE_OVER):
            self._say_why(state)
            return
        self._reason = ChoiceField(self._reasons[state.deciding])
        self._reason.setObjectName("decision_reason")
        self._reason.set_value(state.reason)
        self._reason.value_edited.connect(self.reason_given)
        self._form.addWidget(Field(self.tr("Reason"), self._reason, self.tr("required")))
        last: QWidget = self._reason
        if state.deciding is Decision.SEND_BACK:
            for comment in state.comments:
                last = self._comment(comment, "" if state.record is None else state.record.place)
            self._chips(state)
        self._form.addWidget(Field(self.tr("Note"), self._note_input(state), self.tr("optional")))
        self._ends(self._send_words(state), "send")
        self._form.addStretch(1)
        last.setFocus()

    def _note_input(self, state: ReviewScreenState) -> TextInput:
        note = TextInput()
        note.setObjectName("decision_note")
        note.set_value(state.note)
        note.value_edited.connect(self.note_written)
        return note

    def _say_why(self, state: ReviewScreenState) -> None:
        note = self._note_input(state)
        self._form.addWidget(Field(self.tr("Why"), note, self.tr("required")))
        self._form.addStretch(1)
        take = state.deciding is Decision.TAKE_OVER
        self._ends(self.tr("Take over") if take else self._decline.words, "send")
        note.setFocus()

    def _seek_owner(self, state: ReviewScreenState) -> None:
        assert state.payer is not None
        form = OwnerForm(state.payer, state.sought, state.found)
        form.written.connect(self.sought)
        form.given.connect(self.given)
        self._form.addWidget(form)
        self._form.addStretch(1)
        self._ends(self.tr("Search"), "search")
        form.search.setFocus()

    def _ends(self, words: str, icon: str) -> None:
        """What sends, and what gives up."""
        send = Button(words, Kind.PRIMARY, icon=icon, key="Ctrl+Enter", bind=False)
        send.setObjectName("decision_send")
        send.clicked.connect(self.sent)
        cancel = Button(self.tr("Cancel"), key="Esc", bind=False)
        cancel.clicked.connect(self.cancelled)
        self._foot.addWidget(send)
        self._foot.addWidget(cancel)

    def _comment(self, comment: FieldComment, place: str) -> QWidget:
        box = Box(padding=12)
        label = field_words(comment.field)
        drop = Button("", Kind.LINK, icon="x")
        drop.setAccessibleName(self.tr("Remove the comment on {field}").format(field=label))
        drop.setFixedSize(28, 28)
        drop.clicked.connect(lambda: self.comment_dropped.emit(comment.field))
        box.column.addLayout(across(Text(label, Role.STRONG), None, drop))
        value = shown_value(comment.field, comment.value, place) or "–"
        if comment.field not in FIELD_OF.values():
            box.column.addWidget(Text(self.tr("Typed: {value}").format(value=value), Role.HELP, wrap=True))
        text = QPlainTextEdit()
        text.setObjectName(f"comment_{comment.field}")
        text.setAccessibleName(self.tr("Comment on {field}").format(field=label))
        text.setPlainText(comment.text)
        text.setFixedHeight(72)
        text.setTabChangesFocus(True)
        text.textChanged.connect(lambda: self.comment_written.emit(comment.field, text.toPlainText()))
        box.column.addWidget(text)
        self._form.addWidget(box)
        return text

    def _chips(self, state: ReviewScreenState) -> None:
        taken = {comment.field for comment in state.comments}
        self._form.addWidget(
            Text(self.tr("Comment on a field, or press it in the record"), Role.HELP, wrap=True)
        )
        row = FieldRow(fill=False)
        pictures = {} if state.record is None else picture_fields(state.record)
        for name in (each for each in (*pictures, *SUGGESTED) if each not in taken):
            chip = Chip(field_words(name), icon="plus")
            chip.setObjectName(f"comment_on_{name}")
            chip.clicked.connect(lambda _=False, field=name: self.comment_added.emit(field))
            row.add(chip, chip.sizeHint().width())
        self._form.addLayout(row)

    def _send_words(self, state: ReviewScreenState) -> str:
        if state.deciding is Decision.REFUSE:
            return self.tr("Refuse")
        return self.tr("Send %n comment(s)", "", len(state.comments))

    def _button(self, name: str, words: str, kind: Kind, icon: str, key: str) -> Button:
        button = Button(words, kind, icon=icon, key=key, bind=False)
        button.setObjectName(name)
        return button


def _options(reference: Reference, kind: ReasonKind, language: str) -> list[Option]:
    reasons = reference.reasons_of(kind)
    return [Option(each.code, each.label_id if language == "id" else each.label_en) for each in reasons]
