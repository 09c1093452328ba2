"""What must be true of the server whenever it has committed, seen from outside."""

from __future__ import annotations

from collections.abc import Sequence

from sync.protocol.digests import sha256_hex
from sync.protocol.kinds import EntryKind
from sync.rules.states import ReviewState
from sync.server.storage.records import EntryRecord
from tests.simulation.books import Books
from tests.simulation.breaking import Broken
from tests.simulation.centre import Centre
from tests.simulation.pictures import Pictures


class ServerRules:
    """Remembers every row that the server has ever committed: id and feed position by device and hash."""

    def __init__(self, centre: Centre, pictures: Pictures) -> None:
        self._centre = centre
        self._pictures = pictures
        self._books = Books(centre)
        self.rows: dict[tuple[str, str], tuple[str, int]] = {}
        self._looked_at = (-1, -1)

    def forget(self) -> None:
        """The server was set back: what it had committed since may come again otherwise."""
        self._books.forget()
        self.rows = {}

    def check(self) -> None:
        """Everything that holds whenever the server has committed; what was not written since is not looked at again."""
        self._check_agreed()
        blobs, books = self._centre.writes()
        if blobs != self._looked_at[0]:
            self._pictures.check_server()
        if books != self._looked_at[1]:
            self._check_entries()
        self._looked_at = blobs, books

    def _check_entries(self) -> None:
        records = self._centre.records()
        rows = {(one.device, one.hash): (one.entry_id, one.feed_position) for one in records}
        if not self.rows.items() <= rows.items():
            raise Broken("S5", "a stored entry, its id or its feed position changed or went away")
        self.rows = rows
        standing = [one.entry_id for one in records if not one.aside]
        if len(set(standing)) < len(standing):
            raise Broken("S5", "two entries stand under one id")
        positions = [(one.agent_id, one.feed_position) for one in records]
        positions += [(item.stream, item.position) for item in self._centre.feed_items()]
        if len(set(positions)) < len(positions):
            raise Broken("S10", "two rows share one feed position")
        self._check_places(records)
        self._books.check()
        self._check_corrections(records)
        self._check_decisions()

    def _check_places(self, records: Sequence[EntryRecord]) -> None:
        standing = [one for one in records if not one.aside]
        places = {(one.device, one.epoch, one.seq): one.hash for one in standing}
        if len(places) < len(standing):
            raise Broken("S5", "two entries stand at one place of a chain")
        for one in standing:
            if places.get((one.device, one.epoch, one.seq - 1), one.prev_hash) != one.prev_hash:
                raise Broken("S5", f"entry {one.seq} of {one.device} does not go on where its chain ends")

    def _check_corrections(self, records: Sequence[EntryRecord]) -> None:
        """Of corrections of one field made on one version at most one counts; no clock decides between them."""
        counted: set[tuple[str, str, str]] = set()
        for record in records:
            if record.kind != EntryKind.CORRECTION.value or not self._centre.counts(record):
                continue
            for subject, field in self._centre.corrected_fields(record):
                key = (subject, record.base or "", field)
                if key in counted:
                    raise Broken("conflict", f"two corrections of {field} on one version both count")
                counted.add(key)

    def _check_decisions(self) -> None:
        """A decision holds for the content that the reviewer looked at."""
        decisions = self._centre.decisions()
        for review in self._centre.reviews():
            if review.state in (ReviewState.APPROVED.value, ReviewState.REFUSED.value):
                decided = decisions.get((review.entry_id, review.state), review.hash)
                if decided != review.hash:
                    raise Broken(
                        "decision", "a record changed after it was decided and still counts as decided"
                    )

    def _check_agreed(self) -> None:
        """Where the server said that it holds what a device claims it held exactly that."""
        while self._centre.agreed:
            agreed = self._centre.agreed.pop()
            for claim in agreed.claims.ranges:
                places = sorted(
                    (one.seq, one.hash)
                    for one in agreed.records
                    if (one.device, one.epoch, one.aside) == (agreed.device, claim.epoch, False)
                    and claim.first_seq <= one.seq <= claim.last_seq
                )
                if sha256_hex("".join(f"{seq} {own}\n" for seq, own in places).encode()) != claim.digest:
                    raise Broken("verify", f"the server agreed with {agreed.device} and held other entries")
