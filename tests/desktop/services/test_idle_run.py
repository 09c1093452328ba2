"""A run with nothing to do asks the store little: each turn reads once, and only what that turn needs."""

from collections.abc import Callable

import pytest

from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage.database import Database
from sync.client.replies import NoNetwork
from tests.support.wires import ScriptedWire

OPENING = ["transaction", *["reading"] * 3]
"""What earlier runs leased is given back; how much waits, its sums and the cursor are read."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How stores are opened from here on, in order."""
    noted: list[str] = []

    def noting(name: str) -> Callable[[Database], object]:
        opening = getattr(Database, name)

        def opened(database: Database) -> object:
            noted.append(name)
            return opening(database)

        return opened

    for name in ("reading", "transaction"):
        monkeypatch.setattr(Database, name, noting(name))
    return noted


def syncing_of(desk: AgentDesk, wire: ScriptedWire) -> Syncing:
    return Syncing(
        SyncStore(desk.enrolling.database, desk.enrolling.pen, RulesInUse(desk.reference)), wire, Line()
    )


def test_with_nothing_to_do_the_store_is_asked_little(desk: AgentDesk, asked: list[str]) -> None:
    wire = ScriptedWire()
    syncing_of(desk, wire).run()
    hello, compared, waiting, caught_up = ["reading"], ["reading"], ["reading"] * 2, ["reading"] * 2
    assert asked == OPENING + hello + compared + waiting + caught_up
    assert len(wire.hellos) == 1


def test_without_a_network_nothing_is_read_but_hello(desk: AgentDesk, asked: list[str]) -> None:
    wire = ScriptedWire()
    wire.hello = lambda _hello: NoNetwork("connection")  # type: ignore[method-assign,assignment]
    steps = syncing_of(desk, wire).steps()
    next(steps)
    next(steps)
    assert asked == [*OPENING, "reading"]
