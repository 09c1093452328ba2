"""Joins the reviewer's sign-in with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.screens.review_sign_in.presenter import ReviewSignInPresenter
from perisai_desktop.ui.screens.review_sign_in.view import ReviewSignInView


def review_sign_in_screen(
    connect: Callable[[str], Reviewing],
    jobs: Jobs,
    signed_in: Callable[[Reviewing, ReviewerIdentity], None],
    server: str = "",
    login: str = "",
) -> tuple[ReviewSignInView, ReviewSignInPresenter]:
    """A view and its presenter, joined; `signed_in` opens the reviewer's screens."""
    view = ReviewSignInView(server, login)
    presenter = ReviewSignInPresenter(connect, jobs, view.show_state, signed_in, server)
    # Qt holds bound methods weakly: the function keeps the presenter as long as its view.
    view.entered.connect(lambda server, login, password: presenter.sign_in(server, login, password))
    return view, presenter
