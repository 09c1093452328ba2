"""Who is signed in at this laptop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgentIdentity:
    """The agent as the branch named them when the device was enrolled; prints on every receipt."""

    agent_id: str
    name: str
    number: str
    office: str
    branch: str
    device: str
    hotline: str
    public_host: str
    practice: bool


@dataclass(frozen=True, slots=True)
class ReviewerIdentity:
    """The account that signed in to review at the server."""

    name: str
    branch: str
    role: str
