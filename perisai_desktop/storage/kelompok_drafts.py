"""Kelompok that are being written down, sealed with the drafts key inside the encrypted store: all, line and page."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, Table, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.storage.drafts import form_content, form_of_content
from perisai_desktop.storage.sealing import Sealing
from perisai_desktop.storage.tables.desk import KelompokMemberRow, KelompokPageRow, KelompokRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.programmes import PayerKind

_kelompok = table_of(KelompokRow)
_members = table_of(KelompokMemberRow)
_pages = table_of(KelompokPageRow)


class KelompokDrafts:
    """Reads and writes kelompok with the key that HKDF derived for drafts (32 bytes)."""

    def __init__(self, key: bytes) -> None:
        self._sealing = Sealing(key)

    def keep(self, session: Session, kelompok: Kelompok, *, whole: bool = True) -> None:
        """Keep what holds for everybody; `whole` says whether all lines are there."""
        values = {
            "updated_at": kelompok.updated_at,
            "whole": whole,
            "sealed": self._sealing.seal(_encode(kelompok), kelompok.kelompok_id),
        }
        first = insert(_kelompok).values(kelompok_id=kelompok.kelompok_id, **values)
        session.connection().execute(first.on_conflict_do_update(index_elements=["kelompok_id"], set_=values))

    def keep_members(self, session: Session, kelompok_id: str, members: Sequence[Member]) -> None:
        """Keep lines in the place of what stood there."""
        rows = [
            {
                "kelompok_id": kelompok_id,
                "row": member.row,
                "sealed": self._sealing.seal(_encode_member(member), f"{kelompok_id}/{member.row}"),
            }
            for member in members
        ]
        if rows:
            keeping = insert(_members)
            taking = keeping.on_conflict_do_update(
                index_elements=["kelompok_id", "row"], set_={"sealed": keeping.excluded.sealed}
            )
            session.connection().execute(taking, rows)

    def drop_members(self, session: Session, kelompok_id: str, rows: Iterable[int]) -> None:
        """Forget lines; one that is not there is no error."""
        chosen = list(rows)
        for start in range(0, len(chosen), 500):
            which = _members.c.row.in_(chosen[start : start + 500])
            session.connection().execute(delete(_members).where(_members.c.kelompok_id == kelompok_id, which))

    def add_page(self, session: Session, kelompok_id: str, picture: bytes) -> None:
        """Keep one more page of the signed list."""
        link = session.connection()
        newest = select(func.coalesce(func.max(_pages.c.page), 0)).where(_pages.c.kelompok_id == kelompok_id)
        page = int(link.execute(newest).scalar_one()) + 1
        sealed = self._sealing.seal(picture, f"{kelompok_id}/page/{page}")
        link.execute(insert(_pages).values(kelompok_id=kelompok_id, page=page, sealed=sealed))

    def drop_pages(self, session: Session, kelompok_id: str) -> None:
        """Forget the pages of the signed list."""
        session.connection().execute(delete(_pages).where(_pages.c.kelompok_id == kelompok_id))

    def all(self, session: Session) -> tuple[Kelompok, ...]:
        """Every kelompok with all its lines, the newest first."""
        query = (
            select(_kelompok, _counted(_pages).label("pages"), _counted(_members).label("lines"))
            .where(_kelompok.c.whole)
            .order_by(_kelompok.c.updated_at.desc(), _kelompok.c.kelompok_id)
        )
        return tuple(
            _decode(
                row.kelompok_id,
                row.updated_at,
                self._sealing.open(row.sealed, row.kelompok_id),
                int(row.pages),
                int(row.lines),
            )
            for row in session.connection().execute(query)
        )

    def count(self, session: Session, kelompok_id: str) -> int:
        """How many lines a kelompok has."""
        query = select(func.count()).where(_members.c.kelompok_id == kelompok_id)
        return int(session.connection().execute(query).scalar_one())

    def members(
        self, session: Session, kelompok_id: str, rows: Collection[int] | None = None
    ) -> tuple[Member, ...]:
        """The lines of a kelompok in their order; only some of them where `rows` names at most 500."""
        query = (
            select(_members.c.row, _members.c.sealed)
            .where(_members.c.kelompok_id == kelompok_id)
            .order_by(_members.c.row)
        )
        if rows is not None:
            query = query.where(_members.c.row.in_(rows))
        return tuple(
            _decode_member(row.row, self._sealing.open(row.sealed, f"{kelompok_id}/{row.row}"))
            for row in session.connection().execute(query)
        )

    def pages(self, session: Session, kelompok_id: str) -> tuple[Photo, ...]:
        """The pages of the signed list."""
        query = (
            select(_pages.c.page, _pages.c.sealed)
            .where(_pages.c.kelompok_id == kelompok_id)
            .order_by(_pages.c.page)
        )
        return tuple(
            Photo(PhotoSubject.SIGNED_LIST, self._sealing.open(row.sealed, f"{kelompok_id}/page/{row.page}"))
            for row in session.connection().execute(query)
        )

    def discard(self, session: Session, kelompok_id: str) -> None:
        """Forget a kelompok with everything that belongs to it."""
        for table in (_members, _pages, _kelompok):
            _forget(session, table, [kelompok_id])

    def discard_torn(self, session: Session) -> int:
        """Forget what was being laid down when the program ended; returns how many kelompok."""
        query = select(_kelompok.c.kelompok_id).where(~_kelompok.c.whole)
        torn = list(session.connection().execute(query).scalars())
        for table in (_members, _pages, _kelompok):
            _forget(session, table, torn)
        return len(torn)


def _counted(table: Table) -> ScalarSelect[Any]:
    """How many rows of a table belong to a kelompok."""
    counting = select(func.count()).where(table.c.kelompok_id == _kelompok.c.kelompok_id)
    return counting.scalar_subquery()


def _forget(session: Session, table: Table, ids: Sequence[str]) -> None:
    session.connection().execute(delete(table).where(table.c.kelompok_id.in_(ids)))


def _encode(kelompok: Kelompok) -> bytes:
    content = {
        "kind": kelompok.kind.value,
        "payer": kelompok.payer.value,
        "payer_name": kelompok.payer_name,
        "shared": form_content(kelompok.shared),
        "source": kelompok.source,
        "file_name": kelompok.file_name,
        "captured_in": kelompok.captured_in,
    }
    return json.dumps(content).encode()


def _decode(kelompok_id: str, updated_at: datetime, content: bytes, pages: int, lines: int) -> Kelompok:
    found = json.loads(content)
    return Kelompok(
        kelompok_id=kelompok_id,
        kind=KelompokKind(found["kind"]),
        payer=PayerKind(found["payer"]),
        payer_name=found["payer_name"],
        shared=form_of_content(found["shared"]),
        source=found["source"],
        file_name=found["file_name"],
        captured_in=found["captured_in"],
        updated_at=updated_at,
        pages=pages,
        lines=lines,
    )


_EMPTY = form_content(EnrolmentForm())


def _encode_member(member: Member) -> bytes:
    """Only what was typed: most lines leave most fields to what holds for everybody."""
    typed = {name: value for name, value in form_content(member.form).items() if value != _EMPTY[name]}
    content = {"form": typed, "reasons": dict(member.reasons), "listed": member.listed}
    return json.dumps(content).encode()


def _decode_member(row: int, content: bytes) -> Member:
    found = json.loads(content)
    return Member(row, form_of_content(found["form"]), found["reasons"], found["listed"])
