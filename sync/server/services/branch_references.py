"""The reference data of each branch: what came with the server until the branch publishes versions of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sync.protocol.releases import ReleaseManifest
from sync.rules.reference import MANIFEST, Reference, parse_reference
from sync.server.clock import western_day
from sync.server.domain.price_shelf import PriceShelf, in_force
from sync.server.domain.pricing_check import PriceList
from sync.server.storage.release_records import SealedRelease
from sync.server.storage.store import UnitOfWork


class BranchReferences:
    """Versions are read once and kept: they never change. `base` is what came with the server."""

    def __init__(self, base: Callable[[], Reference]) -> None:
        self._base = base
        self._base_prices: PriceList | None = None
        self._opened: dict[str, PriceList] = {}

    def shelf(self, tx: UnitOfWork, branch_id: str) -> PriceShelf:
        """All versions of a branch, to be used inside the transaction."""
        return PriceShelf(
            self._prices(), tx.releases.of_branch(branch_id), lambda version: self._open(tx, version)
        )

    def in_force(self, tx: UnitOfWork, branch_id: str, at: datetime) -> Reference:
        """What holds in a branch at an instant."""
        found = in_force(tx.releases.of_branch(branch_id), western_day(at))
        return self._base() if found is None else self._open(tx, found.version).reference

    def named(self, tx: UnitOfWork, version: str) -> Reference:
        """A version that a branch published, or what came with the server."""
        base = self._base()
        return base if version == base.version else self._open(tx, version).reference

    def _prices(self) -> PriceList:
        """The prices of what came with the server, kept from batch to batch."""
        base, prices = self._base(), self._base_prices
        if prices is None or prices.reference is not base:
            prices = self._base_prices = PriceList(base)
        return prices

    def _open(self, tx: UnitOfWork, version: str) -> PriceList:
        if version not in self._opened:
            sealed = tx.releases.sealed(version)
            assert sealed is not None
            self._opened[version] = PriceList(parse_reference(files_of(sealed)))
        return self._opened[version]


def files_of(sealed: SealedRelease) -> dict[str, bytes]:
    """The files of a version by name, its manifest among them."""
    manifest = ReleaseManifest.model_validate_json(sealed.manifest)
    return {file.name: sealed.contents[file.sha256] for file in manifest.files} | {MANIFEST: sealed.manifest}
