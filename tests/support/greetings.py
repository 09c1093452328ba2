"""Hello to the services of a branch, without routes and signatures."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sync.protocol.messages import Hello, HelloAnswer, Mark
from sync.server.services.device_door import DeviceDoor, SignedRequest
from sync.server.services.hello import Greeting, Limits
from sync.server.services.rate_limits import RateLimit
from tests.support.field_laptop import BOOT, NINE, FieldLaptop
from tests.support.intake_house import IntakeHouse
from tests.support.signed_client import challenge

QUARTER = timedelta(minutes=15)


def greeting_of(house: IntakeHouse) -> Greeting:
    """What answers hello in a house."""
    door = DeviceDoor(
        house.store, house.keys, house.clock, RateLimit(10**9), practice=True, nonce_lifetime=QUARTER
    )
    limits = Limits(2_000, 1024 * 1024, QUARTER)
    return Greeting(house.store, house.clock, door, house.intake, lambda: "2026.1", limits)


def own_mark(laptop: FieldLaptop, **fields: Any) -> Mark:
    """How far a laptop's chain reaches, or what is given instead."""
    told: dict[str, Any] = {
        "device": laptop.device,
        "epoch": laptop.epoch,
        "seq": laptop.seq,
        "head_hash": laptop.head,
    }
    return Mark(**(told | fields))


def greeted(house: IntakeHouse, laptop: FieldLaptop, **fields: Any) -> HelloAnswer:
    """The answer to a laptop's hello; by default it tells its own mark."""
    said: dict[str, Any] = {
        "protocol": 1,
        "marks": (own_mark(laptop),),
        "urgent": (),
        "cursor": 0,
        "wall_at": NINE,
        "utc_offset": 420,
        "monotonic_ms": 1,
        "boot_id": BOOT,
        "program_version": "1.0.0",
        "reference_version": "2026.1",
        "queue_entries": 0,
        "queue_rupiah": 0,
    }
    request = SignedRequest("POST", "/v1/hello", laptop.device, "", "", challenge(), "", b"")
    return greeting_of(house).greet(request, house.device(laptop), Hello(**(said | fields)))
