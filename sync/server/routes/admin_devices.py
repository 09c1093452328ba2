"""Administration of devices: their states, and the wipe that a proof or two people allow."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.agents import DeviceStateRequest
from sync.server.refusals import Refusal
from sync.server.routes.admin_models import DeviceStatus
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.device_states import STATES, DeviceStanding, DeviceStates

_PROBLEMS = (
    "session_missing",
    "session_lapsed",
    "role_not_allowed",
    "password_must_change",
    "laptop_unknown",
    "maker_is_checker",
    "move_refused",
)


def admin_devices_router(states: DeviceStates, guard: Guard) -> APIRouter:
    """/v1/admin/devices/*: branch administrators act in their own branch, operators everywhere."""
    router = APIRouter(tags=["admin"])

    @router.put(
        "/v1/admin/devices/{device}/state",
        summary="Pause, revoke or let work again",
        responses=problems(*_PROBLEMS, "request_invalid"),
        openapi_extra=body_of(DeviceStateRequest, {"state": "paused"}),
    )
    def put_state(
        device: str, person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> DeviceStatus:
        """`paused` may push and not pull; what a `revoked_drain` device pushes is held, with its money."""
        asked = read_model(DeviceStateRequest, body)
        if asked.state not in STATES:
            raise Refusal("request_invalid", field="state")
        return _told(states.put(device, asked.state, person.account_id, person.branch_id, person.agent_id))

    @router.post(
        "/v1/admin/devices/{device}/wipe", summary="Want a device wiped", responses=problems(*_PROBLEMS)
    )
    def ask_wipe(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """The device writes nothing more, and is wiped once its store agrees wholly with what is here."""
        return _told(states.ask_wipe(device, person.account_id, person.branch_id, person.agent_id))

    @router.delete(
        "/v1/admin/devices/{device}/wipe", summary="Want it no more", responses=problems(*_PROBLEMS)
    )
    def withdraw_wipe(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """Take back the wish and every approval, as long as the device was not told."""
        return _told(states.withdraw_wipe(device, person.account_id, person.branch_id, person.agent_id))

    @router.post(
        "/v1/admin/devices/{device}/wipe/approvals",
        summary="Approve a wipe whatever is missing",
        responses=problems(*_PROBLEMS, "wipe_not_asked"),
    )
    def approve_wipe(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """Two different accounts wipe a device of which something is missing; it has a day to send what waits."""
        return _told(states.approve_wipe(device, person.account_id, person.branch_id, person.agent_id))

    return router


def _told(standing: DeviceStanding) -> DeviceStatus:
    device = standing.device
    return DeviceStatus(
        device=device.device,
        state=device.state,
        seen_at=device.seen_at,
        verified_at=device.verified_at,
        wipe_asked_at=device.wipe_asked_at,
        approved_by=tuple(approval.account_id for approval in standing.approvals),
    )
