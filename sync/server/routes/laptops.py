"""What a branch does about laptops: reads which entries have not arrived, and grants receipt numbers by phone."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.laptops import EpochCodeAnswer, EpochCodeRequest, GapList, LaptopGap
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.epoch_codes import EpochCodes
from sync.server.services.organising import AgentDesk, Organising

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


def laptops_router(organising: Organising, codes: EpochCodes, guard: Guard) -> APIRouter:
    """/v1/review/gaps and /v1/admin/epoch-codes."""
    router = APIRouter(tags=["laptops"])

    @router.get("/v1/review/gaps", summary="Entries that have not arrived", responses=problems(*_SESSION))
    def gaps(person: Annotated[SignedIn, Depends(guard)]) -> GapList:
        """What laptops of one's own branch wrote and the branch does not have, by agent and place."""
        found = tuple(gap for desk in organising.desks(person.branch_id) for gap in _gaps(desk))
        return GapList(gaps=found, entries=sum(gap.count for gap in found))

    @router.post(
        "/v1/admin/epoch-codes",
        summary="Grant receipt numbers by phone",
        responses=problems(
            *_SESSION,
            "laptop_unknown",
            "laptop_revoked",
            "maker_is_checker",
            "challenge_malformed",
            "epochs_used_up",
            "laptop_ahead",
            "request_invalid",
        ),
        openapi_extra=body_of(EpochCodeRequest, {"laptop": "7Q2FK-01", "challenge": "K7M2QX"}),
    )
    def epoch_code(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> EpochCodeAnswer:
        """The twelve characters that let a laptop write on; the same challenge gets the same ones again."""
        asked = read_model(EpochCodeRequest, body)
        granted = codes.grant(
            asked.laptop, asked.challenge, person.account_id, person.branch_id, person.agent_id
        )
        return EpochCodeAnswer(
            device=granted.device, agent_name=granted.agent_name, epoch=granted.epoch, code=granted.code
        )

    return router


def _gaps(desk: AgentDesk) -> list[LaptopGap]:
    seen = {device.device: device.seen_at for device in desk.devices}
    return [
        LaptopGap(
            agent_name=desk.agent.name,
            agent_number=desk.agent.number,
            device=gap.device,
            epoch=gap.epoch,
            first_seq=gap.first_seq,
            last_seq=gap.last_seq,
            since=gap.since,
            seen_at=seen[gap.device],
            left=gap.left,
        )
        for gap in desk.gaps
    ]
