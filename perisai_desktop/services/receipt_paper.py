"""Composes the receipt as it stands on paper from the entries of the action that issued it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.draft import Stroke
from perisai_desktop.domain.receipt import CoveredPerson, Receipt, ReceiptLine
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.receipt import Receipt as ReceiptBody
from sync.protocol.receipt_proof import ReceiptLink
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind, Programme
from sync.rules.reference import Reference
from sync.rules.regions import Place
from sync.rules.reliefs import Relief
from sync.rules.tariff import Bracket


@dataclass(frozen=True, slots=True)
class Giver:
    """Who handed over the money, as far as the receipt names them."""

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    occupation: str
    place: str
    signature: tuple[Stroke, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Named:
    """A worker of a kelompok, as far as the receipt names them."""

    name: str = field(repr=False)
    nik: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Issue:
    """When and by which action a receipt was issued; `utc_offset` in minutes east of UTC."""

    action_id: str
    at: datetime
    utc_offset: int


def compose(
    body: ReceiptBody,
    contributions: Iterable[Contribution],
    giver: Giver,
    issue: Issue,
    agent: AgentIdentity,
    reference: Reference,
    people: Mapping[str, Named] | None = None,
) -> Receipt:
    """The receipt of one worker, or of all `people` of a kelompok by id; equal entries give equal receipts, whatever
    tariff holds today."""
    given, settings = tuple(contributions), reference.settings
    lines = tuple(line for contribution in given for line in contribution.lines)
    price = sum(line.amount for line in lines)
    link = ReceiptLink(agent.public_host, body.number, body.on, body.total, body.signature)
    return Receipt(
        number=body.number,
        action_id=issue.action_id,
        worker_id=giver.worker_id,
        issued_at=issue.at,
        utc_offset=issue.utc_offset,
        received_from=giver.name,
        nik_tail=giver.nik[-4:],
        occupation=giver.occupation,
        place=giver.place,
        programmes=_programmes(lines),
        lines=_lines(lines, reference),
        price=price,
        credit=sum(contribution.credit for contribution in given),
        total=body.total,
        agent_name=agent.name,
        agent_number=agent.number,
        office=agent.office,
        branch=agent.branch,
        hotline=agent.hotline,
        link=link.url,
        signature=giver.signature,
        bracket_inferred=any(bracket.inferred for bracket in _brackets(lines, reference)),
        practice=agent.practice,
        stamp_duty_above=settings.stamp_duty_above if settings.stamp_duty_applies(body.total) else None,
        people=_people(lines, people or {}),
        payer=PayerKind(body.payer),
    )


def place_on_paper(place: Place | None) -> str:
    """A village with its district: `Desa Sukamaju, Kec. Cibadak`; empty where the village is not known."""
    return f"{place.village_label}, Kec. {place.district}" if place is not None else ""


def relief_words(relief: Relief) -> str:
    """The relief as the receipt names it: `Keringanan 50% PP 50/2025`."""
    percent = 100 - 100 * relief.paid_numerator // relief.paid_denominator
    return f"Keringanan {percent}% {relief.law}".rstrip()


def _programmes(lines: Iterable[ContributionLine]) -> tuple[Programme, ...]:
    paid = {line.programme for line in lines}
    return tuple(programme for programme in Programme if programme.value in paid)


def _people(lines: Iterable[ContributionLine], named: Mapping[str, Named]) -> tuple[CoveredPerson, ...]:
    """Everybody in the order of the lines; nobody where the receipt is of one worker."""
    by_worker: dict[str, list[ContributionLine]] = {}
    for line in lines:
        by_worker.setdefault(line.worker_id, []).append(line)
    if len(by_worker) < 2:
        return ()
    nobody = Named("", "")
    return tuple(
        CoveredPerson(
            name=named.get(worker_id, nobody).name,
            nik_tail=named.get(worker_id, nobody).nik[-4:],
            first=IuranMonth.parse(min(line.month for line in own)),
            last=IuranMonth.parse(max(line.month for line in own)),
            programmes=_programmes(own),
            total=sum(line.amount for line in own),
        )
        for worker_id, own in by_worker.items()
    )


def _lines(lines: tuple[ContributionLine, ...], reference: Reference) -> tuple[ReceiptLine, ...]:
    months: dict[str, list[ContributionLine]] = {}
    for line in lines:
        months.setdefault(line.month, []).append(line)
    return tuple(_line(month, months[month], reference) for month in sorted(months))


def _line(month: str, lines: list[ContributionLine], reference: Reference) -> ReceiptLine:
    codes = {line.relief for line in lines if line.relief is not None}
    words = [relief_words(relief) for relief in reference.reliefs if relief.code in codes]
    return ReceiptLine(
        month=IuranMonth.parse(month),
        amounts=_amounts(lines),
        total=sum(line.amount for line in lines),
        full=sum(_full(line, reference) for line in lines),
        relief=", ".join(words) or None,
    )


def _amounts(lines: Iterable[ContributionLine]) -> tuple[tuple[Programme, int], ...]:
    sums: dict[Programme, int] = {}
    for line in lines:
        programme = Programme(line.programme)
        sums[programme] = sums.get(programme, 0) + line.amount
    return tuple(sums.items())


def _full(line: ContributionLine, reference: Reference) -> int:
    bracket = _bracket(line, reference)
    return line.amount if bracket is None else bracket.amount(Programme(line.programme))


def _brackets(lines: Iterable[ContributionLine], reference: Reference) -> list[Bracket]:
    found = (_bracket(line, reference) for line in lines)
    return [bracket for bracket in found if bracket is not None]


def _bracket(line: ContributionLine, reference: Reference) -> Bracket | None:
    for tariff in reference.tariffs:
        if tariff.version == line.tariff_version:
            return next((bracket for bracket in tariff.brackets if bracket.number == line.bracket), None)
    return None
