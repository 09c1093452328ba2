"""`init` and `serve`: making a server's state, and answering until asked to stop."""

from __future__ import annotations

import argparse
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from sync.protocol.digests import fingerprint
from sync.server.app import app_of
from sync.server.cli.address import BACKLOG, Listening, bind
from sync.server.cli.listening import listen
from sync.server.cli.terminal import Refused
from sync.server.composition import open_server, opened
from sync.server.folder_lock import FolderLock
from sync.server.settings import Retention, ServerSettings, database_url_of
from sync.server.state_folder import ServerState, read_state, write_state

_SHORTEST_TOKEN = 20


def real_settings(asked: argparse.Namespace) -> ServerSettings:
    """Settings of the server in `--dir`. Raises Refused where nothing was made there."""
    state = read_state(asked.dir)
    if state is None:
        raise Refused(f"There is no server in {asked.dir}: run init first.")
    return ServerSettings(
        directory=asked.dir,
        database_url=database_url_of(asked.db),
        practice=state.practice,
        public_host=state.public_host,
        retention=state.retention,
    )


def init(asked: argparse.Namespace) -> None:
    """Make keys and database; on a server that is there already nothing changes but its public host."""
    state = read_state(asked.dir)
    if state is not None and state.practice:
        raise Refused(f"{asked.dir} belongs to a practice server.")
    host = asked.host or ("" if state is None else state.public_host)
    retention = Retention() if state is None else state.retention
    write_state(asked.dir, ServerState(practice=False, public_host=host, retention=retention))
    with opened(real_settings(asked)) as server:
        print(f"server key fingerprint: {fingerprint(server.keys.signing.public)}")
        print(f"reference data: {server.published.publication.version}")


def serve(asked: argparse.Namespace) -> None:
    """Answer until SIGINT or SIGTERM. One server at a time works on a database that is a file.

    Raises AddressRefused for plain http off loopback, FolderTaken where a server runs on the file.
    """
    listening = Listening(asked.host, asked.port, asked.cert, asked.key)
    settings = replace(
        real_settings(asked),
        metrics_token=_token(asked.metrics_token_file),
        minimum_program=asked.minimum_program,
        minimum_program_on=asked.minimum_program_on,
    )
    if settings.practice:
        raise Refused(f"{asked.dir} belongs to a practice server: use practice.")
    alone = settings.database.startswith("sqlite")
    with FolderLock(asked.dir) if alone else nullcontext():
        _answer(settings, listening)


def _token(path: Path | None) -> str:
    """The token that opens the metrics; empty where none is named. Raises Refused for one that could be guessed."""
    if path is None:
        return ""
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise Refused(f"{path} cannot be read.") from None
    if len(token) < _SHORTEST_TOKEN:
        raise Refused(f"The token in {path} needs at least {_SHORTEST_TOKEN} characters.")
    return token


def _answer(settings: ServerSettings, listening: Listening) -> None:
    bound = bind(listening)
    try:
        app = app_of(open_server(settings))
        bound.listen(BACKLOG)
        print(listening.url(bound.getsockname()[1]), flush=True)
        listen(app, listening, bound)
    finally:
        bound.close()
