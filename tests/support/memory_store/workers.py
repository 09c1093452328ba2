"""The register of NIKs in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sync.server.storage.worker_records import NikClaim
from tests.support.memory_store.tables import Tables


class MemoryWorkers:
    """Fulfils `WorkerPort`."""

    def __init__(self, tables: Tables) -> None:
        self._workers = tables.workers

    def claim(self, claims: Sequence[NikClaim]) -> Mapping[str, NikClaim]:
        for claim in claims:
            if claim.nik not in self._workers:
                self._workers.add(claim.nik, claim)
        return self.holders([claim.nik for claim in claims])

    def holders(self, niks: Collection[str]) -> Mapping[str, NikClaim]:
        found = (self._workers.get(nik) for nik in niks)
        return {claim.nik: claim for claim in found if claim is not None}

    def named(self, begins: str, agents: Collection[str], limit: int) -> tuple[NikClaim, ...]:
        found = [
            claim for claim in self._workers if claim.name_key.startswith(begins) and claim.agent_id in agents
        ]
        return tuple(sorted(found, key=lambda one: (one.name_key, one.nik))[:limit])

    def numbered(self, kpjs: Collection[str]) -> Mapping[str, NikClaim]:
        wanted = set(kpjs)
        return {claim.kpj: claim for claim in self._workers if claim.kpj is not None and claim.kpj in wanted}

    def give_number(self, nik: str, kpj: str) -> None:
        claim = self._workers.get(nik)
        if claim is not None:
            self._workers.put(nik, replace(claim, kpj=kpj))

    def sharing(self, traces: Collection[str], phones: Collection[str], limit: int) -> tuple[NikClaim, ...]:
        found = [
            claim
            for claim in self._workers
            if claim.born_trace in traces or claim.lives_trace in traces or claim.phone in phones
        ]
        return tuple(sorted(found, key=lambda one: one.nik)[:limit])

    def release(self, nik: str, worker_id: str) -> None:
        claim = self._workers.get(nik)
        if claim is not None and claim.worker_id == worker_id:
            self._workers.drop(nik)

    def settle_in(self, worker_id: str, village: str) -> None:
        for claim in [one for one in self._workers if one.worker_id == worker_id]:
            self._workers.put(claim.nik, replace(claim, village=village))

    def keep_only(self, worker_id: str, nik: str) -> None:
        for claim in self._workers:
            if claim.worker_id == worker_id and claim.nik != nik:
                self._workers.drop(claim.nik)
