"""A worker as the list and the card show them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from perisai_desktop.domain.life import LifeEvent
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ClientState, DepositState, ReviewState


class StateFilter(StrEnum):
    """Which part of the list is shown."""

    ALL = "all"
    UNSENT = "unsent"
    WAITING = "waiting"
    TO_FIX = "to_fix"
    APPROVED = "approved"
    ARREARS = "arrears"


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """One line of the list; `arrears` counts iuran months overdue today.

    `ended_from`: the first month that is not owed any more; `handed_to`: the number of the agent who serves the worker.
    `told`: known from the agent's own list alone.
    """

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    occupation: str
    place: str
    paid_until: IuranMonth | None
    arrears: int
    client: ClientState
    review: ReviewState | None
    reason: str | None  # coded, of a refusal or a return
    kpj: str | None
    ended_from: IuranMonth | None = None
    handed_to: str | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class WorkerPage:
    """Some rows by name; `following` continues the list and is None at its end."""

    rows: tuple[WorkerRow, ...]
    following: str | None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One iuran month of a worker: what was paid with which receipt, in rupiah."""

    month: IuranMonth
    total: int
    receipt_number: str
    paid_on: date
    bucket: str
    deposit: DepositState


class Station(StrEnum):
    """The stations of an entry's data, in their order; a copy on another disk may be made at any time."""

    SAVED = "saved"
    COPIED = "copied"
    SENT = "sent"
    RECEIVED = "received"
    DECIDED = "decided"
    REGISTERED = "registered"
    POSTED = "posted"


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One station of "where is my data"; `at` is None while it is still ahead."""

    station: Station
    at: datetime | None
    review: ReviewState | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One journal entry about the worker."""

    entry_id: str
    kind: str
    at: datetime
    client: ClientState
    review: ReviewState | None


@dataclass(frozen=True, slots=True)
class WorkerCard:
    """Everything this laptop holds on one worker."""

    row: WorkerRow
    birth_date: date | None = field(repr=False)
    phone: str = field(repr=False)
    address: str = field(repr=False)
    income: int | None  # rupiah a month
    ledger: tuple[LedgerLine, ...]
    receipts: tuple[str, ...]
    timeline: tuple[TimelineStep, ...]
    history: tuple[HistoryLine, ...]
    life: tuple[LifeEvent, ...] = ()
