"""Joins the access log with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.accesses.presenter import Accesses, AccessesPresenter, People
from perisai_desktop.ui.screens.accesses.view import AccessesView


def accesses_screen(
    accesses: Accesses,
    people: People,
    jobs: Jobs,
    open_record: Callable[[str], None],
    here: int,
    *,
    audits: bool,
    exports: bool,
) -> tuple[AccessesView, AccessesPresenter]:
    """A view and its presenter, joined. `here`: the reader's minutes ahead of UTC."""
    view = AccessesView(here, audits=audits, exports=exports)
    presenter = AccessesPresenter(accesses, people, jobs, view.show_state, open_record)
    view.appeared.connect(presenter.load)
    view.reload_asked.connect(presenter.load)
    view.chosen.connect(presenter.choose)
    view.opened.connect(presenter.open)
    view.views_asked.connect(presenter.show_views)
    view.all_asked.connect(presenter.ask_all)
    view.more_asked.connect(presenter.go_on)
    view.card.record_asked.connect(presenter.ask_record)
    view.card.account_asked.connect(presenter.ask_account)
    view.card.person_asked.connect(presenter.save_person)
    view.trail.proof_asked.connect(presenter.prove)
    view.trail.ledger_asked.connect(presenter.save_ledger)
    return view, presenter
