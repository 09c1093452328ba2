"""What the deposit does: reads the receipts in hand, takes what stands on the slip, and writes it down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.till import CashReceipt, DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.ui.screens.deposit.state import DepositState
from sync.rules.dates import format_short_date

Read = tuple[tuple[CashReceipt, ...], int]


@dataclass(frozen=True, slots=True)
class DepositPorts:
    """What the deposit asks of services: the receipts with all cash in hand, a picture, and the deposit itself.

    Each raises Failure.
    """

    read: Callable[[], Read]
    slip: Callable[[Path], bytes]
    deposit: Callable[[DepositWish], str]


class DepositPresenter:
    """Begins with everything in hand at this instant (`now`, local); `done` hears the entry that was written."""

    def __init__(
        self,
        ports: DepositPorts,
        jobs: Jobs,
        show: Callable[[DepositState], None],
        now: datetime,
        done: Callable[[str], None],
    ) -> None:
        self._ports = ports
        self._jobs = jobs
        self._show = show
        self._done = done
        offset = now.utcoffset()
        self.state = DepositState(
            day=format_short_date(now.date()),
            clock=f"{now:%H.%M}",
            utc_offset=0 if offset is None else int(offset.total_seconds()) // 60,
        )

    def load(self) -> None:
        """Read the receipts in hand."""
        self._jobs.run(Lane.LOCAL, self._ports.read, self._read)

    def toggle(self, number: str) -> None:
        """Choose a receipt, or leave it out; one whose void is asked for stays out."""
        state = self.state
        if number in state.free:
            self.choose(state.chosen ^ {number})

    def choose(self, numbers: Iterable[str]) -> None:
        """Choose these receipts and no others."""
        chosen = self.state.free & frozenset(numbers)
        self._present(replace(self.state, chosen=chosen, failure=None))

    def type_amount(self, text: str) -> None:
        """Take another amount than the receipts' sum."""
        self._present(replace(self.state, amount=text, failure=None))

    def leave_amount(self) -> None:
        """The field is left: an empty amount follows the receipts again."""
        if self.state.amount == "":
            self._present(replace(self.state, amount=None))

    def type_code(self, text: str) -> None:
        """Take the kode iuran."""
        self._present(replace(self.state, code=text, failure=None))

    def choose_channel(self, channel: DepositChannel) -> None:
        """By which way it was deposited."""
        self._present(replace(self.state, channel=channel, failure=None))

    def type_when(self, day: str, clock: str) -> None:
        """Take date and time of the slip."""
        self._present(replace(self.state, day=day, clock=clock, failure=None))

    def choose_reason(self, code: str) -> None:
        """Take the reason for a difference."""
        self._present(replace(self.state, reason=code, failure=None))

    def take_slip(self, path: Path) -> None:
        """Read the picture of the slip from a file."""
        self._present(replace(self.state, failure=None))
        self._jobs.run(
            Lane.LOCAL, lambda: self._ports.slip(path), lambda outcome: self._slip_read(path.name, outcome)
        )

    def drop_slip(self) -> None:
        """Leave the picture out."""
        self._present(replace(self.state, slip=b"", slip_name="", failure=None))

    def deposit(self) -> None:
        """Write the deposit; once at a time."""
        state, at = self.state, self.state.deposited_at
        if not state.ready or at is None or state.deposited is None:
            return
        wish = DepositWish(
            numbers=state.numbers,
            amount=state.deposited,
            billing_code=state.code,
            channel=state.channel,
            deposited_at=at,
            reason=state.reason if state.difference else "",
            slip=state.slip,
        )
        self._present(replace(state, busy=True, failure=None))
        self._jobs.run(Lane.LOCAL, lambda: self._ports.deposit(wish), self._deposited)

    def _read(self, outcome: Ok[Read] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
            return
        receipts, rupiah = outcome.value
        state = replace(self.state, receipts=receipts, rupiah=rupiah, loaded=True)
        self._present(replace(state, chosen=state.free))

    def _slip_read(self, name: str, outcome: Ok[bytes] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, slip=outcome.value, slip_name=name))

    def _deposited(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._done(outcome.value)

    def _present(self, state: DepositState) -> None:
        self.state = state
        self._show(state)
