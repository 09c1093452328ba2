"""Puts together what devices talk to: identity, enrolment, hello, batches, changes, verify and pictures."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter

from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer
from sync.server.clock import Clock
from sync.server.keys import ServerKeys
from sync.server.routes.batches import batches_router
from sync.server.routes.blobs import blobs_router
from sync.server.routes.bundles import bundles_router
from sync.server.routes.changes import changes_router
from sync.server.routes.devices import devices_router
from sync.server.routes.hello import hello_router
from sync.server.routes.identity import identity_router
from sync.server.routes.signed import SignedAnswers
from sync.server.routes.verify import verify_router
from sync.server.services.blobs import Blobs
from sync.server.services.bundles import Bundles
from sync.server.services.device_door import DeviceDoor
from sync.server.services.devices import DeviceEnrolment
from sync.server.services.feed import Changes
from sync.server.services.hello import Greeting, Limits
from sync.server.services.intake import Intake
from sync.server.services.rate_limits import RateLimit
from sync.server.services.settling import Settling
from sync.server.services.verification import Verification
from sync.server.settings import ServerSettings
from sync.server.storage.store import Store

MOST_ENTRIES = 2_000
MOST_BYTES = 1024 * 1024
CODES_PER_MINUTE = 10


def device_routers(
    store: Store,
    keys: ServerKeys,
    clock: Clock,
    settings: ServerSettings,
    reference: Callable[[], Reference],
    gazetteer: Gazetteer,
    blobs: Blobs,
    bundles: Bundles,
) -> tuple[APIRouter, ...]:
    """Every route of the devices; what a fault left in the inbox is settled, and pictures whose files are gone are
    wanted again, before the first request."""
    answers = SignedAnswers(keys, clock)
    door = DeviceDoor(
        store,
        keys,
        clock,
        RateLimit(settings.requests_per_minute),
        practice=settings.practice,
        nonce_lifetime=settings.nonce_lifetime,
    )
    settling = Settling(reference, gazetteer)
    intake = Intake(store, keys, clock, settling, max_content=settings.max_batch_content)
    intake.reprocess()
    blobs.recheck()

    def reference_version() -> str:
        return reference().version

    greeting = Greeting(
        store,
        clock,
        door,
        intake,
        reference_version,
        Limits(
            MOST_ENTRIES,
            MOST_BYTES,
            settings.nonce_lifetime,
            settings.minimum_program or None,
            settings.minimum_program_on,
        ),
    )
    return (
        identity_router(
            keys,
            answers,
            reference_version,
            RateLimit(settings.open_per_minute),
            practice=settings.practice,
            public_host=settings.public_host,
        ),
        devices_router(
            DeviceEnrolment(store, keys, clock, settings.practice),
            answers,
            reference_version,
            RateLimit(CODES_PER_MINUTE),
        ),
        hello_router(door, greeting, answers),
        batches_router(door, intake, answers, settings.max_batch_body),
        changes_router(door, Changes(store), answers),
        blobs_router(door, blobs, answers),
        verify_router(door, Verification(store, clock), answers),
        bundles_router(door, bundles, answers, settings.max_bundle),
    )
