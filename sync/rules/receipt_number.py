"""The receipt number `DDDDD-EE-NNNNNN-C`: device, epoch, gapless counter and check character."""

from dataclasses import dataclass
from functools import lru_cache

from sync.rules import crockford

DEVICE_LENGTH = 5
EPOCH_LENGTH = 2
COUNTER_LENGTH = 6
_BODY_LENGTH = DEVICE_LENGTH + EPOCH_LENGTH + COUNTER_LENGTH
_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_character(body: str) -> str:
    """The check character of digits and capital letters by ISO/IEC 7064 MOD 37,36 (hybrid system).

    It finds every single wrong character and nearly every exchange of two neighbours.
    Raises ValueError for other characters.
    """
    product = 36
    for character in body:
        total = (product + _CHARACTERS.index(character)) % 36 or 36
        product = total * 2 % 37
    return _CHARACTERS[(37 - product) % 36]


def practice_device(device: str) -> bool:
    """Whether a device code belongs to practice: those begin with `0`."""
    return device.startswith("0")


@dataclass(frozen=True, slots=True, order=True)
class ReceiptNumber:
    """The number of one receipt; the counter has no gap within a device and epoch and begins at 1."""

    device: str
    epoch: int
    counter: int

    def __post_init__(self) -> None:
        if len(self.device) != DEVICE_LENGTH or any(c not in crockford.ALPHABET for c in self.device):
            raise ValueError("receipt_device_malformed")
        if not 1 <= self.epoch < 10**EPOCH_LENGTH:
            raise ValueError("receipt_epoch_out_of_range")
        if not 1 <= self.counter < 10**COUNTER_LENGTH:
            raise ValueError("receipt_counter_out_of_range")

    @property
    def body(self) -> str:
        """The 13 characters that the check character is made over."""
        return f"{self.device}{self.epoch:02d}{self.counter:06d}"

    @property
    def check(self) -> str:
        """The check character."""
        return check_character(self.body)

    @property
    def practice(self) -> bool:
        """Whether the receipt was issued in practice."""
        return practice_device(self.device)

    def __str__(self) -> str:
        return f"{self.device}-{self.epoch:02d}-{self.counter:06d}-{self.check}"

    @staticmethod
    @lru_cache(maxsize=1_024)
    def parse(text: str) -> "ReceiptNumber":
        """Read a number as printed or typed: any case, with or without dashes, I and L for 1, O for 0.

        Raises ValueError where it is malformed or its check character is wrong. The last ones are remembered: the form
        of a receipt, its signature and the gaps before it are each judged by its number.
        """
        typed = "".join(character for character in text.upper() if character not in " -")
        if len(typed) != _BODY_LENGTH + 1:
            raise ValueError("receipt_number_malformed")
        body = crockford.normalise(typed[:_BODY_LENGTH])
        epoch, counter = body[DEVICE_LENGTH : DEVICE_LENGTH + EPOCH_LENGTH], body[-COUNTER_LENGTH:]
        if not (epoch.isdigit() and counter.isdigit()):
            raise ValueError("receipt_number_malformed")
        number = ReceiptNumber(body[:DEVICE_LENGTH], int(epoch), int(counter))
        if number.check != typed[-1]:
            raise ValueError("receipt_check_character")
        return number
