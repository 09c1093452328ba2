"""Two records side by side over HTTP: who may read them, and who may say what."""

from __future__ import annotations

from sync.protocol.comparison import Comparison
from tests.support.server_app import RunningServer


def test_a_pair_is_read_by_who_reads_records_and_told_apart_once(running: RunningServer) -> None:
    laptop = running.laptop()
    first, later = laptop.post("Rukmini Kembar"), laptop.post("Rukmini Kembar")
    path = f"/v1/review/records/{later.entry_id}/comparison"
    asked = {"other": first.entry_id}
    reader = running.client.get(path, params=asked, headers=running.bearer("auditor"))
    assert (reader.status_code, reader.json()["code"]) == (404, "record_unknown")
    session = running.bearer("reviewer")
    seen = Comparison.model_validate_json(running.client.get(path, headers=session).content)
    assert seen.mine.record.entry_id == later.entry_id
    said = {
        "other": first.entry_id,
        "saying": "apart",
        "hash": "0" * 64,
        "other_hash": "1" * 64,
        "reason": "relatives",
    }
    refused = running.client.post(path, json=said, headers=session)
    assert (refused.status_code, refused.json()["code"]) == (409, "content_changed")
    malformed = running.client.post(path, json={**said, "saying": "perhaps"}, headers=session)
    assert (malformed.status_code, malformed.json()["code"]) == (422, "request_invalid")
    right = {"hash": seen.mine.record.hash}
    other = running.client.get(f"/v1/review/records/{first.entry_id}", headers=session).json()
    told = running.client.post(path, json={**said, **right, "other_hash": other["hash"]}, headers=session)
    assert told.status_code == 200
    (match,) = Comparison.model_validate_json(told.content).matches
    assert match.saying is not None
    assert (match.entry_id, match.saying.saying, match.saying.by) == (first.entry_id, "apart", "Reviewer")
