"""The dialog about a payer: every fault beside its field at once, and nothing handed on before all is well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.collection import Stranger, Terms
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.payer_terms.presenter import PayerTermsPresenter
from perisai_desktop.ui.screens.payer_terms.state import PayerTermsState
from perisai_desktop.ui.screens.payer_terms.view import PayerTermsDialog
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer
from tests.desktop.ui.conftest import Showing
from tests.support.reference_data import reference

NOVEMBER = IuranMonth(2026, 11)
TOLD = Terms(1_000_000, Offer.JKK_JKM, "Petani/Pekebun", "self")
FAULTS = Failure(
    FailureCode.FORM_HAS_ERRORS,
    codes=("nik_length", "name_missing", "income_below_minimum", "income_not_thousands"),
    fields=("nik", "name", "income", "income"),
)


class Checks:
    """Says what a test wants it to say."""

    def __init__(self) -> None:
        self.failure: Failure | None = None
        self.here: str | None = None
        self.asked: list[EnrolmentForm] = []

    def terms(self, form: EnrolmentForm) -> Terms:
        self.asked.append(form)
        if self.failure is not None:
            raise self.failure
        return TOLD

    def check_stranger(self, form: EnrolmentForm, paid_until: IuranMonth) -> Stranger:
        if self.failure is not None:
            raise self.failure
        return Stranger(form.nik, form.name, paid_until)

    def holder(self, nik: str) -> str | None:
        return self.here if nik else None


class Asked:
    """A presenter over such checks, and what it hands on."""

    def __init__(self, until: str = "2026-10") -> None:
        self.checks, self.jobs = Checks(), HandRunJobs()
        self.shown: list[PayerTermsState] = []
        self.told: list[tuple[Terms, Stranger | None]] = []
        self.known: list[tuple[str, str]] = []
        self.presenter = PayerTermsPresenter(
            self.checks,
            self.jobs,
            self.shown.append,
            lambda terms, stranger: self.told.append((terms, stranger)),
            lambda worker, nik: self.known.append((worker, nik)),
            state=PayerTermsState(EnrolmentForm(offer="JKK+JKM"), until),
        )
        self.presenter.begin()


def test_a_stranger_is_handed_on_with_the_terms() -> None:
    asked = Asked()
    asked.presenter.type_into("nik", "3202081408900077")
    asked.presenter.type_into("name", "Joko")
    asked.presenter.choose_until("2026-09")
    asked.presenter.go_on()
    asked.presenter.go_on()
    assert asked.shown[-1].busy
    asked.jobs.run_all()
    assert asked.told == [(TOLD, Stranger("3202081408900077", "Joko", IuranMonth(2026, 9)))]


def test_terms_alone_are_handed_on_without_a_stranger() -> None:
    asked = Asked(until="")
    asked.presenter.type_into("income", "1000000")
    asked.presenter.go_on()
    asked.jobs.run_all()
    assert asked.told == [(TOLD, None)]
    assert [form.income for form in asked.checks.asked] == ["1000000"]


def test_whoever_is_here_after_all_is_named_instead() -> None:
    asked = Asked()
    asked.checks.here = "w7"
    asked.presenter.type_into("nik", "3202081408900077")
    asked.presenter.go_on()
    asked.jobs.run_all()
    assert (asked.known, asked.told) == ([("w7", "3202081408900077")], [])


def test_what_is_wrong_is_told_and_gone_with_the_next_letter() -> None:
    asked = Asked()
    asked.checks.failure = FAULTS
    asked.presenter.go_on()
    asked.jobs.run_all()
    assert asked.shown[-1].faults[0] == ("nik", "nik_length")
    assert not asked.shown[-1].busy
    asked.presenter.type_into("nik", "3")
    assert asked.shown[-1].faults == ()
    assert PayerTermsState(EnrolmentForm(), failure=Failure(FailureCode.STORE_BUSY)).faults == ()


def test_faults_stand_beside_their_fields(showing: Showing) -> None:
    dialog = PayerTermsDialog(reference(), NOVEMBER, stranger=True)
    showing(dialog)
    dialog.show_state(PayerTermsState(EnrolmentForm(offer="JKK+JKM"), "2026-10", failure=FAULTS))
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "The NIK has 16 digits" in words or any("16" in word for word in words)
    assert dialog.note.words == ""
    dialog.show_state(
        PayerTermsState(EnrolmentForm(), "2026-10", failure=Failure(FailureCode.STORE_BUSY), busy=True)
    )
    assert "Another program holds the data file." in dialog.note.words
    assert not dialog.act.isEnabled()


def test_it_is_filled_in_by_keyboard(showing: Showing) -> None:
    dialog = PayerTermsDialog(reference(), NOVEMBER, stranger=False)
    showing(dialog)
    dialog.show_state(PayerTermsState(EnrolmentForm(offer="JKK+JKM")))
    typed: list[tuple[str, str]] = []
    acted: list[bool] = []
    dialog.typed.connect(lambda name, text: typed.append((name, text)))
    dialog.acted.connect(lambda: acted.append(True))
    first = QApplication.focusWidget()
    assert first is not None
    assert first.objectName() == "payer_occupation"
    QTest.keyClicks(first, "Nelayan")
    assert typed[-1] == ("occupation", "Nelayan")
    QTest.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert acted == [True]
    assert dialog.findChild(type(first), "payer_nik") is None
