"""Rows of the audit trail, found again the same way on every store."""

from datetime import timedelta

from sync.protocol.canonical import JsonValue
from sync.server.services.auditing import audit
from sync.server.storage.access_records import AuditWanted
from sync.server.storage.store import Store
from tests.support.store_rows import AT


def test_acts_are_found_by_whom_they_are_about_by_whose_they_are_and_by_kind(store: Store) -> None:
    acts: list[tuple[str, str, str, dict[str, JsonValue]]] = [
        ("rina", "record_seen", "entry-1", {"worker": "worker-1", "people": ["worker-9"]}),
        ("rina", "signed_out", "rina", {}),
        ("dewi", "portal_exported", "branch", {"entries": ["entry-1", "entry-2"]}),
        ("dewi", "record_seen", "entry-2", {"worker": "worker-2", "way": "read"}),
    ]
    with store.transaction() as tx:
        for second, (actor, act, subject, detail) in enumerate(acts):
            audit(tx, AT + timedelta(seconds=second), actor, act, subject, **detail)
    with store.reading() as tx:

        def numbers(limit: int = 9, **asked: frozenset[str] | int) -> list[int]:
            return [row.number for row in tx.audits.found(AuditWanted(**asked), limit)]  # type: ignore[arg-type]

        assert numbers() == [4, 3, 2, 1]
        assert numbers(limit=2, before=4) == [3, 2]
        assert numbers(about=frozenset({"entry-1"})) == [3, 1]
        assert numbers(about=frozenset({"worker-9", "worker-2"})) == [4, 1]
        assert numbers(about=frozenset({"branch", "entry-2"}), actors=frozenset({"dewi"})) == [4, 3]
        assert numbers(about=frozenset({"nobody"})) == numbers(actors=frozenset()) == []
        assert numbers(acts=frozenset({"record_seen"}), actors=frozenset({"rina"})) == [1]
        rows = tx.audits.after(0, 9)
        assert [row.number for row in rows] == [1, 2, 3, 4]
        assert tx.audits.after(1, 9, {rows[0].actor}) == tuple(
            row for row in rows[1:] if row.actor == rows[0].actor
        )
        assert tx.audits.after(0, 9, ["nobody"]) == ()
