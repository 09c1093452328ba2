"""Follows the branch's decision that workers pass to another agent: each of the two agents writes it once."""

from dataclasses import dataclass
from typing import Literal

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.handover import HandoverTask
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import search, tills
from sync.protocol.bodies.handover import Handover
from sync.protocol.feed import HandoverPayload
from sync.protocol.kinds import EntryKind


@dataclass(frozen=True, slots=True)
class HandingOver:
    """What the hand-over dialog asks for."""

    database: Database
    pen: Pen
    agent: AgentIdentity

    def waiting(self) -> tuple[HandoverTask, ...]:
        """Decisions that this agent has not followed yet, oldest first."""
        with self.database.reading() as session:
            return tuple(self._task(session, decided) for decided in self._open(session))

    def follow(self, decision_id: str) -> str:
        """Write that the workers of a decision are given, or taken; returns the entry's id.

        Given workers are shown as handed over, and nothing of theirs falls due here. Raises Failure:
        handover_unknown, store_rolled_back, or what the store raises.
        """
        with self.database.transaction() as session:
            decided = next((one for one in self._open(session) if one.decision_id == decision_id), None)
            if decided is None:
                raise Failure(FailureCode.HANDOVER_UNKNOWN)
            body = Handover(
                workers=decided.workers,
                side=self._side(decided),
                from_agent=decided.from_agent,
                to_agent=decided.to_agent,
                decision_id=decision_id,
            )
            action = self.pen.action(session)
            written = action.write(EntryKind.HANDOVER, body)
            action.finish()
        return written.entry_id

    def _open(self, session: Session) -> tuple[HandoverPayload, ...]:
        decided = [
            HandoverPayload.model_validate_json(item.raw) for item in feed.of_kind(session, "handover")
        ]
        written = journal.of_kind(session, EntryKind.HANDOVER.value) if decided else ()
        followed = {entry.value["body"]["decision_id"] for entry in written}
        return tuple(one for one in decided if one.decision_id not in followed)

    def _side(self, decided: HandoverPayload) -> Literal["gives", "takes"]:
        return "gives" if decided.from_agent == self.agent.number else "takes"

    def _task(self, session: Session, decided: HandoverPayload) -> HandoverTask:
        giving = self._side(decided) == "gives"
        return HandoverTask(
            decision_id=decided.decision_id,
            giving=giving,
            other=decided.to_name if giving else decided.from_name,
            other_number=decided.to_agent if giving else decided.from_agent,
            workers=len(decided.workers),
            decided_at=decided.decided_at,
            names=tuple(sorted(search.names(session, decided.workers).values())),
            in_hand=tills.of_workers(session, decided.workers) if giving else 0,
        )
