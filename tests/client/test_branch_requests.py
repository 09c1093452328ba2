"""What a branch asks about the agency's portal and about a lost laptop, page by page."""

from __future__ import annotations

import json

from sync.client.agent_requests import AgentRequests
from sync.client.portal_requests import PortalRequests
from sync.protocol.lost_laptop import LaptopRecords
from sync.protocol.portal import PortalAnswer, PortalOutcome, PortalOutcomes, PortalPage, RenewalPage
from tests.client.test_review_client import ENTRY, fault, ok, signed_in
from tests.support.sample_bodies import AT


def test_work_for_the_agencys_portal_and_its_answers() -> None:
    page = PortalPage(lines=(), total=3, after=ENTRY)
    outcome = PortalOutcome(outcome="registered", entry_id=ENTRY, name="Siti")
    renewals = RenewalPage(lines=())
    client, channel = signed_in(ok(renewals), ok(page), ok(page), ok(PortalOutcomes(outcomes=(outcome,))))
    portal = PortalRequests(client)
    assert portal.renewals(ENTRY) == renewals
    assert channel.sent[-1] == ("GET", f"/v1/review/portal/renewals?after={ENTRY}")
    assert portal.page() == portal.page(ENTRY) == page
    assert channel.sent[-2:] == [
        ("GET", "/v1/review/portal/export"),
        ("GET", f"/v1/review/portal/export?after={ENTRY}"),
    ]
    assert portal.answers([PortalAnswer(entry=ENTRY, kpj="00012345678")], dry=True) == (outcome,)
    assert channel.sent[-1] == ("POST", "/v1/review/portal/answers")
    (answer,) = json.loads(channel.bodies[-1])["answers"]
    assert (answer["entry"], answer["kpj"]) == (ENTRY, "00012345678")
    assert fault(lambda: portal.answers([])).data == {"field": "answers"}


def test_who_was_on_a_laptop_is_asked_for_a_page_at_a_time() -> None:
    page = LaptopRecords(
        device="0Q2FK",
        agent_number="A-1",
        agent_name="Agen",
        state="revoked_drain",
        seen_at=AT,
        chains=(),
        people=(),
        total=0,
    )
    client, channel = signed_in(ok(page), ok(page))
    assert AgentRequests(client).records("0Q2FK") == AgentRequests(client).records("0Q2FK", ENTRY) == page
    path = "/v1/admin/devices/0Q2FK/records"
    assert channel.sent[-2:] == [("GET", path), ("GET", f"{path}?after={ENTRY}")]
