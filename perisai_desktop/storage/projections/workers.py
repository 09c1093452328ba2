"""Writes the worker projection: a card from enrolment, correction and change, or from the branch's own card."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session

from perisai_desktop.storage.projections.words import index_words
from perisai_desktop.storage.tables.projections import WorkerRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.names import name_key

workers = table_of(WorkerRow)
_BODY = ("occupation", "income", "offer", "payer")

_this = workers.c.worker_id == bindparam("who")
_current = select(workers.c.name, workers.c.nik, workers.c.village).where(_this)
_enrolment = select(workers.c.enrolment_id).where(_this)
_inserting = insert(workers)
_updating = update(workers).where(_this)


def enrol(
    session: Session,
    worker_id: str,
    *,
    entry_id: str,
    step: int,
    at: datetime,
    body: Mapping[str, Any],
    personal: Mapping[str, Any] | None,
) -> None:
    """Begin a membership; on a worker already here it is a re-enrolment, and nobody has paid for it yet.

    A purged personal part says nothing.
    """
    change = {name: body[name] for name in _BODY}
    change |= {"enrolment_id": entry_id, "enrolment_step": step, "enrolled_at": at, "first_month": None}
    change |= {"told": False, "payer_step": None}
    _write(session, worker_id, change | _personal(personal or {}))


def correct(
    session: Session,
    worker_id: str,
    enrolment_id: str,
    body: Mapping[str, Any],
    personal: Mapping[str, Any] | None,
) -> None:
    """Put the fields that a correction names in place of what was enrolled, while that membership lasts."""
    if session.connection().execute(_enrolment, {"who": worker_id}).scalar() != enrolment_id:
        return
    changes = body["changes"]
    stated = {name: changes[name] for name in _BODY if name in changes}
    fields = {} if personal is None else personal["changes"]
    _write(session, worker_id, stated | _personal(fields))


def change(session: Session, worker_id: str, personal: Mapping[str, Any] | None) -> None:
    """Put a new phone and village in place of what stood there; what the price follows from holds from a month on."""
    _write(session, worker_id, _personal(personal or {}))


def take_card(session: Session, step: int, card: Mapping[str, Any]) -> None:
    """Put the branch's card in place of the laptop's own; what the card does not say stays."""
    _take(session, card, {"card_step": step, "told": False})


def take_told(session: Session, step: int, card: Mapping[str, Any]) -> None:
    """Begin the card of a worker as the agent's own list tells it, what the price follows from included."""
    stated = {name: card[name] for name in _BODY if name in card}
    _take(session, card, {"card_step": step, "told": True, **stated})


def _take(session: Session, card: Mapping[str, Any], beside: Mapping[str, Any]) -> None:
    found: dict[str, Any] = _personal(card) | dict(beside)
    if card.get("kpj") is not None:
        found["kpj"] = card["kpj"]
    if card.get("paid_until") is not None:
        found["card_paid_until"] = card["paid_until"]
    _write(session, card["worker_id"], found)


def keep(session: Session, card: Mapping[str, Any]) -> None:
    """Put a kept card in place of what stood there, what is empty on it too; who has no NIK left is of no kelompok."""
    born = card["birth_date"]
    stated = {name: card[name] for name in ("name", "nik", "phone", "village", "nik_mark")}
    stated |= {"birth_on": date.fromisoformat(born) if born else None}
    _write(session, card["worker_id"], stated if card["nik"] else stated | {"payer_step": None})


def register(session: Session, worker_id: str, kpj: str) -> None:
    """Note the participant number that a decision brought."""
    session.connection().execute(_updating, {"who": worker_id, "kpj": kpj})


def hand_over(session: Session, worker_ids: Sequence[str], to_agent: str | None) -> list[str]:
    """Say which agent some workers were handed to, None for this one; returns those that are here."""
    which = workers.c.worker_id.in_(worker_ids)
    handing = update(workers).where(which).values(handed_to=to_agent).returning(workers.c.worker_id)
    return list(session.connection().execute(handing).scalars())


def is_here(session: Session, worker_id: str) -> bool:
    """Whether somebody has a card here."""
    return session.connection().execute(_current, {"who": worker_id}).one_or_none() is not None


def be_another(session: Session, worker_id: str) -> None:
    """Take the NIK off the card of somebody who turned out to be another worker: it is that one's."""
    _write(session, worker_id, {"nik": ""})


def meet(session: Session, worker_id: str, told: Mapping[str, Any]) -> None:
    """Begin the card of a worker who pays here for the first time; one already here keeps the card."""
    if session.connection().execute(_current, {"who": worker_id}).one_or_none() is None:
        _write(session, worker_id, _personal(told))


def be_paid_for(session: Session, worker_ids: Iterable[str], step: int) -> None:
    """Note the contribution in which somebody paid for several workers at once."""
    rows = [{"who": worker_id, "payer_step": step} for worker_id in worker_ids]
    session.connection().execute(_updating.values(payer_step=bindparam("payer_step")), rows)


def _personal(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The personal fields that a card has, of those named in an entry or a feed row."""
    found = {
        name: fields[name] for name in ("name", "nik", "phone", "village") if fields.get(name) is not None
    }
    if fields.get("birth_date"):
        found["birth_on"] = date.fromisoformat(fields["birth_date"])
    return found


def _write(session: Session, worker_id: str, change: dict[str, Any]) -> None:
    link = session.connection()
    before = link.execute(_current, {"who": worker_id}).one_or_none()
    stood = {"name": "", "nik": "", "village": ""} if before is None else before._asdict()
    if before is None or not stood.keys().isdisjoint(change):
        after = {**stood, **change}
        change = change | {
            "name_key": name_key(after["name"]),
            "words": index_words(after["name"], _village_name(session, after["village"]), after["nik"]),
        }
    if before is None:
        link.execute(_inserting, {"worker_id": worker_id, **_EMPTY, **change})
    elif change:
        link.execute(_updating, {"who": worker_id, **change})


_EMPTY: dict[str, Any] = {
    column.name: (None if column.nullable else "")
    for column in workers.columns
    if column.name not in ("id", "worker_id")
} | {"standing": "settled", "told": False}


def _village_name(session: Session, village: str) -> str:
    """The village's name from the gazetteer that came with the database, empty where there is none."""
    naming: Callable[[str], str] | None = session.info.get("village_name")
    return naming(village) if naming is not None and village else ""
