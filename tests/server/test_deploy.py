"""What is deployed: the service's rights on PostgreSQL are the least that it works with, and the units are shut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from sync.rules.states import Move
from sync.server.services.anchoring import anchor_days
from sync.server.services.auditing import audit
from sync.server.storage.coverage_records import RegionWorkers, Target
from sync.server.storage.opening import open_store
from sync.server.storage.release_records import SettingsDraft
from tests.support.field_laptop import NINE, person
from tests.support.intake_house import open_house
from tests.support.memory_store.blobs import MemoryBlobFiles
from tests.support.postgres import fresh_database, plain
from tests.support.purging import YEAR, PurgeHouse
from tests.support.void_counter import Counter, receipt_of

DEPLOY = Path("sync/server/deploy")
ROLES = ("perisai_owner", "perisai_service")
SIGNED = ("entry", "audit", "audit_anchor", "feed", "review_move", "receipt", "ledger_line", "cash_movement")


@pytest.fixture
def rights(postgres_server: str) -> Iterator[str]:
    """A database that its owner made, as the service reaches it."""
    with psycopg.connect(plain(postgres_server), autocommit=True) as superuser:
        for role in ROLES:
            superuser.execute(f"CREATE ROLE {role} LOGIN".encode())
        with fresh_database(postgres_server, "rights") as url:
            superuser.execute(b"ALTER DATABASE rights OWNER TO perisai_owner")
            owner, service = (url.replace("postgres@", f"{role}@") for role in ROLES)
            open_store(owner).close()
            with psycopg.connect(plain(owner), autocommit=True) as connection:
                connection.execute((DEPLOY / "postgresql.sql").read_bytes())
            yield service
        for role in ROLES:
            superuser.execute(f"DROP ROLE {role}".encode())


@pytest.mark.postgresql
def test_the_service_does_its_work_and_can_change_nothing_that_was_signed(
    rights: str, tmp_path: Path
) -> None:
    house = open_house(open_store(rights), tmp_path, rights)
    counter = Counter(house)
    enrolled = [counter.laptop.enrol(person(number)) for number in (1, 2)]
    voided = counter.laptop.void(receipt_of(enrolled[0]))
    counter.laptop.deposit(receipt_of(enrolled[1]), enrolled[1].total)
    counter.push()
    counter.decide(voided, Move.APPROVE)
    with house.store.transaction() as tx:
        audit(tx, NINE, "terminal", "agent_added", "agent-1")
        tx.devices.seen(counter.laptop.device, NINE)
        for row in (
            Target("branch", "agent", "agent-1", "2026-11", 25, 1_000_000, NINE, "admin"),
            RegionWorkers("branch", "35.14", 2026, 412_000, "BPS", NINE, "admin"),
        ):
            for _ in range(2):
                tx.targets.put(row) if isinstance(row, Target) else tx.targets.put_workers(row)
        for _ in range(2):
            tx.releases.put_draft(SettingsDraft("branch", "2026.11.1", "{}", "admin", NINE))
        assert tx.releases.draft("branch", locking=True) is not None
        tx.releases.drop_draft("branch")
    house.clock.at = NINE + timedelta(days=1)
    assert anchor_days(house.store, house.clock, house.keys.signing) == 1
    assert counter.buckets() == {"accepted": 33_600, "voided": 33_600}
    for one in enrolled:
        counter.decide(one.entries[0], Move.APPROVE, note="Sudah cocok")
    house.clock.at = NINE + 6 * YEAR
    assert PurgeHouse(house, MemoryBlobFiles()).purging().run("terminal").people.total() == 2
    house.store.close()
    with psycopg.connect(plain(rights), autocommit=True) as service:
        for table in SIGNED:
            column = {"review_move": "to_state", "feed": "kind", "receipt": "total"}.get(table, "hash")
            for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
                with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.IntegrityError)):
                    service.execute(statement.encode())
        for act in (
            b"DROP TABLE entry",
            b"ALTER TABLE entry DISABLE TRIGGER ALL",
            b"CREATE TABLE a ()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                service.execute(act)


@pytest.mark.parametrize("name", ["perisai-server.service", "perisai-backup.service"])
def test_a_unit_gives_nothing_away(name: str) -> None:
    lines = set((DEPLOY / name).read_text(encoding="utf-8").splitlines())
    assert lines >= {
        "User=perisai",
        "StateDirectory=perisai",
        "UMask=0077",
        "CapabilityBoundingSet=",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "PrivateDevices=yes",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
        "SystemCallFilter=@system-service",
        "MemoryDenyWriteExecute=yes",
    }


def test_the_container_runs_as_nobody_in_particular() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    assert "USER 10001:10001" in words
    assert any(line.startswith("HEALTHCHECK ") for line in words)
    assert [line for line in words if line.startswith("FROM ")] == ["FROM ${BASE}"]
