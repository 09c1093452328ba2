"""The top of the window: what is on screen, who works, on which device, and whether it is practice."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text


class Header(QWidget):
    """Title and subtitle at the left, the agent and the device at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(METRICS.header)
        self._title = Text("", Role.TITLE)
        self._subtitle = Elided("", Role.MUTED)
        self._practice = Text(self.tr("PRACTICE"))
        self._practice.setProperty("tone", "practice")
        self._practice.setFixedHeight(METRICS.badge)
        self._practice.setToolTip(self.tr("Nothing here is real: no money, no participants"))
        self._who = Text("", Role.LABEL, Tone.MUTED)
        self._device = Text("", Role.LABEL, Tone.MUTED)
        self._icons = (IconLabel("circle-user-round"), IconLabel("laptop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.page, 0, METRICS.page, 4)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._subtitle, 1)
        row.addWidget(self._practice)
        row.addSpacing(12)
        row.addWidget(self._icons[0])
        row.addWidget(self._who)
        row.addSpacing(12)
        row.addWidget(self._icons[1])
        row.addWidget(self._device)

    def show_owner(self, who: str, device: str, device_icon: str, *, practice: bool) -> None:
        """Say who works and where; `practice` shows the badge that can't be overlooked."""
        self._who.setText(who)
        self._device.setText(device)
        self._icons[1].show_icon(device_icon, Tone.MUTED)
        self._practice.setVisible(practice)

    def show_title(self, title: str, subtitle: str) -> None:
        """Say what is on screen."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out who and where; the rail and the strip stay."""
        for part in (self._who, self._device, *self._icons):
            part.setVisible(not narrow)
        margin = METRICS.gap if narrow else METRICS.page
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin, 0, margin, 4)
        self.setFixedHeight(44 if narrow else METRICS.header)
