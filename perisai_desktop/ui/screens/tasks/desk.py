"""The middle of the tasks screen: one task with its fields, and the button that sends the correction."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.domain.task import Task
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.tasks.fixes import Fix
from perisai_desktop.ui.screens.tasks.photo_fix import PhotoFix
from perisai_desktop.ui.screens.tasks.state import FIXED, TasksState
from perisai_desktop.ui.state_words import ReasonWords, reason_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, across
from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Elided, Role, rule
from perisai_desktop.ui.widgets.marks import Badge, Face
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import Rupiah, format_rupiah
from sync.rules.states import ReviewState

PHOTO_KEYS = {PhotoSubject.KTP: "F2", PhotoSubject.THUMB: "F3", PhotoSubject.SIGNED_PAPER: "F3"}
"""An enrolment has one picture that proves the consent: never both of the last."""
_SENT_BACK = (ReviewState.RETURNED, ReviewState.REFUSED, ReviewState.DUPLICATE)


class FixDesk(Card):
    """Shows one task; every field of the enrolment is here and those to correct are in sight."""

    typed = Signal(str, str)
    place_asked = Signal(str)
    place_picked = Signal(str)
    field_opened = Signal(str)
    explained = Signal(str, str)
    sent = Signal()
    read = Signal()
    receipt_asked = Signal(str)
    photo_asked = Signal(object, str)
    photo_dropped = Signal(object)

    def __init__(self, fields: dict[str, Field], reasons: ReasonWords) -> None:
        super().__init__(padding=0, spacing=0)
        self._reasons = reasons
        self._receipt = ""
        self._order: tuple[Fix | PhotoFix, ...] = ()
        self._offers: object = None
        self._name = Elided("", Role.HEADING)
        self._badge = Badge(Face("", "wrench", Tone.WARNING))
        self._money = Elided("", Role.HELP)
        self._open_receipt = Button(self.tr("Receipt"), Kind.LINK, icon="receipt")
        self._said = Banner()
        self._note = Banner()
        self._fixes = {name: Fix(name, field) for name, field in fields.items() if name not in FIXED}
        self._photos = {subject: PhotoFix(subject, key) for subject, key in PHOTO_KEYS.items()}
        self._stack = QVBoxLayout()
        self._stack.setSpacing(METRICS.gap)
        self._another = ChoiceField()
        self._another.setObjectName("fix_another")
        self._another_field = Field(self.tr("Correct another field too"), self._another)
        self._send = Button(
            self.tr("Send the correction"), Kind.MAIN, icon="send", key="Ctrl+Return", cap="Ctrl+Enter"
        )
        self._send.setObjectName("task_send")
        self._close = Button(self.tr("I have read it"), icon="check")
        self._close.setObjectName("task_read")
        self._foot = QWidget()
        self._foot_parts = (self._note, self._send, self._close)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        parts = QVBoxLayout(content)
        pad = METRICS.card_padding
        parts.setContentsMargins(pad, 16, pad, 16)
        parts.setSpacing(METRICS.gap)
        parts.addLayout(across(self._name, self._badge))
        parts.addLayout(across(self._money, self._open_receipt))
        parts.addWidget(self._said)
        for fix in self._all:
            fix.hide()
            self._stack.addWidget(fix)
        parts.addLayout(self._stack)
        parts.addWidget(self._another_field)
        parts.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._scroll = scroll
        foot = QVBoxLayout()
        foot.setContentsMargins(pad, 12, pad, 16)
        foot.setSpacing(12)
        for part in self._foot_parts:
            foot.addWidget(part)
        whole = QVBoxLayout(self._foot)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(rule())
        whole.addLayout(foot)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self._foot)

    def _connect(self) -> None:
        for name, fix in self._fixes.items():
            fix.explained.connect(self.explained)
            fix.field.value_edited.connect(lambda text, name=name: self.typed.emit(name, text))
            if isinstance(fix.field.editor, SearchField):
                fix.field.editor.asked.connect(self.place_asked)
                fix.field.editor.picked.connect(self.place_picked)
        for subject, photo in self._photos.items():
            photo.asked.connect(lambda path, subject=subject: self.photo_asked.emit(subject, path))
            photo.dropped.connect(lambda subject=subject: self.photo_dropped.emit(subject))
        self._another.picked.connect(self._open_another)
        self._send.clicked.connect(self.sent)
        self._close.clicked.connect(self.read)
        self._open_receipt.clicked.connect(lambda: self.receipt_asked.emit(self._receipt))

    def show_state(self, state: TasksState) -> None:
        """Show the open task."""
        task = state.task
        self.setEnabled(task is not None)
        if task is None:
            return
        self._show_task(task)
        self._arrange(
            *(self._photos[subject] for subject in state.subjects),
            *(self._fixes[name] for name in state.fields),
        )
        for fix in self._order:
            fix.show_state(state)
        self._show_offers(state)
        self._another.set_options([Option(name, field_words(name)) for name in state.choosable(self._fixes)])
        self._another_field.setVisible(state.form is not None)
        self._another_field.set_label(
            self.tr("Correct another field too") if self._order else self.tr("Which field is wrong?")
        )
        self._send.setVisible(task.correctable)
        self._close.setVisible(task.readable)
        self._send.setEnabled(not state.sending)
        self._note.tell(state.failure)
        if state.failure is None and state.sent and not state.changed:
            saved = self.tr("It is kept on this laptop and goes up with the next connection.")
            self._note.say(self.tr("Correction saved"), saved, Tone.OK)
        self._foot.setHidden(all(part.isHidden() for part in self._foot_parts))

    def take_focus(self) -> None:
        """Put the cursor into the first field to correct, or where one is chosen."""
        first = self._order[0] if self._order else self._another_field
        first.take_focus()

    def _show_task(self, task: Task) -> None:
        self._name.setText(task.worker_name)
        faces = {
            ReviewState.REFUSED: Face(self.tr("Refused"), "circle-x", Tone.ERROR),
            ReviewState.DUPLICATE: Face(self.tr("Already registered"), "users-round", Tone.ERROR),
        }
        self._badge.show_face(faces.get(task.state, Face(self.tr("To correct"), "wrench", Tone.WARNING)))
        self._receipt = task.receipt_number or ""
        self._open_receipt.setVisible(bool(self._receipt))
        money = self.tr("{rupiah} stays recorded · receipt {number}")
        shown = money.format(rupiah=format_rupiah(Rupiah(task.rupiah)), number=self._receipt)
        self._money.setText(shown if self._receipt else self.tr("No money hangs on this"))
        if task.cleaned:
            self._badge.show_face(Face(self.tr("Cleaned from the laptop"), "eye-off", Tone.INFO))
            cleaned = explain(Failure(FailureCode.DATA_CLEANED))
            self._said.say(cleaned.what, cleaned.advice, Tone.INFO)
            return
        if task.state not in _SENT_BACK:
            self._badge.show_face(Face(self.tr("Your own correction"), "pen-line", Tone.INFO))
            self._said.say(
                self.tr("Choose the field that is wrong"),
                self.tr("Only what you change goes to the branch; all else stays as it was written."),
                Tone.INFO,
            )
            return
        reason = reason_words(task.reason, self._reasons)
        if task.readable:
            advice = self._refusal_words(task)
        else:
            advice = {
                ReviewState.REFUSED: self.tr(
                    "The branch decides what happens with the money; ask before you give it back."
                ),
                ReviewState.DUPLICATE: self.tr("The branch will call you. Nothing is to be done here."),
            }.get(task.state, "")
        title = reason or self.tr("The branch asks you to correct this")
        words = " ".join(part for part in (task.note, advice) if part)
        self._said.say(title, words, Tone.WARNING if task.correctable else Tone.ERROR)

    def _refusal_words(self, task: Task) -> str:
        """What stands now that a request or a change was refused."""
        if task.kind == "void_request":
            return self.tr("The receipt stands, and its months count as paid again.")
        return self.tr("What stood before holds again.")

    @property
    def _all(self) -> tuple[Fix | PhotoFix, ...]:
        return (*self._photos.values(), *self._fixes.values())

    def _arrange(self, *order: Fix | PhotoFix) -> None:
        if order == self._order:
            return
        self._order = order
        for fix in self._all:
            self._stack.removeWidget(fix)
            fix.setVisible(fix in order)
        for fix in order:
            self._stack.addWidget(fix)

    def _show_offers(self, state: TasksState) -> None:
        editor = self._fixes["village"].field.editor
        if isinstance(editor, SearchField) and state.offers is not self._offers:
            self._offers = state.offers
            query, places = state.offers
            options = [Option(place.code, place.village_label, place.parents) for place in places]
            editor.show_results(query, options)

    def _open_another(self, name: str) -> None:
        self._another.set_value("")
        self.field_opened.emit(name)
        fix = next(each for each in self._order if each.stands_for == name)
        fix.take_focus()
        self._scroll.ensureWidgetVisible(fix)
