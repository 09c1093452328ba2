"""A receipt (kuitansi) as it stands on paper."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from perisai_desktop.domain.draft import Stroke
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind, Programme


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One iuran month: rupiah per programme, what was paid and what the table says without relief."""

    month: IuranMonth
    amounts: tuple[tuple[Programme, int], ...]
    total: int
    full: int
    relief: str | None  # the relief's title, "PP 50/2025 50%" style


@dataclass(frozen=True, slots=True)
class CoveredPerson:
    """One of several people on a receipt: the months that were paid, the first to the last, and their price in rupiah."""

    name: str = field(repr=False)
    nik_tail: str = field(repr=False)  # the last four digits
    first: IuranMonth
    last: IuranMonth
    programmes: tuple[Programme, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """The agent's numbered proof for cash; `price` less `credit` is `total`, all in rupiah.

    Of a kelompok `people` names everybody, `received_from` who paid for them, and `worker_id` nobody; a line then sums
    the iuran month of all.
    """

    number: str
    action_id: str
    worker_id: str
    issued_at: datetime  # aware, UTC
    utc_offset: int  # minutes east of UTC where the cash was taken
    received_from: str = field(repr=False)
    nik_tail: str = field(repr=False)  # the last four digits
    occupation: str
    place: str
    programmes: tuple[Programme, ...]
    lines: tuple[ReceiptLine, ...]
    price: int
    credit: int
    total: int
    agent_name: str
    agent_number: str
    office: str
    branch: str
    hotline: str
    link: str = field(repr=False)
    signature: tuple[Stroke, ...] = field(repr=False)
    bracket_inferred: bool
    practice: bool
    stamp_duty_above: int | None = None  # rupiah from which a stamp is due, where the total is above it
    copy: int = 0  # 0 the original, n the nth SALINAN
    people: tuple[CoveredPerson, ...] = ()
    payer: PayerKind = PayerKind.SELF

    @property
    def issued_local(self) -> datetime:
        """The instant on the clock of the place where the cash was taken (naive)."""
        return self.issued_at.replace(tzinfo=None) + timedelta(minutes=self.utc_offset)

    @property
    def issued_on(self) -> date:
        """The local date that the receipt's number and signature speak of."""
        return self.issued_local.date()
