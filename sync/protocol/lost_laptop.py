"""What a branch says and is told about a laptop that is lost: the report, and of whom it held data."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Count, Device, Epoch, Instant, Sequence, StrictModel, Uuid

MOST_PEOPLE = 200
"""The most people of one page of the list."""
MOST_HOURS = 720
"""So many hours ago, at most, the branch was told of a loss that is reported."""


class LossReport(StrictModel):
    """`POST /v1/admin/devices/{device}/loss`: how many whole hours ago the branch was told."""

    hours_ago: Annotated[int, Field(ge=0, le=MOST_HOURS)] = 0


class HeldChain(AnswerModel):
    """A chain of a laptop: its newest entry that arrived and its newest that it told of, 0 for none; `missing` are
    the entries known to exist that have not arrived."""

    epoch: Epoch
    received: Count
    received_at: Instant | None = None
    told: Count
    missing: Count


class HeldPerson(AnswerModel):
    """Somebody whose data was on a laptop, as the branch knows the person today.

    `name` and `nik` are empty where the branch has erased them; of the NIK only the last four digits are told.
    `epoch`, `seq`, `received_at`: the person's newest entry of this laptop; absent where it had the card alone.
    """

    worker_id: Uuid
    name: Annotated[str, Field(repr=False)]
    nik: Annotated[str, Field(repr=False)]
    phone: Annotated[str, Field(repr=False)]
    data: Annotated[
        tuple[str, ...],
        Field(
            description="identity, contact, family, bank, work, payments, photos, signature;"
            " erased: the branch has erased what it was."
        ),
    ]
    epoch: Epoch | None = None
    seq: Sequence | None = None
    received_at: Instant | None = None


class LaptopRecords(AnswerModel):
    """`GET /v1/admin/devices/{device}/records?after=`: by worker id; `total`: how many people in all. The next page is
    after `after`, the last one has none. `notice_due`: until when they are to be told (UU 27/2022, article 46)."""

    device: Device
    agent_number: str
    agent_name: str
    state: Annotated[str, Field(description="active, paused, revoked_drain or wiped.")]
    seen_at: Annotated[Instant, Field(description="When it last said hello.")]
    lost_at: Annotated[Instant | None, Field(description="When the branch was told that it is lost.")] = None
    notice_due: Instant | None = None
    chains: tuple[HeldChain, ...]
    people: tuple[HeldPerson, ...]
    total: Count
    after: Uuid | None = None
