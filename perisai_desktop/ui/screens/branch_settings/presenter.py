"""What the screen of a branch's settings does: reads, keeps what is edited, asks what it would do, publishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_settings_book import Documents, SettingsBook, SettingsDraft
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.settings_edits import with_table, without_newest_table
from perisai_desktop.ui.screens.branch_settings.state import BranchSettingsState, Sheet
from sync.rules.iuran_month import IuranMonth

Show = Callable[[BranchSettingsState], None]
Brackets = Callable[[Path], tuple[dict[str, Any], ...]]


class Configuring(Protocol):
    """The branch's session at the server; every method raises Failure."""

    def book(self) -> SettingsBook:
        """What holds, is drafted and was published."""

    def keep(self, base: str, in_force_on: date, documents: Documents, seen: str | None) -> SettingsDraft:
        """Keep a draft, and tell what publishing it would do."""

    def drop(self) -> SettingsBook:
        """Throw the draft away."""

    def publish(self, digest: str) -> SettingsBook:
        """Publish what was looked at."""


class BranchSettingsPresenter:
    """An edit is on the screen at once and at the server with the next look."""

    def __init__(
        self,
        configuring: Configuring,
        jobs: Jobs,
        show: Show,
        today: Callable[[], date],
        brackets: Brackets,
    ) -> None:
        self._configuring = configuring
        self._jobs = jobs
        self._show = show
        self._today = today
        self._brackets = brackets
        self.state = BranchSettingsState()

    def load(self) -> None:
        """Read everything from the server, where nothing is being edited."""
        if not self.state.busy and not (self.state.edited and self.state.preview is None):
            self._begin()
            self._jobs.run(Lane.NETWORK, self._configuring.book, self._read)

    def turn(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self._present(replace(self.state, sheet=sheet))

    def edit(self, change: Callable[[Documents], Documents]) -> None:
        """Change what is on the screen."""
        if self.state.documents is not None:
            after = change(self.state.documents)
            if after != self.state.documents:
                self._present(replace(self.state, documents=after, preview=None, published=""))

    def start_on(self, day: date | None) -> None:
        """Choose the day from which it is to hold."""
        if day != self.state.start:
            self._present(replace(self.state, start=day, preview=None, published=""))

    def add_table(self, path: Path, version: str, first: IuranMonth) -> None:
        """Add a table of contributions out of a file of brackets."""
        try:
            brackets = self._brackets(path)
        except Failure as failure:
            self._present(replace(self.state, failure=failure))
            return
        self._present(replace(self.state, failure=None))
        self.edit(lambda documents: with_table(documents, version, first, brackets))

    def drop_table(self) -> None:
        """Take back a table that was added."""
        if self.state.tables_added > 0:
            self.edit(without_newest_table)

    def look(self) -> None:
        """Let the server keep what is on the screen and tell what it would do."""
        state = self.state
        if state.busy or state.book is None or state.documents is None or state.start is None:
            return
        base, start, documents, seen = state.book.newest, state.start, state.documents, state.seen
        self._begin()
        self._jobs.run(
            Lane.NETWORK, lambda: self._configuring.keep(base, start, documents, seen), self._looked
        )

    def publish(self) -> None:
        """Publish what was looked at."""
        preview = self.state.preview
        if preview is not None and self.state.publishable:
            self._begin()
            self._jobs.run(Lane.NETWORK, lambda: self._configuring.publish(preview.digest), self._published)

    def drop(self) -> None:
        """Throw away what is on the screen and at the server."""
        if self.state.busy or self.state.book is None:
            return
        if self.state.seen is None:
            self._present(_opened(self.state, self.state.book, self._today()))
            return
        self._begin()
        self._jobs.run(Lane.NETWORK, self._configuring.drop, self._read)

    def _begin(self) -> None:
        self._present(replace(self.state, busy=True, failure=None))

    def _read(self, outcome: Ok[SettingsBook] | Err) -> None:
        if isinstance(outcome, Err):
            self._fail(outcome.failure)
        else:
            self._present(_opened(self.state, outcome.value, self._today()))

    def _looked(self, outcome: Ok[SettingsDraft] | Err) -> None:
        if isinstance(outcome, Err):
            self._fail(outcome.failure)
        else:
            kept = outcome.value
            self._present(replace(self.state, busy=False, preview=kept, seen=kept.digest))

    def _published(self, outcome: Ok[SettingsBook] | Err) -> None:
        if isinstance(outcome, Err):
            self._fail(outcome.failure)
            return
        after = _opened(self.state, outcome.value, self._today())
        self._present(replace(after, published=outcome.value.newest, sheet=Sheet.VERSIONS))

    def _fail(self, failure: Failure) -> None:
        self._present(replace(self.state, busy=False, failure=failure))

    def _present(self, state: BranchSettingsState) -> None:
        self.state = state
        self._show(state)


def _opened(before: BranchSettingsState, book: SettingsBook, today: date) -> BranchSettingsState:
    """The draft that is there, else the newest version, to hold from today."""
    draft = book.draft
    current = draft if draft is not None and draft.base == book.newest else None
    return BranchSettingsState(
        book=book,
        documents=book.documents if current is None else current.documents,
        start=today if current is None else current.in_force_on,
        seen=None if draft is None else draft.digest,
        preview=current,
        sheet=before.sheet,
    )
