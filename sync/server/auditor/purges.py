"""What the log says was erased: each row about a part that an entry names and that is gone, and vouched for by the trail."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.protocol.digests import sha256_hex
from sync.server.auditor.findings import Finding, at_entry
from sync.server.auditor.rows import EntryRow, PurgedRow

PERSONAL = "personal"


@dataclass(slots=True)
class DevicePurges:
    """The log of one device by entry; each entry that is there is looked at, and what is left is about none."""

    device: str
    log: Mapping[str, Sequence[PurgedRow]]
    seen: set[str] = field(default_factory=set)

    def look(self, entry: EntryRow) -> Iterator[Finding]:
        """Hold what the log says of an entry against it."""
        if entry.hash not in self.log:
            return
        self.seen.add(entry.hash)
        named = _named(entry.raw)
        for row in self.log[entry.hash]:
            if row.digest not in named or (row.part == PERSONAL and entry.personal is not None):
                yield at_entry("purge_untrue", self.device, entry.epoch, entry.seq)

    def unseen(self) -> list[Finding]:
        """What the log says of entries that are not there."""
        return [Finding("purge_untrue", self.device) for digest in self.log if digest not in self.seen]

    def tells_of(self, digest: str) -> bool:
        """Whether the personal part of an entry was erased."""
        return any(row.part == PERSONAL for row in self.log.get(digest, ()))


@dataclass(slots=True)
class Purges:
    """The log of all devices, gone through one device after another; `vouched` are its rows by row of the trail."""

    vouched: dict[int, list[tuple[str, str, str]]] = field(default_factory=dict)
    parts: int = 0
    photos: int = 0

    def of_device(self, device: str, rows: Iterable[PurgedRow]) -> DevicePurges:
        """A device's rows of the log, counted."""
        log: dict[str, list[PurgedRow]] = {}
        for row in rows:
            self.vouched.setdefault(row.number, []).append((device, row.hash, row.digest))
            self.parts += row.part == PERSONAL
            self.photos += row.part != PERSONAL
            log.setdefault(row.hash, []).append(row)
        return DevicePurges(device, log)

    def trail_findings(self, acts: Iterable[tuple[Any, ...]]) -> Iterator[Finding]:
        """Hold the log against what the trail vouches for; `acts` are numbers and details of its purges."""
        digests = {int(number): json.loads(detail).get("digest") for number, detail in acts}
        for number in sorted(self.vouched.keys() | digests.keys()):
            rows: list[JsonValue] = [list(row) for row in sorted(self.vouched.get(number, []))]
            if digests.get(number) != sha256_hex(canonical_bytes(rows)):
                yield Finding("purge_unvouched", data={"number": number})


def _named(raw: bytes) -> frozenset[str]:
    """The digests that an entry names: of its personal part, and of its pictures."""
    try:
        envelope = json.loads(raw)
        return frozenset({envelope.get("personal_hash"), *(blob["sha256"] for blob in envelope["blobs"])})
    except (ValueError, KeyError, TypeError, AttributeError):
        return frozenset()
