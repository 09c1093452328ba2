"""What a branch asks about its agents and their devices, with the session of who is signed in."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from sync.client.review_client import ReviewClient
from sync.protocol.agents import AgentScores, DeviceCodeAnswer, DeviceStateRequest, DeviceStatus
from sync.protocol.handovers import HandoverLine, HandoverRequest
from sync.protocol.lost_laptop import LaptopRecords, LossReport
from sync.protocol.reopening import ReopenAnswer, ReopenAsk


class AgentRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def agents(self) -> AgentScores:
        """The scorecards of the branch, by number."""
        return self._client.told(AgentScores, "GET", "/v1/review/agents")

    def device(self, device: str) -> DeviceStatus:
        """How a device stands."""
        return self._client.told(DeviceStatus, "GET", _path(device))

    def put_state(self, device: str, state: str) -> DeviceStatus:
        """Puts a device into a state: `active`, `paused` or `revoked_drain`."""
        return self._client.told(
            DeviceStatus, "PUT", f"{_path(device)}/state", DeviceStateRequest(state=state)
        )

    def report_lost(self, device: str, hours_ago: int) -> DeviceStatus:
        """Says that a device is lost, which was told some whole hours ago, and revokes it."""
        return self._client.told(
            DeviceStatus, "POST", f"{_path(device)}/loss", LossReport(hours_ago=hours_ago)
        )

    def found_again(self, device: str) -> DeviceStatus:
        """Takes the report of a loss back; the device stays revoked."""
        return self._client.told(DeviceStatus, "DELETE", f"{_path(device)}/loss")

    def ask_wipe(self, device: str) -> DeviceStatus:
        """Wants a device wiped once nothing of it is missing."""
        return self._client.told(DeviceStatus, "POST", f"{_path(device)}/wipe")

    def withdraw_wipe(self, device: str) -> DeviceStatus:
        """Wants it no more; approvals lapse."""
        return self._client.told(DeviceStatus, "DELETE", f"{_path(device)}/wipe")

    def approve_wipe(self, device: str) -> DeviceStatus:
        """Approves, as one of two people, that it be wiped whatever is missing."""
        return self._client.told(DeviceStatus, "POST", f"{_path(device)}/wipe/approvals")

    def reopen(self, device: str, ask: ReopenAsk) -> ReopenAnswer:
        """The answer to a laptop whose password was forgotten, sealed to its request; it is written down."""
        return self._client.told(ReopenAnswer, "POST", f"{_path(device)}/reopening", ask)

    def records(self, device: str, after: str | None = None) -> LaptopRecords:
        """Of whom a device held data, above a worker id; reading it is written down."""
        query = "" if after is None else "?" + urlencode({"after": after})
        return self._client.told(LaptopRecords, "GET", f"{_path(device)}/records{query}")

    def hand_over(self, giving: str, taking: str) -> HandoverLine:
        """Hands everybody whom an agent serves to another agent, both by number."""
        request = HandoverRequest(from_agent=giving, to_agent=taking)
        return self._client.told(HandoverLine, "POST", "/v1/admin/handovers", request)

    def device_code(self, number: str) -> DeviceCodeAnswer:
        """A one-time code for the next device of the agent with this number."""
        path = f"/v1/admin/agents/{quote(number, safe='')}/device-codes"
        return self._client.told(DeviceCodeAnswer, "POST", path)


def _path(device: str) -> str:
    return f"/v1/admin/devices/{quote(device, safe='')}"
