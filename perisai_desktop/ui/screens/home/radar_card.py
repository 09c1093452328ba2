"""Who lapses next: people by overdue months, with the day after which everybody is one month later."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from perisai_desktop.domain.collection import Radar
from perisai_desktop.ui.screens.home.radar_row import COUNT, OWED, RadarRow
from perisai_desktop.ui.screens.home.state import Place
from perisai_desktop.ui.screens.home.words import ended_words, next_due_words
from perisai_desktop.ui.widgets.headed_card import HeadedCard
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from sync.rules.membership import ARREARS_LIMIT

translate = QCoreApplication.translate


class RadarCard(HeadedCard):
    """`followed` carries the Place that a line leads to."""

    followed = Signal(object)

    def __init__(self) -> None:
        title = translate("Home", "Who lapses next")
        super().__init__(title, translate("Home", "Open contributions"))
        self._when = Text("", Role.HELP, wrap=True)
        self._ended = Text("", Role.HELP, wrap=True)
        self._ended.setObjectName("home_ended")
        self.more.setObjectName("home_round")
        self.more.clicked.connect(lambda: self.followed.emit(Place.ROUND))
        self.inset(self._when)
        self.inset_row(self._names())
        lines = QVBoxLayout()
        lines.setSpacing(0)
        self.column.addLayout(lines)
        self.rows = [RadarRow(overdue) for overdue in range(ARREARS_LIMIT + 1)]
        for overdue, row in enumerate(self.rows):
            place = Place.OVERDUE if overdue else Place.ROUND
            row.clicked.connect(lambda _on=False, place=place: self.followed.emit(place))
            lines.addWidget(row)
        self.inset(self._ended)
        self.column.addStretch(1)

    def _names(self) -> QHBoxLayout:
        names = QHBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(self.tr("Contribution"), Role.HELP), 1)
        for words, width in ((self.tr("People"), COUNT + 20), (self.tr("Owed"), OWED)):
            name = Text(words, Role.HELP)
            name.setFixedWidth(width)
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            names.addWidget(name)
        return names

    def show_radar(self, radar: Radar, today: date) -> None:
        """Show who stands where."""
        self._when.setText(next_due_words(radar.next_due_on, today))
        most = max(line.people for line in radar.lines)
        for row, line in zip(self.rows, radar.lines, strict=True):
            row.show_line(line, most)
        self._ended.setText(ended_words(radar.ended))
        self._ended.setVisible(bool(radar.ended))
