"""The pictures that have not arrived, and whether they wait for a connection that costs nothing."""

from PySide6.QtCore import Signal

from perisai_desktop.domain.exchange import PhotoTally
from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.screens.sync.pairs import Pairs
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Card
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.labels import Role, Text
from sync.rules.rupiah import Rupiah, format_number


class PhotosCard(Card):
    """`free_only_chosen` carries the choice, `photos_asked`: let them go this once."""

    free_only_chosen = Signal(bool)
    photos_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._sums = Pairs()
        self._lost = Text("", Role.LABEL, Tone.WARNING, wrap=True)
        self._free = CheckRow(self.tr("Photos only on a free connection"))
        self._free.setObjectName("sync_free_only")
        self._free.clicked.connect(lambda on: self.free_only_chosen.emit(on))
        self._go = Button(self.tr("Send the photos this once"), icon="send")
        self._go.setObjectName("sync_photos")
        self._go.clicked.connect(self.photos_asked)
        self.column.addWidget(Text(self.tr("Photos"), Role.HEADING))
        self.column.addLayout(self._sums)
        self.column.addWidget(self._lost)
        self.column.addWidget(self._free)
        self.column.addWidget(self._go)

    def show_state(self, state: SyncState) -> None:
        """Show what waits, and the choice."""
        self._free.setChecked(state.free_only)
        if state.overview is None:
            return
        photos = state.overview.photos
        self._sums.say(self._pairs(photos))
        self._lost.setVisible(photos.lost > 0)
        self._lost.setText(
            self.tr("%n photo(s) can't be read on this laptop; the branch is told.", "", photos.lost)
        )
        self._go.setVisible(photos.held)

    def _pairs(self, photos: PhotoTally) -> tuple[tuple[str, str], ...]:
        if not photos.waiting:
            return ((self.tr("Wait to be sent"), self.tr("none")),)
        waiting = f"{format_number(Rupiah(photos.waiting))} · {size_words(photos.bytes)}"
        arrived = ((self.tr("Of it arrived"), size_words(photos.arrived)),) if photos.arrived else ()
        return ((self.tr("Wait to be sent"), waiting), *arrived)
