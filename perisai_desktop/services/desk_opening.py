"""Opens the store of a profile, and lays the desk on it."""

import threading
from contextlib import suppress
from datetime import datetime, timedelta, timezone

from perisai_desktop.config.clock import Clock, PinnedClock
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.credentials import Credentials, NoCredentials
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.addresses import channel_to
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.bundled_photos import BundledPhotos
from perisai_desktop.services.bundling import Bundling
from perisai_desktop.services.card_reader import CardReader, reader_command
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.desk_laying import Ground, lay_desk
from perisai_desktop.services.device_keys import DeviceKeys
from perisai_desktop.services.draft_photos import sweep
from perisai_desktop.services.epoch_gate import gate_of
from perisai_desktop.services.greetings import day_reached, hear, heard_at, remember
from perisai_desktop.services.high_water import HighWater, kept_mark
from perisai_desktop.services.line import Line
from perisai_desktop.services.owed_cash import owed
from perisai_desktop.services.pausing import Pausing
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.services.photo_store import PhotoStore
from perisai_desktop.services.purging import Purging
from perisai_desktop.services.reading_cards import ReadingCards
from perisai_desktop.services.reference_files import load_reference, open_places, reference_files
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.services.wiping import Wiping
from perisai_desktop.storage import identity, journal, mark
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.drafts import Drafts
from perisai_desktop.storage.kelompok_drafts import KelompokDrafts
from perisai_desktop.storage.places import Places
from sync.client.transport import Transport
from sync.protocol.signatures import SigningKey


def open_store(profile: Profile, keys: StoreKeys, places: Places) -> Database:
    """The profile's database. Raises Failure: store_damaged, store_newer, disk_full, store_read_only."""
    return Database.open(
        profile.database,
        keys.database,
        backups=profile.backups,
        mark=profile.mark,
        village_name=lambda code: place.village if (place := places.place(code)) is not None else "",
    )


def open_desk(
    profile: Profile,
    keys: StoreKeys,
    clock: Clock,
    server_url: str | None = None,
    credentials: Credentials | None = None,
) -> AgentDesk:
    """The desk of an enrolled profile; the server is where the device was enrolled, or at `server_url`.

    `credentials` keeps the high-water mark a second time. Raises Failure: not_enrolled, reference_damaged, and those of the store.
    """
    built_in = load_reference()
    places = open_places()
    database = open_store(profile, keys, places)
    outside = credentials or NoCredentials()
    with database.reading() as session:
        known = identity.load(session)
    if known is None:
        database.close()
        raise Failure(FailureCode.NOT_ENROLLED)
    reached = [found for found in (mark.read(profile.mark), kept_mark(outside)) if found is not None]
    with database.reading() as session:
        clock = _resumed(clock, journal.newest_recorded_at(session))
        gate = gate_of(session, known.device, known.epoch, reached)
    releases = BranchReleases(known.server_key, built_in, reference_files())
    with database.reading() as session:
        reference = releases.in_force(session, day_reached(session, clock))
    rules = RulesInUse(reference)
    key = SigningKey.from_bytes(known.device_key)
    pen = Pen(known.device, known.epoch, key, clock, gate, known.epoch_start)
    drafts, groups = Drafts(keys.drafts), KelompokDrafts(keys.drafts)
    with database.reading() as session:
        line = Line(heard_at(session))
    pausing = Pausing(database, clock)
    server = server_url or known.server_url
    channel = channel_to(server)
    wire = Transport(channel, device=known.device, key=key, server_key=known.server_key, now=clock.now)

    attachments = Attachments(profile.attachments, keys.attachments)
    with database.transaction() as session:
        sweep(session, attachments, drafts)
    allowance = PhotoAllowance(database)
    photo_store = PhotoStore(database, attachments, clock, allowance)

    device_keys = DeviceKeys(known.device, key.public, known.server_key)
    high_water = HighWater(database, pen, outside)
    high_water.keep()
    closed = threading.Event()

    def answered(server_at: datetime) -> None:
        with suppress(Failure):
            hear(database, clock, server_at)

    def after_sync() -> None:
        high_water.keep()
        remember(database, line, clock)
        allowance.spend()
        device_keys.refresh(database, channel, clock)
        releases.refresh(database, channel, clock)

    def close() -> None:
        if closed.is_set():
            return
        closed.set()
        channel.close()
        with suppress(Failure):
            high_water.keep()
        database.close()
        places.close()
        keys.drop()

    store = SyncStore(database, pen, rules)
    ending = Wiping(profile, outside, lambda: owed(database))
    syncing = Syncing(store, wire, line, after_sync, photo_store, answered, ending.begin)
    purging = Purging(
        database, pen, line, attachments, drafts, lambda: rules.reference.settings.purge_after_days
    )
    bundling = Bundling(
        store,
        known.bundle_key,
        known.server_key,
        syncing.paused,
        BundledPhotos(database, attachments, photo_store),
        releases,
    )
    ground = Ground(
        known=known,
        profile=profile,
        clock=clock,
        outside=outside,
        server=server,
        database=database,
        places=places,
        pen=pen,
        line=line,
        channel=channel,
        wire=wire,
        drafts=drafts,
        groups=groups,
        attachments=attachments,
        allowance=allowance,
        photo_store=photo_store,
        device_keys=device_keys,
        pausing=pausing,
        cards=ReadingCards(CardReader(reader_command()), places, clock),
        syncing=syncing,
        bundling=bundling,
        purging=purging,
        releases=releases,
        rules=rules,
        close=close,
    )
    return lay_desk(ground, reference)


def _resumed(clock: Clock, newest: datetime | None) -> Clock:
    """A pinned clock goes on from the newest entry, so that a second start does not write into the past."""
    if not isinstance(clock, PinnedClock) or newest is None or clock.now() >= newest:
        return clock
    return PinnedClock(newest.astimezone(timezone(timedelta(minutes=clock.offset()))))
