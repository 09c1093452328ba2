"""The rows of a generated branch once more: for other people, at another team's laptops, in earlier days.

Ids, hashes, NIKs, phones, names, pictures and receipt numbers of a copy are its own, in rows and in the bytes of
entries alike, so that every entry is read as any other; that its chain holds is not proved again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from sync.rules import crockford
from sync.rules.names import name_key
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import DECIDED_KINDS
from sync.server.demo.people import FAMILY, MEN, WOMEN

Row = Mapping[str, Any]

_ID = rb"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
_IDS = re.compile(_ID.decode())
_TOLD = re.compile(
    _ID + rb'|[0-9a-f]{64}|"seq":\d+|"device":"\w{5}"|0\w{4}-\d\d-\d{6}-[0-9A-Z]'
    rb'|"(?:nik|phone|name)":"[^"]+"'
)
_NAMING = frozenset(
    {
        *("entry_id", "action_id", "worker_id", "parent_id", "batch_id", "decision_id", "deposited_by"),
        *("owner", "evidence", "payload", "missing"),
    }
)
_HASHES = frozenset({"hash", "entry_hash", "prev_hash", "base", "theirs"})
_SERIALS = 9_999
_DECIDED_FROM = 2
"""What is older by so many spans was decided, but for a rest that waits, and the money of its deposits seen."""
_OUTCOMES = ("approved", "registered", "flagged", "returned", "refused", "parked", "suspense", "in_review")
_SHARES = (62, 20, 8, 4, 3, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Seed:
    """The generated branch: its rows by table, the days it spans, a reviewer's account, and names by entry.

    `seqs`, `positions` and `counters` (by device) are how far a chain, a feed and the receipts reach in it at most.
    """

    rows: Mapping[str, Sequence[Row]]
    span: timedelta
    reviewer: str
    names: Mapping[str, str]
    seqs: int
    positions: int
    counters: Mapping[str, int]


@dataclass(slots=True)
class Copy:
    """Copy `number` of `seed`, by the agents of a `team`, `age` spans ago; `place` counts a team's copies from its oldest.

    `taken` are the NIKs of all copies made so far.
    """

    seed: Seed
    number: int
    team: int
    age: int
    place: int
    taken: set[str]
    hashes: dict[str, str] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    niks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Rewrite what other rows name by its digest or number: receipts, personal parts, and entries in their order."""
        rows = self.seed.rows
        for row in rows["receipt"]:
            number = ReceiptNumber(device_of(self.team, row["device"]), row["epoch"], self._counter(row))
            self.numbers[row["number"]] = str(number)
        for row in rows["personal_part"]:
            self.contents[row["hash"]] = content = self._bytes(row["content"])
            self.hashes[sha256(row["content"]).hexdigest()] = sha256(content).hexdigest()
        for row in sorted(rows["entry"], key=lambda row: (row["device"], row["epoch"], row["seq"])):
            raw = self._bytes(row["raw"])
            self.hashes[row["hash"]] = digest = sha256(raw).hexdigest()
            self.contents[digest] = raw

    def of(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Every row of a table as this copy has it, columns as the seed has them."""
        for row in self.seed.rows[table]:
            changed = {name: self._value(name, value) for name, value in row.items()}
            yield tuple({**changed, **self._placed(table, row)}.values())

    def _placed(self, table: str, row: Row) -> Row:
        """The columns of a row that hang on more than their own value."""
        positions = self.place * self.seed.positions
        match table:
            case "entry":
                return {
                    "raw": self.contents[self.hashes[row["hash"]]],
                    "seq": row["seq"] + self.place * self.seed.seqs,
                    "feed_position": row["feed_position"] + positions,
                }
            case "personal_part":
                return {"content": self.contents[row["hash"]]}
            case "receipt":
                matched = self.age >= _DECIDED_FROM and row["deposit"] == "deposited"
                return {"counter": self._counter(row), **({"deposit": "matched"} if matched else {})}
            case "feed":
                return {"position": row["position"] + positions}
            case "worker_register":
                named = self._name(self.seed.names.get(row["entry_id"], ""))
                return {"name_key": name_key(named) or row["name_key"]}
            case "review" if self.age >= _DECIDED_FROM and row["kind"] in DECIDED_KINDS:
                return self._settled(row)
        return {}

    def _counter(self, receipt: Row) -> int:
        return int(receipt["counter"]) + self.place * self.seed.counters[receipt["device"]]

    def _settled(self, row: Row) -> Row:
        if row["state"] not in ("received", "flagged"):
            return {}
        chance = random.Random(f"{self.number} {row['entry_id']}")
        (state,) = chance.choices(_OUTCOMES, _SHARES)
        open_now = state == "in_review"
        return {
            "state": state,
            "claimed_by": self.seed.reviewer if open_now else None,
            "claimed_at": row["received_at"] if open_now else None,
            "state_before_claim": row["state"] if open_now else None,
        }

    def _value(self, name: str, value: Any) -> Any:
        """A column's value, translated by what the column is."""
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, date):
            return value - self.age * self.seed.span
        if name in _NAMING:
            return _IDS.sub(lambda found: self._id(found[0]), value)
        if name in _HASHES:
            return self.hashes.get(value, value)
        match name:
            case "device":
                return device_of(self.team, value)
            case "agent_id" | "stream":
                return agent_of(self.team, value)
            case "number" | "receipt_number":
                return self.numbers.get(value, value)
            case "sha256":
                return self._picture(value)
            case "nik":
                return self._nik(value)
            case "phone":
                return self._phone(value)
            case "born_trace" | "lives_trace":
                return f"{value} {self.number}"
        return value

    def _bytes(self, content: bytes) -> bytes:
        """An entry or a personal part with everything in it that is a copy's own."""
        return _TOLD.sub(lambda found: self._told(found[0].decode()).encode(), content)

    def _told(self, text: str) -> str:
        label, _, quoted = text.partition(":")
        match label:
            case '"seq"':
                return f"{label}:{int(quoted) + self.place * self.seed.seqs}"
            case '"device"':
                return f'{label}:"{device_of(self.team, quoted[1:-1])}"'
            case '"nik"':
                return f'{label}:"{self._nik(quoted[1:-1])}"'
            case '"phone"':
                return f'{label}:"{self._phone(quoted[1:-1])}"'
            case '"name"':
                return f'{label}:"{self._name(quoted[1:-1])}"'
        if len(text) == 64:
            return self.hashes.get(text) or self._picture(text)
        return self._id(text) if len(text) == 36 else self.numbers.get(text, text)

    def _id(self, text: str) -> str:
        return f"{text[:28]}{(int(text[28:], 16) + self.number * 0x9E3779B1) & 0xFFFFFFFF:08x}"

    def _picture(self, digest: str) -> str:
        return f"{digest[:-8]}{(int(digest[-8:], 16) + self.number) & 0xFFFFFFFF:08x}"

    def _nik(self, nik: str) -> str:
        """Another NIK of the same region, birth date and sex, which nobody has."""
        if nik not in self.niks:
            serial = int(nik[12:])
            while True:
                serial = (serial + self.number * 37) % _SERIALS + 1
                if (made := f"{nik[:12]}{serial:04d}") not in self.taken:
                    break
            self.taken.add(made)
            self.niks[nik] = made
        return self.niks[nik]

    def _phone(self, phone: str) -> str:
        return f"{phone[:4]}{(int(phone[4:]) + self.number * len(self.seed.names)) % 10**8:08d}"

    def _name(self, name: str) -> str:
        """A person of the same sex with another name; one that is spelled as nobody's is left."""
        given, _, family = name.rpartition(" ")
        of_sex = next((names for names in (WOMEN, MEN) if given in names), None)
        if of_sex is None or family not in FAMILY:
            return name
        first = of_sex[(of_sex.index(given) + self.number) % len(of_sex)]
        return f"{first} {FAMILY[(FAMILY.index(family) + self.number // len(of_sex)) % len(FAMILY)]}"


def device_of(team: int, device: str) -> str:
    """The laptop of a team's agent that stands for one of the first team's."""
    return f"0{crockford.encode((crockford.decode(device[1:]) + team * 0x9E37) & 0xFFFFF, 4)}"


def agent_of(team: int, agent_id: str) -> str:
    """The agent of a team who stands for one of the first team's."""
    return f"{agent_id[:-2]}{(int(agent_id[-2:], 16) + team) & 0xFF:02x}"
