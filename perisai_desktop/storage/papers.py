"""Knows which copy of a receipt its next paper is; a fact of this laptop, which the journal can't tell."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.tables.desk import PaperRow
from perisai_desktop.storage.tables.registry import table_of

_papers = table_of(PaperRow)


def following(session: Session, receipt: str) -> int | None:
    """The copy that the next paper of a receipt is, None where this laptop handed out none."""
    query = select(_papers.c.following).where(_papers.c.receipt == receipt)
    return session.connection().execute(query).scalar()


def follow(session: Session, receipt: str, copy: int) -> None:
    """From here on the next paper of a receipt is `copy`: 0 the original, n the nth SALINAN."""
    first = insert(_papers).values(receipt=receipt, following=copy)
    session.connection().execute(
        first.on_conflict_do_update(index_elements=["receipt"], set_={"following": copy})
    )
