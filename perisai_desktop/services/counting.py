"""Counts what the strip at the bottom shows: what is unsent, waiting, to fix, and the cash in hand."""

from dataclasses import dataclass
from datetime import timedelta

from perisai_desktop import VERSION
from perisai_desktop.config.clock import Clock, minutes_behind
from perisai_desktop.domain.branch_word import older, standing_apart
from perisai_desktop.domain.counters import Books, CashInHand, StatusStrip, Tally
from perisai_desktop.services import branch_words, greetings
from perisai_desktop.services.line import Line
from perisai_desktop.services.pausing import Pausing
from perisai_desktop.storage import entry_status, journal, steps
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.entry_status import CountedActions
from perisai_desktop.storage.projections import cash, tills
from sync.protocol.kinds import EntryKind
from sync.rules.branch_settings import BranchSettings
from sync.rules.cash import CashAlert, cash_alert, cash_in_hand
from sync.rules.states import Counter


@dataclass(frozen=True, slots=True)
class Counting:
    """What the shell asks for after everything that changes the store."""

    database: Database
    settings: BranchSettings
    clock: Clock
    line: Line
    pausing: Pausing

    def strip(self) -> StatusStrip:
        """The three counters, the cash and the connection, from one snapshot of the store."""
        with self.database.reading() as session:
            tallies = entry_status.tallies(session)
            in_hand = self._cash(session)
            newest, word = journal.newest_recorded_at(session), branch_words.kept(session)
            connection = greetings.connection(session, self.line, self.clock)
        return StatusStrip(
            unsent=tally_of(tallies[Counter.UNSENT]),
            waiting=tally_of(tallies[Counter.WAITING]),
            to_fix=tally_of(tallies[Counter.TO_FIX]),
            cash=in_hand,
            connection=connection,
            pause=self.pausing.standing(),
            clock_behind=minutes_behind(newest, self.clock.now()),
            renew_by=word.minimum_on if older(VERSION, word.minimum_program) else None,
            apart=standing_apart(word),
        )

    def books(self) -> Books:
        """The sums of the journal's own entries, beside every projection."""
        receipts = receipts_rupiah = contribution_rupiah = 0
        with self.database.reading() as session:
            for entry in journal.replay(session):
                if entry.kind == EntryKind.RECEIPT.value:
                    receipts += 1
                    receipts_rupiah += int(entry.value["body"]["total"])
                elif entry.kind == EntryKind.CONTRIBUTION.value:
                    lines = entry.value["body"]["lines"]
                    contribution_rupiah += sum(int(line["amount"]) for line in lines)
        return Books(receipts, receipts_rupiah, contribution_rupiah)

    def reached(self) -> int:
        """The number of what was written here or pulled last: everything up to it was known when a screen was read."""
        with self.database.reading() as session:
            return steps.next_step(session) - 1

    def _cash(self, session: Session) -> CashInHand:
        oldest_at = tills.oldest_undeposited_at(session)
        offset = timedelta(minutes=self.clock.offset())
        oldest_on = (oldest_at + offset).date() if oldest_at is not None else None
        alert = cash_alert(oldest_on, greetings.day_reached(session, self.clock), self.settings)
        return CashInHand(
            rupiah=cash_in_hand(cash.facts(session)),
            oldest_at=oldest_at,
            voids_awaiting=cash.voids_awaiting(session),
            alert=alert is not CashAlert.CALM,
            red=alert is CashAlert.RED,
        )


def tally_of(counted: CountedActions) -> Tally:
    """A counter as the screens show it."""
    return Tally(counted.count, counted.rupiah, counted.oldest_at)
