"""What a branch asks about its agents and their devices, with the session of who is signed in."""

from __future__ import annotations

from sync.client.review_client import ReviewClient
from sync.protocol.agents import AgentScores


class AgentRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def agents(self) -> AgentScores:
        """The scorecards of the branch, by number."""
        return self._client.told(AgentScores, "GET", "/v1/review/agents")
