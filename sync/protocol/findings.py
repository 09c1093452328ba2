"""What the branch's program and the server say to each other about what the checks found."""

from __future__ import annotations

from sync.protocol.wire import AnswerModel, Code, Count, Day, Uuid


class AgentFinding(AnswerModel):
    """What a check found about an agent on a local date.

    `subject`: the entry it is about, absent where it is about the agent's day. `evidence`: entries that show it.
    `measure`: what was counted: workers, enrolments, voids, entries, days, months, or rupiah of a deposit.
    """

    code: Code
    agent_id: str
    agent_number: str
    agent_name: str
    on: Day
    subject: Uuid | None = None
    evidence: tuple[Uuid, ...] = ()
    measure: Count


class FindingList(AnswerModel):
    """`GET /v1/review/findings`: newest day first. `cut`: there is more than is told, so ask for fewer days."""

    since: Day
    until: Day
    findings: tuple[AgentFinding, ...]
    cut: bool
