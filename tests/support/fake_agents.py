"""The agents of an invented branch, as the reviewer's screen sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from perisai_desktop.domain.branch_agent import AgentBook, AgentLaptop, BranchAgent, LaptopState
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.lost_laptop import HeldChain, HeldList, HeldPerson, LaptopStanding

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
CODE = "7H3KM-Q2X9T-4WDPA-8RC6N"
NAMES = ("Nining Sukaesih", "Ujang Permana", "Siti Maesaroh", "Dadang Suhendar", "Yuyun Wahyuni")


def laptop(device: str, state: LaptopState = LaptopState.ACTIVE) -> AgentLaptop:
    """A laptop that has sent everything."""
    return AgentLaptop(device, state, AT - timedelta(days=90), AT, None, None, 0, 0)


def agent(place: int, **fields: object) -> BranchAgent:
    """An agent without cash; `place` makes it different from the others."""
    made = BranchAgent(
        agent_id=f"agent-{place}",
        number=f"A-{place:04d}",
        name=NAMES[place % len(NAMES)],
        office="Kantor Cibadak",
        branch="Cabang Sukabumi",
        week_entries=40 + place,
        month_entries=160 + place,
        week_enrolments=6 + place,
        month_enrolments=24 + place,
        decided=40,
        returned=2 + place,
        cash=0,
        cash_days=None,
        missing_entries=0,
        missing_receipts=0,
        silent_days=0,
        laptops=(laptop(f"7Q2F{place}"),),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def book() -> AgentBook:
    """Five agents: two with old cash, one silent with holes, one without a laptop."""
    holed = replace(laptop("8R4ZK"), seen_at=AT - timedelta(days=6), missing_entries=4)
    lost = replace(laptop("9S5XM", LaptopState.REVOKED), revoked_at=AT - timedelta(hours=5))
    return AgentBook(
        ON,
        (
            agent(0, cash=1_250_400, cash_days=2),
            agent(1, cash=3_864_000, cash_days=9, silent_days=6, missing_entries=4, laptops=(holed, lost)),
            agent(2, cash=84_000, cash_days=0),
            agent(3, laptops=(), silent_days=None, decided=0, returned=0, month_enrolments=0),
            agent(4, cash=504_000, cash_days=1, laptops=(laptop("6T3WP", LaptopState.PAUSED),)),
        ),
    )


LOST_AT = AT - timedelta(hours=5)
DUE = LOST_AT + timedelta(hours=72)


def standing(**fields: object) -> LaptopStanding:
    """A lost laptop, reported and revoked."""
    lost = LaptopStanding("9S5XM", LaptopState.REVOKED, LOST_AT, DUE)
    return replace(lost, **fields)  # type: ignore[arg-type]


def held(people: int = 6, after: str | None = None) -> HeldList:
    """Some of the people of a lost laptop; the last one is known by the card alone, the first was erased."""
    kinds = ("identity", "contact", "family", "work", "payments", "photos", "signature")
    listed = [
        HeldPerson(
            f"worker-{place}",
            NAMES[place % len(NAMES)],
            f"•••••• •••••• {place:04d}",
            f"0812{place:08d}",
            kinds,
            1,
            4 * place + 1,
            AT - timedelta(days=place),
        )
        for place in range(people)
    ]
    card = {"data": ("identity", "contact", "payments"), "epoch": None, "seq": None, "received_at": None}
    listed[0] = replace(listed[0], name="", nik="", phone="", data=("work", "payments", "erased"))
    listed[-1] = replace(listed[-1], **card)  # type: ignore[arg-type]
    chains = (HeldChain(1, 212, AT - timedelta(days=6), 216, 4),)
    agent = book().agents[1]
    seen = AT - timedelta(days=6)
    return HeldList(
        "9S5XM", agent.number, agent.name, seen, LOST_AT, DUE, chains, tuple(listed), people, after
    )


class FakeAgents:
    """Fulfils the session that the screens ask; `failure` makes the next call fail."""

    def __init__(self) -> None:
        self.told = book()
        self.failure: Failure | None = None
        self.asked = 0
        self.put: list[tuple[str, LaptopState]] = []
        self.coded: list[str] = []
        self.told_standing = standing()
        self.acts: list[tuple[str, object]] = []

    def book(self) -> AgentBook:
        self.asked += 1
        self._fail()
        return self.told

    def put_state(self, device: str, state: LaptopState) -> None:
        self._fail()
        self.put.append((device, state))

    def laptop_code(self, number: str) -> str:
        self._fail()
        self.coded.append(number)
        return CODE

    def standing(self, device: str) -> LaptopStanding:
        self._fail()
        return self.told_standing

    def report(self, device: str, hours_ago: int) -> LaptopStanding:
        return self._act("report", hours_ago)

    def found(self, device: str) -> LaptopStanding:
        return self._act("found", device)

    def wipe(self, device: str) -> LaptopStanding:
        return self._act("wipe", device)

    def keep(self, device: str) -> LaptopStanding:
        return self._act("keep", device)

    def approve(self, device: str) -> LaptopStanding:
        return self._act("approve", device)

    def hand_over(self, giving: str, taking: str) -> int:
        self._act("hand_over", (giving, taking))
        return 24

    def _act(self, name: str, detail: object) -> LaptopStanding:
        self._fail()
        self.acts.append((name, detail))
        return self.told_standing

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
