"""The port of standings: what is counted of many agents at once, each method one bounded set of statements."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Protocol

from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceCode, DeviceEpoch
from sync.server.storage.standing_records import DecidedCount, WorkCount


class StandingPort(Protocol):
    """Agents and devices of whom there is nothing to count are left out of every answer."""

    def work(self, agent_ids: Collection[str], week: date, month: date) -> Mapping[str, WorkCount]:
        """Entries of the chain by agent, from two local dates of recording on; `month` is the earlier one."""
        ...

    def decided(self, branch_ids: Collection[str], since: date) -> Mapping[str, DecidedCount]:
        """Records of some branches by agent, recorded from a local date on, that a person decided at least once."""
        ...

    def cash(self, agent_ids: Collection[str]) -> Mapping[str, Mapping[str, int]]:
        """Rupiah by sort of everything that moved an agent's cash, by agent."""
        ...

    def oldest_in_hand(self, agent_ids: Collection[str]) -> Mapping[str, date]:
        """The local day of the oldest genuine receipt that stands and whose cash no deposit carried away, by agent."""
        ...

    def devices(self, agent_ids: Collection[str]) -> tuple[Device, ...]:
        """Every device of some agents, by agent and day of enrolment."""
        ...

    def missing_entries(self, agent_ids: Collection[str]) -> Mapping[str, int]:
        """Entries that stores wrote or reported and that are not here, by device."""
        ...

    def missing_receipts(self, agent_ids: Collection[str]) -> Mapping[str, int]:
        """Receipt numbers below the highest of their chain that no genuine receipt has, by device."""
        ...

    def codes(self, agent_ids: Collection[str]) -> tuple[DeviceCode, ...]:
        """The one-time codes of some agents, in the order of their issue."""
        ...

    def chains(self, devices: Collection[str]) -> tuple[DeviceEpoch, ...]:
        """Every chain of some devices, by device and epoch."""
        ...

    def heard(self, devices: Collection[str]) -> tuple[HeardMark, ...]:
        """What stores told of chains of some devices that were not known then, by device and epoch."""
        ...

    def above_holes(self, devices: Collection[str]) -> frozenset[tuple[str, int]]:
        """Chains of some devices, as (device, epoch), of which entries lie here that do not follow the ones before."""
        ...

    def missing_photos(self, devices: Collection[str]) -> tuple[BlobRecord, ...]:
        """Every picture of some devices that is neither whole nor erased, by device and oldest first."""
        ...
