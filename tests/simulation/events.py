"""The story of a seed as a list of events that can be told, shortened and played again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

STEPS = 200
ROOMS = (12, 20, 32, 60)
"""How many entries a world may come to; small worlds show most mistakes, the largest those that need company."""
LAPTOPS = 3
CROWDS = (1, 2, 3)
"""So many of the laptops do something before the calm end; the last two belong to one agent."""


class Deed(StrEnum):
    """What happens in one step of the world."""

    ENROL = "enrol"
    RENEW = "renew"
    RENEW_STRANGER = "renew_stranger"
    CORRECT = "correct"
    VOID = "void"
    VOID_CASH = "void_cash"
    PAY_AGAIN = "pay_again"
    REFUND = "refund"
    DEPOSIT = "deposit"
    ADJUST = "adjust"
    CLOSE = "close"
    SYNC = "sync"
    CRASH = "crash"
    COPY = "copy"
    RESTORE = "restore"
    RESTORE_WHOLE = "restore_whole"
    CLONE = "clone"
    CLOCK = "clock"
    TIME = "time"
    REVIEW = "review"
    LATE = "late"
    SERVER_RESTARTS = "server_restarts"
    POISON = "poison"
    VERIFY = "verify"
    ENROL_WITH_PHOTO = "enrol_with_photo"
    DEPOSIT_WITH_SLIP = "deposit_with_slip"
    CORRECT_WITH_PHOTO = "correct_with_photo"
    SPOIL = "spoil"
    ROT = "rot"
    LOSE_PICTURE = "lose_picture"
    BUNDLE = "bundle"
    CARRY = "carry"
    ANSWER = "answer"
    SERVER_COPY = "server_copy"
    SERVER_SET_BACK = "server_set_back"


class Fault(StrEnum):
    """What goes wrong during a step; most steps have `NONE`."""

    NONE = "none"
    REQUEST_LOST = "request_lost"
    ANSWER_LOST = "answer_lost"
    REQUEST_LATE = "request_late"
    TWICE = "twice"
    REQUEST_GARBLED = "request_garbled"
    ANSWER_GARBLED = "answer_garbled"
    PORTAL = "portal"
    BUSY = "busy"
    SERVER_DIES_BEFORE = "server_dies_before"
    SERVER_DIES_AFTER = "server_dies_after"
    SERVER_FAULT = "server_fault"
    LAPTOP_DIES_BEFORE = "laptop_dies_before"
    LAPTOP_DIES_AFTER = "laptop_dies_after"
    DISK_FULL = "disk_full"


IMPERSONAL = (
    Deed.REVIEW,
    Deed.LATE,
    Deed.SERVER_RESTARTS,
    Deed.TIME,
    Deed.ROT,
    Deed.LOSE_PICTURE,
    Deed.SERVER_COPY,
    Deed.SERVER_SET_BACK,
    Deed.ANSWER,
)
_DEEDS = {
    Deed.ENROL: 16,
    Deed.RENEW: 8,
    Deed.RENEW_STRANGER: 4,
    Deed.CORRECT: 5,
    Deed.VOID: 5,
    Deed.VOID_CASH: 4,
    Deed.PAY_AGAIN: 3,
    Deed.REFUND: 9,
    Deed.DEPOSIT: 4,
    Deed.ADJUST: 2,
    Deed.CLOSE: 2,
    Deed.SYNC: 100,
    Deed.CRASH: 4,
    Deed.COPY: 4,
    Deed.RESTORE: 4,
    Deed.RESTORE_WHOLE: 1,
    Deed.CLONE: 1,
    Deed.CLOCK: 3,
    Deed.TIME: 4,
    Deed.REVIEW: 22,
    Deed.LATE: 12,
    Deed.SERVER_RESTARTS: 2,
    Deed.POISON: 1,
    Deed.VERIFY: 2,
}
_STRANDS = (
    (
        0.4,
        {
            Deed.ENROL_WITH_PHOTO: 8,
            Deed.DEPOSIT_WITH_SLIP: 5,
            Deed.CORRECT_WITH_PHOTO: 3,
            Deed.SPOIL: 3,
            Deed.ROT: 4,
            Deed.LOSE_PICTURE: 3,
        },
    ),
    (0.4, {Deed.BUNDLE: 16, Deed.CARRY: 18, Deed.ANSWER: 24, Deed.COPY: 8, Deed.RESTORE: 10}),
    (0.3, {Deed.VOID_CASH: 12, Deed.REFUND: 30, Deed.REVIEW: 40, Deed.RESTORE: 8}),
    (0.25, {Deed.SERVER_COPY: 4, Deed.SERVER_SET_BACK: 3}),
)
"""What only some worlds know, with the share of them: a story about few things shows their mistakes sooner."""
_FAULTS = {
    Fault.NONE: 60,
    Fault.REQUEST_LOST: 4,
    Fault.ANSWER_LOST: 7,
    Fault.REQUEST_LATE: 4,
    Fault.TWICE: 4,
    Fault.REQUEST_GARBLED: 2,
    Fault.ANSWER_GARBLED: 2,
    Fault.PORTAL: 3,
    Fault.BUSY: 2,
    Fault.SERVER_DIES_BEFORE: 3,
    Fault.SERVER_DIES_AFTER: 4,
    Fault.SERVER_FAULT: 2,
    Fault.LAPTOP_DIES_BEFORE: 3,
    Fault.LAPTOP_DIES_AFTER: 4,
    Fault.DISK_FULL: 2,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One step: who does what, what goes wrong, and two numbers that choose among what is there at that moment."""

    number: int
    deed: Deed
    laptop: int
    fault: Fault
    first: int
    second: int

    def told(self) -> str:
        """The event as a line of the story."""
        wrong = "" if self.fault is Fault.NONE else f", {self.fault.value.replace('_', ' ')}"
        who = "" if self.deed in IMPERSONAL else f" laptop {self.laptop}"
        return f"{self.number:>3}  {self.deed.value.replace('_', ' ')}{who}{wrong}"


def events_of(seed: int) -> tuple[Event, ...]:
    """The story of a seed: the same for ever."""
    chance = random.Random(seed)
    known = dict(_DEEDS)
    for share, strand in _STRANDS:
        known.update(strand if chance.random() < share else {})
    deeds, faults = list(known), list(_FAULTS)
    deed_weights, fault_weights = tuple(accumulate(known.values())), tuple(accumulate(_FAULTS.values()))
    crowd = chance.choice(CROWDS)
    calm = chance.random() < 0.1
    return tuple(
        Event(
            number=number,
            deed=chance.choices(deeds, cum_weights=deed_weights)[0],
            laptop=LAPTOPS - 1 - chance.randrange(crowd),
            fault=Fault.NONE if calm else chance.choices(faults, cum_weights=fault_weights)[0],
            first=chance.randrange(1_000_000),
            second=chance.randrange(1_000_000),
        )
        for number in range(1, STEPS + 1)
    )
