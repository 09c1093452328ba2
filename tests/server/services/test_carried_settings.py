"""A laptop that is barred is told of no settings in the answer on a stick."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from sync.server.services.blobs import Blobs
from sync.server.services.bundles import Bundles
from sync.server.services.feed import Changes
from sync.server.services.releases import Releases
from tests.support.bundles import answer_for, bundle_of, manifest_of
from tests.support.intake_house import open_house
from tests.support.memory_store.blobs import MemoryBlobFiles
from tests.support.memory_store.store import MemoryStore


def test_only_a_laptop_that_works_is_told_of_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Releases, "carried", lambda _self, _agent, kept, _today: asked.append(kept))
    house = open_house(MemoryStore(), tmp_path)
    changes, blobs = Changes(house.store), Blobs(house.store, house.clock, MemoryBlobFiles())
    bundles = Bundles(house.store, house.keys, house.clock, house.intake, changes, blobs, practice=True)
    for state in ("active", "paused", "revoked_drain"):
        laptop, answer = house.laptop(state=state), BytesIO()
        said = manifest_of(laptop, []).model_copy(update={"reference_version": f"2026.1.{len(asked)}"})
        raw = bundle_of(laptop, [], house.keys.bundle_public, manifest=said)
        bundles.take(BytesIO(raw), answer, "terminal")
        told = answer_for(laptop, answer.getvalue(), house.keys.public)
        assert (told.settings, told.standing.device_state) == (None, state)
    assert asked == ["2026.1.0"]
