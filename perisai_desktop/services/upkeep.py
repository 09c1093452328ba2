"""What keeps a laptop fit for work: its state in the morning, copies, password, and what to tell whoever helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.device import DeviceFacts
from perisai_desktop.security.credentials import Credentials
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.backing_up import BackingUp
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.changing_password import ChangingPassword
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.readiness import Readiness
from perisai_desktop.services.support_report import SupportReport
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.identity import StoredIdentity
from sync.protocol.digests import fingerprint
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The services behind the start of the day and the settings; `facts` are read when they are asked for."""

    readiness: Readiness
    backing_up: BackingUp
    password: ChangingPassword
    report: SupportReport
    facts: Callable[[], DeviceFacts]


def open_upkeep(
    database: Database,
    profile: Profile,
    clock: Clock,
    pen: Pen,
    line: Line,
    reference: Reference,
    releases: BranchReleases,
    credentials: Credentials,
    facts: Callable[[], DeviceFacts],
) -> Upkeep:
    """The upkeep of one open store."""
    readiness = Readiness(database, profile, clock, pen, line, reference, releases)
    return Upkeep(
        readiness=readiness,
        backing_up=BackingUp(database, profile, clock, pen),
        password=ChangingPassword(Vault(profile, clock, credentials)),
        report=SupportReport(database, profile, clock, readiness, pen.device),
        facts=facts,
    )


def device_facts(
    known: StoredIdentity, agent: AgentIdentity, profile: Profile, server_url: str, epoch: int
) -> DeviceFacts:
    """What the store knows of its device; `server_url` is the address in use, `epoch` the one the device
    stands in."""
    code = fingerprint(known.server_key)
    return DeviceFacts(
        device=known.device,
        epoch=epoch,
        agent=agent.name,
        number=agent.number,
        office=agent.office,
        branch=agent.branch,
        hotline=agent.hotline,
        server_url=server_url,
        fingerprint=f"{code[:5]}-{code[5:]}",
        store=str(profile.root),
        practice=agent.practice,
    )
