"""Joins the dialog about a payer with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.collection import Stranger, Terms
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.payer_terms.presenter import PayerTermsPresenter
from perisai_desktop.ui.screens.payer_terms.state import PayerTermsState
from perisai_desktop.ui.screens.payer_terms.view import PayerTermsDialog
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer


def payer_terms_dialog(
    desk: AgentDesk,
    jobs: Jobs,
    told: Callable[[Terms, Stranger | None], None],
    known: Callable[[str, str], None],
    parent: QWidget,
    *,
    stranger: bool,
) -> tuple[PayerTermsDialog, PayerTermsPresenter]:
    """A dialog and its presenter, joined; what `told` and `known` hear is said by the presenter."""
    month = IuranMonth.of(desk.clock.today())
    dialog = PayerTermsDialog(desk.reference, month, stranger=stranger, parent=parent)
    until = str(month.plus(-1)) if stranger else ""
    state = PayerTermsState(EnrolmentForm(offer=Offer.JKK_JKM.value), until)
    presenter = PayerTermsPresenter(desk.collecting, jobs, dialog.show_state, told, known, state=state)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.typed.connect(lambda name, text: presenter.type_into(name, text))
    dialog.until_chosen.connect(lambda text: presenter.choose_until(text))
    dialog.acted.connect(lambda: presenter.go_on())
    presenter.begin()
    return dialog, presenter
