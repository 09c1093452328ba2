"""The first screen in the agent's window over a year of work: opened until its figures are drawn, then its estimates."""

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from perisai_desktop.background.qt_jobs import QtJobs
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.desk_opening import open_store
from perisai_desktop.services.reference_files import open_places
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.tables import metadata
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from sync.protocol.signatures import SigningKey
from sync.rules.iuran_month import IuranMonth
from tests.bench.filled_store import fill
from tests.bench.measured import Claim, Measured, series, timed
from tests.bench.typing_hand import wait_for
from tests.support.desks import MARKET_DAY, STORE_KEY, HandClock, desk_of, make_profile

OPENINGS = 20
MONTHS = 5
"""Months that everybody has paid, in two programmes: ten lines of the ledger each."""
TODAY = date(2026, 11, 22)


def run(size: int) -> Measured:
    """With `size` workers and ten times as many lines of the ledger."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["bench"])
    theme = Theme(app, ThemeChoice.LIGHT, lambda _choice: None)
    with tempfile.TemporaryDirectory() as name:
        profile = make_profile(Path(name) / "agent", SigningKey.generate())
        places = open_places()
        database = open_store(profile, StoreKeys(STORE_KEY), places)
        fill(database, size)
        pay(database, size)
        database.close()
        places.close()
        desk, jobs = desk_of(profile, HandClock()), QtJobs()
        window = AgentWindow(desk, jobs, Looks(theme, "id", lambda _code: None), Path(name))
        window.show()
        first = timed(lambda: _opened(window))
        again, whole = [], []
        for _ in range(OPENINGS):
            _reckoned(window)
            again.append(timed(lambda: _opened(window)))
            before = window.figures.home.state.radar
            wait_for(lambda before=before: window.figures.home.state.radar is not before)  # type: ignore[misc]
            whole.append(timed(lambda: _reckoned(window)))
        window.close()
        jobs.close()
        desk.close()
    theme.deleteLater()
    opened = series("opened again until its figures are drawn", again)
    return Measured(
        (
            series("first opening, its screen built", [first]),
            opened,
            series("until radar and commission are drawn too", whole),
        ),
        (Claim("opening", opened.median, 100, "ms"),),
    )


def pay(database: Database, size: int) -> None:
    """Everybody paid once a month; most are due next, some are late. Written in the order of days, as in a real year."""
    chance = random.Random(2)
    rows: dict[str, list[dict[str, Any]]] = {}
    payments: list[tuple[date, str, IuranMonth]] = []
    for place in range(size):
        worker, late = f"w{place:035d}", chance.choice((0, 0, 0, 1, 2, 3))
        until = IuranMonth(2026, 10).plus(-late)
        due = {"worker_id": worker, "month": str(until.plus(1)), "due_on": until.plus(1).due_on}
        rows.setdefault("due", []).append(due)
        begun = {"worker_id": worker, "on": TODAY - timedelta(days=chance.randrange(300))}
        row = {"entry_id": f"e{place:035d}", **begun, "offer": "JKK+JKM", "again": False}
        rows.setdefault("enrolment", []).append(row)
        for back in range(MONTHS):
            on = until.plus(1 - back)
            payments.append((date(on.year, on.month, chance.randrange(1, 23)), worker, until.plus(-back)))
    for step, payment in enumerate(sorted(payments, key=lambda each: each[0]), 1):
        for name, some in _receipt(step, *payment).items():
            rows.setdefault(name, []).extend(some)
    with database.transaction() as session:
        for name, some in rows.items():
            session.connection().execute(insert(metadata.tables[name]), some)
        session.connection().exec_driver_sql(
            "UPDATE worker SET income = 1000000, first_month = '2024-06', paid_until = '2026-10'"
        )
        session.connection().exec_driver_sql("ANALYZE")


def _receipt(step: int, on: date, worker: str, month: IuranMonth) -> dict[str, list[dict[str, Any]]]:
    number, entry_id = f"0Q2FK-01-{step:06d}-0", f"01935000-0000-7000-8000-{step:012d}"
    told = {"action_id": entry_id, "worker_id": worker, "month": str(month), "step": step, "receipt": number}
    price = {"bracket": 1, "tariff": "BPU-2015", "payer": "self"}
    lines = [
        {"entry_id": entry_id, "line": line, "programme": programme, "amount": amount, **told, **price}
        for line, (programme, amount) in enumerate((("JKK", 5_000), ("JKM", 3_400)))
    ]
    issued = {"step": step, "entry_id": f"r{entry_id}", "number": number, "action_id": entry_id}
    carried = "d" if on < TODAY else None
    when = {"worker_id": worker, "on": on, "total": 8_400, "recorded_at": MARKET_DAY, "deposited_by": carried}
    moved = {"entry_id": f"r{entry_id}", "sort": "receipt", "amount": 8_400, "on": on}
    return {"ledger": lines, "receipt": [{**issued, **when}], "cash": [moved]}


def _opened(window: AgentWindow) -> None:
    """Go to the screen as from another one, until a new answer is drawn."""
    before = window.figures.home.state.overview
    window.frame.go("home")
    wait_for(lambda: window.figures.home.state.overview is not before)
    window.repaint()


def _reckoned(window: AgentWindow) -> None:
    """The same, until what takes longer is there as well."""
    before = window.figures.home.state.radar
    window.frame.go("home")
    wait_for(lambda: window.figures.home.state.radar is not before)
    window.repaint()
