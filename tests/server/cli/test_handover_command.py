"""At the terminal the branch moves workers to another agent, and sees which agents have followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.protocol.feed import HandoverPayload
from sync.server.cli import main
from sync.server.composition import open_server
from sync.server.settings import ServerSettings
from tests.support.field_laptop import NINE

WORKER = "01935000-0000-7000-8000-000000000009"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A branch with two agents, of whom the first serves a worker."""
    state = tmp_path / "state"
    main(["init", "--dir", str(state)])
    server = open_server(ServerSettings(directory=state))
    branch = server.organising.add_branch("Cabang Contoh", "", "", "terminal")
    server.organising.add_office("Kantor", branch.code, "terminal")
    first = server.organising.add_agent("Agen Contoh", "A-1", "Kantor", "terminal")
    server.organising.add_agent("Agen Kedua", "A-2", "Kantor", "terminal")
    with server.store.transaction() as tx:
        tx.handovers.serve([WORKER], first.agent_id, NINE)
    server.close()
    capsys.readouterr()
    return state


def test_workers_are_moved_and_both_agents_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["handover", "decide", "--from", "A-1", "--to", "A-2", "--worker", WORKER, "--dir", str(folder)]
    assert main(asked) == 0
    told = capsys.readouterr().out
    assert "1 workers  A-1 Agen Contoh -> A-2 Agen Kedua  waits for both agents" in told
    server = open_server(ServerSettings(directory=folder))
    with server.store.reading() as tx:
        agents = [tx.organisation.agent_numbered(number) for number in ("A-1", "A-2")]
        rows = [tx.feed.of_kind(agent.agent_id, "handover") for agent in agents if agent is not None]
    server.close()
    payloads = [HandoverPayload.model_validate_json(row[0].payload) for row in rows]
    assert [(one.from_agent, one.to_agent, one.workers) for one in payloads] == [
        ("A-1", "A-2", (WORKER,))
    ] * 2
    assert main(["handover", "list", "--dir", str(folder)]) == 0
    assert capsys.readouterr().out == told


def test_what_can_not_be_moved_is_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for giving, taking, sentence in (
        ("A-1", "A-1", "no two agents of one branch"),
        ("A-1", "A-404", "no two agents of one branch"),
        ("A-2", "A-1", "serves nobody"),
    ):
        asked = ["handover", "decide", "--from", giving, "--to", taking, "--dir", str(folder)]
        assert main(asked) == 1
        assert sentence in capsys.readouterr().err
