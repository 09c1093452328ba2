"""The public answer about a receipt: a page for people, JSON for programs."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from sync.server.domain.receipt_standing import ReceiptAnswer, Standing
from sync.server.routes.callers import rate_guard
from sync.server.routes.problems import problems
from sync.server.routes.receipt_page import PAGE_HEADERS, receipt_page
from sync.server.services.rate_limits import RateLimit
from sync.server.services.receipts import ReceiptChecks


class ReceiptStanding(BaseModel):
    """What the branch knows of a receipt; names of workers are masked."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "standing": "genuine_received",
                    "practice": True,
                    "number": "0ABCD-01-000001-X",
                    "on": "2026-11-22",
                    "amount": 33600,
                    "agent_name": "Agen Contoh",
                    "agent_number": "A-0001",
                    "office": "Kantor Perisai Contoh",
                    "hotline": "175",
                    "worker": "S••• A•••",
                    "others": 0,
                    "received_on": "2026-11-22",
                    "same_number": 0,
                }
            ]
        },
    )

    standing: Standing = Field(description="One of six answers.")
    practice: bool = Field(description="Whether the receipt is a practice receipt: no money was paid.")
    number: str = Field(description="The receipt's number as asked for.")
    on: date | None = Field(description="The local date as asked for; null where it is no date.")
    amount: int | None = Field(description="Whole rupiah as asked for; null where it is no amount.")
    agent_name: str = Field(description="The agent; empty unless the receipt is genuine.")
    agent_number: str = Field(description="The agent's number.")
    office: str = Field(description="The agent office.")
    hotline: str = Field(description="Whom to call.")
    worker: str = Field(description="The masked name of the first worker; empty where it is not known.")
    others: int = Field(description="How many more workers the receipt covers.")
    received_on: date | None = Field(description="The local date on which the branch received it.")
    same_number: int = Field(description="How many other receipts of the branch carry this number.")


def receipts_router(checks: ReceiptChecks, limit: RateLimit) -> APIRouter:
    """GET /k/NUMBER/DATE/AMOUNT/SIGNATURE."""
    router = APIRouter(tags=["receipts"])

    @router.get(
        "/k/{number}/{on}/{amount}/{signature}",
        summary="Check a receipt",
        response_model=ReceiptStanding,
        dependencies=[Depends(rate_guard(limit))],
        responses={
            200: {"content": {"text/html": {"schema": {"type": "string"}}}},
            **problems("too_many_requests"),
        },
    )
    def check(request: Request, number: str, on: str, amount: str, signature: str) -> Response:
        """What the QR of a receipt leads to: an HTML page, or JSON where `Accept` asks for it.

        `on` is YYYYMMDD, `amount` whole rupiah, `signature` the device key's in base64url. No session.
        """
        answer = checks.check(number, on, amount, signature)
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse(_body(answer), headers={"Cache-Control": "no-store", "Vary": "Accept"})
        return HTMLResponse(receipt_page(answer), headers={**PAGE_HEADERS, "Vary": "Accept"})

    return router


def _body(answer: ReceiptAnswer) -> dict[str, object]:
    model = ReceiptStanding(
        standing=answer.standing,
        practice=answer.practice,
        number=answer.number,
        on=answer.on,
        amount=answer.amount,
        agent_name=answer.agent_name,
        agent_number=answer.agent_number,
        office=answer.office,
        hotline=answer.hotline,
        worker=answer.worker,
        others=answer.others,
        received_on=answer.received_on,
        same_number=answer.same_number,
    )
    return model.model_dump(mode="json")
