"""Puts the desk of one open store together: every service with what it needs."""

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from perisai_desktop.config.clock import Clock, PinnedClock
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.credentials import Credentials, NoCredentials
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.addresses import channel_to
from perisai_desktop.services.adjusting import Adjusting
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.bundled_photos import BundledPhotos
from perisai_desktop.services.bundling import Bundling
from perisai_desktop.services.card_reader import CardReader, reader_command
from perisai_desktop.services.carrying import Carrying
from perisai_desktop.services.cash_papers import CashPapers
from perisai_desktop.services.changing import Changing
from perisai_desktop.services.closing_day import ClosingDay
from perisai_desktop.services.collecting import Collecting
from perisai_desktop.services.correcting import Correcting
from perisai_desktop.services.counting import Counting
from perisai_desktop.services.depositing import Depositing
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.device_keys import DeviceKeys
from perisai_desktop.services.draft_photos import DraftPhotos, sweep
from perisai_desktop.services.drafting import Drafting
from perisai_desktop.services.due_rounds import DueRounds
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.services.epoch_gate import gate_of
from perisai_desktop.services.finding import Finding
from perisai_desktop.services.greetings import hear, heard_at, remember
from perisai_desktop.services.group_enrolling import GroupEnrolling
from perisai_desktop.services.grouping import Grouping
from perisai_desktop.services.handing_over import HandingOver
from perisai_desktop.services.high_water import HighWater, kept_mark
from perisai_desktop.services.importing import Importing
from perisai_desktop.services.laptop_standing import Standings
from perisai_desktop.services.life_outlooks import LifeOutlooks
from perisai_desktop.services.line import Line
from perisai_desktop.services.look_alikes import LookAlikes
from perisai_desktop.services.overview import Overviews
from perisai_desktop.services.owed_cash import owed
from perisai_desktop.services.pausing import Pausing
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.phoning_epoch import PhoningEpoch
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.services.photo_store import PhotoStore
from perisai_desktop.services.portfolios import Portfolios
from perisai_desktop.services.printing import Printing
from perisai_desktop.services.proofs import Proofs
from perisai_desktop.services.purging import Purging
from perisai_desktop.services.reading_cards import ReadingCards
from perisai_desktop.services.receipt_checking import ReceiptChecking
from perisai_desktop.services.receipting import Receipting
from perisai_desktop.services.reference_files import load_reference, open_places, reference_files
from perisai_desktop.services.refunding import Refunding
from perisai_desktop.services.renewal_prices import RenewalPrices
from perisai_desktop.services.reporting import Reporting
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.services.till_book import TillBook
from perisai_desktop.services.tracking import Tracking
from perisai_desktop.services.upkeep import device_facts, open_upkeep
from perisai_desktop.services.voiding import Voiding
from perisai_desktop.services.wiping import Wiping
from perisai_desktop.services.withdrawing import Withdrawing
from perisai_desktop.storage import identity, journal, mark
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.drafts import Drafts
from perisai_desktop.storage.identity import StoredIdentity
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
    agent = agent_of(known)
    releases = BranchReleases(known.server_key, built_in, reference_files())
    with database.reading() as session:
        reference = releases.in_force(session, clock.today())
    if reference is not built_in:
        agent = replace(agent, hotline=reference.settings.hotline)
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

    prices = RenewalPrices(reference)
    changing = Changing(database, pen, reference, places)
    receipting = Receipting(database, agent, reference, places)
    refunding = Refunding(database, pen)
    closing_day = ClosingDay(database, pen, reference)
    rounds = DueRounds(database, places, clock, prices)
    counting = Counting(database, reference.settings, clock, line, pausing)
    correcting = Correcting(database, pen, reference, places, drafts)

    def answered() -> None:
        with suppress(Failure):
            hear(database, clock)

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

    store = SyncStore(database, pen, reference)
    ending = Wiping(profile, outside, lambda: owed(database))
    syncing = Syncing(store, wire, line, after_sync, photo_store, answered, ending.begin)
    return AgentDesk(
        identity=agent,
        clock=clock,
        reference=reference,
        places=places,
        drafting=Drafting(database, drafts, clock),
        draft_photos=DraftPhotos(database, attachments, clock),
        cards=ReadingCards(CardReader(reader_command()), places, clock),
        look_alikes=LookAlikes(database, places, clock),
        enrolling=Enrolling(database, drafts, pen, agent, reference, places, attachments),
        grouping=Grouping(database, groups, clock, reference, places),
        importing=Importing(database, groups, clock, places),
        group_enrolling=GroupEnrolling(database, groups, pen, agent, reference, places, attachments),
        finding=Finding(database, places, clock),
        rounds=rounds,
        collecting=Collecting(database, pen, agent, reference, places, prices),
        checking=ReceiptChecking(database, agent, device_keys, channel),
        receipting=receipting,
        printing=Printing(database, pen, receipting),
        counting=counting,
        overviews=Overviews(database, reference.settings, clock, counting, correcting, refunding, rounds),
        reporting=Reporting(database, reference.settings, clock, agent, places),
        syncing=syncing,
        bundling=Bundling(
            store,
            known.bundle_key,
            known.server_key,
            syncing.paused,
            BundledPhotos(database, attachments, photo_store),
        ),
        photo_allowance=allowance,
        pausing=pausing,
        tracking=Tracking(database, clock, line, pausing, photo_store, syncing.aside),
        carrying=Carrying(wire, syncing.run),
        correcting=correcting,
        upkeep=open_upkeep(
            database,
            profile,
            clock,
            pen,
            line,
            reference,
            releases,
            outside,
            lambda: device_facts(known, agent, profile, server, pen.epoch),
        ),
        purging=Purging(database, pen, line, attachments, drafts, reference.settings.purge_after_days),
        voiding=Voiding(database, pen, reference),
        changing=changing,
        life_outlooks=LifeOutlooks(database, clock, changing, prices),
        portfolios=Portfolios(database, pen, reference, places),
        proofs=Proofs(database, known.device, known.server_key),
        handing_over=HandingOver(database, pen, agent),
        withdrawing=Withdrawing(database, pen, reference),
        refunding=refunding,
        depositing=Depositing(database, pen, reference, attachments),
        adjusting=Adjusting(database, pen, reference),
        closing_day=closing_day,
        till_book=TillBook(database, reference.settings, clock, closing_day, refunding),
        cash_papers=CashPapers(database, agent, reference),
        standings=Standings(database, pen),
        phoning=PhoningEpoch(database, pen, agent.hotline),
        close=close,
    )


def agent_of(known: StoredIdentity) -> AgentIdentity:
    """The agent as the server named them when it granted the device."""
    return AgentIdentity(
        agent_id=str(known.agent["agent_id"]),
        name=str(known.agent["name"]),
        number=str(known.agent["number"]),
        office=str(known.agent["office"]),
        branch=str(known.agent["branch"]),
        device=known.device,
        hotline=str(known.configuration["hotline"]),
        public_host=str(known.configuration["public_host"]),
        practice=known.practice,
    )


def _resumed(clock: Clock, newest: datetime | None) -> Clock:
    """A pinned clock goes on from the newest entry, so that a second start does not write into the past."""
    if not isinstance(clock, PinnedClock) or newest is None or clock.now() >= newest:
        return clock
    return PinnedClock(newest.astimezone(timezone(timedelta(minutes=clock.offset()))))
