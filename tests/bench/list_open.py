"""The list of workers in the agent's window: opened, scrolled page by page, and jumped to the end that is loaded."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from perisai_desktop.background.qt_jobs import QtJobs
from perisai_desktop.config.paths import Profile
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.desk_opening import open_store
from perisai_desktop.services.reference_files import open_places
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from perisai_desktop.ui.widgets.table import Table
from sync.protocol.signatures import SigningKey
from tests.bench.filled_store import fill
from tests.bench.measured import Claim, Measured, series, timed
from tests.bench.typing_hand import wait_for
from tests.support.desks import STORE_KEY, HandClock, desk_of, make_profile

OPENINGS, PAGES, JUMPS = 20, 200, 60


def run(size: int) -> Measured:
    """Among `size` workers."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["bench"])
    theme = Theme(app, ThemeChoice.LIGHT, lambda _choice: None)
    with tempfile.TemporaryDirectory() as name:
        profile = _filled(Path(name) / "agent", size)
        desk, jobs = desk_of(profile, HandClock()), QtJobs()
        window = AgentWindow(desk, jobs, Looks(theme, "id", lambda _code: None), Path(name))
        window.show()
        first = timed(lambda: _opened(window))
        again = [timed(lambda: _opened(window)) for _ in range(OPENINGS)]
        table = window.findChild(Table, "workers_table")
        assert isinstance(table, Table)
        pages = [_scroll(window, table, table.viewport().height()) for _ in range(PAGES)]
        jumps = [_scroll(window, table, table.verticalScrollBar().maximum()) for _ in range(JUMPS)]
        rows = len(window.pages.workers.state.rows)
        window.close()
        jobs.close()
        desk.close()
    theme.deleteLater()
    opened = series("opened again until it is drawn", again)
    scrolled = series("frame after a page down", pages)
    jumped = series(f"frame after a jump to the end, up to {rows:,} rows", jumps)
    longest = max(*scrolled.samples, *jumped.samples)
    return Measured(
        (series("first opening, its screen built", [first]), opened, scrolled, jumped),
        (Claim("opening", opened.median, 50, "ms"), Claim("longest frame", longest, 16, "ms")),
    )


def _filled(folder: Path, size: int) -> Profile:
    profile = make_profile(folder, SigningKey.generate())
    places = open_places()
    database = open_store(profile, StoreKeys(STORE_KEY), places)
    fill(database, size)
    database.close()
    places.close()
    return profile


def _opened(window: AgentWindow) -> None:
    """Go to the list as from another screen, until the rows of a new answer are drawn."""
    before = window.pages.workers.state.rows
    window.frame.go("workers")
    wait_for(lambda: window.pages.workers.state.rows is not before)
    window.repaint()


def _scroll(window: AgentWindow, table: Table, by: int) -> float:
    """One step of the scroll bar; at the end of what is loaded until more is. The longest frame, in milliseconds."""
    bar, workers = table.verticalScrollBar(), window.pages.workers
    loaded = len(workers.state.rows)

    def step() -> None:
        bar.setValue(bar.value() + by)
        QApplication.processEvents()

    longest = timed(step)
    while bar.value() == bar.maximum() and workers.state.following and len(workers.state.rows) == loaded:
        longest = max(longest, timed(QApplication.processEvents))
    return longest
