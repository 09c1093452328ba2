"""What the first-run screen does: language, the branch's code, a password; then the laptop is enrolled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.enrolling_step import EnrolStep
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.password import Strength, strength
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap, Page, Summary
from sync.rules.crockford import normalise

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk

Show = Callable[[FirstRunState], None]

CODE_SIGNS = 20
_OF_THE_CODE = frozenset(
    {
        FailureCode.CODE_MALFORMED,
        FailureCode.CODE_REFUSED,
        FailureCode.SERVER_NOT_THE_ONE,
        FailureCode.SERVER_FOR_PRACTICE,
        FailureCode.SERVER_FOR_WORK,
        FailureCode.SERVER_INSECURE,
        FailureCode.ADDRESS_MALFORMED,
    }
)
"""Failures that are mended on the page of the code."""
_BEFORE = {Page.CODE: Page.LANGUAGE, Page.PASSWORD: Page.CODE}
_WEAK = {
    Strength.SHORT: Gap.PASSWORD_SHORT,
    Strength.COMMON: Gap.PASSWORD_COMMON,
    Strength.DIGITS: Gap.PASSWORD_DIGITS,
}


class Door(Protocol):
    """The way to a new store."""

    def check(self, server: str, code: str) -> None:
        """Ask the server who it is; raises Failure."""

    def enrol(self, server: str, code: str, password: str, tell: Callable[[EnrolStep], None]) -> AgentDesk:
        """Enrol this device and open its store; raises Failure."""

    def recoverable(self) -> bool:
        """Whether the branch holds the recovery key of the store."""


class FirstRunPresenter:
    """`made` takes the open store at once, `begun` when the person begins; `speak` switches the language.

    `post` brings an act to the thread of the windows. `start` is where an earlier window stood.
    """

    def __init__(
        self,
        door: Door,
        jobs: Jobs,
        show: Show,
        *,
        made: Callable[[AgentDesk], None],
        begun: Callable[[AgentDesk], None],
        speak: Callable[[str], None],
        post: Callable[[Callable[[], None]], None],
        start: FirstRunState | None = None,
    ) -> None:
        self._door = door
        self._jobs = jobs
        self._show = show
        self._made = made
        self._begun = begun
        self._speak = speak
        self._post = post
        self._desk: AgentDesk | None = None
        self.state = start or FirstRunState()

    def open(self) -> None:
        """Show the page where one stands."""
        self._present(self.state)

    def keep(self, server: str, code: str) -> None:
        """Remember what was typed so far."""
        self.state = replace(self.state, server=server, code=code)

    def choose_language(self, language: str) -> None:
        """Go on to the code, in `language`."""
        self._present(replace(self.state, page=Page.CODE, gaps=frozenset(), failure=None))
        self._speak(language)

    def give_code(self, server: str, code: str) -> None:
        """Ask the branch's server whether it is the one that the code belongs to; go on to the password if so."""
        if self.state.busy:
            return
        gaps = frozenset(_code_gaps(server, code))
        step = None if gaps else EnrolStep.ASKING
        server = _address(server)
        self._present(
            replace(self.state, server=server, code=code.strip(), gaps=gaps, busy=step, failure=None)
        )
        if not gaps:
            self._jobs.run(Lane.NETWORK, lambda: self._door.check(server, code), self._checked)

    def judge(self, password: str) -> None:
        """Say how strong the password is that is being typed."""
        judged = strength(password) if password else None
        if judged is not self.state.strength or self.state.gaps:
            self._present(replace(self.state, strength=judged, gaps=frozenset()))

    def enrol(self, password: str, again: str) -> None:
        """Enrol this laptop with the code and lock it with the password."""
        if self.state.busy:
            return
        gaps = frozenset(_password_gaps(password, again))
        step = None if gaps else EnrolStep.ASKING
        self._present(replace(self.state, gaps=gaps, busy=step, failure=None))
        if not gaps:
            work = (self.state.server, self.state.code, password)
            self._jobs.run(Lane.NETWORK, lambda: self._door.enrol(*work, self._tell), self._answered)

    def back(self) -> None:
        """The page before; what was typed stays."""
        page = _BEFORE.get(self.state.page)
        if page is not None and not self.state.busy:
            self._present(replace(self.state, page=page, gaps=frozenset(), failure=None))

    def begin(self) -> None:
        """Go to work with the store that was made."""
        if self._desk is not None:
            self._begun(self._desk)

    def _tell(self, step: EnrolStep) -> None:
        """Called on the job's own thread."""
        self._post(lambda: self._stepped(step))

    def _stepped(self, step: EnrolStep) -> None:
        if self.state.busy:
            self._present(replace(self.state, busy=step))

    def _checked(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=None, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=None, page=Page.PASSWORD))

    def _answered(self, outcome: Ok[AgentDesk] | Err) -> None:
        if isinstance(outcome, Err):
            failure = outcome.failure
            page = Page.CODE if failure.code in _OF_THE_CODE else Page.PASSWORD
            self._present(replace(self.state, busy=None, page=page, failure=failure))
            return
        self._desk = outcome.value
        self._made(outcome.value)
        agent = outcome.value.identity
        summary = Summary(
            device=agent.device,
            agent=agent.name,
            number=agent.number,
            office=agent.office,
            branch=agent.branch,
            practice=agent.practice,
            recoverable=self._door.recoverable(),
        )
        self._present(replace(self.state, busy=None, page=Page.DONE, summary=summary))

    def _present(self, state: FirstRunState) -> None:
        self.state = state
        self._show(state)


def _code_gaps(server: str, code: str) -> Iterator[Gap]:
    if not server.strip():
        yield Gap.SERVER_MISSING
    if not code.strip():
        yield Gap.CODE_MISSING
        return
    try:
        meant = normalise(code.strip())
    except ValueError:
        yield Gap.CODE_SIGNS
        return
    if len(meant) != CODE_SIGNS:
        yield Gap.CODE_LENGTH


def _password_gaps(password: str, again: str) -> Iterator[Gap]:
    judged = strength(password)
    if not password:
        yield Gap.PASSWORD_MISSING
    elif judged in _WEAK:
        yield _WEAK[judged]
    elif password != again:
        yield Gap.PASSWORDS_DIFFER


def _address(server: str) -> str:
    """The address with the scheme that is nearly always left out; this very machine speaks plain http."""
    server = server.strip()
    if not server or "://" in server:
        return server
    near = server.startswith(("localhost", "127.0.0.1", "[::1]"))
    return f"{'http' if near else 'https'}://{server}"
