"""Requests about many records at once, and about one that a colleague has open: each refusal is a code."""

from __future__ import annotations

from sync.client.channel import RawAnswer
from tests.client.test_review_client import fault, signed_in

REFUSAL = RawAnswer(409, b'{"code": "bulk_over"}', None, None)
BULK = "01935000-0000-7000-8000-0000000000ff"


def test_each_act_has_its_own_way() -> None:
    client, channel = signed_in(*(REFUSAL for _ in range(4)))
    acts = (
        lambda: client.take_over("entry", "Bu Rina cuti"),
        lambda: client.draw([BULK]),
        lambda: client.schedule(BULK),
        lambda: client.undo_bulk(BULK),
    )
    assert [fault(act).code for act in acts] == ["bulk_over"] * 4
    assert channel.sent[-4:] == [
        ("POST", "/v1/review/records/entry/takeover"),
        ("POST", "/v1/review/bulks"),
        ("POST", f"/v1/review/bulks/{BULK}/schedule"),
        ("POST", f"/v1/review/bulks/{BULK}/undo"),
    ]
