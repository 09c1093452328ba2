"""A practice server, or a real branch's, on loopback inside the test's own process, answering on a thread."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import uvicorn

from sync.server.app import app_of
from sync.server.composition import Server, open_server
from sync.server.services.practice import AGENT_NUMBER, Secrets, furnish, kept_secrets
from sync.server.settings import ServerSettings, practice_settings
from tests.support.branch_house import CHEAP
from tests.support.server_databases import blank_sqlite

MARKET_DATE = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Centre:
    """A running server: its address, what opens it, and its own parts for a test to look into."""

    url: str
    secrets: Secrets = field(repr=False)
    server: Server = field(repr=False)

    def new_code(self) -> str:
        """A further one-time code for the practice agent."""
        agent = self.server.organising.agent(AGENT_NUMBER)
        return self.server.issue_code(agent.agent_id, "test")


@contextmanager
def running_centre(
    folder: Path, today: date = MARKET_DATE, database_url: str | None = None, port: int = 0
) -> Iterator[Centre]:
    """Make or continue a practice server, on a `port` that laptops know; it has stopped when the block ends."""
    secrets = kept_secrets(folder)
    path = folder / "server.db"
    if database_url is None and not path.exists():
        blank_sqlite(path)
    server = open_server(
        practice_settings(folder, database_url or f"sqlite:///{path}", today), passwords=CHEAP
    )
    secrets = furnish(server, secrets)
    with _answering(server, port) as url:
        yield Centre(url, secrets, server)


@contextmanager
def running_branch(folder: Path) -> Iterator[tuple[str, str]]:
    """The server of a branch's real work: its address, and a one-time code for its agent Nining."""
    server = open_server(ServerSettings(folder, public_host="cek.example.id"), passwords=CHEAP)
    server.organising.add_branch("Cabang Sukabumi", "175", "cek.example.id", "test")
    server.organising.add_office("Pos Cibadak", "Cabang Sukabumi", "test")
    agent = server.organising.add_agent("Nining Sukaesih", "A-0003", "Pos Cibadak", "test")
    with _answering(server) as url:
        yield url, server.issue_code(agent.agent_id, "test")


@contextmanager
def _answering(server: Server, port: int = 0) -> Iterator[str]:
    """The server's address while it answers."""
    with socket.socket(proto=socket.IPPROTO_TCP) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", port))
        bound.listen(16)
        port = bound.getsockname()[1]
        web = uvicorn.Server(uvicorn.Config(app_of(server), log_config=None, lifespan="on", ws="none"))
        thread = threading.Thread(target=web.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            web.should_exit = True
            thread.join(20)
            assert not thread.is_alive()
