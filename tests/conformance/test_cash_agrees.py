"""Cash in hand to the rupiah: the laptop's projection, its journal read afresh, and the server's books, after every step."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol.signatures import SigningKey
from sync.rules.states import VerdictKind
from tests.support.cash_market import Market
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.intake_house import open_house
from tests.support.memory_store.store import MemoryStore

STEPS = 45


@pytest.fixture
def market(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Market]:
    key, clock = SigningKey.from_bytes(bytes(range(1, 33))), HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", key), clock)
    house = open_house(MemoryStore(), tmp_path)
    yield Market(desk, clock, house, key, random.Random(request.param))
    desk.close()


@pytest.mark.parametrize("market", range(6), indirect=True)
def test_agent_and_branch_agree_to_the_rupiah(market: Market) -> None:
    for number in range(STEPS):
        market.step()
        assert market.hand.cash() == market.read_afresh()
        if number % 3 == 0:
            market.check()
    market.check()
    market.hand.prove_rebuild()
    money = ("void_request", "refund", "deposit", "cash_adjustment", "closing", "handover")
    looked_at = ("void_request", VerdictKind.ACCEPTED_REVIEW, "void_not_newest")
    assert {verdict for verdict in market.told if verdict[0] in money} <= {
        looked_at,
        *((kind, VerdictKind.ACCEPTED, None) for kind in money),
    }
