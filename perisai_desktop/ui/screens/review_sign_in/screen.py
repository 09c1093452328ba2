"""Joins the reviewer's sign-in with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.ui.screens.review_sign_in.presenter import ReviewSignInPresenter, Session
from perisai_desktop.ui.screens.review_sign_in.view import ReviewSignInView

S = TypeVar("S", bound=Session)


def review_sign_in_screen(
    connect: Callable[[str], S],
    jobs: Jobs,
    signed_in: Callable[[S, ReviewerIdentity], None],
    server: str = "",
    login: str = "",
    password: str = "",
) -> tuple[ReviewSignInView, ReviewSignInPresenter[S]]:
    """A view and its presenter, joined; `signed_in` opens the reviewer's screens."""
    view = ReviewSignInView(server, login, password)
    presenter = ReviewSignInPresenter(connect, jobs, view.show_state, signed_in, server)
    # Qt holds bound methods weakly: the function keeps the presenter as long as its view.
    view.entered.connect(lambda server, login, password: presenter.sign_in(server, login, password))
    view.choosing.typed.connect(lambda new: presenter.judge(new))
    view.choosing.given.connect(lambda new, again: presenter.choose(new, again))
    view.choosing.back_asked.connect(lambda: presenter.back())
    return view, presenter
