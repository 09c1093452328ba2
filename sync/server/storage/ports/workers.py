"""The port of the register of NIKs."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from sync.server.storage.worker_records import NikClaim


class WorkerPort(Protocol):
    """The register of NIKs: the first claim holds."""

    def claim(self, claims: Sequence[NikClaim]) -> Mapping[str, NikClaim]:
        """Claim NIKs in sorted order; answers who holds each of them now."""
        ...

    def holders(self, niks: Collection[str]) -> Mapping[str, NikClaim]:
        """Who holds these NIKs; a free one is left out."""
        ...

    def named(self, begins: str, agents: Collection[str], limit: int) -> tuple[NikClaim, ...]:
        """Claims of these agents' workers whose name key begins so, by name key and NIK."""
        ...

    def numbered(self, kpjs: Collection[str]) -> Mapping[str, NikClaim]:
        """Who has these participant numbers; a free one is left out."""
        ...

    def give_number(self, nik: str, kpj: str) -> None:
        """Write the participant number of who holds a NIK; one that another has is `rows_refused`."""
        ...

    def sharing(self, traces: Collection[str], phones: Collection[str], limit: int) -> tuple[NikClaim, ...]:
        """Claims with one of these traces (of birth or village) or phones, by NIK."""
        ...

    def release(self, nik: str, worker_id: str) -> None:
        """Give a NIK up, where this worker holds it."""
        ...

    def settle_in(self, worker_id: str, village: str) -> None:
        """Write where a worker lives; one who holds no NIK is left alone."""
        ...

    def keep_only(self, worker_id: str, nik: str) -> None:
        """Give up every NIK of a worker but this one."""
        ...
