"""Lays the desk of one open store: every service, by one version of the branch's rules."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.security.credentials import Credentials
from perisai_desktop.services.adjusting import Adjusting
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.bundling import Bundling
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
from perisai_desktop.services.draft_photos import DraftPhotos
from perisai_desktop.services.drafting import Drafting
from perisai_desktop.services.due_rounds import DueRounds
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.services.finding import Finding
from perisai_desktop.services.greetings import day_reached
from perisai_desktop.services.group_enrolling import GroupEnrolling
from perisai_desktop.services.group_renewing import GroupRenewing
from perisai_desktop.services.grouping import Grouping
from perisai_desktop.services.handing_over import HandingOver
from perisai_desktop.services.importing import Importing
from perisai_desktop.services.laptop_standing import Standings
from perisai_desktop.services.life_outlooks import LifeOutlooks
from perisai_desktop.services.line import Line
from perisai_desktop.services.look_alikes import LookAlikes
from perisai_desktop.services.overview import Overviews
from perisai_desktop.services.pausing import Pausing
from perisai_desktop.services.payer_dues import PayerDues
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
from perisai_desktop.services.refunding import Refunding
from perisai_desktop.services.renewal_prices import RenewalPrices
from perisai_desktop.services.reporting import Reporting
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.services.till_book import TillBook
from perisai_desktop.services.tracking import Tracking
from perisai_desktop.services.upkeep import device_facts, open_upkeep
from perisai_desktop.services.voiding import Voiding
from perisai_desktop.services.withdrawing import Withdrawing
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.drafts import Drafts
from perisai_desktop.storage.identity import StoredIdentity
from perisai_desktop.storage.kelompok_drafts import KelompokDrafts
from perisai_desktop.storage.places import Places
from sync.client.channel import Channel
from sync.client.transport import Transport
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class Ground:
    """What stays from the sign-in to the sign-out, by whatever rules the desk on it works.

    `rules` is told of each desk that is laid: what stays and follows the rules asks it.
    """

    known: StoredIdentity
    profile: Profile
    clock: Clock
    outside: Credentials
    server: str
    database: Database
    places: Places
    pen: Pen
    line: Line
    channel: Channel
    wire: Transport
    drafts: Drafts
    groups: KelompokDrafts
    attachments: Attachments
    allowance: PhotoAllowance
    photo_store: PhotoStore
    device_keys: DeviceKeys
    pausing: Pausing
    cards: ReadingCards
    syncing: Syncing
    bundling: Bundling
    purging: Purging
    releases: BranchReleases
    rules: RulesInUse
    close: Callable[[], None] = field(repr=False)

    def due(self) -> Reference | None:
        """The rules that hold today, where they are others than those in use."""
        used = self.rules.reference
        with self.database.reading() as session:
            today = day_reached(session, self.clock)
            if not self.releases.standing(session, today, used.version).coming:
                return None
            holds = self.releases.in_force(session, today)
        return None if holds.version == used.version else holds


def lay_desk(ground: Ground, reference: Reference) -> AgentDesk:
    """The desk that works by `reference`. One that was laid before goes on by its own: whoever holds it ends by what they began with."""
    ground.rules.reference = reference
    database, clock, pen, places, known = (
        ground.database,
        ground.clock,
        ground.pen,
        ground.places,
        ground.known,
    )
    agent = agent_of(known)
    if reference is not ground.releases.built_in:
        agent = replace(agent, hotline=reference.settings.hotline)
    prices = RenewalPrices(reference)
    changing = Changing(database, pen, reference, places)
    receipting = Receipting(database, agent, reference, places)
    refunding = Refunding(database, pen)
    closing_day = ClosingDay(database, pen, reference)
    rounds = DueRounds(database, places, clock, prices)
    counting = Counting(database, reference.settings, clock, ground.line, ground.pausing)
    correcting = Correcting(database, pen, reference, places, ground.drafts, ground.attachments)
    return AgentDesk(
        identity=agent,
        clock=clock,
        reference=reference,
        places=places,
        drafting=Drafting(database, ground.drafts, clock),
        draft_photos=DraftPhotos(database, ground.attachments, clock),
        cards=ground.cards,
        look_alikes=LookAlikes(database, places, clock),
        enrolling=Enrolling(database, ground.drafts, pen, agent, reference, places, ground.attachments),
        grouping=Grouping(database, ground.groups, clock, reference, places),
        importing=Importing(database, ground.groups, clock, places),
        group_enrolling=GroupEnrolling(
            database, ground.groups, pen, agent, reference, places, ground.attachments
        ),
        finding=Finding(database, places, clock),
        rounds=rounds,
        collecting=Collecting(database, pen, agent, reference, places, prices),
        payers=PayerDues(database, places, clock, prices),
        group_renewing=GroupRenewing(database, pen, agent, reference, places, prices),
        checking=ReceiptChecking(database, agent, ground.device_keys, ground.channel),
        receipting=receipting,
        printing=Printing(database, pen, receipting),
        counting=counting,
        overviews=Overviews(database, reference.settings, clock, counting, correcting, refunding, rounds),
        reporting=Reporting(database, reference.settings, clock, agent, places),
        syncing=ground.syncing,
        bundling=ground.bundling,
        photo_allowance=ground.allowance,
        pausing=ground.pausing,
        tracking=Tracking(
            database, clock, ground.line, ground.pausing, ground.photo_store, ground.syncing.aside
        ),
        carrying=Carrying(ground.wire, ground.syncing.run),
        correcting=correcting,
        upkeep=open_upkeep(
            database,
            ground.profile,
            clock,
            pen,
            ground.line,
            reference,
            ground.releases,
            ground.outside,
            lambda: device_facts(known, agent, ground.profile, ground.server, pen.epoch),
        ),
        purging=ground.purging,
        voiding=Voiding(database, pen, reference),
        changing=changing,
        life_outlooks=LifeOutlooks(database, clock, changing, prices),
        portfolios=Portfolios(database, pen, reference, places),
        proofs=Proofs(database, known.device, known.server_key),
        handing_over=HandingOver(database, pen, agent),
        withdrawing=Withdrawing(database, pen, reference),
        refunding=refunding,
        depositing=Depositing(database, pen, reference, ground.attachments),
        adjusting=Adjusting(database, pen, reference),
        closing_day=closing_day,
        till_book=TillBook(database, reference.settings, clock, closing_day, refunding),
        cash_papers=CashPapers(database, agent, reference),
        standings=Standings(database, pen),
        phoning=PhoningEpoch(database, pen, agent.hotline),
        due=ground.due,
        under=lambda other: lay_desk(ground, other),
        close=ground.close,
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
