"""The tour itself: signs in, takes every row to the branch's decision and back, and goes on where it was killed."""

from __future__ import annotations

from pathlib import Path

from perisai_desktop.app import Practice, Program
from perisai_desktop.domain.draft import ActionSummary, Source
from perisai_desktop.tour.desk_walk import DeskWalk
from perisai_desktop.tour.enrolment_walk import EnrolmentWalk, Entered
from perisai_desktop.tour.entering import Entering
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.plan import Ruling, ruling
from perisai_desktop.tour.progress import ProgressBar
from perisai_desktop.tour.result import (
    ReceiptTrace,
    RowResult,
    Summary,
    differing,
    write_results,
    write_summary,
)
from perisai_desktop.tour.review_walk import ReviewWalk
from perisai_desktop.tour.roster import Roster, RosterRow
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.reactions import Reaction, finding, roster_reaction
from sync.rules.states import ReviewState

DECISIONS = {
    ReviewState.APPROVED: "disetujui",
    ReviewState.REFUSED: "ditolak",
    ReviewState.RETURNED: "dikembalikan",
}
CORRECTED = "diperbaiki, lalu disetujui"


class Tour:
    """Each row is walked to its end before the next; what is in the journal or decided already is not done again."""

    def __init__(self, program: Program, practice: Practice, roster: Roster, out: Path) -> None:
        self._program = program
        self._practice = practice
        self._roster = roster
        self._out = out
        self._pictures = Pictures(out / "screens", program.ready.theme)

    def run(self) -> tuple[str, ...]:
        """Walk the whole roster; the numbers of the rows that did not lead where the roster says."""
        doors = Entering(self._program, self._practice, self._pictures)
        agent = doors.agent()
        self._pictures.take("workers_empty", agent)
        review = doors.reviewer()
        self._pictures.take("review_empty", review)
        enrolment = EnrolmentWalk(agent, self._pictures, self._out / "receipts")
        desk = DeskWalk(agent, self._pictures)
        branch = ReviewWalk(review, agent.desk.reference, self._pictures)
        bar = ProgressBar(len(self._roster.rows))
        results: list[RowResult] = []
        place = 0
        for row in self._roster.rows:
            bar.show(row.line - 1, f"baris {row.number}")
            source = Source(self._roster.sha256, row.line)
            entered = self._entered(agent, enrolment, row, source)
            decision = ""
            if entered.receipt is not None:
                place += 1
                done = agent.desk.enrolling.already(source)
                assert done is not None
                decision = self._decided(desk, branch, done, ruling(place))
            results.append(
                RowResult(
                    row.number,
                    entered.reaction,
                    entered.codes,
                    entered.amount,
                    entered.receipt or "",
                    decision,
                )
            )
            write_results(self._out, results)
        enrolled = [
            row.name for row, result in zip(self._roster.rows, results, strict=True) if result.receipt
        ]
        if enrolled:
            desk.look_up(enrolled[-1].split()[0])
        self._pictures.close()
        bar.show(len(self._roster.rows), "selesai")
        bar.close()
        faults = differing(self._roster.rows, results)
        write_summary(self._out, self._summary(agent, results, faults))
        return faults

    def _entered(self, agent: AgentWindow, walk: EnrolmentWalk, row: RosterRow, source: Source) -> Entered:
        done = agent.desk.enrolling.already(source)
        if done is None:
            return walk.enter(row, source)
        walk.receipts.catch_up(done.receipt_number)
        reaction = roster_reaction(finding(Reaction(code)) for code in done.findings)
        return Entered(reaction, done.findings, done.total, done.receipt_number)

    def _decided(self, desk: DeskWalk, branch: ReviewWalk, done: ActionSummary, planned: Ruling) -> str:
        """Take an enrolment from wherever it stands to its final decision, as the agent's screens show it."""
        final = frozenset({ReviewState.APPROVED, ReviewState.REFUSED, ReviewState.REGISTERED})
        if desk.decision_on(done.worker_id) not in final:
            desk.send()
        corrected = desk.corrections_of(done.worker_id)
        if desk.decision_on(done.worker_id) not in final and not corrected:
            if desk.task_of(done.worker_id) is None:
                branch.decide(done.receipt_number, planned)
                desk.send()
            task = desk.task_of(done.worker_id) if planned is Ruling.SEND_BACK else None
            if task is not None:
                desk.correct(task, f"{task.comments[0].value} (sesuai KK)")
                corrected = True
        if corrected and desk.decision_on(done.worker_id) not in final:
            desk.send()
            branch.decide(done.receipt_number, Ruling.APPROVE)
            desk.send()
        state = desk.decision_on(done.worker_id)
        words = DECISIONS.get(state, "") if state is not None else ""
        return CORRECTED if corrected and state is ReviewState.APPROVED else words

    def _summary(self, agent: AgentWindow, results: list[RowResult], faults: tuple[str, ...]) -> Summary:
        numbers = [result.receipt for result in results if result.receipt]
        issued = [agent.desk.receipting.receipt(number) for number in numbers]
        books = agent.desk.counting.books()
        strip = agent.desk.counting.strip()
        return Summary(
            rows=len(results),
            receipts=tuple(ReceiptTrace(r.number, r.issued_on.isoformat(), r.total, r.link) for r in issued),
            receipts_rupiah=books.receipts_rupiah,
            journal_rupiah=books.contribution_rupiah,
            unsent=strip.unsent.count,
            differing=faults,
        )
