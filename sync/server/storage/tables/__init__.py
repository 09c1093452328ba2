"""All tables of the server, registered on one metadata."""

from sync.server.storage.tables.accounts import AccountRow, SessionRow
from sync.server.storage.tables.checks import CheckFindingRow, PhotoUseRow
from sync.server.storage.tables.devices import (
    DeviceCodeRow,
    DeviceEpochRow,
    DeviceRow,
    HeardMarkRow,
    WipeApprovalRow,
)
from sync.server.storage.tables.entries import BatchInboxRow, BlobRow, EntryRow, PersonalPartRow
from sync.server.storage.tables.feed import FeedRow, FeedStreamRow
from sync.server.storage.tables.handovers import HandoverRow, ServiceRow
from sync.server.storage.tables.money import (
    AgentCashRow,
    CashMovementRow,
    LedgerLineRow,
    ReceiptReachRow,
    ReceiptRow,
    WorkerRow,
)
from sync.server.storage.tables.organisation import AgentRow, BranchRow, OfficeRow
from sync.server.storage.tables.purges import PurgedPartRow
from sync.server.storage.tables.records import AuditAboutRow, AuditAnchorRow, AuditRow
from sync.server.storage.tables.registry import SERVER_METADATA, table_of
from sync.server.storage.tables.releases import (
    ReferenceContentRow,
    ReferenceReleaseRow,
    ReleaseFileRow,
    SettingsDraftRow,
)
from sync.server.storage.tables.reviews import BulkRow, PairSayingRow, ProposalRow, ReviewMoveRow, ReviewRow
from sync.server.storage.tables.targets import RegionWorkersRow, TargetRow

__all__ = [
    "SERVER_METADATA",
    "AccountRow",
    "AgentCashRow",
    "AgentRow",
    "AuditAboutRow",
    "AuditAnchorRow",
    "AuditRow",
    "BatchInboxRow",
    "BlobRow",
    "BranchRow",
    "BulkRow",
    "CashMovementRow",
    "CheckFindingRow",
    "DeviceCodeRow",
    "DeviceEpochRow",
    "DeviceRow",
    "EntryRow",
    "FeedRow",
    "FeedStreamRow",
    "HandoverRow",
    "HeardMarkRow",
    "LedgerLineRow",
    "OfficeRow",
    "PairSayingRow",
    "PersonalPartRow",
    "PhotoUseRow",
    "ProposalRow",
    "PurgedPartRow",
    "ReceiptReachRow",
    "ReceiptRow",
    "ReferenceContentRow",
    "ReferenceReleaseRow",
    "RegionWorkersRow",
    "ReleaseFileRow",
    "ReviewMoveRow",
    "ReviewRow",
    "ServiceRow",
    "SessionRow",
    "SettingsDraftRow",
    "TargetRow",
    "WipeApprovalRow",
    "WorkerRow",
    "table_of",
]
