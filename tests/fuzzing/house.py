"""A practice server with some records in it, and a session of every role, for a fuzzer to knock at."""

from __future__ import annotations

import json
import logging
import socket
import tempfile
from datetime import date
from pathlib import Path

import uvicorn

from sync.server.app import app_of
from sync.server.composition import Server, open_server
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.services.practice import furnish, kept_secrets
from sync.server.settings import practice_settings
from tests.support.agent_laptop import AgentLaptop
from tests.support.branch_house import CHEAP, PASSWORD

RECORDS = 3


def fuzzing_house(folder: Path) -> Server:
    """The server; a login of each role's name opens with PASSWORD."""
    server = open_server(practice_settings(folder, "", date(2026, 11, 22)), passwords=CHEAP)
    furnish(server, kept_secrets(folder))
    branch = server.organising.branch("001")
    for role in Role:
        own = branch.branch_id if role in (Role.REVIEWER, Role.BRANCH_ADMIN) else None
        server.accounts.add(NewAccount(role.value, role.value.title(), role, PASSWORD, own), "terminal")
    laptop = AgentLaptop(server.store, server.organising.agent("L-0001"), "0Q2FK")
    for _ in range(RECORDS):
        laptop.post()
    return server


def main() -> None:
    """Print the address and a token of each role as one line of JSON; answer until it is stopped."""
    logging.basicConfig(level=logging.ERROR)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as bound:
        server = fuzzing_house(Path(folder))
        bound.bind(("127.0.0.1", 0))
        bound.listen(64)
        tokens = {role.value: server.accounts.sign_in(role.value, PASSWORD)[0] for role in Role}
        print(json.dumps({"url": f"http://127.0.0.1:{bound.getsockname()[1]}", "tokens": tokens}), flush=True)
        config = uvicorn.Config(app_of(server), log_config=None, log_level="error", access_log=False)
        uvicorn.Server(config).run(sockets=[bound])


if __name__ == "__main__":
    main()
