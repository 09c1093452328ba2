"""What was written of a worker's life on this laptop: changes, ends, and consent that was taken back."""

from perisai_desktop.domain.life import LifeEvent
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.storage import entry_status, journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.journal import StoredEntry
from sync.protocol.bodies.change import Change, ChangePersonal
from sync.protocol.bodies.consent import ConsentWithdrawal
from sync.protocol.change_forms import saying_of


def life_events(session: Session, worker_id: str) -> tuple[LifeEvent, ...]:
    """Everything in the order in which it was written."""
    found = (_event(session, stored) for stored in journal.of_worker(session, worker_id))
    return tuple(one for one in found if one is not None)


def _event(session: Session, stored: StoredEntry) -> LifeEvent | None:
    entry = decoded(stored) if stored.kind in ("change", "consent_withdrawal") else None
    status = entry_status.status(session, stored.entry_id)
    if entry is None or status is None:
        return None
    told = (stored.entry_id, status.recorded_at, status.client, status.review, status.reason)
    if isinstance(entry.body, ConsentWithdrawal):
        return LifeEvent(*told, purposes=entry.body.purposes)
    assert isinstance(entry.body, Change)
    personal = entry.personal if isinstance(entry.personal, ChangePersonal) else None
    saying = saying_of(entry.body, personal)
    return LifeEvent(*told, month=saying.from_month, fields=frozenset(saying.fields), end=saying.end)
