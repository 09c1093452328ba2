"""Whether a receipt is real: what this laptop can tell by itself, what the branch answers, and both as one verdict."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Genuineness(StrEnum):
    """What the signature of a receipt tells, offline."""

    GENUINE = "genuine"
    ALTERED = "altered"
    UNKNOWN = "unknown"


class Arrival(StrEnum):
    """Where one's own receipt stands at the branch, as of the last sync."""

    NOT_SENT = "not_sent"
    RECEIVED = "received"
    VOIDED = "voided"
    NOT_OWN = "not_own"


class Standing(StrEnum):
    """The six answers of the branch's public page."""

    GENUINE_RECEIVED = "genuine_received"
    GENUINE_NOT_RECEIVED = "genuine_not_received"
    GENUINE_TO_CHECK = "genuine_to_check"
    VOIDED = "voided"
    UNKNOWN = "unknown"
    ALTERED = "altered"


class Verdict(StrEnum):
    """What a person is told: RECEIVED, NOT_RECEIVED, TO_CHECK and VOIDED are genuine ones of which more is known."""

    RECEIVED = "received"
    NOT_RECEIVED = "not_received"
    TO_CHECK = "to_check"
    GENUINE = "genuine"
    VOIDED = "voided"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReceiptCheck:
    """What this laptop knows of a receipt: its parts as read, and how far it can tell.

    `by_signature`: the text was a whole link, so that its signature decides, and the branch can be asked.
    `directory_at`: when the branch's list of laptops was made, None where there is none here;
    `device_listed`: whether it holds the laptop of this number. Agent and office are known for one's own.
    """

    number: str
    on: date | None
    total: int | None  # rupiah
    genuineness: Genuineness
    arrival: Arrival
    practice: bool
    synced_at: datetime | None
    by_signature: bool = False
    directory_at: datetime | None = None
    device_listed: bool = False
    agent: str = ""
    office: str = ""

    @property
    def of_this_laptop(self) -> bool:
        """Whether the number names this laptop."""
        return bool(self.agent)


@dataclass(frozen=True, slots=True)
class BranchAnswer:
    """What the branch's public page says of a receipt; TLS vouches for it, no signature of the server does."""

    standing: Standing
    agent: str = ""
    office: str = ""
    hotline: str = ""
    worker: str = field(default="", repr=False)  # masked by the branch
    others: int = 0
    received_on: date | None = None


_BY_BRANCH = {
    Standing.GENUINE_RECEIVED: Verdict.RECEIVED,
    Standing.GENUINE_NOT_RECEIVED: Verdict.NOT_RECEIVED,
    Standing.GENUINE_TO_CHECK: Verdict.TO_CHECK,
    Standing.VOIDED: Verdict.VOIDED,
    Standing.UNKNOWN: Verdict.UNKNOWN,
    Standing.ALTERED: Verdict.ALTERED,
}
_BY_ARRIVAL = {
    Arrival.RECEIVED: Verdict.RECEIVED,
    Arrival.VOIDED: Verdict.VOIDED,
    Arrival.NOT_SENT: Verdict.NOT_RECEIVED,
    Arrival.NOT_OWN: Verdict.GENUINE,
}
_FAKE = (Verdict.ALTERED, Verdict.UNKNOWN)


def verdict_of(check: ReceiptCheck, answer: BranchAnswer | None = None) -> Verdict:
    """Both answers as one. What was verified here stands; the branch may only add to it."""
    own = _BY_ARRIVAL[check.arrival]
    if check.genuineness is Genuineness.ALTERED:
        return Verdict.ALTERED
    said = None if answer is None else _BY_BRANCH[answer.standing]
    if check.genuineness is Genuineness.UNKNOWN:
        return said or Verdict.UNKNOWN
    if said is None or said in _FAKE or own is Verdict.VOIDED:
        return own
    return Verdict.RECEIVED if (own, said) == (Verdict.RECEIVED, Verdict.NOT_RECEIVED) else said


def disagrees(check: ReceiptCheck, answer: BranchAnswer) -> bool:
    """Whether the branch's answer denies what a signature or the own journal proved here."""
    said = _BY_BRANCH[answer.standing]
    if check.genuineness is Genuineness.UNKNOWN:
        return False
    return (check.genuineness is Genuineness.GENUINE) == (said in _FAKE)
