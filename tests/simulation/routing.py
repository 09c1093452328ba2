"""The routes of the simulated server: which shipped service a request goes to, as the application's routers do it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from sync.protocol.blobs import BlobLost
from sync.protocol.messages import Hello
from sync.protocol.verification import VerifyRequest
from sync.protocol.wire import wire_bytes
from sync.server.refusals import Refusal
from sync.server.services.device_door import SignedRequest
from sync.server.storage.records import EntryRecord

if TYPE_CHECKING:
    from tests.simulation.centre import Centre


@dataclass(frozen=True, slots=True)
class Agreed:
    """The server said that it holds what a device claims, with the entries that it held in that moment."""

    device: str
    claims: VerifyRequest
    records: tuple[EntryRecord, ...]


def routed(centre: Centre, asked: SignedRequest) -> tuple[int, bytes]:
    """Status and body of the answer. Raises Refusal."""
    parts = urlsplit(asked.path_query)
    if parts.path == "/v1/hello":
        device = centre.door.greet(asked)
        return 200, wire_bytes(centre.greeting.greet(asked, device, Hello.model_validate_json(asked.body)))
    device = centre.door.enter(asked)
    if parts.path == "/v1/changes":
        cursor = int(parse_qs(parts.query)["cursor"][0])
        return 200, wire_bytes(centre.changes.page(device, cursor))
    if parts.path == "/v1/verify":
        claims = VerifyRequest.model_validate_json(asked.body)
        before, answer = centre.verified_at(device.device), centre.verification.compare(device, claims)
        if centre.verified_at(device.device) != before:
            centre.agreed.append(Agreed(device.device, claims, centre.records()))
        return 200, wire_bytes(answer)
    if parts.path == "/v1/bundles":
        return 200, wire_bytes(centre.bundles.taken(BytesIO(asked.body), device.device))
    _, _, thing, name, *rest = parts.path.split("/")
    if thing == "batches":
        taken = centre.intake.receive(device, name, asked.body)
        return taken.status, taken.body
    if thing == "blobs" and asked.method == "HEAD":
        return 200, wire_bytes(centre.blobs.standing(device, name))
    if thing == "blobs" and rest:
        lost = BlobLost.model_validate_json(asked.body)
        return 200, wire_bytes(centre.blobs.lose(device, name, lost.code))
    if thing == "blobs":
        offset = int(parse_qs(parts.query)["offset"][0])
        return 200, wire_bytes(centre.blobs.append(device, name, offset, asked.body))
    raise Refusal("not_found", 404)
