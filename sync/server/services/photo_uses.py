"""Which pictures a batch names, and who named them before: for the checks, and so that a purge knows what is needed."""

from __future__ import annotations

from collections.abc import Iterable

from sync.protocol.forms import CONSENT_PROOFS
from sync.protocol.kinds import EntryKind
from sync.server.domain.contents import apart_name
from sync.server.domain.judging import Judgement
from sync.server.storage.check_records import PhotoUse
from sync.server.storage.store import UnitOfWork

_COMPARED = (EntryKind.ENROLMENT.value, EntryKind.CORRECTION.value, EntryKind.DEPOSIT.value)
_MOST_USES = 5_000


def uses_before(tx: UnitOfWork, judgements: Iterable[Judgement], agent_id: str) -> dict[str, list[PhotoUse]]:
    """The uses so far of every picture that the batch names, by picture."""
    found: dict[str, list[PhotoUse]] = {
        use.sha256: [] for judgement in judgements for use in pictures_of(judgement, agent_id)
    }
    for use in tx.checks.uses(found, _MOST_USES):
        found[use.sha256].append(use)
    return found


def pictures_of(judgement: Judgement, agent_id: str) -> tuple[PhotoUse, ...]:
    """The pictures of an entry that are to be nobody else's."""
    return tuple(use for use in named_by(judgement, agent_id) if use.compared)


def named_by(judgement: Judgement, agent_id: str) -> tuple[PhotoUse, ...]:
    """The pictures that an entry names, as uses of them by its worker; a deposit's slip is of the deposit. What is kept
    aside is named by its hash: another content may hold its entry id. What proves a consent is compared with nothing,
    whether a consent or a correction names it."""
    arrival = judgement.arrival
    owner = arrival.entry_id
    if arrival.kind != EntryKind.DEPOSIT.value:
        owner = arrival.worker_id or arrival.entry_id
    name = apart_name(arrival.hash) if judgement.aside else arrival.entry_id
    compared = not judgement.aside and arrival.kind in _COMPARED
    personal = None if arrival.decoded is None else arrival.decoded.personal
    proofs = {blob.sha256 for blob in (personal.blobs if personal else ()) if blob.shows in CONSENT_PROOFS}
    return tuple(
        PhotoUse(
            blob.sha256,
            name,
            owner,
            agent_id,
            arrival.device,
            arrival.recorded_on,
            compared and blob.sha256 not in proofs,
        )
        for blob in arrival.blobs
    )
