"""The frame of every window: rail, header, the screen in the middle, strip; and the keys that work everywhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.ui.shell.header import Header
from perisai_desktop.ui.shell.page import Screen
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.rail import Rail, Section
from perisai_desktop.ui.widgets.strip import Strip

NARROW = 1100
"""Below this width, in device-independent pixels, rail and header keep the least."""


class Frame(QWidget):
    """Screens are added or planned by name and shown by `go`; they do not know each other."""

    moved = Signal(str)
    help_asked = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(sections)
        self.header = Header()
        self.strip = Strip()
        self.current = ""
        self._stack = QStackedWidget()
        self._screens: dict[str, tuple[QWidget, Screen]] = {}
        self._planned: dict[str, Callable[[], object]] = {}
        self._page = QVBoxLayout()
        self._page.setContentsMargins(METRICS.page, 0, METRICS.page - 2, 12)
        self._page.addWidget(self._stack)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.header)
        middle.addLayout(self._page, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(self.strip)
        self.rail.chosen.connect(self._chosen)
        self.bind("Ctrl+F", self._find)
        self.resize(1366, 768)
        self.setMinimumSize(560, 340)

    def bind(self, key: str, act: Callable[[], object]) -> None:
        """Press `key` anywhere in the window to `act`."""
        QShortcut(QKeySequence(key), self, act)

    def add(self, name: str, widget: QWidget, screen: Screen) -> None:
        """Add a screen under `name`; `screen` is what the shell may ask of it."""
        self._screens[name] = (widget, screen)
        self._stack.addWidget(widget)

    def plan(self, name: str, build: Callable[[], object]) -> None:
        """Have `build` add the screen `name` when it is first shown: a window opens with the one in sight."""
        self._planned[name] = build

    def built(self, name: str) -> bool:
        """Whether the screen `name` was added; one that is planned was not yet."""
        return name in self._screens

    def go(self, name: str) -> None:
        """Show the screen `name`; raises KeyError for one that was never added or planned."""
        if not self.built(name):
            self._planned[name]()
        widget, screen = self._screens[name]
        self.current = name
        self._stack.setCurrentWidget(widget)
        self.rail.show_current(name)
        screen.arrive()
        self.show_titles()
        self.moved.emit(name)

    def show_titles(self) -> None:
        """Read title and subtitle of the current screen again."""
        if self.current:
            screen = self._screens[self.current][1]
            self.header.show_title(screen.title(), screen.subtitle())
            self.setWindowTitle(f"{screen.title()} · Perisai")

    def _chosen(self, name: str) -> None:
        if name == "help":
            self.help_asked.emit(self.current)
        elif self.knows(name):
            self.go(name)

    def _find(self) -> None:
        if self.current and not self._screens[self.current][1].seek() and self.knows("workers"):
            self.go("workers")
            self._screens["workers"][1].seek()

    def knows(self, name: str) -> bool:
        """Whether `go` leads to a screen `name`."""
        return name in self._screens or name in self._planned

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.rail.set_narrow(narrow)
        self.header.set_narrow(narrow)
        side = METRICS.gap if narrow else METRICS.page
        self._page.setContentsMargins(side, 0, side - 2, 8 if narrow else 12)
