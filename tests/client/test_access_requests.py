"""Who did and saw what is asked for as the server takes it, and read as it tells it; the ledger is saved as it came."""

from __future__ import annotations

from pathlib import Path

import pytest

from perisai_desktop.domain.access import Access, AccessPage, AccessQuestion, TrailFault, TrailProof
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.reviewing import Reviewing
from sync.client.channel import RawAnswer
from sync.protocol import accesses as wire
from tests.client.test_review_client import ok, signed_in
from tests.support.sample_bodies import AT, ON, identifier

LINE = wire.AccessLine(
    number=9, at=AT, actor="account-1", name="Rina", role="reviewer", act="record_seen",
    subject=identifier(1), record=identifier(1), way="read",
)  # fmt: skip


def test_rows_are_asked_for_and_read() -> None:
    page = wire.AccessPage(accesses=(LINE,), before=9)
    client, channel = signed_in(ok(page), ok(wire.AccessPage(accesses=())))
    accesses = Reviewing(client).accesses
    read = Access(9, AT, "account-1", "Rina", "reviewer", "record_seen", identifier(1), "read")
    assert accesses.page(AccessQuestion(record=identifier(1), before=12)) == AccessPage((read,), 9)
    assert accesses.page(AccessQuestion(account="account-1", views=False)) == AccessPage(())
    assert channel.sent[1:] == [
        ("GET", f"/v1/review/accesses?record={identifier(1)}&before=12&views=true"),
        ("GET", "/v1/review/accesses?account=account-1"),
    ]


def test_a_proof_is_read_and_a_refusal_is_a_failure() -> None:
    fault = wire.TrailFault(code="anchor_differs", day=ON)
    proof = wire.TrailProof(rows=7, anchors=2, anchored_on=ON, fault_count=1, faults=(fault,))
    client, channel = signed_in(ok(proof), RawAnswer(403, b'{"code": "role_not_allowed"}', None, None))
    accesses = Reviewing(client).accesses
    assert accesses.proof() == TrailProof(7, 2, ON, 1, (TrailFault("anchor_differs", None, ON),))
    with pytest.raises(Failure) as refused:
        accesses.proof()
    assert refused.value.code is FailureCode.NOT_ALLOWED
    assert channel.sent[1:] == [("GET", "/v1/admin/audit/proof")] * 2


def test_the_ledger_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    content = b"agent,device\r\nA-1,7Q2FK\r\n"
    client, channel = signed_in(*[RawAnswer(200, content, None, None)] * 3)
    accesses, path = Reviewing(client).accesses, tmp_path / "ledger.csv"
    accesses.save_ledger(path)
    assert path.read_bytes() == content
    assert channel.sent[-1] == ("GET", "/v1/admin/ledger")
    assert accesses.person(identifier(1)) == content
    assert channel.sent[-1] == ("GET", f"/v1/admin/people/{identifier(1)}/export")
    with pytest.raises(Failure) as refused:
        accesses.save_ledger(tmp_path / "nowhere" / "ledger.csv")
    assert refused.value.code is FailureCode.REPORT_NOT_SAVED
