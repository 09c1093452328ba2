"""The practice server that a demo fills: real services under a clock that the demo moves from day to day."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sync.protocol.bodies.parts import TextShown
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.messages import PROTOCOL, DeviceRequest
from sync.protocol.signatures import CHALLENGE_BYTES, SigningKey, request_message, wire_instant
from sync.protocol.wire import wire_bytes
from sync.rules.states import Move, ReviewState
from sync.server import VERSION
from sync.server.composition import Server, open_server
from sync.server.demo.laptop import DemoLaptop
from sync.server.domain.decisions import Request
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount, SignedIn
from sync.server.services.blobs import Blobs
from sync.server.services.device_door import SignedRequest
from sync.server.services.devices import DeviceEnrolment
from sync.server.services.intake import Intake
from sync.server.services.passwords import generated_password
from sync.server.services.practice import AGENT_NUMBER, BRANCH, OFFICE, REVIEWER, furnish, kept_secrets
from sync.server.services.reviewing import Reviewing
from sync.server.services.settling import Settling
from sync.server.settings import practice_settings
from sync.server.storage.records import Device

_ACTOR, _SECOND = "demo", "penyelia2"
_HEAD, _INVENTED = "kepala", ("penyelia3", "penyelia4")


class DayClock:
    """A clock that stands where the demo puts it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class Seat:
    """An agent's laptop, and its row at the server."""

    laptop: DemoLaptop
    device: Device


class DemoBranch:
    """A branch of a practice server: takes batches and pictures in as from laptops, and approves as its reviewer."""

    def __init__(self, server: Server, clock: DayClock) -> None:
        self.server = server
        self.clock = clock
        published = server.published
        settling = Settling(lambda: published.rules, published.gazetteer)
        most = server.settings.max_batch_content
        self._intake = Intake(server.store, server.keys, clock, settling, max_content=most)
        lifetime = server.settings.claim_lifetime
        self._reviewing = Reviewing(server.store, clock, published.rules, published.gazetteer, lifetime)
        self._blobs = Blobs(server.store, clock, server.blob_files)
        self._enrolment = DeviceEnrolment(server.store, server.keys, clock, practice=True)
        second = NewAccount(
            _SECOND, "Penyelia Latihan 2", Role.REVIEWER, generated_password(), self._branch_id()
        )
        server.accounts.keep(second, _ACTOR)
        self._reviewers = [account_of(server, login, clock.now()) for login in (REVIEWER, _SECOND)]
        self._invented = self._invent()

    def seat(self, number: int, chance: random.Random) -> Seat:
        """An agent with a laptop whose key is made here and enrolled with a one-time code."""
        organising = self.server.organising
        name = AGENT_NUMBER if number == 1 else f"L-{number:04d}"
        if number == 1:
            agent = organising.agent(name)
        else:
            agent = organising.add_agent(f"Agen Latihan {number}", name, OFFICE, _ACTOR)
        key, at = SigningKey.generate(), self.clock.now()
        body = wire_bytes(
            DeviceRequest(
                protocol=PROTOCOL,
                code=self._enrolment.issue_code(agent.agent_id, issued_by=_ACTOR),
                public_key=to_base64url(key.public),
                recovery_wrap=to_base64url(chance.randbytes(80)),
                program_version=VERSION,
            )
        )
        challenge = to_base64url(chance.randbytes(CHALLENGE_BYTES))
        told = wire_instant(at)
        message = request_message("POST", "/v1/devices", sha256_hex(body), challenge, told)
        request = SignedRequest(
            "POST", "/v1/devices", "", told, "", challenge, to_base64url(key.sign(message)), body
        )
        version = self.server.published.rules.version
        grant = self._enrolment.enrol(request, DeviceRequest.model_validate_json(body), version)
        consent = self.server.published.rules.consent
        shown = TextShown(version=consent.version, language=consent.language, sha256=consent.sha256)
        with self.server.store.reading() as tx:
            device = tx.devices.device(grant.device)
        assert device is not None
        return Seat(DemoLaptop(name, grant.device, key, chance, shown), device)

    def push(self, seat: Seat) -> int:
        """Send what waits as one batch, as a laptop that said hello; answers how many entries it held."""
        with self.server.store.transaction() as tx:
            tx.devices.seen(seat.device.device, self.clock.now())
        count = len(seat.laptop.outbox)
        if count:
            batch = seat.laptop.packed(self.clock.now())
            self._intake.receive(seat.device, batch.batch_id, batch.body)
        return count

    def show(self, seat: Seat, picture: bytes) -> None:
        """Send a picture that an entry of the laptop names."""
        self._blobs.append(seat.device, sha256_hex(picture), 0, picture)

    def approve(self, entry_id: str) -> None:
        """Approve a record as it stands; where that takes two people, a second reviewer agrees."""
        with self.server.store.reading() as tx:
            review = tx.reviews.reviews([entry_id])[entry_id]
        for reviewer in self._reviewers:
            told = self._reviewing.decide(reviewer, entry_id, Request(Move.APPROVE, review.hash))
            if told.state is ReviewState.APPROVED:
                return

    def approve_by_one_hand(self, entry_id: str) -> None:
        """Approve a record as both of the reviewers whom an administrator invented, while two people have to agree."""
        with self.server.store.reading() as tx:
            review = tx.reviews.reviews([entry_id])[entry_id]
        self.server.organising.ask_for_second(BRANCH, 0, _ACTOR)
        for reviewer in self._invented:
            self._reviewing.decide(reviewer, entry_id, Request(Move.APPROVE, review.hash))
        self.server.organising.ask_for_second(BRANCH, None, _ACTOR)

    def _invent(self) -> list[SignedIn]:
        """An administrator, and two reviewers who have their passwords from her."""
        server, home, at = self.server, self._branch_id(), self.clock.now()
        head = NewAccount(_HEAD, "Kepala Cabang Latihan", Role.BRANCH_ADMIN, generated_password(), home)
        server.accounts.keep(head, _ACTOR)
        by = account_of(server, _HEAD, at).account_id
        for login in _INVENTED:
            made = NewAccount(login, login.title(), Role.REVIEWER, generated_password(), home)
            server.accounts.keep(made, by)
        return [account_of(server, login, at) for login in _INVENTED]

    def _branch_id(self) -> str:
        return self.server.organising.branch(BRANCH).branch_id


def open_branch(folder: Path, database: str, today: date, at: datetime) -> DemoBranch:
    """The practice server in a folder, furnished, with the demo's clock at an instant."""
    server = open_server(practice_settings(folder, database, today))
    furnish(server, kept_secrets(folder))
    return DemoBranch(server, DayClock(at))


def reviewer_of(server: Server, at: datetime) -> SignedIn:
    """The reviewer of the practice branch, as if signed in."""
    return account_of(server, REVIEWER, at)


def account_of(server: Server, login: str, at: datetime) -> SignedIn:
    """An account, as if signed in."""
    with server.store.reading() as tx:
        account = tx.accounts.named(login)
    assert account is not None
    role = Role(account.role)
    return SignedIn(account.account_id, login, account.name, role, account.branch_id, None, at, False, "")
