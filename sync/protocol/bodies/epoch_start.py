"""The first entry of an epoch that was granted by phone."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sync.protocol.wire import Epoch, Hash, Sequence, StrictModel


class EpochStart(StrictModel):
    """`grant`: the answer read out on the phone. `local_head`: where this store's last known epoch ended."""

    grant: Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{12}$")]
    cause: Literal["restore", "clone", "reinstall"]
    local_epoch: Epoch | None = None
    local_seq: Sequence | None = None
    local_head: Hash | None = None
