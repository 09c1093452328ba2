"""What a branch does with a device: pause, revoke, let work again, have wiped, report lost; each act audited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sync.server.clock import Clock
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.wiping import WIPED
from sync.server.storage.access_records import WipeApproval
from sync.server.storage.records import Device
from sync.server.storage.store import Store, UnitOfWork

REVOKED = "revoked_drain"
STATES = ("active", "paused", REVOKED)
"""What a person may put a device into; `wiped` comes of a wipe alone."""


@dataclass(frozen=True, slots=True)
class DeviceStanding:
    """A device and who approved that it be wiped; `approvers` are their names."""

    device: Device
    approvals: tuple[WipeApproval, ...]
    approvers: tuple[str, ...]


class DeviceStates:
    """Inside one branch where `branch_id` is given. `agent_id` is the agent who the actor is as well.

    Refusals: `laptop_unknown`, `maker_is_checker` on one's own laptop, and `move_refused` once it is wiped.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def standing(self, device: str, branch_id: str | None) -> DeviceStanding:
        """How a device stands, also one that was wiped."""
        with self._store.reading() as tx:
            _found(tx, device, branch_id)
            return _standing(tx, device)

    def report_lost(
        self, device: str, hours_ago: int, actor: str, branch_id: str | None, agent_id: str | None = None
    ) -> DeviceStanding:
        """Keep that the branch was told some whole hours ago that a device is lost, and revoke it.

        The first report counts: from it the 3 x 24 hours run in which people are told (UU 27/2022, article 46).
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            found = _living(tx, device, branch_id, agent_id)
            if found.lost_at is None:
                tx.devices.report_lost(device, at - timedelta(hours=hours_ago))
                audit(tx, at, actor, "device_lost", device, hours_ago=hours_ago)
            if found.state != REVOKED:
                tx.devices.set_state(device, REVOKED, at)
                audit(tx, at, actor, "device_state_set", device, state=REVOKED)
            return _standing(tx, device)

    def found_again(
        self, device: str, actor: str, branch_id: str | None, agent_id: str | None = None
    ) -> DeviceStanding:
        """Take the report back; the device stays revoked until somebody lets it work again."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            if _living(tx, device, branch_id, agent_id).lost_at is not None:
                tx.devices.report_lost(device, None)
                audit(tx, at, actor, "device_found", device)
            return _standing(tx, device)

    def put(
        self, device: str, state: str, actor: str, branch_id: str | None, agent_id: str | None = None
    ) -> DeviceStanding:
        """Put a device into one of `STATES`. Entries that arrive from a revoked one are held, with their money."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            found = _living(tx, device, branch_id, agent_id)
            if found.state != state:
                tx.devices.set_state(device, state, at)
                audit(tx, at, actor, "device_state_set", device, state=state)
            return _standing(tx, device)

    def ask_wipe(
        self, device: str, actor: str, branch_id: str | None, agent_id: str | None = None
    ) -> DeviceStanding:
        """Want a device wiped: its state stays until its store agrees wholly, or two people approve."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            if _living(tx, device, branch_id, agent_id).wipe_asked_at is None:
                tx.devices.ask_wipe(device, at)
                audit(tx, at, actor, "device_wipe_asked", device)
            return _standing(tx, device)

    def withdraw_wipe(
        self, device: str, actor: str, branch_id: str | None, agent_id: str | None = None
    ) -> DeviceStanding:
        """Want it no more; approvals that were given count no more either."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            if _living(tx, device, branch_id, agent_id).wipe_asked_at is not None:
                tx.devices.ask_wipe(device, None)
                audit(tx, at, actor, "device_wipe_withdrawn", device)
            return _standing(tx, device)

    def approve_wipe(
        self, device: str, account_id: str, branch_id: str | None, agent_id: str | None = None
    ) -> DeviceStanding:
        """Say that the device be wiped whatever is missing; who asked may be one of the two, nobody is both.

        Refusal: `wipe_not_asked`.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            if _living(tx, device, branch_id, agent_id).wipe_asked_at is None:
                raise Refusal("wipe_not_asked")
            tx.devices.approve_wipe(WipeApproval(device, account_id, at))
            audit(tx, at, account_id, "device_wipe_approved", device)
            return _standing(tx, device)


def _living(tx: UnitOfWork, device: str, branch_id: str | None, agent_id: str | None) -> Device:
    found = _found(tx, device, branch_id)
    if agent_id == found.agent_id:
        raise Refusal("maker_is_checker")
    if found.state == WIPED:
        raise Refusal("move_refused", state=WIPED)
    return found


def _found(tx: UnitOfWork, device: str, branch_id: str | None) -> Device:
    found = tx.devices.device(device)
    agent = None if found is None else tx.organisation.agent(found.agent_id)
    if found is None or agent is None or branch_id not in (None, agent.branch_id):
        raise Refusal("laptop_unknown")
    return found


def _standing(tx: UnitOfWork, device: str) -> DeviceStanding:
    found = tx.devices.device(device)
    assert found is not None
    approvals = tx.devices.wipe_approvals(device)
    ids = [approval.account_id for approval in approvals]
    names = tx.accounts.names(ids) if ids else {}
    return DeviceStanding(found, approvals, tuple(names[one] for one in ids))
