"""The registry of entry kinds: which models read the body and the personal part of (kind, version)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sync.protocol.bodies.cash import CashAdjustment, Closing
from sync.protocol.bodies.change import Change, ChangePersonal
from sync.protocol.bodies.consent import Consent, ConsentPersonal, ConsentWithdrawal
from sync.protocol.bodies.contribution import Contribution, ContributionPersonal
from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.bodies.epoch_start import EpochStart
from sync.protocol.bodies.handover import Handover
from sync.protocol.bodies.parts import PersonalPart
from sync.protocol.bodies.receipt import Receipt, Reprint
from sync.protocol.bodies.refund import Refund, RefundPersonal
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.wire import StrictModel


class EntryKind(StrEnum):
    """Every kind of entry (sync/rules/README.md, "Entry")."""

    EPOCH_START = "epoch_start"
    ENROLMENT = "enrolment"
    CORRECTION = "correction"
    CHANGE = "change"
    CONTRIBUTION = "contribution"
    RECEIPT = "receipt"
    REPRINT = "reprint"
    VOID_REQUEST = "void_request"
    REFUND = "refund"
    DEPOSIT = "deposit"
    CASH_ADJUSTMENT = "cash_adjustment"
    CLOSING = "closing"
    CONSENT = "consent"
    CONSENT_WITHDRAWAL = "consent_withdrawal"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Form:
    """How one version of a kind is written. `personal_required`: an entry without a personal part is broken."""

    body: type[StrictModel]
    personal: type[PersonalPart] | None = None
    personal_required: bool = False


REGISTRY: Mapping[tuple[EntryKind, int], Form] = {
    (EntryKind.EPOCH_START, 1): Form(EpochStart),
    (EntryKind.ENROLMENT, 1): Form(Enrolment, EnrolmentPersonal, personal_required=True),
    (EntryKind.CORRECTION, 1): Form(Correction, CorrectionPersonal, personal_required=True),
    (EntryKind.CHANGE, 1): Form(Change, ChangePersonal),
    (EntryKind.CONTRIBUTION, 1): Form(Contribution, ContributionPersonal),
    (EntryKind.RECEIPT, 1): Form(Receipt),
    (EntryKind.REPRINT, 1): Form(Reprint),
    (EntryKind.VOID_REQUEST, 1): Form(VoidRequest),
    (EntryKind.REFUND, 1): Form(Refund, RefundPersonal, personal_required=True),
    (EntryKind.DEPOSIT, 1): Form(Deposit, PersonalPart),
    (EntryKind.CASH_ADJUSTMENT, 1): Form(CashAdjustment),
    (EntryKind.CLOSING, 1): Form(Closing),
    (EntryKind.CONSENT, 1): Form(Consent, ConsentPersonal, personal_required=True),
    (EntryKind.CONSENT_WITHDRAWAL, 1): Form(ConsentWithdrawal, ConsentPersonal),
    (EntryKind.HANDOVER, 1): Form(Handover),
}
"""A released version is never removed and never changed: what was written stays readable."""

CURRENT_VERSION: Mapping[EntryKind, int] = {
    kind: max(version for known, version in REGISTRY if known is kind) for kind in EntryKind
}
"""The version in which each kind is written."""


def form_of_kind(kind: str, version: int) -> Form | None:
    """The form of a kind and version as an envelope spells them, None where this program does not know it."""
    try:
        known = EntryKind(kind)
    except ValueError:
        return None
    return REGISTRY.get((known, version))
