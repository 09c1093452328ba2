"""Reads every sum that the agent's screens show of the day, line by line as it stands there."""

from __future__ import annotations

from PySide6.QtCore import Qt

from perisai_desktop.background.ports import Jobs
from perisai_desktop.tour.day.settling import read_through
from perisai_desktop.tour.day.witness import Witness, amounts
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.ui.screens.cash.presenter import CashPresenter
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.table import Table


class Reading:
    """Goes from screen to screen as an agent would who checks her day."""

    def __init__(self, window: AgentWindow, jobs: Jobs, pictures: Pictures, witness: Witness) -> None:
        self._window = window
        self._jobs = jobs
        self._hand = Hand(window)
        self._pictures = pictures
        self._witness = witness

    def read(self, name: str) -> None:
        """Read all screens; `name` is the time of day in the names of the pictures."""
        self._cash(name)
        self._round(name)
        self._strip()

    def _cash(self, name: str) -> None:
        window, hear = self._window, self._witness.hear
        window.frame.go("cash")
        presenter = window.pages.cash
        presenter.load()
        read_through(self._jobs)
        self._pictures.take(f"cash_{name}", window)
        hear("cash", "cash screen, figure", self._hand.words("cash_figure"))
        if self._hand.seen("cash_voids"):
            hear("cash.voids", "cash screen, voids that wait", self._hand.words("cash_voids"))
        self._sorts(presenter)
        self._days(presenter, name)

    def _sorts(self, presenter: CashPresenter) -> None:
        table, entries = self._hand.part("cash_sorts", Table), self._hand.part("cash_entries", Table)
        last = table.model().rowCount() - 1
        for place in range(last):
            self._step_to(table, place)
            read_through(self._jobs)
            sort = presenter.state.sort
            assert sort is not None
            self._witness.hear(f"cash.{sort.value}", "cash screen, by kind", table.words(place, 1))
            said = self._hand.words("cash_shown")
            self._witness.hear(f"cash.{sort.value}", "cash screen, sum of the entries", said)
            lines = (entries.words(row, 3) for row in range(entries.model().rowCount()))
            total = sum(sum(amounts(line)) for line in lines)
            self._witness.note(f"cash.{sort.value}", "cash screen, entry by entry", total)
        self._step_to(table, last)
        self._witness.hear("cash", "cash screen, by kind", table.words(last, 1))

    def _days(self, presenter: CashPresenter, name: str) -> None:
        grouping = self._hand.part("cash_grouping", SegmentedField)
        grouping.setFocus(Qt.FocusReason.TabFocusReason)
        self._hand.keyboard.press(grouping, Qt.Key.Key_Right)
        table = self._hand.part("cash_days", Table)
        for place, day in enumerate(presenter.state.book.days if presenter.state.book else ()):
            self._step_to(table, place)
            read_through(self._jobs)
            on, words = day.on.isoformat(), table.words(place, 1)
            moved = amounts(words)
            self._witness.note("day.incoming", "cash screen, by day", moved[0], on)
            self._witness.note("day.outgoing", "cash screen, by day", moved[-1] if len(moved) > 1 else 0, on)
            self._witness.hear("day.balance", "cash screen, by day", table.words(place, 2), on)
            self._witness.hear("day.moved", "cash screen, sum of the day", self._hand.words("cash_shown"), on)
        self._pictures.take(f"cash_days_{name}", self._window)
        self._hand.keyboard.press(grouping, Qt.Key.Key_Left)

    def _round(self, name: str) -> None:
        window = self._window
        window.frame.go("collection")
        presenter = window.pages.collection
        presenter.refresh()
        read_through(self._jobs)
        self._pictures.take(f"collection_{name}", window)
        self._witness.hear("round.paid", "round, collected today", self._hand.words("round_paid"))
        self._witness.hear("round.expected", "round, expected", self._hand.words("round_expected"))

    def _strip(self) -> None:
        self._window.refresh_strip()
        read_through(self._jobs)
        link = self._window.frame.strip.link("cash")
        self._witness.hear("cash", "strip, cash in hand", link.item.figures)

    def _step_to(self, table: Table, place: int) -> None:
        table.setFocus(Qt.FocusReason.TabFocusReason)
        while table.chosen_row != place:
            key = Qt.Key.Key_Down if table.chosen_row < place else Qt.Key.Key_Up
            self._hand.keyboard.press(table, key)
