"""Workers who pass to another agent: told above the list, followed one decision after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.handover import HandoverTask
from perisai_desktop.ui.screens.handover.notice import HandoverNotice
from perisai_desktop.ui.screens.handover.presenter import HandoverPresenter
from perisai_desktop.ui.screens.handover.state import HandoverState
from perisai_desktop.ui.screens.handover.view import HandoverDialog
from perisai_desktop.ui.screens.handover.words import cash_words
from perisai_desktop.ui.theme.tokens import Tone
from tests.desktop.ui.conftest import Showing
from tests.support.sample_bodies import AT

GIVES = HandoverTask("d1", True, "Agus", "A-9", 2, AT, ("Siti Aminah", "Ujang"), 33_600)
TAKES = HandoverTask("d2", False, "Agus", "A-9", 5, AT, ("Siti Aminah",))


@dataclass
class Branch:
    """Two decisions wait."""

    tasks: list[HandoverTask] = field(default_factory=lambda: [GIVES, TAKES])
    failure: Failure | None = None

    def waiting(self) -> tuple[HandoverTask, ...]:
        if self.failure is not None:
            raise self.failure
        return tuple(self.tasks)

    def follow(self, decision_id: str) -> str:
        if self.failure is not None:
            raise self.failure
        self.tasks = [one for one in self.tasks if one.decision_id != decision_id]
        return f"entry of {decision_id}"


def test_one_decision_after_the_other_is_followed() -> None:
    branch, jobs, shown, done = Branch(), HandRunJobs(), list[HandoverState](), list[str]()
    presenter = HandoverPresenter(branch, jobs, shown.append, done.append)
    presenter.follow()
    presenter.load()
    jobs.run_all()
    branch.failure = Failure(FailureCode.HANDOVER_UNKNOWN)
    presenter.follow()
    jobs.run_all()
    assert (shown[-1].failure, shown[-1].busy) == (branch.failure, False)
    presenter.load()
    jobs.run_all()
    assert shown[-1].failure == branch.failure
    branch.failure = None
    presenter.follow()
    presenter.follow()
    jobs.run_all()
    assert (done, shown[-1].task) == (["entry of d1"], TAKES)
    presenter.follow()
    jobs.run_all()
    assert (shown[-1].tasks, shown[-1].loaded, shown[-1].ready) == ((), True, False)


def test_the_dialog_says_who_passes_and_what_becomes_of_the_cash(showing: Showing) -> None:
    dialog = HandoverDialog()
    showing(dialog)
    dialog.show_state(HandoverState((GIVES,), loaded=True))
    assert dialog.title.text() == "The branch moves 2 participants to Agus (A-9)"
    assert "Rp33.600 of theirs is in your hand" in dialog.cash.words
    assert dialog.people.model().rowCount() == 2
    dialog.show_state(HandoverState((TAKES,), loaded=True))
    assert dialog.act.accessibleName().startswith("Take over")
    dialog.show_state(HandoverState((), loaded=True))
    assert (dialog.title.text(), dialog.act.isVisible()) == (
        "Everything that the branch decided is done.",
        False,
    )
    assert cash_words(HandoverTask("d", True, "Agus", "A-9", 2, AT))[2] is Tone.OK


def test_the_notice_is_there_while_something_waits(showing: Showing) -> None:
    notice = HandoverNotice()
    showing(notice)
    notice.show_state(HandoverState((TAKES,), loaded=True))
    assert notice.isVisible()
    assert "gives you 5 participants of Agus (A-9)" in notice.banner.words
    notice.show_state(HandoverState((), loaded=True))
    assert not notice.isVisible()
