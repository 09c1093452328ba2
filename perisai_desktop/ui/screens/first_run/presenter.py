"""What the first-run screen does: enrols the device with the branch's server and makes the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk

Show = Callable[[FirstRunState], None]
Enrol = Callable[[str, str, str], "AgentDesk"]

LEAST_PASSWORD = 8
"""Signs that a password has at least; the service refuses what it finds too short itself."""


class FirstRunPresenter:
    """`enrol(server, code, password)` is the service; `signed_in` takes the open store."""

    def __init__(
        self, enrol: Enrol, jobs: Jobs, show: Show, signed_in: Callable[[AgentDesk], None], server: str = ""
    ) -> None:
        self._enrol = enrol
        self._jobs = jobs
        self._show = show
        self._signed_in = signed_in
        self.state = FirstRunState(server)

    def open(self) -> None:
        """Show the empty form."""
        self._present(self.state)

    def submit(self, server: str, code: str, password: str, again: str) -> None:
        """Enrol this device: ask the server at `server` with the one-time `code`."""
        if self.state.busy:
            return
        gaps = frozenset(_gaps(server, code, password, again))
        self._present(FirstRunState(server.strip(), code.strip(), gaps, busy=not gaps))
        if not gaps:
            work = (server.strip(), code.strip(), password)
            self._jobs.run(Lane.NETWORK, lambda: self._enrol(*work), self._answered)

    def _answered(self, outcome: Ok[AgentDesk] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, busy=False))
        self._signed_in(outcome.value)

    def _present(self, state: FirstRunState) -> None:
        self.state = state
        self._show(state)


def _gaps(server: str, code: str, password: str, again: str) -> Iterator[Gap]:
    if not server.strip():
        yield Gap.SERVER_MISSING
    if not code.strip():
        yield Gap.CODE_MISSING
    if not password:
        yield Gap.PASSWORD_MISSING
    elif len(password) < LEAST_PASSWORD:
        yield Gap.PASSWORD_SHORT
    elif password != again:
        yield Gap.PASSWORDS_DIFFER
