"""What branches publish stands for ever and shares its files; a branch has one draft."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sync.protocol.digests import sha256_hex
from sync.server.storage.release_records import Release, SealedRelease, SettingsDraft
from sync.server.storage.store import Store, StoreFault
from tests.support.store_rows import AT, furnish

FIRST = Release("001.1", "b", None, date(2026, 12, 1), AT, "terminal")
SECOND = replace(FIRST, version="001.2", before="001.1", published_at=AT + timedelta(days=1))


def sealed(*texts: str) -> SealedRelease:
    return SealedRelease(b"{}", b"s" * 64, {sha256_hex(text.encode()): text.encode() for text in texts})


def test_versions_are_kept_newest_first_and_share_their_files(store: Store) -> None:
    furnish(store, "a")
    with store.transaction() as tx:
        assert (tx.releases.newest_for("a"), tx.releases.of_branch("b")) == (None, ())
        tx.releases.add(FIRST, sealed("tariff", "settings"))
        tx.releases.add(SECOND, sealed("tariff", "more"))
    with store.reading() as tx:
        assert tx.releases.of_branch("b") == (SECOND, FIRST)
        assert tx.releases.of_branch("elsewhere") == ()
        assert (tx.releases.newest_for("a"), tx.releases.newest_for("nobody")) == ("001.2", None)
        assert tx.releases.sealed("001.1") == sealed("tariff", "settings")
        assert tx.releases.sealed("001.3") is None
        wanted = sha256_hex(b"more")
        assert tx.releases.contents([wanted, "0" * 64]) == {wanted: b"more"}


def test_a_version_is_never_written_twice(store: Store) -> None:
    furnish(store)
    with store.transaction() as tx:
        tx.releases.add(FIRST, sealed("tariff"))
    with pytest.raises(StoreFault, match="rows_refused"), store.transaction() as tx:
        tx.releases.add(replace(FIRST, published_by="other"), sealed("other"))
    with store.reading() as tx:
        assert tx.releases.of_branch("b") == (FIRST,)


def test_a_branch_has_one_draft(store: Store) -> None:
    furnish(store)
    draft = SettingsDraft("b", "2026.11.1", "{}", "one", AT)
    later = replace(draft, content='{"a":1}', edited_by="two")
    with store.transaction() as tx:
        assert tx.releases.draft("b") is None
        tx.releases.put_draft(draft)
        tx.releases.put_draft(later)
    with store.transaction() as tx:
        assert tx.releases.draft("b", locking=True) == later
        tx.releases.drop_draft("b")
    with store.reading() as tx:
        assert tx.releases.draft("b") is None
