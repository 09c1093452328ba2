"""Enrols this laptop with the branch's server by a one-time code, and makes the agent's store."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from perisai_desktop import VERSION
from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.enrolling_step import EnrolStep
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security import key_file
from perisai_desktop.security.credentials import Credentials, NoCredentials
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.security.pending_keys import keep_pending
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.addresses import channel_to
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.desk_opening import open_desk, open_store
from perisai_desktop.services.former_store import set_aside
from perisai_desktop.services.new_passwords import refuse_weak
from perisai_desktop.services.reference_files import open_places
from perisai_desktop.storage import identity
from perisai_desktop.storage.identity import StoredIdentity
from sync.client.joining import JoinFailure, Joining, JoinRefused
from sync.client.replies import NoNetwork, Slower
from sync.protocol.encoding import from_base64url
from sync.protocol.enrolment_code import EnrolmentCode, EnrolmentCodeFault
from sync.protocol.messages import DeviceGrant, ServerIdentity
from sync.protocol.signatures import SigningKey

T = TypeVar("T", ServerIdentity, DeviceGrant)

_PAUSE = 30
"""Seconds to wait where a busy server names none."""


class EnrollingDevice:
    """The first run of a profile.

    `cost` sets what a guess of the password costs; None measures this machine. `practice` says whether the profile
    is for practice, so that a server of the other kind is refused; None takes either.
    """

    def __init__(
        self,
        profile: Profile,
        clock: Clock,
        credentials: Credentials | None = None,
        cost: Cost | None = None,
        *,
        practice: bool | None = None,
    ) -> None:
        self._practice = practice
        self._profile = profile
        self._clock = clock
        self._credentials = credentials
        self._cost = cost
        self._vault = Vault(profile, clock, credentials, cost)

    def check(self, server_url: str, code: str) -> None:
        """Ask the server who it is, before a password is chosen; the code's secret part is not sent.

        Raises Failure as `enrol` does for code, address and server.
        """
        one_time = _read(code)
        channel = channel_to(server_url)
        try:
            self._identity(Joining(channel, now=self._clock.now), one_time)
        finally:
            channel.close()

    def enrol(
        self,
        server_url: str,
        code: str,
        password: str,
        tell: Callable[[EnrolStep], None] = lambda _step: None,
    ) -> AgentDesk:
        """Exchange the code for a device, make the store and open it; `tell` hears of each step as it begins.

        The device key is made here and the server's key pinned by the fingerprint in the code. Until it ends the
        keys are kept, sealed by the password: where the grant was lost on its way, the same code and password
        ask again with the same key and get it. The key file is written last: whatever breaks off before leaves
        a profile that starts over, and a store that lay there is set aside. Raises Failure:
        already_enrolled, password_too_short (minimum), password_too_common, code_malformed, address_malformed,
        server_insecure, server_not_the_one, server_for_practice, server_for_work, code_refused (reason),
        enrolment_cut_off (detail), enrolment_waits (seconds), disk_full.
        """
        if self._profile.enrolled:
            raise Failure(FailureCode.ALREADY_ENROLLED)
        refuse_weak(password)
        one_time = _read(code)
        channel = channel_to(server_url)
        try:
            tell(EnrolStep.ASKING)
            joining = Joining(channel, now=self._clock.now)
            server = self._identity(joining, one_time)
            tell(EnrolStep.LOCKING)
            pending = keep_pending(self._profile.pending, password, self._cost or key_file.calibrate())
            vault = self._vault.prepare(password, from_base64url(server.recovery_key), pending.store_key)
            key = SigningKey.from_bytes(pending.device_key(str(one_time)))
            tell(EnrolStep.JOINING)
            grant = _granted(
                joining.enrol(
                    server,
                    one_time,
                    key,
                    recovery_wrap=vault.recovery_wrap or b"",
                    program_version=VERSION,
                )
            )
        finally:
            channel.close()
        tell(EnrolStep.STORING)
        self._make_store(vault.keys, _stored(grant, key, server_url))
        vault.save(grant.device)
        with suppress(OSError):
            self._profile.pending.unlink()
        return open_desk(self._profile, vault.keys, self._clock, credentials=self._credentials)

    def _identity(self, joining: Joining, one_time: EnrolmentCode) -> ServerIdentity:
        """The server that the code names, of the kind that the profile is for."""
        server = _granted(joining.identity())
        if not one_time.names(from_base64url(server.server_key)):
            raise Failure(FailureCode.SERVER_NOT_THE_ONE)
        if self._practice is not None and server.practice is not self._practice:
            raise Failure(FailureCode.SERVER_FOR_PRACTICE if server.practice else FailureCode.SERVER_FOR_WORK)
        return server

    def _make_store(self, keys: StoreKeys, granted: StoredIdentity) -> None:
        """A new database with the identity in it; a former store, or what a try that broke off left, is kept."""
        self._profile.prepare()
        set_aside(self._profile, self._credentials or NoCredentials())
        places = open_places()
        try:
            database = open_store(self._profile, keys, places)
            try:
                with database.transaction() as session:
                    identity.store(session, granted)
            finally:
                database.close()
        finally:
            places.close()


def _granted(answer: T | JoinFailure) -> T:
    """The server's answer; why a device was not let in as a Failure."""
    if isinstance(answer, NoNetwork):
        raise Failure(FailureCode.ENROLMENT_CUT_OFF, detail=answer.detail)
    if isinstance(answer, Slower):
        raise Failure(FailureCode.ENROLMENT_WAITS, seconds=answer.seconds or _PAUSE)
    if isinstance(answer, JoinRefused):
        if answer.code == "code_of_another_server":
            raise Failure(FailureCode.SERVER_NOT_THE_ONE)
        raise Failure(FailureCode.CODE_REFUSED, reason=answer.code)
    return answer


def _read(code: str) -> EnrolmentCode:
    try:
        return EnrolmentCode.parse(code)
    except EnrolmentCodeFault:
        raise Failure(FailureCode.CODE_MALFORMED) from None


def _stored(grant: DeviceGrant, key: SigningKey, server_url: str) -> StoredIdentity:
    return StoredIdentity(
        device=grant.device,
        epoch=grant.epoch,
        device_key=key.to_bytes(),
        server_url=server_url.strip(),
        server_key=from_base64url(grant.server_key),
        bundle_key=from_base64url(grant.bundle_key),
        practice=grant.practice,
        agent=grant.agent.model_dump(mode="json"),
        configuration={"hotline": grant.hotline, "public_host": grant.public_host},
        epoch_secret=from_base64url(grant.grant_secret),
    )
