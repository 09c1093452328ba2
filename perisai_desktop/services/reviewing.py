"""Reviews the agents' work at the branch's server: online, nothing kept on this laptop."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, Self, TypeVar

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.bulk import Bulk
from perisai_desktop.domain.bundle import CarriedBundle
from perisai_desktop.domain.failure import Failure, FailureCode, FailureValue
from perisai_desktop.domain.laptop import EpochCode, LaptopGap
from perisai_desktop.domain.queue_page import QueuePage, joined
from perisai_desktop.domain.review import FoundWorker, QueueGroup, ReviewRecord
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.services.addresses import channel_to
from perisai_desktop.services.branch_accesses import BranchAccesses
from perisai_desktop.services.branch_accounts import BranchAccounts
from perisai_desktop.services.branch_agents import BranchAgents
from perisai_desktop.services.branch_comparisons import BranchComparisons
from perisai_desktop.services.branch_configuring import BranchConfiguring
from perisai_desktop.services.branch_coverage import BranchCoverage
from perisai_desktop.services.branch_findings import BranchFindings
from perisai_desktop.services.branch_reopening import BranchReopening
from perisai_desktop.services.carrying import carried, refusal_of
from perisai_desktop.services.lost_laptops import LostLaptops
from perisai_desktop.services.own_passwords import OwnPassword, identity_of
from perisai_desktop.services.review_values import bulk_of, gap_of, group_of, record_of, worker_of
from sync.client.access_requests import AccessRequests
from sync.client.account_requests import AccountRequests
from sync.client.agent_requests import AgentRequests
from sync.client.comparison_requests import ComparisonRequests
from sync.client.coverage_requests import CoverageRequests
from sync.client.finding_requests import FindingRequests
from sync.client.portal_requests import PortalRequests
from sync.client.review_client import ReviewClient, ReviewFault
from sync.client.settings_requests import SettingsRequests
from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.portal import PortalAnswer, PortalOutcome, PortalPage, RenewalPage
from sync.rules.states import ReviewState

T = TypeVar("T")

_CODES = {
    "sign_in_refused": FailureCode.SIGN_IN_REFUSED,
    "session_missing": FailureCode.SESSION_OVER,
    "session_lapsed": FailureCode.SESSION_OVER,
    "password_must_change": FailureCode.PASSWORD_TEMPORARY,
    "password_lapsed": FailureCode.PASSWORD_LAPSED,
    "password_unchanged": FailureCode.PASSWORD_UNCHANGED,
    "password_too_short": FailureCode.PASSWORD_TOO_SHORT,
    "role_not_allowed": FailureCode.NOT_ALLOWED,
    "account_exists": FailureCode.LOGIN_TAKEN,
    "name_taken": FailureCode.NAME_TAKEN,
    "account_unknown": FailureCode.ACCOUNT_UNKNOWN,
    "account_out_of_reach": FailureCode.ACCOUNT_OUT_OF_REACH,
    "own_account": FailureCode.ACCOUNT_OUT_OF_REACH,
    "role_unsuited": FailureCode.NOT_ALLOWED,
    "agent_exists": FailureCode.AGENT_NUMBER_TAKEN,
    "maker_is_checker": FailureCode.MAKER_IS_CHECKER,
    "record_unknown": FailureCode.RECORD_UNKNOWN,
    "content_changed": FailureCode.RECORD_CHANGED,
    "worker_unknown": FailureCode.RECORD_CHANGED,
    "move_refused": FailureCode.MOVE_REFUSED,
    "claimed_by_other": FailureCode.RECORD_TAKEN,
    "reason_unknown": FailureCode.REASON_UNKNOWN,
    "comment_missing": FailureCode.COMMENT_MISSING,
    "second_person_needed": FailureCode.SECOND_PERSON_NEEDED,
    "record_unfit": FailureCode.RECORD_CHANGED,
    "sample_unseen": FailureCode.SAMPLE_UNSEEN,
    "bulk_unknown": FailureCode.BULK_OVER,
    "bulk_over": FailureCode.BULK_OVER,
    "photo_unknown": FailureCode.RECORD_CHANGED,
    "photo_not_arrived": FailureCode.PHOTO_NOT_ARRIVED,
    "photo_differs": FailureCode.PHOTO_DIFFERS,
    "proposal_unknown": FailureCode.RECORD_CHANGED,
    "draft_changed": FailureCode.DRAFT_CHANGED,
    "draft_unknown": FailureCode.DRAFT_CHANGED,
    "draft_outdated": FailureCode.DRAFT_OUTDATED,
    "draft_faulty": FailureCode.DRAFT_FAULTY,
    "nothing_changed": FailureCode.DRAFT_FAULTY,
    "account_locked": FailureCode.ACCOUNT_LOCKED,
    "agent_unknown": FailureCode.TARGET_UNKNOWN,
    "office_unknown": FailureCode.TARGET_UNKNOWN,
    "branch_unknown": FailureCode.TARGET_UNKNOWN,
    "region_unknown": FailureCode.TARGET_UNKNOWN,
    "laptop_unknown": FailureCode.LAPTOP_UNKNOWN,
    "laptop_revoked": FailureCode.LAPTOP_REVOKED,
    "laptop_ahead": FailureCode.LAPTOP_AHEAD,
    "wipe_not_asked": FailureCode.WIPE_NOT_ASKED,
    "reopen_other_laptop": FailureCode.REOPEN_FOR_ANOTHER,
    "reopen_code_differs": FailureCode.REOPEN_CODE_DIFFERS,
    "reopen_too_old": FailureCode.REOPEN_TOO_OLD,
    "recovery_key_lost": FailureCode.REOPEN_KEY_LOST,
    "file_damaged": FailureCode.REOPEN_FILE_DAMAGED,
    "challenge_malformed": FailureCode.CHALLENGE_UNFIT,
    "epochs_used_up": FailureCode.EPOCHS_USED_UP,
    "too_many_requests": FailureCode.BRANCH_BUSY,
    "not_signed_in": FailureCode.SESSION_OVER,
    "server_fault": FailureCode.BRANCH_FAULT,
    "store_unavailable": FailureCode.BRANCH_BUSY,
    "no_network": FailureCode.BRANCH_SILENT,
}
_DATA = {name: name for name in ("detail", "seconds", "state", "move", "field", "missing")} | {
    "shortest": "minimum"
}
"""Data of a refusal -> what it is called in a failure; the rest is left out."""


class Reviewing:
    """One reviewer's session; every method but `sign_in` needs it. To be used from one thread at a time."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client
        self._portal = PortalRequests(client)
        requests = AgentRequests(client)
        self.agents = BranchAgents(requests, _asked)
        """What the branch sees of its agents, and does about them."""
        self.lost = LostLaptops(requests, _asked)
        """What the branch does about a lost laptop."""
        self.reopening = BranchReopening(requests, _asked)
        """What it answers to a laptop whose password was forgotten."""
        self.findings = BranchFindings(FindingRequests(client), _asked)
        """What the checks found about them."""
        self.comparisons = BranchComparisons(ComparisonRequests(client), _asked)
        """Records that may be of one person."""
        self.accesses = BranchAccesses(AccessRequests(client), _asked)
        """Who did and saw what."""
        self.coverage = BranchCoverage(CoverageRequests(client), _asked)
        """What they reached, and what the branch aims at."""
        self.settings = BranchConfiguring(SettingsRequests(client), _asked)
        """What the branch decides by configuration."""
        self.accounts = BranchAccounts(AccountRequests(client), _asked)
        """Who signs in at the branch, as its administrator keeps them."""
        self.password = OwnPassword(client, _asked)
        """The password that the session was begun with."""

    @classmethod
    def at(cls, server_url: str) -> Self:
        """The reviewer's way to a server. Raises Failure: address_malformed, server_insecure."""
        return cls(ReviewClient(channel_to(server_url)))

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def sign_in(self, user: str, password: str) -> ReviewerIdentity:
        """Begin a session of at most eight hours. Raises Failure: sign_in_refused, password_lapsed, account_locked,
        branch_silent."""
        return identity_of(_asked(lambda: self._client.sign_in(user, password)))

    def sign_out(self) -> None:
        """End the session at the server."""
        _asked(self._client.sign_out)

    def queue(self, state: ReviewState | None = None) -> tuple[QueueGroup, ...]:
        """What is to be decided, by agent and day, all pages; of one state where it is given."""
        page = self.page(state=state)
        groups = page.groups
        while page.following is not None:
            page = self.page(page.following, state)
            groups = joined(groups, page.groups)
        return groups

    def page(self, after: str | None = None, state: ReviewState | None = None) -> QueuePage:
        """The first page of that, or the one that follows another."""
        page = _asked(lambda: self._client.queue(state, after))
        return QueuePage(tuple(group_of(group) for group in page.groups), page.following)

    def record(self, entry_id: str) -> ReviewRecord:
        """One record in full, without claiming it."""
        return record_of(_asked(lambda: self._client.record(entry_id)))

    def photo(self, entry_id: str, sha256: str) -> bytes:
        """A picture of a record, exactly as its entry names it; the branch writes down that it was read.

        Raises Failure: photo_not_arrived, photo_differs, record_changed.
        """
        return _asked(lambda: self._client.photo(entry_id, sha256))

    def open(self, entry_id: str) -> ReviewRecord:
        """Claim a record: the agent sees "Ditinjau". Raises Failure: record_taken, move_refused."""
        return record_of(_asked(lambda: self._client.open(entry_id)))

    def release(self, entry_id: str) -> None:
        """Give a claimed record back undecided."""
        _asked(lambda: self._client.release(entry_id))

    def take_over(self, entry_id: str, note: str) -> ReviewRecord:
        """Take a record from the colleague who has it open. Raises Failure(move_refused): nobody has."""
        return record_of(_asked(lambda: self._client.take_over(entry_id, note)))

    def decline(self, entry_id: str, note: str) -> ReviewRecord:
        """Take away what waits for a second person. Raises Failure(record_changed): nothing waits."""
        return record_of(_asked(lambda: self._client.decline(entry_id, note)))

    def approve(self, entry_id: str, digest: str) -> bool:
        """Approve the content with this hash; False: it stands once a second person agrees.

        Raises Failure: record_changed, maker_is_checker, second_person_needed.
        """
        decision = _asked(lambda: self._client.approve(entry_id, digest))
        return decision.state is ReviewState.APPROVED

    def send_back(
        self, entry_id: str, digest: str, comments: tuple[FieldComment, ...], reason: str, note: str = ""
    ) -> None:
        """Ask the agent to correct fields; each comment stands at its field. Raises Failure(comment_missing)."""
        words = tuple((comment.field, comment.text) for comment in comments)
        _asked(lambda: self._client.send_back(entry_id, digest, words, reason, note or None))

    def refuse(self, entry_id: str, digest: str, reason: str, note: str = "") -> bool:
        """Refuse for a coded reason; False: it stands once a second person agrees. Raises Failure(reason_unknown)."""
        decision = _asked(lambda: self._client.refuse(entry_id, digest, reason, note or None))
        return decision.state is ReviewState.REFUSED

    def workers(self, text: str) -> tuple[FoundWorker, ...]:
        """Workers of the branch with this NIK, or whose name begins so."""
        return tuple(worker_of(found) for found in _asked(lambda: self._client.workers(text)))

    def attribute(self, entry_id: str, digest: str, payer: str, worker_id: str) -> ReviewRecord:
        """Say that what the content with this hash paid for `payer` was paid for a worker of the branch; the record
        as it stands then. Raises Failure: record_changed, move_refused, maker_is_checker, record_taken."""
        return record_of(_asked(lambda: self._client.attribute(entry_id, digest, payer, worker_id)))

    def carry(self, path: Path) -> CarriedBundle:
        """Bring the file of a laptop without a network; the answer is saved beside it. Raises Failure as `carried`."""

        def ask(file: BinaryIO) -> BundleTaken:
            try:
                return self._client.carry(file)
            except ReviewFault as fault:
                if fault.code in _CODES:
                    raise
                raise refusal_of(fault.code) from None

        return carried(path, lambda file: _asked(lambda: ask(file)))

    def duplicate(self, entry_id: str, digest: str, note: str = "") -> None:
        """Say that the same person exists already."""
        _asked(lambda: self._client.duplicate(entry_id, digest, note or None))

    def not_duplicate(self, entry_id: str, digest: str) -> None:
        """Take a supposed duplicate back into review. Raises Failure: record_changed, move_refused."""
        _asked(lambda: self._client.not_duplicate(entry_id, digest))

    def bulks(self) -> tuple[Bulk, ...]:
        """What the branch approves together, of the last day, newest first."""
        return tuple(bulk_of(bulk) for bulk in _asked(self._client.bulks))

    def draw(self, entry_ids: tuple[str, ...]) -> Bulk:
        """Take records together; the branch draws which have to be opened. Raises Failure(record_changed)."""
        return bulk_of(_asked(lambda: self._client.draw(entry_ids)))

    def schedule(self, bulk_id: str) -> Bulk:
        """Have a bulk stand in ten minutes. Raises Failure: sample_unseen, bulk_over."""
        return bulk_of(_asked(lambda: self._client.schedule(bulk_id)))

    def undo_bulk(self, bulk_id: str) -> Bulk:
        """Take a bulk back before it stands. Raises Failure(bulk_over)."""
        return bulk_of(_asked(lambda: self._client.undo_bulk(bulk_id)))

    def gaps(self) -> tuple[LaptopGap, ...]:
        """What laptops of the branch wrote and the branch does not have."""
        return tuple(gap_of(gap) for gap in _asked(self._client.gaps))

    def portal_page(self, after: str | None = None) -> PortalPage:
        """Approved work for the agency's portal, above an entry id; taking it is written down."""
        return _asked(lambda: self._portal.page(after))

    def renewal_page(self, after: str | None = None) -> RenewalPage:
        """Further payments for the agency's portal, above an entry id. Raises Failure."""
        return _asked(lambda: self._portal.renewals(after))

    def portal_answers(self, answers: Sequence[PortalAnswer], *, dry: bool) -> tuple[PortalOutcome, ...]:
        """What became of the agency's answers; `dry` only looks."""
        return _asked(lambda: self._portal.answers(answers, dry=dry))

    def epoch_code(self, laptop: str, challenge: str) -> EpochCode:
        """The code to read out to a laptop without a network. Raises Failure: laptop_unknown, maker_is_checker,
        laptop_ahead, laptop_revoked, challenge_unfit, epochs_used_up."""
        granted = _asked(lambda: self._client.epoch_code(laptop, challenge))
        return EpochCode(granted.device, granted.agent_name, granted.epoch, granted.code)


def _asked(ask: Callable[[], T]) -> T:
    """The server's answer, its refusal as a Failure with the server's data."""
    try:
        return ask()
    except ReviewFault as fault:
        code = _CODES.get(fault.code, FailureCode.REQUEST_INVALID)
        data: dict[str, FailureValue] = {
            _DATA[name]: value for name, value in fault.data.items() if value is not None and name in _DATA
        }
        if code is FailureCode.REQUEST_INVALID:
            data["reason"] = fault.code
        if code is FailureCode.BRANCH_BUSY:
            data.setdefault("seconds", 0)
        raise Failure(code, **data) from None
