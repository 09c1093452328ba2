"""At the terminal laptops are listed, paused, revoked and wiped, each act in one line that says what it does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sync.protocol.feed import WorkerPayload
from sync.protocol.wire import wire_bytes
from sync.server.cli import main
from sync.server.composition import open_server
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.settings import ServerSettings
from sync.server.storage.records import Device, DeviceEpoch
from tests.support.field_laptop import NINE, fresh_id

LAPTOP = "7Q2FK"
PASSWORD = "sandi contoh 123"


class Terminal:
    """A server with two agents, a laptop each, and the command line on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str]:
        """Exit code and what was printed, errors too."""
        code = main(["device", *words, "--dir", str(self.folder)])
        printed = self._capsys.readouterr()
        return code, printed.out + printed.err


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    folder = tmp_path / "state"
    main(["init", "--dir", str(folder)])
    server = open_server(ServerSettings(directory=folder))
    branch = server.organising.add_branch("Cabang Contoh", "", "", "terminal")
    server.organising.add_branch("Cabang Lain", "", "", "terminal")
    server.organising.add_office("Kantor", branch.code, "terminal")
    first = server.organising.add_agent("Agen Contoh", "A-1", "Kantor", "terminal")
    second = server.organising.add_agent("Agen Kedua", "A-2", "Kantor", "terminal")
    start = DeviceEpoch(LAPTOP, 1, "a" * 64, NINE, "a" * 64)
    with server.store.transaction() as tx:
        tx.devices.add_device(Device(LAPTOP, first.agent_id, b"k" * 32, False, b"w", b"s" * 32, NINE, NINE))
        tx.devices.add_device(Device("8R3GM", second.agent_id, b"l" * 32, False, b"w", b"s" * 32, NINE, NINE))
        tx.devices.put_epochs(
            [replace(start, reported_seq=3, reported_at=NINE), replace(start, device="8R3GM")]
        )
    for login, role, agent_id in (
        ("ratna", Role.OPERATOR, None),
        ("budi", Role.BRANCH_ADMIN, None),
        ("sari", Role.BRANCH_ADMIN, first.agent_id),
        ("penyelia", Role.REVIEWER, None),
    ):
        home = None if role is Role.OPERATOR else branch.branch_id
        server.accounts.add(
            NewAccount(login, login, role, PASSWORD, branch_id=home, agent_id=agent_id), "terminal"
        )
    server.close()
    capsys.readouterr()
    return Terminal(folder, capsys)


def test_the_list_says_how_each_stands_and_what_is_missing(terminal: Terminal) -> None:
    code, told = terminal("list")
    first, second = told.splitlines()
    assert code == 0
    assert first.startswith(f"{LAPTOP}  A-1 Agen Contoh  active  seen {NINE:%Y-%m-%d %H:%M} UTC")
    assert first.endswith("3 entries missing (01:1-3)")
    assert second.endswith("nothing missing")
    assert terminal("list", "--agent", "A-2")[1] == second + "\n"
    assert terminal("list", "--agent", "A-9") == (1, "perisai-server: There is no agent with this number.\n")


@pytest.mark.parametrize(
    ("verb", "state", "words"),
    [("pause", "paused", "takes cash and sends"), ("revoke", "revoked_drain", "takes no more cash")],
)
def test_a_laptop_is_paused_or_revoked_and_works_again(
    terminal: Terminal, verb: str, state: str, words: str
) -> None:
    code, told = terminal(verb, "--device", LAPTOP)
    assert (code, words in told) == (0, True)
    assert f"  {state}  " in terminal("list", "--agent", "A-1")[1]
    assert terminal("resume", "--device", LAPTOP) == (0, f"laptop {LAPTOP} works again\n")
    assert "  active  " in terminal("list", "--agent", "A-1")[1]


def test_a_wipe_waits_for_a_proof_or_for_two_different_people(terminal: Terminal) -> None:
    asked = terminal("wipe", "--device", LAPTOP)[1]
    assert "nothing of it is missing" in asked
    assert "2 more approve" in asked
    assert "approved by nobody" in terminal("list")[1]
    assert "approved by ratna; " in terminal("wipe", "--device", LAPTOP, "--by", "ratna")[1]
    assert "1 more approve" in terminal("wipe", "--device", LAPTOP, "--by", "ratna")[1]
    last = terminal("wipe", "--device", LAPTOP, "--by", "budi")[1]
    assert "more approve" not in last
    assert "at its next hello" in last
    assert "approved by ratna, budi" in terminal("list")[1]


def test_a_wipe_that_is_wanted_no_more_forgets_who_approved(terminal: Terminal) -> None:
    terminal("wipe", "--device", LAPTOP, "--by", "ratna")
    assert terminal("keep", "--device", LAPTOP) == (0, f"laptop {LAPTOP} is not to be emptied\n")
    assert "wipe asked" not in terminal("list")[1]
    assert "2 more approve" in terminal("wipe", "--device", LAPTOP)[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("pause", "--device", "00000"), "no device"),
        (("wipe", "--device", LAPTOP, "--by", "nobody"), "no account"),
        (("wipe", "--device", LAPTOP, "--by", "penyelia"), "administrator of the branch or an operator"),
        (("wipe", "--device", LAPTOP, "--by", "sari"), "one's own"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    terminal: Terminal, words: tuple[str, ...], sentence: str
) -> None:
    code, told = terminal(*words)
    assert (code, sentence in told, told.count("\n")) == (1, True, 1)
    assert "wipe asked" not in terminal("list")[1]


def test_a_wiped_laptop_is_not_moved(terminal: Terminal) -> None:
    server = open_server(ServerSettings(directory=terminal.folder))
    with server.store.transaction() as tx:
        tx.devices.set_state(LAPTOP, "wiped", NINE)
    server.close()
    code, told = terminal("resume", "--device", LAPTOP)
    assert (code, "was wiped" in told) == (1, True)


def test_a_lost_laptop_is_revoked_and_its_people_are_listed(terminal: Terminal) -> None:
    server = open_server(ServerSettings(directory=terminal.folder))
    with server.store.transaction() as tx:
        agent = tx.organisation.agent_numbered("A-1")
        assert agent is not None
        (worker, other) = (
            WorkerPayload(worker_id=fresh_id(), nik=f"320208140890000{place}", name=name)
            for place, name in ((1, "Siti Contoh"), (2, "Budi Contoh"))
        )
        for card in (worker, other):
            tx.feed.append(agent.agent_id, "worker", NINE, wire_bytes(card).decode())
    server.close()
    code, told = terminal("lost", "--device", LAPTOP, "--hours-ago", "1")
    assert (code, "is lost and revoked" in told) == (0, True)
    assert "  lost 20" in terminal("list", "--agent", "A-1")[1]
    lines = terminal("records", "--device", LAPTOP)[1].splitlines()
    assert "people to be told until" in lines[0]
    assert lines[1:3] == ["epoch 01: received up to 0; told of 3; 3 missing", "2 people"]
    assert (
        f"{worker.worker_id}  Siti Contoh  •••••• •••••• 0001  -  card only  identity, contact, payments"
        in lines
    )
    assert terminal("found", "--device", LAPTOP)[1].endswith("still revoked (device resume)\n")
    assert "not reported lost" in terminal("records", "--device", LAPTOP)[1]
