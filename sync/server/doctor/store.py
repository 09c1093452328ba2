"""The database and what hangs on it: its schema, its clock's newest instant, the inbox, and the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sync.server.doctor.examined import Examined, amber, green, red
from sync.server.keys import RECOVERY_KEY, KeyFault, ServerKeys
from sync.server.settings import ServerSettings
from sync.server.storage.blob_folder import BlobFolder
from sync.server.storage.opening import open_store, schema_standing
from sync.server.storage.store import Store, StoreFault

_AHEAD = timedelta(minutes=5)
_PAGE = 1_000
_MOST_WAITING = 100


def examine_store(settings: ServerSettings, now: datetime) -> Iterator[Examined]:
    """Whether the database answers, is of this version, and holds together with clock and pictures; nothing is
    migrated."""
    try:
        standing = schema_standing(settings.database)
    except StoreFault:
        yield red(
            "database", "it does not answer", "Start it, or look at its address and the account's rights"
        )
        return
    if standing == "newer":
        yield red(
            "database", "made by a newer version", "Install that version; this one changes nothing in it"
        )
        return
    if standing != "current":
        yield amber(
            "database", f"its schema is {standing}", "Start the server: it brings the schema up to date"
        )
        return
    yield green("database", f"{settings.database.split(':', 1)[0].split('+')[0]}, schema up to date")
    store = open_store(settings.database)
    try:
        yield _clock(store, now)
        yield _recovery(store, settings)
        yield _inbox(store)
        yield _pictures(store, settings)
    finally:
        store.close()


def _clock(store: Store, now: datetime) -> Examined:
    with store.reading() as tx:
        last = tx.audits.last()
    if last is not None and last.at > now + _AHEAD:
        seen = f"{now:%Y-%m-%d %H:%M} UTC, and the trail goes to {last.at:%Y-%m-%d %H:%M}"
        return red("clock", seen, "Set the machine's clock by a time server: decisions and sessions go by it")
    return green("clock", f"{now:%Y-%m-%d %H:%M} UTC, behind nothing that was written")


def _recovery(store: Store, settings: ServerSettings) -> Examined:
    """Whether the recovery key is the one to which the branches' laptops wrapped their store keys."""
    with store.reading() as tx:
        wrapped_to = {branch.recovery_public for branch in tx.organisation.branches()}
    try:
        known = (settings.directory / RECOVERY_KEY).is_file()
        own = {ServerKeys.open(settings.directory).recovery_public} if known else set()
    except KeyFault:
        own = set()
    if wrapped_to - own:
        advice = (
            "Put back the recovery.key that was here when the laptops were enrolled:"
            " until then a forgotten password opens nothing on them"
        )
        return red("recovery", "laptops wrapped their keys to another recovery.key", advice)
    return green("recovery", "a forgotten password can be answered")


def _inbox(store: Store) -> Examined:
    with store.reading() as tx:
        waiting = len(tx.inbox.waiting(_MOST_WAITING))
    if waiting:
        seen = f"{waiting} batches have no verdict yet"
        return amber("inbox", seen, "Restart the server: it settles them; if they stay, its log says why")
    return green("inbox", "every batch has its verdict")


def _pictures(store: Store, settings: ServerSettings) -> Examined:
    files = BlobFolder(settings.blob_directory)
    whole = gone = 0
    place = ("", "")
    while True:
        with store.reading() as tx:
            page = tx.blobs.whole_after(*place, _PAGE)
        if not page:
            break
        place = (page[-1].device, page[-1].sha256)
        whole += len(page)
        gone += sum(files.size(blob.device, blob.sha256) < blob.length for blob in page)
    if gone:
        seen = f"{gone} of {whole} files are gone or too short"
        return red(
            "pictures", seen, "Put the folder back from the backup; a restart wants the rest from laptops"
        )
    return green("pictures", f"{whole} whole")
