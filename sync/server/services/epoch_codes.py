"""Grants an epoch by phone: the branch types a laptop's challenge and reads out the twelve characters of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sync.protocol.chain import ZERO_HASH
from sync.protocol.epoch_grant import LAST_EPOCH, grant_answer, read_challenge
from sync.server.clock import Clock
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.epochs import phone_ask
from sync.server.storage.records import Device, DeviceEpoch
from sync.server.storage.store import Store, UnitOfWork

_DEVICE_LENGTH = 5
_FORGOTTEN = 9
"""So many epochs of one laptop a server that was set back may have forgotten; what is typed beyond is a slip, and the
epochs between would be lost."""


@dataclass(frozen=True, slots=True)
class EpochCode:
    """The answer to a challenge; `epoch` is the second group of every receipt number from then on."""

    device: str
    agent_name: str
    epoch: int
    code: str = field(repr=False)


class EpochCodes:
    """Codes for laptops without a network; the same challenge gets the same code, another one another epoch."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def grant(
        self,
        laptop: str,
        challenge: str,
        actor: str,
        branch_id: str | None = None,
        agent_id: str | None = None,
        *,
        set_back: bool = False,
    ) -> EpochCode:
        """The code for a laptop: its device code, with the epoch it leaves (`7Q2FK-03`) as its screen shows it.

        The epoch that is left is over for every store of the device; without it, the newest one is. `set_back`: the
        server was set back to a backup, so a laptop may stand in an epoch that is not known here. Refusals:
        `laptop_unknown` (of another branch too, and an epoch that it cannot have reached), `laptop_ahead` (known: the
        newest epoch), `maker_is_checker` for one's own (`agent_id` is the agent who the actor is as well),
        `laptop_revoked`, `challenge_malformed`, `epochs_used_up`.
        """
        code, leaving = _read_laptop(laptop)
        try:
            spoken = read_challenge(challenge)
        except ValueError:
            raise Refusal("challenge_malformed") from None
        at = self._clock.now()
        with self._store.transaction() as tx:
            device, agent_name = _device(tx, code, branch_id)
            if agent_id == device.agent_id:
                raise Refusal("maker_is_checker")
            tx.feed.lock([device.agent_id])
            rows = {row.epoch: row for row in tx.devices.epochs(device.device)}
            given = next((row for row in rows.values() if row.ask == phone_ask(spoken)), None)
            if given is None:
                left = leaving or max(rows)
                if left > max(rows) + _FORGOTTEN:
                    raise Refusal("laptop_unknown")
                if left > max(rows) and not set_back:
                    raise Refusal("laptop_ahead", known=max(rows))
                epoch = max(*rows, left) + 1
                if epoch > LAST_EPOCH:
                    raise Refusal("epochs_used_up")
                given = DeviceEpoch(device.device, epoch, ZERO_HASH, at, ZERO_HASH, ask=phone_ask(spoken))
                over = [rows[left]] if left in rows and rows[left].over_at is None else []
                tx.devices.put_epochs([*(replace(row, over_at=at) for row in over), given])
                audit(tx, at, actor, "epoch_granted_by_phone", device.device, epoch=epoch, leaving=left)
        answer = grant_answer(device.epoch_secret, device.device, given.epoch, spoken)
        return EpochCode(device.device, agent_name, given.epoch, answer)


def _read_laptop(laptop: str) -> tuple[str, int | None]:
    """The device code and the epoch behind it, None where none was said."""
    signs = "".join(sign for sign in laptop.upper() if sign.isalnum())
    code, epoch = signs[:_DEVICE_LENGTH], signs[_DEVICE_LENGTH:]
    leaving = int(epoch) if epoch.isascii() and epoch.isdigit() else None
    if (leaving is not None and not 1 <= leaving <= LAST_EPOCH) or (epoch and leaving is None):
        raise Refusal("laptop_unknown")
    return code, leaving


def _device(tx: UnitOfWork, code: str, branch_id: str | None) -> tuple[Device, str]:
    device = tx.devices.device(code)
    agent = None if device is None else tx.organisation.agent(device.agent_id)
    if device is None or agent is None or branch_id not in (None, agent.branch_id):
        raise Refusal("laptop_unknown")
    if device.state in ("revoked_drain", "wiped"):
        raise Refusal("laptop_revoked")
    return device, agent.name
