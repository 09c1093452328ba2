"""The answer of this laptop comes at once, the branch's beside it when it comes, each at its own receipt."""

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt_check import Verdict
from perisai_desktop.ui.screens.receipt_check.presenter import KEPT, ReceiptCheckPresenter
from perisai_desktop.ui.screens.receipt_check.state import ReceiptCheckState
from tests.desktop.ui.screens.receipt_check.conftest import (
    ALTERED,
    GENUINE,
    LINK,
    MISTYPED,
    NUMBER,
    RECEIVED,
    UNKNOWN,
    Oracle,
)


class Rig:
    """A presenter with everything by hand."""

    def __init__(self, oracle: Oracle) -> None:
        self.shown: list[ReceiptCheckState] = []
        self.jobs = HandRunJobs()
        self.presenter = ReceiptCheckPresenter(oracle, self.jobs, self.shown.append)

    @property
    def state(self) -> ReceiptCheckState:
        return self.presenter.state

    def check(self, text: str) -> None:
        """Check, as far as this laptop goes."""
        self.presenter.check(text)
        self.jobs.run_next(Lane.LOCAL)


def test_this_laptop_answers_before_the_branch() -> None:
    rig = Rig(Oracle({LINK: GENUINE}))
    rig.check(f"  {LINK} ")
    shown = rig.state.shown
    assert shown is not None
    assert (shown.verdict, shown.asking, shown.answer) == (Verdict.GENUINE, True, None)
    rig.jobs.run_all()
    shown = rig.state.shown
    assert shown is not None
    assert (shown.verdict, shown.asking, shown.answer) == (Verdict.RECEIVED, False, RECEIVED)


def test_a_typed_number_gives_nothing_to_ask_with() -> None:
    oracle = Oracle({NUMBER: UNKNOWN})
    rig = Rig(oracle)
    rig.check(NUMBER)
    rig.jobs.run_all()
    assert rig.state.shown is not None
    assert (rig.state.shown.verdict, rig.state.shown.asking, oracle.asked) == (Verdict.UNKNOWN, False, [])


def test_no_network_leaves_the_answer_of_this_laptop() -> None:
    down = Failure(FailureCode.NO_NETWORK, detail="timeout")
    rig = Rig(Oracle({LINK: GENUINE}, branch=down))
    rig.check(LINK)
    rig.jobs.run_all()
    assert rig.state.shown is not None
    assert (rig.state.shown.verdict, rig.state.shown.unreached) == (Verdict.GENUINE, down)
    assert rig.state.failure is None


def test_a_late_answer_finds_its_own_receipt() -> None:
    rig = Rig(Oracle({LINK: GENUINE, "other": ALTERED}))
    rig.check(LINK)
    rig.check("other")
    first, second = rig.state.checks[1], rig.state.checks[0]
    rig.jobs.run_next(Lane.NETWORK)
    assert rig.state.shown == second, "what is in sight stays in sight"
    assert rig.state.checks[1].answer == RECEIVED
    rig.presenter.recall(first.turn)
    assert rig.state.shown is not None
    assert (rig.state.text, rig.state.shown.verdict) == (LINK, Verdict.RECEIVED)
    rig.presenter.recall(99)
    assert rig.state.shown.turn == first.turn


def test_what_can_t_be_read_is_told_and_forgotten_with_the_next() -> None:
    rig = Rig(Oracle({NUMBER: UNKNOWN, "7Q2FK": MISTYPED}))
    rig.check(NUMBER)
    rig.check("7Q2FK")
    assert (rig.state.failure, rig.state.shown, len(rig.state.checks)) == (MISTYPED, None, 1)
    rig.check(NUMBER)
    assert rig.state.failure is None
    assert rig.state.shown is not None


def test_clearing_makes_room_and_drops_an_answer_under_way() -> None:
    rig = Rig(Oracle({NUMBER: UNKNOWN, "7Q2FK": MISTYPED}))
    rig.presenter.check(NUMBER)
    rig.presenter.clear()
    rig.jobs.run_all()
    assert (rig.state.text, rig.state.shown, len(rig.state.checks)) == ("", None, 1)
    rig.presenter.check("7Q2FK")
    rig.presenter.check("  ")
    rig.jobs.run_all()
    assert rig.state.failure is None


def test_the_list_is_short_and_holds_each_text_once() -> None:
    texts = [f"text {place}" for place in range(KEPT + 3)]
    rig = Rig(Oracle({**dict.fromkeys(texts, UNKNOWN), LINK: GENUINE}))
    for text in (*texts, texts[-1]):
        rig.check(text)
    assert [each.text for each in rig.state.checks] == texts[:2:-1]
