"""Two records side by side are asked for, and what is said of them goes to where they stand; a refusal is a code."""

from __future__ import annotations

from sync.client.channel import RawAnswer
from sync.client.comparison_requests import ComparisonRequests
from sync.protocol.comparison import SayingRequest
from sync.rules.pairs import Saying
from tests.client.test_review_client import fault, signed_in
from tests.support.sample_bodies import identifier

REFUSAL = RawAnswer(409, b'{"code": "content_changed"}', None, None)


def test_each_request_has_its_own_way() -> None:
    client, channel = signed_in(*(REFUSAL for _ in range(3)))
    requests = ComparisonRequests(client)
    said = SayingRequest(
        other=identifier(2), saying=Saying.SAME, hash="0" * 64, other_hash="1" * 64, reason="spoken_with"
    )
    acts = (
        lambda: requests.compared("entry"),
        lambda: requests.compared("entry", "other"),
        lambda: requests.say("entry", said),
    )
    assert [fault(act).code for act in acts] == ["content_changed"] * 3
    assert channel.sent[-3:] == [
        ("GET", "/v1/review/records/entry/comparison"),
        ("GET", "/v1/review/records/entry/comparison?other=other"),
        ("POST", "/v1/review/records/entry/comparison"),
    ]
