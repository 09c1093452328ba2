"""What the access log does: reads it a page at a time, asks about one record or account, has the trail proved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.access import Access, AccessPage, AccessQuestion, TrailProof
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.accesses.state import AccessesState

Show = Callable[[AccessesState], None]


class Accesses(Protocol):
    """The session at the branch's server; every method raises Failure."""

    def page(self, question: AccessQuestion) -> AccessPage:
        """Some rows, newest first."""

    def proof(self) -> TrailProof:
        """Whether the trail is whole."""

    def save_ledger(self, path: Path) -> None:
        """Save every line of the ledger."""


class People(Protocol):
    """All that is held about one person."""

    def save(self, record: str, path: Path) -> None:
        """Save it about the person of a record. Raises Failure."""


class AccessesPresenter:
    """Only reads. `open_record` takes the id of an entry."""

    def __init__(
        self, accesses: Accesses, people: People, jobs: Jobs, show: Show, open_record: Callable[[str], None]
    ) -> None:
        self._accesses = accesses
        self._people = people
        self._jobs = jobs
        self._show = show
        self._open_record = open_record
        self.state = AccessesState()

    def load(self) -> None:
        """Read the newest rows of what is asked."""
        self._ask(replace(self.state.question, before=None), self.state.asked_name)

    def go_on(self) -> None:
        """Read what lies further back."""
        if self.state.more is not None and not self.state.busy:
            question = replace(self.state.question, before=self.state.more)
            self._present(replace(self.state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, lambda: self._accesses.page(question), self._added)

    def show_views(self, views: bool) -> None:
        """Show only what showed personal data, or everything."""
        if views is not self.state.question.views:
            self._ask(replace(self.state.question, views=views, before=None), self.state.asked_name)

    def ask_record(self, entry_id: str) -> None:
        """Ask who saw the data of the worker of a record, and did something about it."""
        self._ask(AccessQuestion(record=entry_id, views=self.state.question.views))

    def ask_account(self) -> None:
        """Ask what the account of the chosen row did."""
        chosen = self.state.chosen
        if chosen is not None and chosen.is_account:
            views = self.state.question.views
            self._ask(AccessQuestion(account=chosen.actor, views=views), chosen.name)

    def ask_all(self) -> None:
        """Ask about everybody again."""
        self._ask(AccessQuestion(views=self.state.question.views))

    def choose(self, row: Access) -> None:
        """Show what belongs to a row."""
        self._present(replace(self.state, chosen=row))

    def open(self) -> None:
        """Go to the record that the chosen row is about."""
        if self.state.chosen is not None and self.state.chosen.record is not None:
            self._open_record(self.state.chosen.record)

    def prove(self) -> None:
        """Have the whole trail held against its hashes and signed days."""
        if not self.state.busy:
            self._present(replace(self.state, busy=True, failure=None, proof=None))
            self._jobs.run(Lane.NETWORK, self._accesses.proof, self._proved)

    def save_ledger(self, path: Path) -> None:
        """Save the ledger where the auditor wants it."""
        self._save(lambda: self._accesses.save_ledger(path), path)

    def save_person(self, record: str, path: Path) -> None:
        """Save everything that is held about a record's person, where the branch wants it."""
        self._save(lambda: self._people.save(record, path), path)

    def _save(self, work: Callable[[], None], path: Path) -> None:
        if not self.state.busy:
            self._present(replace(self.state, busy=True, failure=None, saved=None))
            self._jobs.run(Lane.NETWORK, work, lambda outcome: self._kept(outcome, path))

    def _ask(self, question: AccessQuestion, name: str = "") -> None:
        if self.state.busy:
            return
        self._present(replace(self.state, question=question, asked_name=name, busy=True, failure=None))
        self._jobs.run(Lane.NETWORK, lambda: self._accesses.page(question), self._read)

    def _read(self, outcome: Ok[AccessPage] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        rows, chosen = outcome.value.accesses, self.state.chosen
        if chosen not in rows:
            chosen = rows[0] if rows else None
        self._present(replace(self.state, rows=rows, more=outcome.value.before, chosen=chosen, busy=False))

    def _added(self, outcome: Ok[AccessPage] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        rows = (*(self.state.rows or ()), *outcome.value.accesses)
        self._present(replace(self.state, rows=rows, more=outcome.value.before, busy=False))

    def _proved(self, outcome: Ok[TrailProof] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, proof=outcome.value))

    def _kept(self, outcome: Ok[None] | Err, path: Path) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, saved=path))

    def _present(self, state: AccessesState) -> None:
        self.state = state
        self._show(state)
