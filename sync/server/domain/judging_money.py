"""Verdicts on contributions and receipts: prices, months, sums, numbers and signatures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sync.protocol.bodies.contribution import Contribution, ContributionLine, ContributionPersonal
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.encoding import from_base64url
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.signatures import verify
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import check_payment, paid_until
from sync.rules.reactions import Reaction
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import VerdictKind
from sync.server.domain.arrivals import Arrival
from sync.server.domain.checks.finding import Check
from sync.server.domain.checks.money import months_of_gap
from sync.server.domain.facts import Desk
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.pricing_check import price_fault
from sync.server.domain.verdicts import Verdict, flagged, needs_fix


@dataclass(frozen=True, slots=True)
class ReceiptJudgement:
    """A receipt's verdict; `genuine`: number and signature are the device's own and the number is free."""

    verdict: Verdict
    number: ReceiptNumber
    genuine: bool


def judge_contribution(
    arrival: Arrival, desk: Desk, enrolled_here: frozenset[str], receipted: bool
) -> Verdict:
    """Hold a contribution's lines against the price and the months already paid.

    `enrolled_here` are workers enrolled by the same action; `receipted`: a receipt of the action covers it. Who is
    named by NIK was priced by what was told: a person looks at another price, the cash was taken. So does a person
    where the version that was priced by is not what held that day, and another price was right.
    """
    assert arrival.decoded is not None
    body, personal = arrival.decoded.body, arrival.decoded.personal
    assert isinstance(body, Contribution)
    unknown = personal.workers if isinstance(personal, ContributionPersonal) else ()
    niks = {worker.worker_id: worker.nik for worker in unknown}
    own = desk.under(body.rules_version, arrival.recorded_on)
    then = desk.under(None, arrival.recorded_on)
    flags: list[str] = [] if receipted else ["receipt_missing"]
    if body.credits:
        flags.append("credit_used")
    missing: str | None = None
    for worker_id, lines in lines_by_worker(body.lines).items():
        history = _history(worker_id, niks, desk)
        months = frozenset(line.month for line in lines)
        ids = {worker_id} if history is None else {worker_id, history.worker_id}
        already = frozenset().union(*(desk.paid.get(one, frozenset()) for one in ids))
        for one in ids:
            desk.pay(one, months)
        gap = months_of_gap(map(IuranMonth.parse, already), arrival.recorded_on)
        flags.extend(
            [Check.FIRST_AFTER_GAP.value] if gap >= desk.reference.settings.checks.gap_months else []
        )
        if history is None and worker_id not in niks and worker_id not in enrolled_here:
            missing = missing or worker_id
            continue
        if history is None:
            flags.append("worker_unknown" if worker_id in niks else "price_unchecked")
            continue
        flags.extend(["worker_by_nik"] if len(ids) > 1 else [])
        fault = price_fault(own.prices, own.basis_of(history), lines)
        if fault in ("amount_differs", "line_twice") and worker_id not in niks:
            return needs_fix(str(fault), "lines")
        flags.extend([fault] if fault else [])
        if (
            not fault
            and then.prices is not own.prices
            and price_fault(then.prices, then.basis_of(history), lines)
        ):
            flags.append("priced_by_other_version")
        flags.extend(_month_flags(arrival, history, already, months, worker_id in enrolled_here, own))
    if missing is not None:
        return Verdict(VerdictKind.PARKED, missing=missing, flags=tuple(flags))
    return flagged(*dict.fromkeys(flags))


def judge_receipt(
    arrival: Arrival, desk: Desk, contributions: Mapping[str, Contribution], expected_counter: int | None
) -> ReceiptJudgement:
    """Hold a receipt against its number, date, sum and signature (sync/rules/README.md, "Numbers").

    `contributions` are those of its action by entry id; `expected_counter` follows the receipt before it, None
    where a hole in the chain hides that.
    """
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Receipt)
    number = ReceiptNumber.parse(body.number)
    own = (number.device, number.epoch) == (arrival.device, arrival.epoch)
    free = (number.epoch, number.counter) not in desk.counters
    signed = verify(
        desk.stored.device.public_key,
        from_base64url(body.signature),
        receipt_message(body.number, body.on, body.total),
    )
    genuine = own and free and signed
    if genuine:
        desk.counters.add((number.epoch, number.counter))
    if not own:
        verdict = needs_fix("receipt_number", "number")
    elif not free:
        verdict = needs_fix("receipt_number_taken", "number")
    elif not signed:
        verdict = needs_fix("receipt_signature", "signature")
    else:
        verdict = _judge_content(arrival, body, contributions, desk.receipted) or flagged(
            *(["receipt_gap"] if expected_counter not in (None, number.counter) else [])
        )
    desk.receipted.update(body.contributions)
    return ReceiptJudgement(verdict, number, genuine)


def lines_by_worker(lines: Sequence[ContributionLine]) -> Mapping[str, tuple[ContributionLine, ...]]:
    """Lines grouped by worker, in the order of the contribution."""
    grouped: dict[str, list[ContributionLine]] = {}
    for line in lines:
        grouped.setdefault(line.worker_id, []).append(line)
    return {worker_id: tuple(found) for worker_id, found in grouped.items()}


def paid_by_worker(contributions: Iterable[Contribution]) -> Mapping[str, Contribution]:
    """What the first contribution that names a worker pays for that worker alone."""
    paid: dict[str, Contribution] = {}
    for contribution in contributions:
        for worker_id, lines in lines_by_worker(contribution.lines).items():
            paid.setdefault(worker_id, contribution.model_copy(update={"lines": lines}))
    return paid


def _judge_content(
    arrival: Arrival, body: Receipt, contributions: Mapping[str, Contribution], receipted: Collection[str]
) -> Verdict | None:
    if body.on != arrival.recorded_on:
        return needs_fix("receipt_date", "on")
    covered = [contributions.get(entry_id) for entry_id in body.contributions]
    present = [contribution for contribution in covered if contribution is not None]
    twice = len(set(body.contributions)) != len(body.contributions) or any(
        entry_id in receipted for entry_id in body.contributions
    )
    if len(present) != len(covered) or twice:
        return needs_fix("receipt_contributions", "contributions")
    if body.total != sum(contribution.price - contribution.credit for contribution in present):
        return needs_fix("amount_differs", "total")
    workers = {line.worker_id for contribution in present for line in contribution.lines}
    if len(workers) != body.workers:
        return needs_fix("receipt_workers", "workers")
    return None


def _history(worker_id: str, niks: Mapping[str, str], desk: Desk) -> EnrolmentHistory | None:
    found = desk.history_of_worker(worker_id)
    if found is not None:
        return found
    holder = desk.stored.holders.get(niks.get(worker_id, ""))
    return None if holder is None else desk.history_of_worker(holder.worker_id)


def _month_flags(
    arrival: Arrival,
    history: EnrolmentHistory,
    already: frozenset[str],
    months: frozenset[str],
    enrolled_here: bool,
    desk: Desk,
) -> list[str]:
    paying = sorted(IuranMonth.parse(month) for month in months)
    if enrolled_here:
        holes = any(after.minus(before) != 1 for before, after in pairwise(paying))
        return ["month_already_paid"] * bool(already & months) + ["month_hole"] * holes
    paid = frozenset(IuranMonth.parse(month) for month in already)
    text = history.first.first_month
    first = IuranMonth.parse(text) if text else min((*paid, paying[0]))
    found = check_payment(
        paid_until(first, paid) or first.plus(-1),
        paid,
        paying,
        arrival.recorded_on,
        desk.reference.settings.months_offered,
        amount=0,
        price=0,
    )
    ended = history.ended_from is not None and max(months) >= history.ended_from
    flags = [reaction.value for reaction in found]
    return [*flags, Reaction.MEMBERSHIP_ENDED.value] if ended else flags
