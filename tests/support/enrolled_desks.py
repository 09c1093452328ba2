"""A desk that a running practice server let in, and what a test does with it: enrol somebody, read its books, reopen it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.storage import outbox
from tests.support.centres import Centre
from tests.support.desks import HandClock, filled_draft
from tests.support.sample_names import name_of
from tests.support.stores import dump

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
KEPT = (
    *("journal", "entry_status", "outbox", "acknowledgement", "feed_row", "feed_cursor"),
    *("worker", "ledger", "receipt", "cash"),
)
"""Tables whose rows tell what an agent has and what the branch said of it."""


@dataclass
class EnrolledDesk:
    """The desk of a profile; `people` counts who was enrolled, `shown` holds the receipts the agent saw."""

    profile: Profile
    desk: AgentDesk
    server_url: str
    people: int = 0
    shown: list[Receipt] = field(default_factory=list)

    def enrol(self) -> Receipt:
        """Somebody new pays three months; no two people are the same, whether they are enrolled or not."""
        self.people += 1
        draft = filled_draft(
            self.desk,
            nik=f"320208140890{self.people:04d}",
            phone=f"0812{self.people:08d}",
            name=name_of(self.people),
        )
        reasons = dict.fromkeys(("likely_duplicate", "phone_shared"), "Orang lain")
        receipt = self.desk.enrolling.enrol(replace(draft, reasons=reasons))
        self.shown.append(receipt)
        return receipt

    def enrol_many(self, count: int) -> None:
        """Enrol one after the other."""
        for _ in range(count):
            self.enrol()

    def books(self) -> list[str]:
        """Every row of the books."""
        with self.desk.enrolling.database.transaction() as session:
            return dump(session, KEPT)

    def waiting(self) -> int:
        """Entries that no acknowledgement has settled."""
        with self.desk.enrolling.database.reading() as session:
            return outbox.queue(session).entries

    def reopen(self) -> None:
        """End the program and start it again."""
        self.desk.close()
        self.desk = SigningIn(self.profile, HandClock(), server_url=self.server_url).sign_in(PASSWORD)

    def settle(self) -> None:
        """Runs until nothing is left to send or fetch; three are enough for anything."""
        for _ in range(3):
            report = self.desk.syncing.run()
            if not (report.sent or report.applied):
                return
        raise AssertionError("there is always more to exchange")

    def differences(self, centre: Centre) -> list[str]:
        """Receipts that the agent saw and the server does not hold once, and what only the server has."""
        device = self.desk.identity.device
        with centre.server.store.reading() as tx:
            there = {receipt.number: tx.money.receipt(receipt.number) for receipt in self.shown}
            chain = tx.entries.standing_above(device, 1, 0)
        found = [
            f"{receipt.number} is {[row.total for row in there[receipt.number]]} at the server"
            for receipt in self.shown
            if [(row.total, row.genuine) for row in there[receipt.number]] != [(receipt.total, True)]
        ]
        if [row.seq for row in chain] != list(range(1, 4 * len(self.shown) + 1)):
            found.append(f"{len(chain)} entries at the server for {len(self.shown)} receipts")
        return found


def enrolled_desk(folder: Path, centre: Centre, server_url: str = "") -> EnrolledDesk:
    """A profile in `folder`, let in by the server, perhaps by way of `server_url`."""
    profile, url = Profile(folder), server_url or centre.url
    desk = EnrollingDevice(profile, HandClock(), cost=LIGHT).enrol(url, centre.new_code(), PASSWORD)
    return EnrolledDesk(profile, desk, url)
