"""Everything that works once an agent is signed in, handed out by name."""

from collections.abc import Callable
from dataclasses import dataclass, field

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.services.adjusting import Adjusting
from perisai_desktop.services.bundling import Bundling
from perisai_desktop.services.carrying import Carrying
from perisai_desktop.services.cash_papers import CashPapers
from perisai_desktop.services.changing import Changing
from perisai_desktop.services.closing_day import ClosingDay
from perisai_desktop.services.collecting import Collecting
from perisai_desktop.services.correcting import Correcting
from perisai_desktop.services.counting import Counting
from perisai_desktop.services.depositing import Depositing
from perisai_desktop.services.draft_photos import DraftPhotos
from perisai_desktop.services.drafting import Drafting
from perisai_desktop.services.due_rounds import DueRounds
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.services.finding import Finding
from perisai_desktop.services.group_enrolling import GroupEnrolling
from perisai_desktop.services.group_renewing import GroupRenewing
from perisai_desktop.services.grouping import Grouping
from perisai_desktop.services.handing_over import HandingOver
from perisai_desktop.services.importing import Importing
from perisai_desktop.services.laptop_standing import Standings
from perisai_desktop.services.life_outlooks import LifeOutlooks
from perisai_desktop.services.look_alikes import LookAlikes
from perisai_desktop.services.overview import Overviews
from perisai_desktop.services.pausing import Pausing
from perisai_desktop.services.payer_dues import PayerDues
from perisai_desktop.services.phoning_epoch import PhoningEpoch
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.services.portfolios import Portfolios
from perisai_desktop.services.printing import Printing
from perisai_desktop.services.proofs import Proofs
from perisai_desktop.services.purging import Purging
from perisai_desktop.services.reading_cards import ReadingCards
from perisai_desktop.services.receipt_checking import ReceiptChecking
from perisai_desktop.services.receipting import Receipting
from perisai_desktop.services.refunding import Refunding
from perisai_desktop.services.reporting import Reporting
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.services.till_book import TillBook
from perisai_desktop.services.tracking import Tracking
from perisai_desktop.services.upkeep import Upkeep
from perisai_desktop.services.voiding import Voiding
from perisai_desktop.services.withdrawing import Withdrawing
from perisai_desktop.storage.places import Places
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class AgentDesk:
    """The services of one open store, which work by one version of the branch's rules, `reference`.

    `due` tells of other rules that hold, `under` lays the desk that works by them over the same store.
    `close` puts the store away, forgets its keys, and may be called twice.
    """

    identity: AgentIdentity
    clock: Clock
    reference: Reference
    places: Places
    drafting: Drafting
    draft_photos: DraftPhotos
    cards: ReadingCards
    look_alikes: LookAlikes
    enrolling: Enrolling
    grouping: Grouping
    importing: Importing
    group_enrolling: GroupEnrolling
    finding: Finding
    rounds: DueRounds
    collecting: Collecting
    payers: PayerDues
    group_renewing: GroupRenewing
    receipting: Receipting
    checking: ReceiptChecking
    printing: Printing
    counting: Counting
    overviews: Overviews
    reporting: Reporting
    syncing: Syncing
    bundling: Bundling
    photo_allowance: PhotoAllowance
    pausing: Pausing
    tracking: Tracking
    carrying: Carrying
    voiding: Voiding
    withdrawing: Withdrawing
    changing: Changing
    life_outlooks: LifeOutlooks
    portfolios: Portfolios
    proofs: Proofs
    handing_over: HandingOver
    refunding: Refunding
    depositing: Depositing
    adjusting: Adjusting
    closing_day: ClosingDay
    till_book: TillBook
    cash_papers: CashPapers
    correcting: Correcting
    upkeep: Upkeep
    purging: Purging
    standings: Standings
    phoning: PhoningEpoch
    due: Callable[[], Reference | None] = field(repr=False)
    under: Callable[[Reference], "AgentDesk"] = field(repr=False)
    close: Callable[[], None] = field(repr=False)
