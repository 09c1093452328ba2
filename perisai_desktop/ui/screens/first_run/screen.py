"""Joins the first-run screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.first_run.presenter import Door, FirstRunPresenter
from perisai_desktop.ui.screens.first_run.state import FirstRunState
from perisai_desktop.ui.screens.first_run.view import FirstRunView
from perisai_desktop.ui.widgets.entry_foot import Beside

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk


@dataclass(frozen=True, slots=True)
class Typed:
    """Where a first run stood when its window went: another window goes on from it."""

    state: FirstRunState
    passwords: tuple[str, str] = field(default=("", ""), repr=False)


@dataclass(frozen=True, slots=True)
class FirstRunScreen:
    """A view and its presenter, joined; `presenter.open()` shows it."""

    view: FirstRunView
    presenter: FirstRunPresenter

    def typed(self) -> Typed:
        """What was typed so far."""
        self.presenter.keep(*self.view.typed_code())
        state = replace(self.presenter.state, failure=None, gaps=frozenset())
        return Typed(state, self.view.typed_passwords())


def first_run_screen(
    door: Door,
    jobs: Jobs,
    *,
    made: Callable[[AgentDesk], None],
    begun: Callable[[AgentDesk], None],
    speak: Callable[[str], None],
    post: Callable[[Callable[[], None]], None],
    beside: Beside = Beside.NOTHING,
    practice: bool = False,
    server: str = "",
    typed: Typed | None = None,
) -> FirstRunScreen:
    """The first run from its beginning, with the `server` that is known, or from where `typed` left it."""
    view = FirstRunView(beside, practice=practice)
    before = typed or Typed(FirstRunState(server=server))
    presenter = FirstRunPresenter(
        door, jobs, view.show_state, made=made, begun=begun, speak=speak, post=post, start=before.state
    )
    view.fill(before.state.server, before.state.code, before.passwords)
    # Qt holds bound methods weakly: the functions keep the presenter as long as its view.
    view.language_chosen.connect(lambda language: presenter.choose_language(language))
    view.code_given.connect(lambda server, code: presenter.give_code(server, code))
    view.password_typed.connect(lambda password: presenter.judge(password))
    view.password_given.connect(lambda password, again: presenter.enrol(password, again))
    view.back_asked.connect(lambda: presenter.back())
    view.begin_asked.connect(lambda: presenter.begin())
    return FirstRunScreen(view, presenter)
