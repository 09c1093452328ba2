"""What the checks found is read as the server tells it."""

from __future__ import annotations

from sync.client.channel import RawAnswer
from sync.client.finding_requests import FindingRequests
from sync.protocol.findings import AgentFinding, FindingList
from tests.client.test_review_client import fault, ok, signed_in
from tests.support.sample_bodies import ON, identifier


def test_findings_are_read_and_a_refusal_is_a_code() -> None:
    found = AgentFinding(
        code="duplicate",
        agent_id="a",
        agent_number="L-0001",
        agent_name="Agen",
        on=ON,
        subject=identifier(1),
        evidence=(identifier(2),),
        measure=1,
    )
    told = FindingList(since=ON, until=ON, findings=(found,), cut=True)
    refusal = b'{"code": "session_lapsed"}'
    client, channel = signed_in(ok(told), RawAnswer(401, refusal, None, None))
    requests = FindingRequests(client)
    assert requests.findings(ON, ON) == told
    assert channel.sent[-1] == ("GET", f"/v1/review/findings?since={ON}&until={ON}")
    assert fault(lambda: requests.findings(ON, ON)).code == "session_lapsed"
