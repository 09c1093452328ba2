"""What an agent has typed and not yet saved, sealed with the drafts key inside the encrypted store."""

import dataclasses
import json
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.photo import KeptPhoto, PhotoSubject
from perisai_desktop.storage.sealing import Sealing
from perisai_desktop.storage.tables.desk import DraftRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.enrolment_form import EnrolmentForm

_drafts = table_of(DraftRow)


class Drafts:
    """Reads and writes drafts with the key that HKDF derived for them (32 bytes)."""

    def __init__(self, key: bytes) -> None:
        self._sealing = Sealing(key)

    def save(self, session: Session, draft: EnrolmentDraft) -> None:
        """Keep the draft in the place of what it held before."""
        sealed = self._sealing.seal(_encode(draft), draft.draft_id)
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
            _decode(row.draft_id, row.updated_at, self._sealing.open(row.sealed, row.draft_id))
            for row in session.connection().execute(query)
        )


def form_content(form: EnrolmentForm) -> dict[str, Any]:
    """A form as JSON can hold it."""
    return dataclasses.asdict(form) | {"consents": sorted(form.consents)}


def form_of_content(content: dict[str, Any]) -> EnrolmentForm:
    """The form that `form_content` wrote; fields that this version's form does not have are left out."""
    known = {field.name for field in dataclasses.fields(EnrolmentForm)}
    form = {name: value for name, value in content.items() if name in known}
    return EnrolmentForm(**form | {"consents": frozenset(form.get("consents", ()))})


def _encode(draft: EnrolmentDraft) -> bytes:
    content = {
        "form": form_content(draft.form),
        "reasons": dict(draft.reasons),
        "signature": draft.signature,
        "captured_in": draft.captured_in,
        "unchecked": sorted(draft.unchecked),
        "photos": [[photo.shows.value, photo.sha256, photo.length] for photo in draft.photos],
    }
    return json.dumps(content).encode()


def _decode(draft_id: str, updated_at: datetime, content: bytes) -> EnrolmentDraft:
    found = json.loads(content)
    return EnrolmentDraft(
        draft_id=draft_id,
        form=form_of_content(found["form"]),
        reasons=found["reasons"],
        signature=tuple(tuple((x, y) for x, y in stroke) for stroke in found["signature"]),
        updated_at=updated_at,
        captured_in=found["captured_in"],
        unchecked=frozenset(found["unchecked"]),
        photos=tuple(
            KeptPhoto(PhotoSubject(shows), sha256, length) for shows, sha256, length in found["photos"]
        ),
    )
