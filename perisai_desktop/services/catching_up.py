"""Whether a store that began an epoch has heard since what it had done: until then no cash goes out on its word."""

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage import choices, feed, outbox
from perisai_desktop.storage.database import Database, Session

CATCHING_UP = "catching_up"
"""The name under which the store keeps how far its feed has to come; empty until a hello says it."""


def begin(session: Session) -> None:
    """A store that takes a new epoch lacked something: it may have given money that it knows nothing of."""
    choices.put(session, CATCHING_UP, "")


def unheard(session: Session) -> bool:
    """Whether a hello has still to say how far the feed has to come."""
    return choices.get(session, CATCHING_UP) == ""


def aim(database: Database, device: str, epoch: int, feed_head: int) -> None:
    """Keep the head that a hello named, where the store is catching up.

    While entries of an earlier epoch wait, the server can't tell what the store lacks behind them: a later hello will.
    """
    with database.reading() as session:
        if choices.get(session, CATCHING_UP) is None or outbox.holds_before(session, device, epoch):
            return
    with database.transaction() as session:
        choices.put(session, CATCHING_UP, str(feed_head))
    arrive(database)


def arrive(database: Database) -> None:
    """Let cash go out again once the feed is applied up to the head that was named."""
    with database.reading() as session:
        aimed, cursor = choices.get(session, CATCHING_UP), feed.cursor(session)
    if aimed and cursor >= int(aimed):
        with database.transaction() as session:
            choices.forget(session, CATCHING_UP)


def behind(session: Session) -> bool:
    """Whether the store may not know what it gave."""
    return choices.get(session, CATCHING_UP) is not None


def refuse(session: Session) -> None:
    """Raises Failure(store_catching_up) while the store may not know what it gave."""
    if behind(session):
        raise Failure(FailureCode.STORE_CATCHING_UP)
