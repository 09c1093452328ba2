"""A reviewer's program and the real server agree about what the checks found."""

from __future__ import annotations

from pathlib import Path

from perisai_desktop.domain.branch_finding import FoundDays, FoundSpan
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.screens.findings.state import Grouping, grouped
from sync.client.review_client import ReviewClient
from tests.conformance.test_agents_of_a_branch import StraightChannel
from tests.server.routes.test_findings import furnish
from tests.support.branch_house import PASSWORD
from tests.support.fake_findings import ON
from tests.support.server_app import running_server


def test_what_the_server_found_is_read_and_grouped(tmp_path: Path) -> None:
    with running_server(tmp_path / "server") as server:
        agent_id, _ = furnish(server)
        reviewing = Reviewing(ReviewClient(StraightChannel(server)))
        reviewing.sign_in("reviewer", PASSWORD)
        book = reviewing.findings.book(FoundDays(FoundSpan.WEEK, ON))
        kinds = [(group.key, group.findings[0].measure) for group in grouped(book.findings, Grouping.KIND)]
        assert kinds == [
            ("cash_old", 7),
            ("voids_out_of_pattern", 3),
            ("entries_missing", 12),
            ("duplicate", 1),
            ("many_in_one_hour", 13),
            ("photo_missing", 7),
        ]
        (of_agent,) = grouped(book.findings, Grouping.AGENT)
        assert of_agent.key in {agent.agent_id for agent in reviewing.agents.book().agents} == {agent_id}
        assert not book.cut
