"""A dialog for one act: its parts scroll, what went wrong stands above the buttons, Ctrl+Enter acts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.failure import Failure
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet


class ActDialog(QDialog):
    """Put parts into `body`, and what stays in sight into `low`; `acted`: the act was asked for. Leaving changes nothing.

    The way out is called "Cancel" beside an act. `cancels` is off where the dialog tells of something, or where steps
    that were done stand when it is left: there it is called "Close".
    """

    help_page = "general"
    acted = Signal()

    def __init__(
        self,
        title: str,
        act: str,
        icon: str,
        size: QSize,
        parent: QWidget | None = None,
        *,
        cancels: bool = True,
    ) -> None:
        super().__init__(parent)
        self._cancels = cancels
        self._held = False
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 12)
        self.body.setSpacing(METRICS.gap)
        self.body.addWidget(Text(title, Role.TOTAL))
        self.first = Banner()
        self.body.addWidget(self.first)
        self.note = Banner()
        self.act = Button(act, Kind.PRIMARY, icon=icon, key="Ctrl+Return", cap="Ctrl+Enter")
        self.act.setObjectName("act")
        self.act.clicked.connect(self.acted)
        self.leave = Button(self._way_out(offered=True), key="Esc", bind=False)
        self.leave.setObjectName("leave")
        self.leave.clicked.connect(self.reject)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(METRICS.gap)
        self.foot.addWidget(self.leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self.act)
        self.low = QVBoxLayout()
        self.low.setContentsMargins(24, 0, 24, 16)
        self.low.setSpacing(METRICS.gap)
        self.low.addWidget(self.note)
        self.low.addLayout(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollSheet(self.body), 1)
        whole.addLayout(self.low)
        fit_dialog(self, size)

    def offer(self, offered: bool) -> None:
        """Show the act, or only the way out."""
        self.act.setVisible(offered)
        self.leave.show_words(self._way_out(offered=offered))

    def hold(self, held: bool) -> None:
        """Keep it open while an answer is on its way that is told only once: a second or two, half a minute at most."""
        self._held = held
        self.leave.setEnabled(not held)

    def reject(self) -> None:
        """Escape and the window's own cross, but not while it is held."""
        if not self._held:
            super().reject()

    def foretell(self, title: str, detail: str, tone: Tone) -> None:
        """Say above everything else what would keep the act from being done."""
        self.first.say(title, detail, tone)

    def tell(self, failure: Failure | None) -> None:
        """Say what went wrong and what to do about it; without a failure the banner is hidden."""
        self.note.tell(failure)

    def _way_out(self, *, offered: bool) -> str:
        return self.tr("Cancel") if self._cancels and offered else self.tr("Close")
