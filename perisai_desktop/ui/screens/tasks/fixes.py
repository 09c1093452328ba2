"""One field to correct: the reviewer's comment and what was sent, above the input."""

from PySide6.QtCore import Signal

from perisai_desktop.ui.enrolment_words import value_words
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.tasks.comment_line import CommentLine
from perisai_desktop.ui.screens.tasks.state import TasksState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.cards import Box
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.reactions import Reaction, Severity


class Fix(Box):
    """Emits `explained` with a reaction's code and the reason typed for it."""

    explained = Signal(str, str)

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(padding=12, spacing=8)
        self.name = name
        self.field = field
        self._comment = CommentLine()
        self._old = Text("", Role.HELP, wrap=True)
        self._reasons: dict[str, Field] = {}
        self.column.addWidget(self._comment)
        self.column.addWidget(self._old)
        self.column.addWidget(field)

    def show_state(self, state: TasksState) -> None:
        """Show comment, old value, the value as it stands, and what the rules say of it."""
        marked = self._comment.show_state(state, self.name)
        old = getattr(state.before, self.name, "")
        shown = value_words(self.name, old) if old else self.tr("empty")
        self._old.setText(self.tr("Sent: {value}").format(value=shown))
        self._old.setVisible(marked or self.name in state.changed)
        self._show_value(state)
        self._show_problems(state)

    @property
    def stands_for(self) -> str:
        """The field of the form that is corrected here."""
        return self.name

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self.field.take_focus()

    def _show_value(self, state: TasksState) -> None:
        editor = self.field.editor
        value = getattr(state.form, self.name, "")
        if isinstance(editor, SearchField):
            if state.place is not None and state.place.code == value:
                editor.set_chosen(Option(value, state.place.label))
            elif editor.value() != value:
                editor.set_value(value)
        else:
            self.field.set_value(value)

    def _show_problems(self, state: TasksState) -> None:
        found = [each for each in state.problems if each.field == self.name]
        errors = [each for each in found if each.severity is Severity.ERROR]
        if errors:
            self.field.show_state(Tone.ERROR, problem_words(errors[0]))
        elif found:
            self.field.show_state(Tone.WARNING, problem_words(found[0]))
        else:
            self.field.show_state(Tone.OK if self.name in state.changed else Tone.PLAIN)
        asked = {each.reaction for each in found if each.severity is Severity.WARNING}
        for reaction in asked:
            self._reason(reaction).set_value(state.reasons.get(reaction.value, ""))
        for code, field in self._reasons.items():
            field.setVisible(Reaction(code) in asked)

    def _reason(self, reaction: Reaction) -> Field:
        code = reaction.value
        if code not in self._reasons:
            editor = TextInput()
            editor.setObjectName(f"fix_reason_{code}")
            field = Field(self.tr("Reason"), editor, self.tr("required, the reviewer reads it"))
            field.value_edited.connect(lambda words: self.explained.emit(code, words))
            self.column.addWidget(field)
            self._reasons[code] = field
        return self._reasons[code]
