"""Consent is taken back purpose by purpose, signed, once; what can not be is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.draft import Stroke
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.withdrawal.presenter import WithdrawalPresenter
from perisai_desktop.ui.screens.withdrawal.state import WithdrawalState
from tests.support.desks import SIGNATURE


@dataclass
class Consents:
    """A worker who agrees to two things."""

    failure: Failure | None = None
    written: list[tuple[frozenset[str], str | None]] = field(default_factory=list)

    def purposes(self, worker_id: str) -> tuple[str, ...]:
        if self.failure is not None:
            raise self.failure
        return ("enrolment", "other_programmes")

    def withdraw(
        self,
        worker_id: str,
        purposes: Collection[str],
        signature: Sequence[Stroke],
        signed_by: str | None = None,
    ) -> str:
        if self.failure is not None:
            raise self.failure
        self.written.append((frozenset(purposes), signed_by))
        return "e1"


def test_it_is_ready_once_something_is_ticked_and_signed() -> None:
    consents, jobs, shown, done = Consents(), HandRunJobs(), list[WithdrawalState](), list[str]()
    presenter = WithdrawalPresenter(consents, jobs, shown.append, "w1", done.append)
    presenter.load()
    jobs.run_all()
    assert shown[-1].purposes == ("enrolment", "other_programmes")
    presenter.choose("enrolment", on=True)
    presenter.choose("other_programmes", on=True)
    presenter.choose("enrolment", on=False)
    presenter.withdraw()
    assert not shown[-1].ready
    presenter.sign(SIGNATURE)
    presenter.name("Siti, istri")
    consents.failure = Failure(FailureCode.CONSENT_NOT_GIVEN)
    presenter.withdraw()
    jobs.run_all()
    assert (shown[-1].failure, shown[-1].busy) == (consents.failure, False)
    consents.failure = None
    presenter.withdraw()
    presenter.withdraw()
    jobs.run_all()
    assert consents.written == [(frozenset({"other_programmes"}), "Siti, istri")]
    assert done == ["e1"]


def test_what_can_not_be_read_is_told() -> None:
    consents, jobs, shown = (
        Consents(Failure(FailureCode.WORKER_UNKNOWN)),
        HandRunJobs(),
        list[WithdrawalState](),
    )
    WithdrawalPresenter(consents, jobs, shown.append, "w1", lambda _entry: None).load()
    jobs.run_all()
    assert (shown[-1].loaded, shown[-1].purposes, shown[-1].failure) == (True, (), consents.failure)
