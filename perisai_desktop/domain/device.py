"""What a laptop is to its branch, for somebody who asks on the phone."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """Whose device this is, where it reports to, and where its store lies.

    `fingerprint` is of the server's key, as the second half of a device code shows it.
    """

    device: str
    epoch: int
    agent: str = field(repr=False)
    number: str
    office: str
    branch: str
    hotline: str
    server_url: str
    fingerprint: str
    store: str = field(repr=False)
    practice: bool


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One file of the report for whoever helps, and its bytes."""

    name: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Licence:
    """A part of the program and the text of its licence."""

    part: str
    text: str = field(repr=False)
