"""Asks the branch's public page about a receipt, as anybody may who holds one."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sync.client.channel import Channel, ChannelDown
from sync.protocol.receipt_proof import ReceiptLink

TIME_OUT = 8.0
"""Seconds for the whole answer: somebody waits at the table."""


class PublicStanding(StrEnum):
    """The six answers of the page."""

    GENUINE_RECEIVED = "genuine_received"
    GENUINE_NOT_RECEIVED = "genuine_not_received"
    GENUINE_TO_CHECK = "genuine_to_check"
    VOIDED = "voided"
    UNKNOWN = "unknown"
    ALTERED = "altered"


class PublicAnswer(BaseModel):
    """The page as JSON. It carries no signature: it may add to what a signature proves, never deny it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    standing: PublicStanding
    number: str = Field(max_length=20)
    on: date | None
    amount: int | None
    agent_name: str = Field(max_length=200)
    office: str = Field(max_length=200)
    hotline: str = Field(max_length=40)
    worker: str = Field(max_length=200, repr=False)
    others: int = Field(ge=0)
    received_on: date | None


class Busy(Exception):
    """The branch answers others first; `seconds` to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def ask_receipt(channel: Channel, link: ReceiptLink) -> PublicAnswer:
    """`GET /k/NUMBER/DATE/AMOUNT/SIGNATURE` at the pinned server, whatever host the link names.

    Raises `Busy`, and `ChannelDown` for no answer: with detail `unsigned` where something else answered in its place.
    """
    answer = channel.send("GET", link.path, headers={"Accept": "application/json"}, time_out=TIME_OUT)
    if answer.status in (429, 503):
        raise Busy(answer.retry_after or 0)
    if answer.status != 200:
        raise ChannelDown("unsigned" if answer.status < 400 else "connection")
    try:
        read = PublicAnswer.model_validate_json(answer.body)
    except ValidationError:
        raise ChannelDown("unsigned") from None
    if (read.number, read.on) != (link.number, link.on) or read.amount not in (link.amount, None):
        raise ChannelDown("unsigned")
    return read
