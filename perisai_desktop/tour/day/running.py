"""The day itself, deed after deed; what the journal holds or the branch decided already is not done again."""

from __future__ import annotations

from pathlib import Path

from perisai_desktop.app import Practice, Program
from perisai_desktop.domain.draft import ActionSummary, Source
from perisai_desktop.tour.day.figures_walk import FiguresWalk
from perisai_desktop.tour.day.kelompok_walk import KelompokWalk
from perisai_desktop.tour.day.plan import DayPlan
from perisai_desktop.tour.day.reading import Reading
from perisai_desktop.tour.day.renewal_walk import RenewalWalk
from perisai_desktop.tour.day.round_walk import RoundWalk
from perisai_desktop.tour.day.till_walk import TillWalk
from perisai_desktop.tour.day.witness import Witness
from perisai_desktop.tour.desk_walk import DeskWalk
from perisai_desktop.tour.enrolment_walk import EnrolmentWalk
from perisai_desktop.tour.entering import Entering
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.plan import Ruling
from perisai_desktop.tour.review_walk import VOID, ReviewWalk
from perisai_desktop.tour.roster import Roster
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.states import ReviewState

FINAL = frozenset({ReviewState.APPROVED, ReviewState.REFUSED, ReviewState.REGISTERED})
VOIDS = (
    ("wrong_amount", "no_cash", Ruling.APPROVE),
    ("paid_twice", "cash_taken", Ruling.APPROVE),
    ("worker_withdrew", "no_cash", Ruling.REFUSE),
)
"""Reason, whether cash was taken, and the branch's answer, for the oldest renewals of the day."""


class Day:
    """An agent at her table and the reviewer at the branch, on one date; results go to `out`."""

    def __init__(
        self, program: Program, practice: Practice, plan: DayPlan, out: Path, pictures: Pictures
    ) -> None:
        self._program = program
        self._practice = practice
        self._plan = plan
        self._out = out
        self._pictures = pictures

    def run(self) -> None:
        """From the float to the closing, and everything sent."""
        doors = Entering(self._program, self._practice, self._pictures)
        agent = doors.agent()
        witness = Witness(self._out / "sums.csv", agent.desk.counting.reached)
        reading = Reading(agent, self._program.jobs, self._pictures, witness)
        desk = DeskWalk(agent, self._pictures)
        till = TillWalk(agent, self._pictures, witness, self._out / "receipts")
        enrolment = EnrolmentWalk(agent, self._pictures, self._out / "receipts")
        round_ = RoundWalk(agent, self._pictures, enrolment.receipts, witness, self._earlier(agent))
        for receipt in agent.desk.receipting.recent(1_000):
            if receipt.issued_on == agent.desk.clock.today():
                enrolment.receipts.catch_up(receipt.number)
        till.catch_up()
        till.bring_float(self._plan.opening_float)
        round_.walk(self._plan.renewals)
        self._enrol(agent, enrolment)
        kelompok = KelompokWalk(agent, self._program.jobs, self._pictures, enrolment.receipts, witness)
        kelompok.enrol_family(self._plan.family, self._plan.page)
        for plan in self._plan.lists:
            kelompok.enrol_list(plan, self._plan.page)
        renewal = RenewalWalk(agent, self._program.jobs, self._pictures, enrolment.receipts, witness)
        renewal.renew(self._plan.pays_on)
        figures = self._figures(agent, witness)
        figures.read_overview("noon")
        voided = round_.paid()[: len(VOIDS)]
        for number, (reason, cash, _) in zip(voided, VOIDS, strict=True):
            till.void(number, reason, cash)
        reading.read("noon")
        desk.send()
        branch = ReviewWalk(doors.reviewer(), agent.desk.reference, self._pictures)
        for number, (_, _, answer) in zip(voided, VOIDS, strict=True):
            branch.decide(number, answer, VOID)
        self._decide(agent, desk, branch)
        till.give_back()
        till.deposit(self._plan.short, self._plan.slip)
        till.close_day(self._plan.missing)
        desk.send()
        reading.read("evening")
        figures.read_overview("evening")
        figures.read_reports()
        self._pictures.close()

    def _figures(self, agent: AgentWindow, witness: Witness) -> FiguresWalk:
        exports = self._out / "exports"
        exports.mkdir(exist_ok=True)
        return FiguresWalk(agent, self._program.jobs, self._pictures, witness, exports)

    def _earlier(self, agent: AgentWindow) -> frozenset[str]:
        """The workers of earlier months."""
        return frozenset(one.worker_id for roster in self._plan.past for one in _done(agent, roster))

    def _enrol(self, agent: AgentWindow, walk: EnrolmentWalk) -> None:
        roster = self._plan.enrolments
        for row in roster.rows:
            source = Source(roster.sha256, row.line)
            if agent.desk.enrolling.already(source) is None:
                walk.enter(row, source)

    def _decide(self, agent: AgentWindow, desk: DeskWalk, branch: ReviewWalk) -> None:
        """The branch decides on the enrolments; what it sends back is corrected and approved."""
        people = _done(agent, self._plan.enrolments)
        back = people[: self._plan.corrections]
        for one in people:
            if desk.decision_on(one.worker_id) not in FINAL and not desk.corrections_of(one.worker_id):
                branch.decide(one.receipt_number, Ruling.SEND_BACK if one in back else Ruling.APPROVE)
        desk.send()
        for one in back:
            task = desk.task_of(one.worker_id)
            if task is not None and not desk.corrections_of(one.worker_id):
                desk.correct(task, f"{task.comments[0].value} (sesuai KK)")
        desk.send()
        for one in back:
            if desk.decision_on(one.worker_id) not in FINAL:
                branch.decide(one.receipt_number, Ruling.APPROVE)
        desk.send()


def _done(agent: AgentWindow, roster: Roster) -> list[ActionSummary]:
    """What was made from the rows of a roster."""
    found = (agent.desk.enrolling.already(Source(roster.sha256, row.line)) for row in roster.rows)
    return [one for one in found if one is not None]
