"""The one table of colours, spaces, radii and type sizes that the whole screen is drawn with."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says; text or an icon always says the same beside it."""

    PLAIN = "plain"
    MUTED = "muted"
    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme as `#RRGGBB`."""

    name: str
    bg: str
    card: str
    sub: str
    well: str
    line: str
    line2: str
    text: str
    muted: str
    input: str
    border: str
    primary: str
    primary_hover: str
    on_primary: str
    chosen: str
    ok: str
    warning: str
    warning_fill: str
    warning_border: str
    error: str
    error_fill: str
    error_border: str
    info: str
    info_fill: str
    disabled: str
    on_disabled: str
    rail: str
    rail_text: str
    rail_strong: str
    rail_active: str
    rail_marker: str
    rail_badge: str

    @property
    def dark(self) -> bool:
        return self.name == "dark"

    def ink(self, tone: Tone) -> str:
        """Colour of text and icons in `tone`."""
        return {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.OK: self.ok,
            Tone.INFO: self.info,
            Tone.WARNING: self.warning,
            Tone.ERROR: self.error,
        }[tone]

    def fill(self, tone: Tone) -> str:
        """Colour behind text in `tone`."""
        return {
            Tone.PLAIN: self.card,
            Tone.MUTED: self.line2,
            Tone.OK: self.chosen,
            Tone.INFO: self.info_fill,
            Tone.WARNING: self.warning_fill,
            Tone.ERROR: self.error_fill,
        }[tone]

    def edge(self, tone: Tone) -> str:
        """Colour of a border in `tone`, at least 3:1 against the card for inputs."""
        return {
            Tone.PLAIN: self.border,
            Tone.MUTED: self.border,
            Tone.OK: self.border,
            Tone.INFO: self.info,
            Tone.WARNING: self.warning_border,
            Tone.ERROR: self.error,
        }[tone]


LIGHT = Palette(
    name="light",
    bg="#F5F7FA",
    card="#FFFFFF",
    sub="#F8FAFC",
    well="#E9EDF2",
    line="#DDE3EA",
    line2="#EEF1F5",
    text="#17212B",
    muted="#566371",
    input="#FFFFFF",
    border="#7D8A97",
    primary="#0B6B4F",
    primary_hover="#095A42",
    on_primary="#FFFFFF",
    chosen="#E3F3ED",
    ok="#0B6B4F",
    warning="#855600",
    warning_fill="#FFF3D6",
    warning_border="#A87100",
    error="#B3261E",
    error_fill="#FDECEA",
    error_border="#D9655E",
    info="#0B5394",
    info_fill="#E5F0FA",
    disabled="#E4E9EE",
    on_disabled="#5A6671",
    rail="#0F2F27",
    rail_text="#C9DAD4",
    rail_strong="#FFFFFF",
    rail_active="#1B4A3D",
    rail_marker="#5FD3A8",
    rail_badge="#28584B",
)

DARK = Palette(
    name="dark",
    bg="#12181D",
    card="#1A2229",
    sub="#1E2730",
    well="#0F1418",
    line="#2F3B45",
    line2="#25303A",
    text="#E6ECF1",
    muted="#9FADB9",
    input="#12181D",
    border="#71808D",
    primary="#35B58B",
    primary_hover="#46C79C",
    on_primary="#08201A",
    chosen="#17382E",
    ok="#5FD3A8",
    warning="#F2C063",
    warning_fill="#33290F",
    warning_border="#B98A2E",
    error="#FF8A80",
    error_fill="#3D1D1B",
    error_border="#C9605A",
    info="#7FBBF0",
    info_fill="#14293B",
    disabled="#26313A",
    on_disabled="#8B98A4",
    rail="#0C1215",
    rail_text="#A9B8B2",
    rail_strong="#FFFFFF",
    rail_active="#17382E",
    rail_marker="#5FD3A8",
    rail_badge="#26312F",
)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in device-independent pixels, on a grid of 4."""

    grid: int = 4
    gap: int = 12
    between_cards: int = 16
    card_padding: int = 20
    page: int = 24
    rail: int = 200
    rail_narrow: int = 60
    header: int = 64
    strip: int = 40
    input: int = 36
    main_button: int = 44
    rail_item: int = 36
    row: int = 41
    radio_card: int = 56
    badge: int = 24
    chip: int = 28
    key_cap: int = 20
    radius_card: int = 12
    radius_input: int = 8
    radius_segment: int = 6
    radius_small: int = 4


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of type in device-independent pixels."""

    meta: int = 11
    label: int = 12
    base: int = 13
    action: int = 14
    heading: int = 16
    total: int = 20
    title: int = 22
    figure: int = 24


METRICS = Metrics()
TYPE = TypeScale()
