"""The feed: one counter per stream, locked until commit, and the rows that are not verdicts."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

FEED_KINDS = (
    "decision",
    "record",
    "match",
    "attribution",
    "handover",
    "worker",
    "reference",
    "task",
    "credit",
    "notice",
)


class FeedStreamRow(ServerRow, table=True):
    """The last position given in a stream (an agent's id); its lock makes position order commit order."""

    __tablename__ = "feed_stream"
    __table_args__ = (CheckConstraint("last_position >= 0", name="position"),)

    stream: str = Field(primary_key=True)
    last_position: int = Field(default=0, sa_type=BigInteger)


class FeedRow(ServerRow, table=True):
    """A row a device pulls. Verdicts are feed rows too and lie in `entry`, under the same positions."""

    __tablename__ = "feed"
    __table_args__ = (
        CheckConstraint(one_of("kind", FEED_KINDS), name="kind"),
        CheckConstraint("position >= 1", name="position"),
        Index(
            "ix_feed_card",
            "stream",
            postgresql_where=text("kind = 'worker'"),
            sqlite_where=text("kind = 'worker'"),
        ),
    )

    stream: str = Field(primary_key=True)
    position: int = Field(primary_key=True, sa_type=BigInteger)
    kind: str
    at: datetime = Field(sa_type=Instant)
    payload: str
