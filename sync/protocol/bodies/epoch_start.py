"""The first entry of an epoch that was granted by phone."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sync.protocol.wire import Epoch, Hash, Sequence, StrictModel


class EpochStart(StrictModel):
    """`grant`: the answer read out on the phone. `local_epoch`, `local_seq`, `local_head`: where the epoch ended that is
    left, by the mark outside the store where that is beyond it."""

    grant: Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{12}$")]
    cause: Literal["restore", "clone", "reinstall"]
    local_epoch: Epoch | None = None
    local_seq: Sequence | None = None
    local_head: Hash | None = None
