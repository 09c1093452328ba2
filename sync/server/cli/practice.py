"""`practice`: a practice server on loopback that can be killed and started again."""

from __future__ import annotations

import argparse
import socket

from sync.server.app import app_of
from sync.server.cli.address import BACKLOG, AddressRefused, Listening, bind, is_loopback
from sync.server.cli.listening import listen
from sync.server.cli.terminal import Refused
from sync.server.composition import open_server
from sync.server.folder_lock import FolderLock
from sync.server.services.practice import furnish, kept_secrets, write_note
from sync.server.settings import PRACTICE_HOST, database_url_of, practice_settings
from sync.server.state_folder import ServerState, read_state, write_state


def practice(asked: argparse.Namespace) -> None:
    """Make or continue a practice server, write `practice.json`, and answer until asked to stop.

    Without `--port` the port of the last start is taken again where it is free, so that laptops that know
    the address find it. Raises Refused off loopback and for a folder with a real server in it, FolderTaken
    where one runs on it.
    """
    if not is_loopback(asked.host):
        raise Refused("A practice server answers on this machine only.")
    state = read_state(asked.dir)
    if state is not None and not state.practice:
        raise Refused(f"{asked.dir} belongs to a real server.")
    with FolderLock(asked.dir):
        if state is None:
            write_state(asked.dir, ServerState(practice=True, public_host=PRACTICE_HOST))
        _answer(asked)


def _answer(asked: argparse.Namespace) -> None:
    secrets = kept_secrets(asked.dir)
    bound = _bind(asked.host, asked.port, secrets.port)
    listening = Listening(asked.host, bound.getsockname()[1])
    try:
        server = open_server(practice_settings(asked.dir, database_url_of(asked.db), asked.today))
        secrets = furnish(server, secrets)
        url = listening.url(listening.port)
        bound.listen(BACKLOG)
        write_note(asked.dir, secrets, url)
        print(url, flush=True)
        listen(app_of(server), listening, bound)
    finally:
        bound.close()


def _bind(host: str, port: int, last_port: int) -> socket.socket:
    if port == 0 and last_port:
        try:
            return bind(Listening(host, last_port))
        except AddressRefused:
            return bind(Listening(host, 0))
    return bind(Listening(host, port))
