"""A page of the feed is applied in slices of little work, and leaves what its rows would leave one by one."""

from datetime import datetime
from pathlib import Path

import pytest

from perisai_desktop.storage import feed
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.feed import AppliedRows, applying
from tests.support.sample_bodies import AT
from tests.support.sample_entries import SampleJournal
from tests.support.stores import card, decision, dump, item, open_store, store_all


def test_a_page_is_applied_in_slices_each_with_its_own_cursor(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "SLICE_ROWS", 2)
    monkeypatch.setattr(applying, "SLICE_SECONDS", 0.0)
    seen: list[tuple[int, int]] = []
    real = applying.apply_rows

    def watched(session: object, items: list[feed.FeedItem], cursor: int, at: object) -> AppliedRows:
        seen.append((len(items), cursor))
        return real(session, items, cursor, at)  # type: ignore[arg-type]

    monkeypatch.setattr(applying, "apply_rows", watched)
    rows = [card(position, 100 + position) for position in range(1, 6)]
    assert feed.apply_page(store, rows, 9, AT).rows == 5
    assert seen == [(2, 2), (1, 3), (1, 4), (1, 9)]


def test_a_disk_that_is_slow_to_commit_makes_no_slice_smaller(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = [0.0]
    real = applying.apply_rows
    sizes: list[int] = []

    def watched(session: Session, items: list[feed.FeedItem], cursor: int, at: datetime) -> AppliedRows:
        sizes.append(len(items))
        session.info["after_commit"].append(lambda: passed.append(passed[-1] + 1.0))
        return real(session, items, cursor, at)

    monkeypatch.setattr(applying, "apply_rows", watched)
    monkeypatch.setattr("perisai_desktop.storage.feed.applying.time.monotonic", lambda: passed[-1])
    rows = [card(position, 100 + position) for position in range(1, 201)]
    assert feed.apply_page(store, rows, 200, AT).rows == 200
    assert sizes == [50, 100, 50]


def test_a_page_leaves_what_its_rows_leave_one_by_one(tmp_path: Path) -> None:
    kept = ("entry_status", "outbox", "feed_row", "worker", "ledger", "receipt", "due")
    found = []
    day = SampleJournal()
    day.enrol(7)
    day.enrol(8)
    entries = day.entries
    for name, together in (("page", 50), ("rows", 1)):
        told = [
            item(
                place + 1,
                "verdict",
                {
                    "entry_id": entry_id,
                    "hash": entry.hash,
                    "kind": "same" if place else "accepted",
                    **({"original": "accepted_review"} if place else {}),
                    "feed_position": place + 1,
                },
            )
            for place, (entry, entry_id) in enumerate(zip(entries, day.ids, strict=True))
        ]
        last = len(told)
        rows = [*told, decision(last + 1, entries[0], "approved"), card(last + 2, 7)]
        rows = [*rows, item(last + 3, "verdict", {**told[1].payload, "feed_position": last + 3})]
        folder = tmp_path / name
        folder.mkdir()
        database = open_store(folder)
        store_all(database, day)
        for start in range(0, len(rows), together):
            part = rows[start : start + together]
            feed.apply_page(database, part, part[-1].position, AT)
        with database.transaction() as session:
            found.append(dump(session, kept))
        database.close()
    assert found[0] == found[1]
    assert any(line.startswith("entry_status") for line in found[0])
