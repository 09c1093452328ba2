"""A practice server with one branch, office, agent and reviewer, kept over every restart."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import Accounts, NewAccount
from sync.server.services.devices import DeviceEnrolment
from sync.server.services.organising import Organising
from sync.server.services.passwords import generated_password
from sync.server.settings import PRACTICE_HOST
from sync.server.state_folder import read_private, write_private

NOTE = "practice.json"
BRANCH = "Kantor Cabang Latihan"
OFFICE = "Kantor Perisai Latihan"
AGENT_NAME = "Agen Latihan"
AGENT_NUMBER = "L-0001"
REVIEWER = "penyelia"
REVIEWER_NAME = "Penyelia Latihan"
HOTLINE = "0800 000 0000"
_ACTOR = "practice"


@dataclass(frozen=True, slots=True)
class Secrets:
    """The passwords of a practice server, generated once; `code` is the newest one-time code or empty."""

    agent_password: str
    reviewer_password: str
    code: str = ""
    port: int = 0

    def __repr__(self) -> str:
        """Show none of them."""
        return "Secrets()"


class Premises(Protocol):
    """The services of a server that practice fills."""

    @property
    def organising(self) -> Organising:
        """Who works where."""
        ...

    @property
    def accounts(self) -> Accounts:
        """Who may sign in."""
        ...

    @property
    def enrolment(self) -> DeviceEnrolment:
        """Devices and their one-time codes."""
        ...


def kept_secrets(folder: Path) -> Secrets:
    """The passwords in the note of a folder, generated and written down before any account is made of them."""
    note = read_private(folder / NOTE)
    if note is None:
        secrets = Secrets(generated_password(), generated_password())
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(folder / NOTE, _note(secrets, ""))
        return secrets
    url = str(note["url"])
    port = int(url.rsplit(":", 1)[1]) if url else 0
    return Secrets(str(note["agent_password"]), str(note["reviewer_password"]), str(note["code"]), port)


def furnish(server: Premises, secrets: Secrets) -> Secrets:
    """Make what is missing of branch, office, agent and reviewer, and a one-time code that still serves."""
    organising = server.organising
    try:
        branch = organising.branch(BRANCH)
    except Refusal:
        branch = organising.add_branch(BRANCH, HOTLINE, PRACTICE_HOST, _ACTOR, two_person=False)
    if not organising.has_office(OFFICE):
        organising.add_office(OFFICE, BRANCH, _ACTOR)
    try:
        agent = organising.agent(AGENT_NUMBER)
    except Refusal:
        agent = organising.add_agent(AGENT_NAME, AGENT_NUMBER, OFFICE, _ACTOR)
    reviewer = NewAccount(REVIEWER, REVIEWER_NAME, Role.REVIEWER, secrets.reviewer_password, branch.branch_id)
    server.accounts.keep(reviewer, _ACTOR)
    code = secrets.code
    if not code or not server.enrolment.code_serves(code):
        code = server.enrolment.issue_code(agent.agent_id, issued_by=_ACTOR)
    return Secrets(secrets.agent_password, secrets.reviewer_password, code, secrets.port)


def write_note(folder: Path, secrets: Secrets, url: str) -> None:
    """Tell whoever started the server where it is and what opens it; readable by the owner only."""
    write_private(folder / NOTE, _note(secrets, url))


def _note(secrets: Secrets, url: str) -> dict[str, object]:
    return {
        "url": url,
        "code": secrets.code,
        "agent": {"name": AGENT_NAME, "number": AGENT_NUMBER},
        "agent_password": secrets.agent_password,
        "reviewer": REVIEWER,
        "reviewer_password": secrets.reviewer_password,
        "pid": os.getpid(),
    }
