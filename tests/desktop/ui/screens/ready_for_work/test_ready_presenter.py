"""The start of the day looks at one thing after the other; a slow or failing one holds up no other."""

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.readiness import Check, PrinterStanding, Standing, UnsentWork
from perisai_desktop.ui.screens.ready_for_work.presenter import ReadyPresenter
from perisai_desktop.ui.screens.ready_for_work.state import ReadyState
from tests.support.morning import AMBER, GREEN


class Facts:
    """Answers with what the test put there."""

    def __init__(self) -> None:
        self.known: dict[Check, Standing] = dict(GREEN)
        self.broken: dict[Check, Failure] = {}
        self.asked: list[Check] = []

    def standing(self, check: Check) -> Standing:
        self.asked.append(check)
        if check in self.broken:
            raise self.broken[check]
        return self.known[check]

    def printer(self) -> PrinterStanding:
        found = self.standing(Check.PRINTER)
        assert isinstance(found, PrinterStanding)
        return found


def _presenter(facts: Facts) -> tuple[ReadyPresenter, HandRunJobs, list[ReadyState]]:
    jobs = HandRunJobs()
    shown: list[ReadyState] = []
    return ReadyPresenter(facts, facts.printer, jobs, shown.append), jobs, shown


def test_facts_are_shown_as_they_come_and_nothing_waits_for_the_printer() -> None:
    facts = Facts()
    presenter, jobs, shown = _presenter(facts)
    presenter.look()
    assert shown[-1].looking
    jobs.run_next(Lane.LOCAL)
    assert list(shown[-1].found) == [Check.STORE]
    while jobs.run_next(Lane.LOCAL):
        pass
    assert set(Check) - set(shown[-1].found) == {Check.PRINTER}
    assert shown[-1].looking
    jobs.run_next(Lane.PRINTER)
    assert set(shown[-1].found) == set(Check)
    assert (shown[-1].looking, shown[-1].to_do) == (False, 0)


def test_a_printer_that_answers_early_does_not_end_the_looking() -> None:
    presenter, jobs, shown = _presenter(Facts())
    presenter.look()
    jobs.run_next(Lane.PRINTER)
    assert shown[-1].looking
    jobs.run_all()
    assert not shown[-1].looking


def test_what_is_amber_or_unknown_is_counted() -> None:
    facts = Facts()
    facts.known = {**GREEN, **AMBER}
    facts.broken = {Check.DISK: Failure(FailureCode.STORE_BUSY)}
    presenter, jobs, shown = _presenter(facts)
    presenter.look()
    jobs.run_all()
    assert shown[-1].failures == facts.broken
    assert shown[-1].to_do == len(Check)


def test_looking_again_keeps_what_is_known_and_forgets_the_round_before() -> None:
    facts = Facts()
    presenter, jobs, shown = _presenter(facts)
    presenter.look()
    jobs.run_all()
    presenter.look()
    assert set(shown[-1].found) == set(Check)
    facts.known[Check.UNSENT] = UnsentWork(3, 100, 4)
    presenter.look()
    jobs.run_all()
    assert shown[-1].found[Check.UNSENT] == UnsentWork(3, 100, 4)
    assert not shown[-1].looking
