"""A picture to take anew: the reviewer's comment and what was sent, beside the new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from perisai_desktop.domain.photo import FIELD_OF, PhotoSubject
from perisai_desktop.ui.photo_words import subject_words
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.tasks.comment_line import CommentLine
from perisai_desktop.ui.screens.tasks.state import TasksState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Box
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.photo_preview import PhotoPreview
from perisai_desktop.ui.widgets.photo_slot import PhotoSlot


class PhotoFix(Box):
    """`asked` carries a file's path, empty where none was dropped; `dropped` asks to leave the new picture out."""

    asked = Signal(str)
    dropped = Signal()

    def __init__(self, subject: PhotoSubject, key: str) -> None:
        super().__init__(padding=12, spacing=8)
        self.subject = subject
        self._comment = CommentLine()
        self._problem = Text("", Role.HELP, Tone.ERROR, wrap=True)
        self._before = PhotoPreview(self.tr("Photo that was sent"))
        self._before.setObjectName(f"photo_sent_{subject.value}")
        self._after = PhotoPreview(self.tr("New photo"))
        self._after.setObjectName(f"photo_new_{subject.value}")
        self._slot = PhotoSlot(subject)
        self._slot.setObjectName(f"photo_slot_{subject.value}")
        self._take = Button("", icon="image", key=key)
        self._take.setObjectName(f"photo_take_{subject.value}")
        self._keep = Button(self.tr("Keep the old one"), Kind.LINK, icon="undo-2")
        self._keep.setObjectName(f"photo_keep_{subject.value}")
        self._faults = Text(
            self.tr("It may be hard to read. You can send it all the same, or take it again."),
            Role.HELP,
            Tone.WARNING,
            wrap=True,
        )
        sent = QVBoxLayout()
        sent.addWidget(Text(self.tr("Sent before"), Role.HELP))
        sent.addWidget(self._before)
        sent.addWidget(self._keep)
        taken = QVBoxLayout()
        taken.addWidget(Text(self.tr("New photo"), Role.HELP))
        for part in (self._after, self._slot, self._faults, self._problem, self._take):
            taken.addWidget(part)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for column in (sent, taken):
            column.setSpacing(6)
            column.addStretch(1)
            pair.addLayout(column, 1)
        self.column.addWidget(Text(subject_words(subject), Role.STRONG))
        self.column.addWidget(self._comment)
        self.column.addLayout(pair)
        self._slot.asked.connect(self.asked)
        self._slot.dropped.connect(self.dropped)
        self._take.clicked.connect(lambda: self.asked.emit(""))
        self._keep.clicked.connect(self.dropped)

    def show_state(self, state: TasksState) -> None:
        """Show comment, the picture that was sent, and the new one once it is taken."""
        name = self.stands_for
        self._comment.show_state(state, name)
        sent, new = state.sent_picture(self.subject), state.picture(self.subject)
        gone = self.tr("No longer on this laptop")
        self._before.show_content(
            b"" if sent is None else sent.content, gone if sent else self.tr("No photo")
        )
        self._after.show_content(b"" if new is None else new.content)
        self._after.setVisible(new is not None)
        problems = [each for each in state.problems if each.field == name]
        self._problem.setText(problem_words(problems[0]) if problems else "")
        self._problem.setVisible(bool(problems))
        self._slot.show_picture(new, wrong=bool(problems))
        self._faults.setVisible(new is not None and bool(new.faults))
        words = (
            self.tr("Replace the photo") if sent is not None or new is not None else self.tr("Add the photo")
        )
        self._take.show_words(words)
        self._keep.setVisible(new is not None)
        for part in (self._slot, self._take, self._keep):
            part.setEnabled(not state.sending)

    @property
    def stands_for(self) -> str:
        """The field of the form that the picture stands for."""
        return FIELD_OF[self.subject]

    def take_focus(self) -> None:
        """Put the cursor on the act."""
        self._take.setFocus()
