"""Answers a laptop whose password was forgotten: its store key, out of the branch's wrap, sealed to the laptop's request."""

from __future__ import annotations

from datetime import datetime, timedelta

from sync.protocol.recovery import RecoveryFault, unwrap_store_key
from sync.protocol.reopening import ReopenAnswer, ReopenFault, ReopenRequest, answer_to, says
from sync.server.clock import Clock
from sync.server.keys import KeyFault, ServerKeys
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.device_states import REVOKED
from sync.server.services.wiping import WIPED
from sync.server.storage.records import Agent, Device
from sync.server.storage.store import Store, UnitOfWork

LIFETIME = timedelta(days=14)
"""So far from now, either way, a request may have been made by the laptop's clock."""
_BARRED = frozenset({REVOKED, WIPED})


class Reopening:
    """The store key is opened for the length of one call: it is in no row, no log and no refusal.

    What is opened is the wrap that this server took at the enrolment of the device, never one that a file brings.
    """

    def __init__(self, store: Store, keys: ServerKeys, clock: Clock) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock

    def asker(self, device: str, branch_id: str | None = None) -> Agent:
        """Whose laptop it is. Refusals: `laptop_unknown`, `laptop_revoked`."""
        with self._store.reading() as tx:
            return _found(tx, device, branch_id)[1]

    def answer(
        self,
        request: ReopenRequest,
        spoken: str,
        actor: str,
        branch_id: str | None = None,
        agent_id: str | None = None,
    ) -> ReopenAnswer:
        """The answer to a request whose check code somebody heard from the agent (`spoken`). Again is harmless.

        Refusals: `laptop_unknown` (of another branch too), `laptop_revoked` (lost or wiped too), `maker_is_checker`
        for one's own (`agent_id` is the agent who the actor is as well), `reopen_code_differs`, `reopen_too_old`,
        `recovery_key_lost` (this is not the key that the device wrapped to, or the wrap is another's), `file_damaged`.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            device, _agent = _found(tx, request.device, branch_id)
            if agent_id == device.agent_id:
                raise Refusal("maker_is_checker")
            if not says(request.check_code, spoken):
                raise Refusal("reopen_code_differs")
            if abs(at - request.made_at) > LIFETIME:
                raise Refusal("reopen_too_old")
            if _borrowed(tx, device):
                raise Refusal("recovery_key_lost")
            answer = self._sealed(request, device, at)
            audit(tx, at, actor, "device_reopened", device.device, code=request.check_code)
        return answer

    def _sealed(self, request: ReopenRequest, device: Device, at: datetime) -> ReopenAnswer:
        try:
            store_key = unwrap_store_key(device.recovery_wrap, self._keys.recovery_private())
        except (RecoveryFault, KeyFault):
            raise Refusal("recovery_key_lost") from None
        try:
            return answer_to(request, store_key, at)
        except ReopenFault as fault:
            raise Refusal(fault.code) from None


def _found(tx: UnitOfWork, code: str, branch_id: str | None) -> tuple[Device, Agent]:
    device = tx.devices.device(code)
    agent = None if device is None else tx.organisation.agent(device.agent_id)
    if device is None or agent is None or branch_id not in (None, agent.branch_id):
        raise Refusal("laptop_unknown")
    if device.state in _BARRED or device.lost_at is not None:
        raise Refusal("laptop_revoked")
    return device, agent


def _borrowed(tx: UnitOfWork, device: Device) -> bool:
    """Whether a device gave as its wrap what an earlier one had given: it lies on every laptop's disk, to be copied by a thief."""
    return any(
        one.recovery_wrap == device.recovery_wrap and one.enrolled_at <= device.enrolled_at
        for one in tx.devices.devices()
        if one.device != device.device
    )
