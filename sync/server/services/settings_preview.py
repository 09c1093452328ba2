"""What publishing a draft of a branch's settings would do: its faults, its changes, prices before and after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sync.protocol.canonical import canonical_bytes
from sync.protocol.digests import sha256_hex
from sync.rules.draft_faults import EDITABLE, DraftFault, draft_faults
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import MANIFEST, REFERENCE_FILES, Reference, parse_reference
from sync.server.domain.price_examples import PriceExample, price_examples
from sync.server.domain.settings_changes import SettingChange, settings_changes
from sync.server.reference.documents import document_bytes
from sync.server.reference.manifest import manifest_of
from sync.server.storage.release_records import SettingsDraft

Documents = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was kept; `digest` names exactly this content."""

    base: str
    in_force_on: date
    documents: Documents
    edited_by: str
    edited_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Preview:
    """`overtaken`: versions that would never hold, since the draft is newer and its day comes first."""

    draft: Draft
    faults: tuple[DraftFault, ...]
    changes: tuple[SettingChange, ...] = ()
    prices: tuple[PriceExample, ...] = ()
    overtaken: tuple[str, ...] = ()


def draft_content(documents: Documents, in_force_on: date) -> str:
    """The text under which a draft is kept. Raises CanonicalFault for what JSON of integers cannot hold."""
    whole: dict[str, Any] = {"in_force_on": in_force_on.isoformat(), "documents": dict(documents)}
    return canonical_bytes(whole).decode()


def read_draft(kept: SettingsDraft) -> Draft:
    """A draft out of its row."""
    content = json.loads(kept.content)
    return Draft(
        base=kept.base,
        in_force_on=date.fromisoformat(content["in_force_on"]),
        documents=content["documents"],
        edited_by=kept.edited_by,
        edited_at=kept.edited_at,
        digest=digest_of(kept),
    )


def digest_of(kept: SettingsDraft) -> str:
    """SHA-256 of what was drafted."""
    return sha256_hex(f"{kept.base} {kept.content}".encode())


def documents_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    """The files that a branch decides on as JSON objects."""
    return {name: json.loads(files[name]) for name in EDITABLE}


def drafted_files(documents: Documents, published: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that a draft makes; what says the same as before keeps its bytes, and with them its digest."""
    files = {name: published[name] for name in REFERENCE_FILES}
    for name in EDITABLE:
        if documents[name] != json.loads(published[name]):
            files[name] = document_bytes(documents[name])
    return files


def drafted_reference(version: str, files: Mapping[str, bytes]) -> Reference:
    """The rules that files make."""
    return parse_reference({**files, MANIFEST: manifest_of(version, files).to_bytes()})


def preview(
    draft: Draft, newest: Reference, published: Mapping[str, bytes], otherwise: Reference, today: date
) -> Preview:
    """`newest` and `published` are what the draft follows, `otherwise` is what would hold on its day without it."""
    faults = draft_faults(draft.documents, newest, draft.in_force_on, today)
    if any(fault.code != "in_force_past" for fault in faults):
        return Preview(draft, faults)
    after = drafted_reference("draft", drafted_files(draft.documents, published))
    changes = settings_changes(otherwise, after)
    return Preview(draft, faults, changes, price_examples(otherwise, after, IuranMonth.of(today)))
