"""What the screen of a kelompok does: keeps what is typed, has it judged, and takes the money receipt by receipt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.roll import Judged, Known, Roll
from perisai_desktop.ui.screens.kelompok.judging_round import JudgingRound, ReadKelompok
from perisai_desktop.ui.screens.kelompok.page_run import PageRun
from perisai_desktop.ui.screens.kelompok.payment_run import PaymentRun
from perisai_desktop.ui.screens.kelompok.ports import KelompokPorts
from perisai_desktop.ui.screens.kelompok.prefill import filled_by_nik
from perisai_desktop.ui.screens.kelompok.state import KelompokState, Part, ReadingOn, with_reason
from sync.rules.programmes import PayerKind

Show = Callable[[KelompokState], None]


class KelompokPresenter:
    """Everything typed is kept at once, and judged in rounds: what is typed during one is judged in the next."""

    def __init__(self, ports: KelompokPorts, jobs: Jobs, show: Show, today: date) -> None:
        self._ports = ports
        self._jobs = jobs
        self._show = show
        self._today = today
        self._roll: Roll | None = None
        self._judging = self._again = False
        self.state = KelompokState()

    def load(self) -> None:
        """Read which kelompok are not paid; the open one stays open."""
        self._jobs.run(Lane.LOCAL, self._ports.grouping.all, self._loaded)

    def begin(self, kind: KelompokKind) -> None:
        """Begin a kelompok; it is kept once something is typed."""
        self.show_kelompok(self._ports.grouping.new(kind))

    def show_kelompok(self, kelompok: Kelompok) -> None:
        """Open a kelompok with its lines."""
        grouping = self._ports.grouping

        def work() -> ReadKelompok:
            members = grouping.members(kelompok)
            return ReadKelompok(kelompok, members, grouping.roll(), grouping.next_row(kelompok, members))

        self._jobs.run(Lane.LOCAL, work, self._read)

    def leave(self) -> None:
        """Back to the choice; what was typed stays a draft, and the receipts of this sitting stay in sight.

        Not while a list is being read or money is being taken.
        """
        if self.state.busy:
            return
        self._present(replace(self.state, kelompok=None, people=(), row=None, failure=None, part=Part.ALL))
        self.load()

    def discard(self, kelompok_id: str) -> None:
        """Forget a kelompok with everything that was typed in it."""
        self._jobs.run(
            Lane.LOCAL, lambda: self._ports.grouping.discard(kelompok_id), lambda _outcome: self.leave()
        )

    def tell_reading(self, reading: ReadingOn | None) -> None:
        """Show how far a list was read; None: it is not read any more."""
        self._present(replace(self.state, reading=reading, failure=None))

    def narrow(self, part: Part) -> None:
        """Show some of the lines."""
        self._present(replace(self.state, part=part, row=None))

    def choose(self, row: int | None) -> None:
        """Choose a line."""
        self._present(replace(self.state, row=row))

    def edit(self, row: int | None, field: str, text: str) -> None:
        """Type into a field of a line; None is the empty line at the end. The NIK fills what it says."""
        state = self.state
        if state.kelompok is None or state.busy:
            return
        one = next((one.member for one in state.people if one.member.row == row), None)
        if one is None:
            if not text.strip():
                return
            one = Member(state.next_row)
            state = replace(state, next_row=state.next_row + 1)
            self._present(state)
        typed: dict[str, Any] = {field: text}
        form = replace(one.form, **typed)
        if field == "nik":
            form = filled_by_nik(form, self._today)
        self._change([replace(one, form=form)])
        self._present(replace(self.state, row=one.row))

    def explain(self, row: int, code: str, words: str) -> None:
        """Take the reason for a warning."""
        self._change([with_reason(one, code, words) for one in self.state.people if one.member.row == row])

    def explain_all(self, code: str, words: str) -> None:
        """Take the same reason wherever the warning stands without one."""
        self._change(
            [
                with_reason(one, code, words)
                for one in self.state.people
                if any(found.reaction.value == code for found in one.open_warnings)
            ]
        )

    def list_person(self, row: int, listed: bool) -> None:
        """Say whether somebody stands on the signed list."""
        self._change(
            [replace(one.member, listed=listed) for one in self.state.people if one.member.row == row]
        )

    def remove(self, row: int) -> None:
        """Take a line out of the kelompok."""
        kelompok = self.state.kelompok
        if kelompok is None or self.state.busy:
            return
        people = tuple(one for one in self.state.people if one.member.row != row)
        self._present(replace(self.state, people=people, row=None))
        self._save(lambda: self._ports.grouping.drop(kelompok.kelompok_id, [row]))

    def set_payer(self, payer: PayerKind) -> None:
        """Who pays, as the law tells payers apart."""
        self._set(payer=payer)

    def name_payer(self, name: str) -> None:
        """Who hands over the money."""
        self._set(payer_name=name)

    def share(self, field: str, text: str) -> None:
        """Type what holds for everybody whose line says nothing."""
        kelompok = self.state.kelompok
        if kelompok is not None:
            typed: dict[str, Any] = {field: text}
            self._set(shared=replace(kelompok.shared, **typed))

    def capture_in(self, village: str) -> None:
        """Where the people are."""
        self._set(captured_in=village)

    def add_pages(self, paths: Sequence[Path]) -> None:
        """Take photographed pages of the list that the people signed from files."""
        kelompok = self.state.kelompok
        if kelompok is None or self.state.busy or not (paths and self.state.people):
            return
        add = self._ports.grouping.add_pages
        run = PageRun(self._ports.page, lambda pages: add(kelompok, pages), self._jobs, self._paged)
        run.go_on(paths)

    def drop_pages(self) -> None:
        """Leave the pages of the signed list out."""
        kelompok = self.state.kelompok
        if kelompok is not None and not self.state.busy:
            self._jobs.run(Lane.LOCAL, lambda: self._ports.grouping.drop_pages(kelompok), self._paged)

    def pay(self) -> None:
        """Take the money of everybody who is ready, one receipt after the other."""
        state = self.state
        if state.kelompok is None or state.busy or self._judging or not state.receipts:
            return
        self._present(replace(state, paying=len(state.receipts), paid=0, issued=(), failure=None))
        kelompok = replace(state.kelompok, payer_name=state.payer_name)
        run = PaymentRun(
            self._ports.enrol, self._jobs, self._paid, lambda failure: self._all_paid(kelompok, failure)
        )
        run.go_on(kelompok, state.receipts)

    def _paid(self, receipt: Receipt) -> None:
        state = self.state
        self._present(replace(state, paid=state.paid + 1, issued=(*state.issued, receipt)))
        self._ports.written()

    def _all_paid(self, kelompok: Kelompok, failure: Failure | None) -> None:
        """Back to the beginning where nobody is left, else on with whoever is not ready."""
        issued = self.state.issued
        over = len(self.state.people) == sum(map(len, self.state.receipts))
        self._present(replace(self.state, paying=0, failure=failure))
        if over and failure is None:
            self.leave()
        else:
            self.show_kelompok(kelompok)
        if len(issued) == 1 and failure is None:
            self._ports.issued(issued[0])

    def _set(self, **values: Any) -> None:
        if self.state.kelompok is None or self.state.busy:
            return
        kelompok = replace(self.state.kelompok, **values)
        self._present(replace(self.state, kelompok=kelompok, failure=None))
        self._save(lambda: self._ports.grouping.keep(kelompok))

    def _change(self, members: Sequence[Member]) -> None:
        """Show lines as typed, and have them kept and judged."""
        kelompok, roll = self.state.kelompok, self._roll
        if kelompok is None or roll is None or self.state.busy or not members:
            return
        typed = {one.member.row: one for one in roll.judge(kelompok, members, Known())}
        people = tuple(typed.pop(one.member.row, one) for one in self.state.people)
        self._present(replace(self.state, people=(*people, *typed.values()), failure=None))
        self._save(lambda: self._ports.grouping.keep(kelompok, members))

    def _save(self, work: Callable[[], object]) -> None:
        self._jobs.run(Lane.LOCAL, work, self._saved)
        self._judge()

    def _saved(self, outcome: Ok[object] | Err) -> None:
        if isinstance(outcome, Err):
            self.fail(outcome.failure)

    def _judge(self) -> None:
        """Have all lines judged; one round at a time."""
        kelompok, roll = self.state.kelompok, self._roll
        if kelompok is None or roll is None:
            return
        if self._judging:
            self._again = True
            return
        self._judging = True
        members = tuple(one.member for one in self.state.people)
        self._round(lambda: self._again).judge(
            roll, kelompok, members, lambda outcome: self._judged(outcome, kelompok.kelompok_id)
        )

    def _round(self, stale: Callable[[], bool]) -> JudgingRound:
        return JudgingRound(self._ports.grouping, self._jobs, stale)

    def _judged(self, outcome: Ok[tuple[Judged, ...]] | Err, kelompok_id: str) -> None:
        self._judging = False
        again, self._again = self._again, False
        kelompok = self.state.kelompok
        if again:
            self._judge()
        elif isinstance(outcome, Err):
            self.fail(outcome.failure)
        elif kelompok is not None and kelompok.kelompok_id == kelompok_id:
            self._present(replace(self.state, people=outcome.value))

    def _loaded(self, outcome: Ok[tuple[Kelompok, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
        else:
            self._present(replace(self.state, loaded=True, unpaid=outcome.value))

    def _read(self, outcome: Ok[ReadKelompok] | Err) -> None:
        if isinstance(outcome, Err):
            self.fail(outcome.failure)
            return
        read = outcome.value
        self._round(lambda: False).judge(
            read.roll, read.kelompok, read.members, lambda judged: self._opened(judged, read)
        )

    def _opened(self, outcome: Ok[tuple[Judged, ...]] | Err, read: ReadKelompok) -> None:
        if isinstance(outcome, Err):
            self.fail(outcome.failure)
            return
        state, people, self._roll = self.state, outcome.value, read.roll
        same = state.kelompok is not None and state.kelompok.kelompok_id == read.kelompok.kelompok_id
        self._present(
            replace(
                state,
                kelompok=read.kelompok,
                people=people,
                row=people[0].member.row if people else None,
                next_row=read.next_row,
                part=state.part if same else Part.ALL,
                issued=state.issued if same else (),
                failure=state.failure if same else None,
            )
        )

    def _paged(self, outcome: Ok[Kelompok] | Err) -> None:
        if isinstance(outcome, Err):
            self.fail(outcome.failure)
            return
        kelompok = self.state.kelompok
        if kelompok is not None and kelompok.kelompok_id == outcome.value.kelompok_id:
            self._set(pages=outcome.value.pages)

    def fail(self, failure: Failure) -> None:
        """Say what went wrong."""
        self._present(replace(self.state, failure=failure))

    def _present(self, state: KelompokState) -> None:
        self.state = state
        self._show(state)
