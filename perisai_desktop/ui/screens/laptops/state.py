"""What the branch sees of its laptops."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.laptop import EpochCode, LaptopGap


@dataclass(frozen=True, slots=True)
class LaptopsState:
    """Gaps by agent, None until they were read, and the code that was made last. `failure` is of what was asked last."""

    gaps: tuple[LaptopGap, ...] | None = None
    laptop: str = ""
    challenge: str = ""
    code: EpochCode | None = None
    busy: bool = False
    failure: Failure | None = None
