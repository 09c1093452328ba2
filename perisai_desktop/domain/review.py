"""What a reviewer sees of the agents' work."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from perisai_desktop.domain.task import FieldComment
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ReviewState


@dataclass(frozen=True, slots=True)
class QueueRecord:
    """One entry to decide; `flags` are reaction or verdict codes, `claimed_by` who has it open and `mine` whether
    that is the reviewer; `corrected`: the agent corrected it. `proposed_by`: whose decision waits for a second
    person, and `proposed_mine` whether it is the reviewer's own. `escalated_by`: who has somebody else say whether it is
    of the same person as another record."""

    entry_id: str
    action_id: str
    kind: str
    worker_name: str = field(repr=False)
    occupation: str
    rupiah: int
    state: ReviewState
    flags: tuple[str, ...]
    recorded_at: datetime
    receipt_number: str | None
    utc_offset: int = 420  # minutes east of UTC where it was recorded
    claimed_by: str | None = None
    mine: bool = False
    corrected: bool = False
    proposed_by: str | None = None
    proposed_mine: bool = False
    escalated_by: str | None = None
    escalated_mine: bool = False


@dataclass(frozen=True, slots=True)
class DayTill:
    """Receipts of one agent's local day, in rupiah: issued, carried away by a deposit, and seen by the branch."""

    issued: int
    deposited: int
    matched: int


@dataclass(frozen=True, slots=True)
class QueueGroup:
    """The records of one agent on one local day; `till` is what became of all receipts of that day."""

    agent_id: str
    agent_name: str
    on: date
    count: int
    rupiah: int
    records: tuple[QueueRecord, ...]
    till: DayTill | None = None


@dataclass(frozen=True, slots=True)
class ReviewFinding:
    """A warning the agent answered with a reason, or a note of the rules."""

    code: str
    field: str
    reason: str = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class ReviewPrice:
    """One iuran month as it was paid, in rupiah."""

    month: IuranMonth
    total: int
    relief: str | None


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One move in the record's history."""

    at: datetime
    actor: str
    state: ReviewState
    reason: str | None
    note: str = field(repr=False)
    comments: tuple[FieldComment, ...]
    move: str = ""


@dataclass(frozen=True, slots=True)
class RivalReceipt:
    """Another receipt under the same number: written by a copy of the laptop."""

    number: str
    worker_name: str = field(repr=False)
    rupiah: int
    recorded_at: datetime
    state: ReviewState


@dataclass(frozen=True, slots=True)
class StrangePayer:
    """Somebody a payment names whom the branch does not know so; NIK and name may be empty, `rupiah` is what was paid."""

    worker_id: str
    nik: str = field(repr=False)
    name: str = field(repr=False)
    rupiah: int


@dataclass(frozen=True, slots=True)
class FoundWorker:
    """A worker of the branch for whom money may have been paid."""

    worker_id: str
    nik: str = field(repr=False)
    name: str = field(repr=False)
    birth_on: date | None
    agent_name: str
    paid_until: IuranMonth | None


@dataclass(frozen=True, slots=True)
class OtherContent:
    """What the branch already has under the same entry id: `rupiah` is what its lines pay."""

    kind: str
    agent_name: str
    form: Mapping[str, str] = field(repr=False)
    prices: tuple[ReviewPrice, ...]
    receipt_number: str | None
    recorded_at: datetime
    utc_offset: int
    state: ReviewState

    @property
    def rupiah(self) -> int:
        """What its months cost."""
        return sum(price.total for price in self.prices)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one reviewer decided and a second one has to agree to; `move` is approve or refuse, `mine`: it is one's own."""

    move: str
    by: str
    mine: bool
    at: datetime
    reason: str | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RecordPhoto:
    """A picture that a record names, `length` bytes long. `shows` is a `PhotoSubject`, empty after a purge.

    `lost`: why the laptop that took it cannot send it (`missing`, `damaged`); empty where it said nothing. `previous`: a
    correction brought another one in its place.
    """

    sha256: str
    length: int
    shows: str = ""
    arrived: bool = True
    lost: str = ""
    previous: bool = False


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Purposes, by code, that the worker agrees to no longer since an instant; `erases`: approving that erases the
    worker's data at the branch."""

    purposes: tuple[str, ...]
    at: datetime
    erases: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """One record in full; decisions are bound to `hash`, so a corrected record must be read again."""

    entry_id: str
    hash: str
    kind: str
    state: ReviewState
    agent_name: str
    device: str
    recorded_at: datetime
    form: Mapping[str, str] = field(repr=False)
    findings: tuple[ReviewFinding, ...]
    prices: tuple[ReviewPrice, ...]
    receipt_number: str | None
    rupiah: int
    history: tuple[ReviewStep, ...]
    place: str = field(default="", repr=False)
    consents: tuple[str, ...] = ()
    declaration: bool = False
    flags: tuple[str, ...] = ()
    claimed_by: str | None = None
    utc_offset: int = 0  # minutes east of UTC where it was recorded
    previous: Mapping[str, str] = field(default_factory=dict, repr=False)  # what corrections replaced
    rivals: tuple[RivalReceipt, ...] = ()
    other: OtherContent | None = None
    strangers: tuple[StrangePayer, ...] = ()
    mine: bool = False  # whether the reviewer who reads it has it open
    proposal: Proposal | None = None
    photos: tuple[RecordPhoto, ...] = ()
    withdrawn: tuple[TakenBack, ...] = ()

    @property
    def taken(self) -> bool:
        """Whether a colleague has it open."""
        return self.claimed_by is not None and not self.mine

    @property
    def beside(self) -> Mapping[str, str]:
        """By field, what the other content says otherwise; empty where nothing else came under the record's id."""
        if self.other is None or self.other.kind != self.kind:
            return {}
        names = self.form.keys() | self.other.form.keys()
        texts = {name: self.other.form.get(name, "") for name in names}
        return {name: text for name, text in texts.items() if text != self.form.get(name, "")}
