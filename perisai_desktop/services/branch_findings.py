"""What the checks of a branch found about its agents, as its server tells it."""

from perisai_desktop.domain.branch_finding import BranchFinding, FindingBook, FoundDays
from perisai_desktop.services.branch_agents import Asked
from sync.client.finding_requests import FindingRequests
from sync.protocol.findings import AgentFinding


class BranchFindings:
    """Online, with the session of who is signed in. To be used from one thread at a time."""

    def __init__(self, requests: FindingRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def book(self, days: FoundDays) -> FindingBook:
        """What was found in some days and what stands open; raises Failure: not_allowed, no_network, session_over."""
        told = self._asked(lambda: self._requests.findings(days.since, days.until))
        return FindingBook(told.since, told.until, tuple(_finding(one) for one in told.findings), told.cut)


def _finding(told: AgentFinding) -> BranchFinding:
    return BranchFinding(
        code=told.code,
        agent_id=told.agent_id,
        agent_number=told.agent_number,
        agent_name=told.agent_name,
        on=told.on,
        subject=told.subject,
        evidence=told.evidence,
        measure=told.measure,
    )
