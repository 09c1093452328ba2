"""What a branch asks about its agents and their devices, with the session of who is signed in."""

from __future__ import annotations

from urllib.parse import quote

from sync.client.review_client import ReviewClient
from sync.protocol.agents import AgentScores, DeviceCodeAnswer, DeviceStateAnswer, DeviceStateRequest


class AgentRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def agents(self) -> AgentScores:
        """The scorecards of the branch, by number."""
        return self._client.told(AgentScores, "GET", "/v1/review/agents")

    def put_state(self, device: str, state: str) -> DeviceStateAnswer:
        """Puts a device into a state: `active`, `paused` or `revoked_drain`."""
        path = f"/v1/admin/devices/{quote(device, safe='')}/state"
        return self._client.told(DeviceStateAnswer, "PUT", path, DeviceStateRequest(state=state))

    def device_code(self, number: str) -> DeviceCodeAnswer:
        """A one-time code for the next device of the agent with this number."""
        path = f"/v1/admin/agents/{quote(number, safe='')}/device-codes"
        return self._client.told(DeviceCodeAnswer, "POST", path)
