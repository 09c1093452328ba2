"""The fields of the form that are more than one text on the wire: heirs, the bank account, the picture of the KTP."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from sync.protocol.bodies.parts import BankAccount, BlobMeaning, Heir
from sync.protocol.entry import EntryFault
from sync.rules.dates import format_short_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.heirs import HeirLine, read_heirs, write_heirs
from sync.rules.names import seen

KTP = "ktp"
"""What a picture of the card is said to show."""


def written_heirs(form: EnrolmentForm) -> tuple[Heir, ...]:
    """The heirs as they are written. Raises `EntryFault` for one without a name or a relation."""
    try:
        return tuple(
            Heir(name=line.name, relation=line.relation, birth_date=line.born, share=line.hundredths)
            for line in read_heirs(" ".join(seen(form.heirs).split()))
        )
    except ValidationError:
        raise EntryFault("invalid_field", "heirs") from None


def heirs_text(heirs: Iterable[Heir]) -> str:
    """The heirs as the form holds them."""
    return write_heirs(
        HeirLine(
            heir.name,
            heir.relation,
            "" if heir.birth_date is None else format_short_date(heir.birth_date),
            "" if heir.share is None else str(heir.share),
        )
        for heir in heirs
    )


def written_bank(form: EnrolmentForm) -> BankAccount | None:
    """The account as it is written, None for none. Raises `EntryFault` for one that lacks a part."""
    parts = {"bank": form.bank, "number": form.bank_number, "holder": form.bank_holder}
    values = {name: " ".join(seen(text).split()) for name, text in parts.items()}
    try:
        return BankAccount(**values) if any(values.values()) else None
    except ValidationError:
        raise EntryFault("invalid_field", "bank") from None


def bank_texts(bank: BankAccount | None) -> dict[str, Any]:
    """The three fields of the form that hold an account."""
    if bank is None:
        return {"bank": "", "bank_number": "", "bank_holder": ""}
    return {"bank": bank.bank, "bank_number": bank.number, "bank_holder": bank.holder}


def ktp_of(blobs: Iterable[BlobMeaning]) -> str:
    """The SHA-256 of the picture of the KTP, empty where an entry names none."""
    return next((blob.sha256 for blob in blobs if blob.shows == KTP), "")
