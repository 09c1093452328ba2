"""A laptop that syncs over a scripted wire, a branch that decides on that wire, and days that pass at both ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.services.photo_store import PhotoStore
from perisai_desktop.services.purging import Purging
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import journal
from sync.protocol.feed import FeedRow
from sync.protocol.signatures import SigningKey
from tests.support.desks import MARKET_DAY, HandClock, desk_of, filled_draft, make_profile
from tests.support.photo_house import picture
from tests.support.stores import everything
from tests.support.wires import ScriptedWire

CARD = picture(50_000, 2)
DAYS = 90


@dataclass
class PurgeHouse:
    """One agent's desk; `ahead` is how far the laptop's clock is ahead of the server's."""

    desk: AgentDesk
    profile: Profile
    clock: HandClock
    wire: ScriptedWire = field(default_factory=ScriptedWire)
    line: Line = field(default_factory=Line)
    ahead: timedelta = timedelta()

    def __post_init__(self) -> None:
        self.start_again()

    def start_again(self) -> None:
        """As after a start of the program: a pass that was under way is forgotten."""
        inner = self.desk.enrolling
        self.purging = Purging(
            inner.database, inner.pen, self.line, inner.attachments, inner.drafts, lambda: DAYS
        )

    def sync(self) -> None:
        """A run that gets through, pictures included."""
        inner = self.desk.enrolling
        self.wire.server_at = self.clock.now() - self.ahead
        store = SyncStore(inner.database, inner.pen, RulesInUse(self.desk.reference))
        pictures = PhotoStore(inner.database, inner.attachments, self.clock, PhotoAllowance(inner.database))
        Syncing(store, self.wire, self.line, photos=pictures).run()

    def enrol(self) -> Receipt:
        """Somebody with a photo of the card."""
        return self.desk.enrolling.enrol(filled_draft(self.desk), photos=[Photo(PhotoSubject.KTP, CARD)])

    def deposit(self, receipt: Receipt) -> None:
        """The cash of a receipt goes to the branch."""
        wish = DepositWish((receipt.number,), receipt.total, "12345678", DepositChannel.ATM, MARKET_DAY)
        self.desk.depositing.deposit(wish)

    def decide(self, entry_id: str, state: str = "approved", **more: str) -> None:
        """The branch decides by its own clock; the next run brings it."""
        with self.desk.enrolling.database.reading() as session:
            entry = journal.entry(session, entry_id)
        assert entry is not None
        position = self.wire.feed[-1].position + 1
        at = self.clock.now() - self.ahead
        payload = {
            "entry_id": entry_id,
            "hash": entry.hash,
            "state": state,
            "decided_at": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "reviewer": "Penyelia Contoh",
            **more,
        }
        self.wire.feed.append(FeedRow(position=position, kind="decision", at=at, payload=payload))

    def posted(self) -> Receipt:
        """Somebody enrolled, paid in and approved, all of which has arrived."""
        receipt = self.enrol()
        self.deposit(receipt)
        self.sync()
        self.decide(self.written(receipt)[0].entry_id, note="Ibunya Siti Rahayu, sesuai KK")
        self.sync()
        return receipt

    def later(self, days: int) -> None:
        """Days pass; whoever works syncs, twice, so that the books were compared."""
        self.clock.move(days=days)
        self.sync()
        self.sync()

    def clean(self) -> int:
        """A pass where one is due; how many slices it took."""
        slices = 1
        while self.purging.step():
            slices += 1
        return slices

    def written(self, receipt: Receipt) -> tuple[journal.StoredEntry, ...]:
        """The entries of a receipt's action."""
        with self.desk.enrolling.database.reading() as session:
            return journal.of_action(session, receipt.action_id)

    def dumped(self) -> str:
        """Everything that the opened store says."""
        return everything(self.desk.enrolling.database)

    def files(self) -> list[Path]:
        """The encrypted pictures on the disk."""
        return sorted(self.profile.attachments.iterdir())


def purge_house(folder: Path, key: SigningKey, clock: HandClock) -> PurgeHouse:
    """A house with an empty desk; whoever opens it closes `desk`."""
    profile = make_profile(folder, key)
    return PurgeHouse(desk_of(profile, clock), profile, clock)
