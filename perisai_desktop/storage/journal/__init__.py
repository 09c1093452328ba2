"""The journal: every entry the device wrote, as its own bytes, appended and never changed."""

from perisai_desktop.storage.journal.appending import append
from perisai_desktop.storage.journal.reading import (
    Head,
    StoredEntry,
    behind,
    entry,
    has_hash,
    head,
    heads,
    length,
    length_between,
    newest_recorded_at,
    of_action,
    of_kind,
    of_worker,
    replay,
    sizes,
    unbroken,
)
from perisai_desktop.storage.journal.restoring import Restored, read_record, restore
from sync.protocol.entry import SealedEntry

__all__ = [
    "Head",
    "Restored",
    "SealedEntry",
    "StoredEntry",
    "append",
    "behind",
    "entry",
    "has_hash",
    "head",
    "heads",
    "length",
    "length_between",
    "newest_recorded_at",
    "of_action",
    "of_kind",
    "of_worker",
    "read_record",
    "replay",
    "restore",
    "sizes",
    "unbroken",
]
