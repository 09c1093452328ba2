"""What a branch does with a device: pause it, revoke it, let it work again, and have it wiped; each act audited."""

from __future__ import annotations

from dataclasses import dataclass

from sync.server.clock import Clock
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.wiping import WIPED
from sync.server.storage.access_records import WipeApproval
from sync.server.storage.records import Device
from sync.server.storage.store import Store, UnitOfWork

STATES = ("active", "paused", "revoked_drain")
"""What a person may put a device into; `wiped` comes of a wipe alone."""


@dataclass(frozen=True, slots=True)
class DeviceStanding:
    """A device and who approved that it be wiped."""

    device: Device
    approvals: tuple[WipeApproval, ...]


class DeviceStates:
    """Inside one branch where `branch_id` is given. `agent_id` is the agent who the actor is as well.

    Refusals: `laptop_unknown`, `maker_is_checker` on one's own laptop, and `move_refused` once it is wiped.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

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
    found = tx.devices.device(device)
    agent = None if found is None else tx.organisation.agent(found.agent_id)
    if found is None or agent is None or branch_id not in (None, agent.branch_id):
        raise Refusal("laptop_unknown")
    if agent_id == found.agent_id:
        raise Refusal("maker_is_checker")
    if found.state == WIPED:
        raise Refusal("move_refused", state=WIPED)
    return found


def _standing(tx: UnitOfWork, device: str) -> DeviceStanding:
    found = tx.devices.device(device)
    assert found is not None
    return DeviceStanding(found, tx.devices.wipe_approvals(device))
