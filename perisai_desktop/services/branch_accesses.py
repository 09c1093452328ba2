"""Who did and saw what at the branch, whether the trail of it is whole, and the ledger, as the server tells it."""

from __future__ import annotations

from pathlib import Path

from perisai_desktop.domain.access import Access, AccessPage, AccessQuestion, TrailFault, TrailProof
from perisai_desktop.services.branch_agents import Asked
from perisai_desktop.services.stick_files import save_whole
from sync.client.access_requests import AccessRequests
from sync.protocol.accesses import AccessLine


class BranchAccesses:
    """Online, with the session of who is signed in. To be used from one thread at a time."""

    def __init__(self, requests: AccessRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def page(self, question: AccessQuestion) -> AccessPage:
        """Some rows, newest first. Raises Failure: not_allowed, record_unknown, branch_silent, session_over."""
        told = self._asked(
            lambda: self._requests.page(
                question.record, question.account, question.before, views=question.views
            )
        )
        return AccessPage(tuple(map(_access, told.accesses)), told.before)

    def proof(self) -> TrailProof:
        """Have the server hold the whole trail against its hashes and signed days. Raises Failure as `page`."""
        told = self._asked(self._requests.proof)
        faults = tuple(TrailFault(one.code, one.number, one.day) for one in told.faults)
        return TrailProof(told.rows, told.anchors, told.anchored_on, told.fault_count, faults)

    def save_ledger(self, path: Path) -> None:
        """Save every line of the ledger as CSV. Raises Failure as `page`, and export_no_room, export_file_open,
        report_not_saved."""
        save_whole(path, self._asked(self._requests.ledger))

    def person(self, record: str) -> bytes:
        """The archive of everything that is held about the person of a record; the branch writes down who took it.
        Raises Failure as `page`."""
        return self._asked(lambda: self._requests.person(record))


def _access(told: AccessLine) -> Access:
    return Access(
        number=told.number,
        at=told.at,
        actor=told.actor,
        name=told.name,
        role=told.role,
        act=told.act,
        record=told.record,
        way=told.way or "",
        count=told.count or 0,
        whom=told.whom,
    )
