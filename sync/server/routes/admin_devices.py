"""Administration of devices: their states, a loss and of whom they held data, and the wipe that a proof or two people allow."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sync.protocol.agents import DeviceStateRequest, DeviceStatus
from sync.protocol.identifiers import UUID7_PATTERN
from sync.protocol.lost_laptop import LaptopRecords, LossReport
from sync.rules.breach import notice_due
from sync.server.refusals import Refusal
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.device_states import STATES, DeviceStanding, DeviceStates
from sync.server.services.held_records import HeldRecords

_READING = (
    "session_missing",
    "session_lapsed",
    "role_not_allowed",
    "password_must_change",
    "laptop_unknown",
)
_PROBLEMS = (*_READING, "maker_is_checker", "move_refused")


def admin_devices_router(states: DeviceStates, held: HeldRecords, guard: Guard) -> APIRouter:
    """/v1/admin/devices/*: branch administrators act in their own branch, operators everywhere."""
    router = APIRouter(tags=["admin"])

    @router.get("/v1/admin/devices/{device}", summary="How a device stands", responses=problems(*_READING))
    def standing(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """State, last hello, a loss that was reported, and a wipe that is wanted with who approves it."""
        return _told(states.standing(device, person.branch_id), person)

    @router.get(
        "/v1/admin/devices/{device}/records",
        summary="Of whom a device held data",
        responses=problems(*_READING, "request_invalid"),
    )
    def records(
        device: str,
        person: Annotated[SignedIn, Depends(guard)],
        after: Annotated[
            str | None, Query(pattern=UUID7_PATTERN, description="Only what lies above this worker id.")
        ] = None,
    ) -> LaptopRecords:
        """Everybody of whom it wrote, for whom it took money, or whose card it was given, two hundred at a time, with
        what of its chains has not arrived. Who was told of whom is in the audit trail before a page goes out."""
        return held.page(device, person.account_id, person.branch_id, after or "")

    @router.post(
        "/v1/admin/devices/{device}/loss",
        summary="Report a device lost, and revoke it",
        responses=problems(*_PROBLEMS, "request_invalid"),
        openapi_extra=body_of(LossReport, {"hours_ago": 2}),
    )
    def report_lost(
        device: str, person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> DeviceStatus:
        """From the first report the 3 x 24 hours run in which the people on it are told."""
        asked = read_model(LossReport, body)
        return _told(
            states.report_lost(device, asked.hours_ago, person.account_id, person.branch_id, person.agent_id),
            person,
        )

    @router.delete(
        "/v1/admin/devices/{device}/loss", summary="Take the report back", responses=problems(*_PROBLEMS)
    )
    def found_again(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """It was found: nobody has to be told. It stays revoked until it is let work again."""
        return _told(states.found_again(device, person.account_id, person.branch_id, person.agent_id), person)

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
        return _told(
            states.put(device, asked.state, person.account_id, person.branch_id, person.agent_id), person
        )

    @router.post(
        "/v1/admin/devices/{device}/wipe", summary="Want a device wiped", responses=problems(*_PROBLEMS)
    )
    def ask_wipe(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """The device writes nothing more, and is wiped once its store agrees wholly with what is here."""
        return _told(states.ask_wipe(device, person.account_id, person.branch_id, person.agent_id), person)

    @router.delete(
        "/v1/admin/devices/{device}/wipe", summary="Want it no more", responses=problems(*_PROBLEMS)
    )
    def withdraw_wipe(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """Take back the wish and every approval, as long as the device was not told."""
        return _told(
            states.withdraw_wipe(device, person.account_id, person.branch_id, person.agent_id), person
        )

    @router.post(
        "/v1/admin/devices/{device}/wipe/approvals",
        summary="Approve a wipe whatever is missing",
        responses=problems(*_PROBLEMS, "wipe_not_asked"),
    )
    def approve_wipe(device: str, person: Annotated[SignedIn, Depends(guard)]) -> DeviceStatus:
        """Two different accounts wipe a device of which something is missing; it has a day to send what waits."""
        return _told(
            states.approve_wipe(device, person.account_id, person.branch_id, person.agent_id), person
        )

    return router


def _told(standing: DeviceStanding, person: SignedIn) -> DeviceStatus:
    device = standing.device
    return DeviceStatus(
        device=device.device,
        state=device.state,
        seen_at=device.seen_at,
        revoked_at=device.revoked_at,
        verified_at=device.verified_at,
        wipe_asked_at=device.wipe_asked_at,
        lost_at=device.lost_at,
        notice_due=None if device.lost_at is None else notice_due(device.lost_at),
        approved_by=standing.approvers,
        approved_by_me=any(one.account_id == person.account_id for one in standing.approvals),
    )
