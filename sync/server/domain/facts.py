"""What the store, the reference data and the batch so far know, while a batch is judged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer
from sync.rules.tariff import income_of
from sync.rules.undoing import PaidLine
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.judging_handovers import DecidedHandover
from sync.server.domain.paid_receipts import Grant, PaidReceipt
from sync.server.domain.price_shelf import PriceShelf
from sync.server.domain.pricing_check import Basis, PriceList
from sync.server.storage.records import CashMovement, Device, DeviceEpoch
from sync.server.storage.worker_records import NikClaim


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """What was read before judging. `histories` are by entry id; `paid` are iuran months by worker.

    `counters` are taken receipt counters as (epoch, counter); `last_counters` the newest counter before the
    batch by epoch, where the chain has no hole before it (0: no receipt yet). `actions` are those of the batch
    of which a part is stored already. `receipts` are those that voids and refunds refer to, by entry id, `grants`
    the refunds that decisions name, by decision id; `movements` what moved the device's cash, for a closing, `handovers` decisions by id.
    """

    device: Device
    epochs: Mapping[int, DeviceEpoch]
    holders: Mapping[str, NikClaim]
    histories: Mapping[str, EnrolmentHistory]
    paid: Mapping[str, frozenset[str]]
    counters: frozenset[tuple[int, int]]
    last_counters: Mapping[int, int]
    actions: frozenset[str] = frozenset()
    receipts: Mapping[str, PaidReceipt] = field(default_factory=dict)
    grants: Mapping[str, Grant] = field(default_factory=dict)
    movements: tuple[CashMovement, ...] = ()
    handovers: Mapping[str, DecidedHandover] = field(default_factory=dict)


@dataclass(slots=True)
class Desk:
    """The facts and what the batch adds to them, entry by entry; `deposited` pairs receipts with their deposits.

    `prices` are those of the version that is judged by, out of all on the `shelf`.
    """

    stored: StoredFacts
    prices: PriceList
    gazetteer: Gazetteer
    shelf: PriceShelf
    histories: dict[str, EnrolmentHistory] = field(default_factory=dict)
    of_worker: dict[str, str] = field(default_factory=dict)
    paid: dict[str, frozenset[str]] = field(default_factory=dict)
    counters: set[tuple[int, int]] = field(default_factory=set)
    receipted: set[str] = field(default_factory=set)
    receipts: dict[str, PaidReceipt] = field(default_factory=dict)
    refunded: set[str] = field(default_factory=set)
    followed: dict[str, frozenset[str]] = field(default_factory=dict)
    deposited: list[tuple[str, str]] = field(default_factory=list)
    movements: list[CashMovement] = field(default_factory=list)

    @property
    def reference(self) -> Reference:
        """The reference data that is judged by."""
        return self.prices.reference

    def under(self, version: str | None, day: date) -> Desk:
        """The same desk, judging by the version that an entry of a local day names."""
        prices = self.shelf.named(version, day)
        return self if prices is self.prices else replace(self, prices=prices)

    def history(self, entry_id: str) -> EnrolmentHistory | None:
        """An enrolment, of this batch or stored."""
        return self.histories.get(entry_id)

    def history_of_worker(self, worker_id: str) -> EnrolmentHistory | None:
        """The newest enrolment of a worker."""
        entry_id = self.of_worker.get(worker_id)
        return None if entry_id is None else self.histories.get(entry_id)

    def keep(self, history: EnrolmentHistory) -> None:
        """Take a new or corrected enrolment into account."""
        self.histories[history.entry_id] = history
        self.of_worker[history.worker_id] = history.entry_id

    def serve(self, workers: Collection[str], agent_id: str) -> None:
        """Take into account that workers are this agent's from here on."""
        for history in [one for one in self.histories.values() if one.worker_id in workers]:
            self.histories[history.entry_id] = replace(history, agent_id=agent_id)

    def pay(self, worker_id: str, months: frozenset[str]) -> None:
        """Take paid months into account."""
        self.paid[worker_id] = self.paid.get(worker_id, frozenset()) | months

    def take_back(self, lines: Iterable[PaidLine]) -> None:
        """Count the months of lines that an open request names as unpaid."""
        for line in lines:
            if line.worker_id is not None:
                self.paid[line.worker_id] = self.paid.get(line.worker_id, frozenset()) - {line.month}

    @property
    def grants(self) -> Mapping[str, Grant]:
        """The refunds that decisions name."""
        return self.stored.grants

    def handover(self, decision_id: str) -> DecidedHandover | None:
        """A decision that workers pass to another agent, with the sides that were followed."""
        decided = self.stored.handovers.get(decision_id)
        if decided is None:
            return None
        return replace(decided, followed=decided.followed | self.followed.get(decision_id, frozenset()))

    def basis_of(self, history: EnrolmentHistory) -> Callable[[str], Basis]:
        """What the price of a worker follows from in an iuran month."""

        def basis_in(month: str) -> Basis:
            form = history.form_in(month)
            occupation = self.reference.occupations.find(form.occupation)
            return Basis(
                income=income_of(form.income) or 0,
                offer=form.offer,
                transport=occupation is not None and occupation.transport,
                enrolled=history.first.first_month,
            )

        return basis_in


def open_desk(stored: StoredFacts, shelf: PriceShelf, gazetteer: Gazetteer, on: date) -> Desk:
    """A desk that knows what is stored, and judges by the reference data in force on a local day."""
    desk = Desk(stored, shelf.on(on), gazetteer, shelf, paid=dict(stored.paid))
    desk.counters.update(stored.counters)
    desk.receipts.update(stored.receipts)
    for history in stored.histories.values():
        desk.keep(history)
    return desk
