"""The reviewer's routes about deposits: which wait for the branch to see their money, and that it has."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.review import MatchRequest, OpenDepositLine, OpenDeposits
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.depositing import Matching, OpenDeposit

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


def deposits_router(matching: Matching, guard: Guard) -> APIRouter:
    """/v1/review/deposits."""
    router = APIRouter(tags=["review"])

    @router.get(
        "/v1/review/deposits",
        summary="Deposits that are not matched",
        responses=problems(*_SESSION, "request_invalid"),
    )
    def deposits(
        person: Annotated[SignedIn, Depends(guard)],
        after: Annotated[
            str, Query(max_length=64, description="`following` of the page before; else the first.")
        ] = "",
    ) -> OpenDeposits:
        """Deposits of one's own branch whose money nobody has seen there yet, with their receipts: agents by number and
        whole, some 200 deposits a page."""
        found, following = matching.waiting(person, after)
        return OpenDeposits(deposits=tuple(_line(one) for one in found), following=following)

    @router.post(
        "/v1/review/deposits/{entry_id}/match",
        summary="The money is there",
        status_code=204,
        responses=problems(
            *_SESSION,
            "record_unknown",
            "maker_is_checker",
            "content_changed",
            "move_refused",
            "request_invalid",
        ),
        openapi_extra=body_of(MatchRequest, {"hash": "0" * 64, "difference": 0}),
    )
    def match(
        entry_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        body: Annotated[bytes, Depends(raw_body)],
    ) -> None:
        """Say that the branch saw the money of a deposit, by its kode iuran; the agent's receipts become `matched`.

        A deposit that was flagged is decided first. Naming the difference accepts it.
        """
        asked = read_model(MatchRequest, body)
        matching.match(person, entry_id, asked.hash, asked.difference)

    return router


def _line(found: OpenDeposit) -> OpenDepositLine:
    return OpenDepositLine(
        entry_id=found.entry_id,
        hash=found.hash,
        agent_number=found.agent.number,
        agent_name=found.agent.name,
        deposited_at=found.body.deposited_at,
        channel=found.body.channel,
        billing_code=found.body.billing_code,
        amount=found.body.amount,
        difference=found.body.difference,
        reason=found.body.reason,
        receipts=tuple(one.number for one in found.receipts),
        agreed=found.agreed,
    )
