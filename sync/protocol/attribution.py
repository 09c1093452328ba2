"""Money for somebody whom the branch does not know by the id it was paid under: whom a reviewer finds, and says it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Day, Hash, Month, Rupiah, StrictModel, Uuid


class StrangePayer(AnswerModel):
    """Somebody a payment names whom the branch does not know so; NIK and name as the agent wrote them, rupiah paid."""

    worker_id: Uuid
    nik: Annotated[str, Field(repr=False)] = ""
    name: Annotated[str, Field(repr=False)] = ""
    rupiah: Rupiah


class FoundWorker(AnswerModel):
    """A worker of the branch; `paid_until` is the last month of the unbroken run of paid ones."""

    worker_id: Uuid
    nik: Annotated[str, Field(repr=False)]
    name: Annotated[str, Field(repr=False)]
    birth_date: Day | None = None
    agent_name: str
    paid_until: Month | None = None


class WorkerSearch(StrictModel):
    """`POST /v1/review/workers`: a NIK, a phone, the number of a receipt, or how a name begins; in the body, for addresses are
    written down on their way."""

    text: Annotated[str, Field(max_length=200, repr=False)]


class FoundWorkers(AnswerModel):
    """`POST /v1/review/workers`: who has this NIK, phone or receipt, or a name that begins so, at most twenty by name."""

    workers: tuple[FoundWorker, ...]


class AttributionRequest(StrictModel):
    """`POST /v1/review/records/{entry_id}/attribution`: what was paid for `payer` in the content with this hash was paid
    for `worker`."""

    hash: Hash
    payer: Uuid
    worker: Uuid
