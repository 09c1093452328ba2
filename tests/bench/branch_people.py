"""The people of a grown branch who ask its server: a reviewer, an administrator and an auditor, each signed in."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import requests

from sync.server.composition import opened
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.services.practice import BRANCH, REVIEWER, kept_secrets
from sync.server.settings import practice_settings
from tests.bench.grown_branch import TODAY
from tests.bench.kept_branch import Stand
from tests.killing.lives import Life
from tests.killing.server import serve

WORKERS = "/v1/review/workers"
_PASSWORD = "kata sandi untuk mengukur"


class Person:
    """Somebody who is signed in; `role` is the one of the account."""

    def __init__(self, url: str, login: str, password: str) -> None:
        self._url, self._line = url, requests.Session()
        asked = {"login": login, "password": password}
        told = self._line.post(f"{url}/v1/review/session", json=asked).json()
        self._line.headers["Authorization"] = f"Bearer {told['token']}"

    def read(self, path: str, **asked: str) -> bytes:
        """What the server answers, as it came."""
        answer = self._line.get(self._url + path + ("?" + urlencode(asked) if asked else ""))
        assert answer.status_code == 200, answer.text
        return answer.content

    def get(self, path: str, **asked: str) -> Any:
        """What the server answers."""
        answer = self._line.get(self._url + path + ("?" + urlencode(asked) if asked else ""))
        assert answer.status_code == 200, answer.text
        return answer.json()

    def find(self, text: str) -> Any:
        """Who is found."""
        answer = self._line.post(self._url + WORKERS, json={"text": text})
        assert answer.status_code == 200, answer.text
        assert answer.json()["workers"], text
        return answer.json()

    def close(self) -> None:
        """Hang up."""
        self._line.close()


@contextmanager
def people_of(stand: Stand) -> Iterator[Mapping[Role, Person]]:
    """The server of a grown branch in a process of its own, and who asks it, by role."""
    passwords = {Role.REVIEWER: (REVIEWER, kept_secrets(stand.folder).reviewer_password)}
    with opened(practice_settings(stand.folder, stand.url, TODAY)) as server:
        branch = server.organising.branch(BRANCH)
        for role, branch_id in ((Role.BRANCH_ADMIN, branch.branch_id), (Role.AUDITOR, None)):
            server.accounts.keep(NewAccount(role.value, role.value, role, _PASSWORD, branch_id), "bench")
            passwords[role] = (role.value, _PASSWORD)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    life = Life(serve, stand.folder, port, stand.url, None)
    try:
        life.hear()
        people = {role: Person(f"http://127.0.0.1:{port}", *known) for role, known in passwords.items()}
        yield people
        for person in people.values():
            person.close()
    finally:
        life.kill()
