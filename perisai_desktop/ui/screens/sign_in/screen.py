"""Joins the sign-in screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.sign_in.presenter import Door, SignInPresenter
from perisai_desktop.ui.screens.sign_in.view import SignInView
from perisai_desktop.ui.widgets.entry_foot import Beside

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk


def sign_in_screen(
    door: Door,
    jobs: Jobs,
    signed_in: Callable[[AgentDesk], None],
    practise: Callable[[], AgentDesk] | None = None,
    beside: Beside = Beside.NOTHING,
    *,
    locked: bool = False,
) -> tuple[SignInView, SignInPresenter]:
    """A view and its presenter, joined; `presenter.open()` shows it."""
    view = SignInView(practice=practise is not None, beside=beside, locked=locked)
    presenter = SignInPresenter(door, jobs, view.show_state, signed_in, practise)
    # Qt holds bound methods weakly: the function keeps the presenter as long as its view.
    view.submitted.connect(lambda password: presenter.sign_in(password))
    view.practised.connect(presenter.practise)
    view.waited.connect(presenter.wait)
    return view, presenter
