"""Maps what the server says of records onto the values that a reviewer's screens show."""

from perisai_desktop.domain.bulk import Bulk, BulkRecord
from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.domain.review import (
    DayTill,
    FoundWorker,
    OtherContent,
    Proposal,
    QueueGroup,
    QueueRecord,
    RecordPhoto,
    ReviewFinding,
    ReviewPrice,
    ReviewRecord,
    ReviewStep,
    RivalReceipt,
    StrangePayer,
    TakenBack,
)
from perisai_desktop.domain.task import FieldComment
from sync.protocol import attribution, laptops
from sync.protocol import review as wire
from sync.protocol.bulk import BulkView
from sync.rules.iuran_month import IuranMonth


def group_of(group: wire.QueueGroup) -> QueueGroup:
    """One agent's local day."""
    return QueueGroup(
        agent_id=group.agent_id,
        agent_name=group.agent_name,
        on=group.on,
        count=group.count,
        rupiah=group.rupiah,
        records=tuple(_queued(record) for record in group.records),
        till=None
        if group.till is None
        else DayTill(group.till.issued, group.till.deposited, group.till.matched),
    )


def record_of(record: wire.ReviewRecord) -> ReviewRecord:
    """One record in full."""
    return ReviewRecord(
        entry_id=record.entry_id,
        hash=record.hash,
        kind=record.kind,
        state=record.state,
        agent_name=record.agent_name,
        device=record.device,
        recorded_at=record.recorded_at,
        form=dict(record.form.fields),
        findings=tuple(
            ReviewFinding(code=found.code, field=found.field, reason=found.reason or "")
            for found in record.findings
        ),
        prices=_prices(record.lines),
        receipt_number=record.receipt_number,
        rupiah=record.rupiah,
        history=tuple(_step(step, record) for step in record.history),
        place=record.place or "",
        consents=record.form.consents,
        declaration=record.form.declaration,
        flags=record.flags,
        claimed_by=record.claimed_by,
        utc_offset=record.utc_offset,
        previous=dict(record.form.previous),
        rivals=tuple(
            RivalReceipt(
                number=rival.number,
                worker_name=rival.worker_name,
                rupiah=rival.rupiah,
                recorded_at=rival.recorded_at,
                state=rival.state,
            )
            for rival in record.rivals
        ),
        other=None if record.other is None else _other(record.other),
        strangers=tuple(
            StrangePayer(worker_id=one.worker_id, nik=one.nik, name=one.name, rupiah=one.rupiah)
            for one in record.strangers
        ),
        mine=record.mine,
        proposal=None if record.proposal is None else _proposal(record.proposal),
        photos=tuple(
            RecordPhoto(one.sha256, one.length, one.shows, one.arrived, one.lost or "", one.previous)
            for one in record.photos
        ),
        withdrawn=tuple(TakenBack(one.purposes, one.at, one.erases) for one in record.withdrawn),
    )


def _proposal(proposal: wire.ProposalView) -> Proposal:
    return Proposal(
        move=proposal.move,
        by=proposal.by,
        mine=proposal.mine,
        at=proposal.at,
        reason=proposal.reason,
        note=proposal.note or "",
    )


def bulk_of(bulk: BulkView) -> Bulk:
    """Records that are approved together."""
    return Bulk(
        bulk_id=bulk.bulk_id,
        by=bulk.by,
        mine=bulk.mine,
        state=bulk.state,
        due_at=bulk.due_at,
        count=bulk.count,
        rupiah=bulk.rupiah,
        unseen=bulk.unseen,
        records=tuple(
            BulkRecord(one.entry_id, one.rupiah, one.sampled, one.seen, one.outcome) for one in bulk.records
        ),
    )


def worker_of(found: attribution.FoundWorker) -> FoundWorker:
    """A worker of the branch for whom money may have been paid."""
    return FoundWorker(
        worker_id=found.worker_id,
        nik=found.nik,
        name=found.name,
        birth_on=found.birth_date,
        agent_name=found.agent_name,
        paid_until=None if found.paid_until is None else IuranMonth.parse(found.paid_until),
    )


def _other(content: wire.OtherContent) -> OtherContent:
    return OtherContent(
        kind=content.kind,
        agent_name=content.agent_name,
        form=dict(content.fields),
        prices=_prices(content.lines),
        receipt_number=content.receipt_number,
        recorded_at=content.recorded_at,
        utc_offset=content.utc_offset,
        state=content.state,
    )


def gap_of(gap: laptops.LaptopGap) -> LaptopGap:
    """What one laptop wrote at one place and the branch does not have."""
    return LaptopGap(
        agent_name=gap.agent_name,
        agent_number=gap.agent_number,
        device=gap.device,
        epoch=gap.epoch,
        first_seq=gap.first_seq,
        last_seq=gap.last_seq,
        since=gap.since,
        seen_at=gap.seen_at,
        left=gap.left,
    )


def _queued(record: wire.QueueRecord) -> QueueRecord:
    return QueueRecord(
        entry_id=record.entry_id,
        action_id=record.action_id,
        kind=record.kind,
        worker_name=record.worker_name,
        occupation=record.occupation,
        rupiah=record.rupiah,
        state=record.state,
        flags=record.flags,
        recorded_at=record.recorded_at,
        receipt_number=record.receipt_number,
        utc_offset=record.utc_offset,
        claimed_by=record.claimed_by,
        mine=record.mine,
        corrected=record.corrected,
        proposed_by=record.proposed_by,
        proposed_mine=record.proposed_mine,
        escalated_by=record.escalated_by,
        escalated_mine=record.escalated_mine,
    )


def _prices(lines: tuple[wire.ReviewLine, ...]) -> tuple[ReviewPrice, ...]:
    """The lines summed by iuran month."""
    months: dict[str, list[wire.ReviewLine]] = {}
    for line in lines:
        months.setdefault(line.month, []).append(line)
    return tuple(
        ReviewPrice(
            month=IuranMonth.parse(month),
            total=sum(line.amount for line in months[month]),
            relief=next((line.relief for line in months[month] if line.relief), None),
        )
        for month in sorted(months)
    )


def _step(step: wire.ReviewStep, record: wire.ReviewRecord) -> ReviewStep:
    return ReviewStep(
        at=step.at,
        actor=step.actor,
        state=step.state,
        reason=step.reason,
        note=step.note or "",
        comments=tuple(
            FieldComment(field=each.field, text=each.text, value=record.form.fields.get(each.field, ""))
            for each in step.comments
        ),
        move=step.move,
    )
