"""What an agent has typed and not yet saved, sealed with the drafts key inside the encrypted store."""

import dataclasses
import json
import os
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.storage.tables.desk import DraftRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.enrolment_form import EnrolmentForm

_drafts = table_of(DraftRow)
_NONCE = 12


class Drafts:
    """Reads and writes drafts with the key that HKDF derived for them (32 bytes)."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def save(self, session: Session, draft: EnrolmentDraft) -> None:
        """Keep the draft in the place of what it held before."""
        nonce = os.urandom(_NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, _encode(draft), draft.draft_id.encode())
        first = insert(_drafts).values(draft_id=draft.draft_id, updated_at=draft.updated_at, sealed=sealed)
        taking = first.on_conflict_do_update(
            index_elements=["draft_id"], set_={"updated_at": draft.updated_at, "sealed": sealed}
        )
        session.connection().execute(taking)

    def newest(self, session: Session) -> EnrolmentDraft | None:
        """The draft that was typed in last."""
        found = self._read(session, limit=1)
        return found[0] if found else None

    def all(self, session: Session) -> tuple[EnrolmentDraft, ...]:
        """Every draft, the newest first."""
        return self._read(session, limit=None)

    def discard(self, session: Session, draft_id: str) -> None:
        """Forget a draft; one that does not exist is no error."""
        session.connection().execute(delete(_drafts).where(_drafts.c.draft_id == draft_id))

    def _read(self, session: Session, limit: int | None) -> tuple[EnrolmentDraft, ...]:
        query = select(_drafts).order_by(_drafts.c.updated_at.desc(), _drafts.c.draft_id).limit(limit)
        return tuple(
            _decode(row.draft_id, row.updated_at, self._open(row.draft_id, row.sealed))
            for row in session.connection().execute(query)
        )

    def _open(self, draft_id: str, sealed: bytes) -> bytes:
        return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], draft_id.encode())


def _encode(draft: EnrolmentDraft) -> bytes:
    form = dataclasses.asdict(draft.form)
    form["consents"] = sorted(draft.form.consents)
    content = {
        "form": form,
        "reasons": dict(draft.reasons),
        "signature": draft.signature,
        "captured_in": draft.captured_in,
    }
    return json.dumps(content).encode()


def _decode(draft_id: str, updated_at: datetime, content: bytes) -> EnrolmentDraft:
    """Read a draft; fields that this version's form does not have are left out."""
    found = json.loads(content)
    known = {field.name for field in dataclasses.fields(EnrolmentForm)}
    form: dict[str, Any] = {name: value for name, value in found["form"].items() if name in known}
    form["consents"] = frozenset(form.get("consents", ()))
    return EnrolmentDraft(
        draft_id=draft_id,
        form=EnrolmentForm(**form),
        reasons=found["reasons"],
        signature=tuple(tuple((x, y) for x, y in stroke) for stroke in found["signature"]),
        updated_at=updated_at,
        captured_in=found["captured_in"],
    )
