"""Takes further contributions from a kelompok: what each member can pay, and one payment for all of them on one receipt."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.collection import CollectionOption
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.group_renewal import MemberPayment, RenewalMember, RenewalOutlook, passed_over
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.contributions import receipt_of
from perisai_desktop.services.members import Member, member_from
from perisai_desktop.services.payment_options import PaymentOptions, usual
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.receipt_paper import place_on_paper
from perisai_desktop.services.renewal_prices import RenewalPrices
from perisai_desktop.services.stored_receipts import read_receipt
from perisai_desktop.services.withdrawing import taken_back
from perisai_desktop.services.written_words import fitting
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import lives, lookups, payers, receipts
from perisai_desktop.storage.projections.search import WorkerRecord
from sync.protocol.bodies.contribution import Contribution, ContributionLine, ContributionPersonal
from sync.protocol.forms import contribution_lines
from sync.protocol.kinds import EntryKind
from sync.rules.iuran_month import IuranMonth
from sync.rules.kelompok import MOST_WORKERS
from sync.rules.programmes import PayerKind
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class GroupRenewing:
    """What the payment of a kelompok asks for; `steps` are the contributions that tell of it (`PayerDue`)."""

    database: Database
    pen: Pen
    agent: AgentIdentity
    reference: Reference
    gazetteer: Places
    prices: RenewalPrices

    def outlook(self, steps: Sequence[int]) -> RenewalOutlook:
        """Every member with what can be paid now, by name; who can't pay stands at the end.

        Raises Failure(kelompok_gone) where nobody of it is served any more.
        """
        today = self.pen.clock.today()
        with self.database.reading() as session:
            names = payers.names(session, steps)
            found = payers.people(session, steps)
            told = self._members(session, found)
            newest = payers.newest_round(session, steps)
            gone = taken_back(session, self.reference)
        month = IuranMonth.of(today)
        if not (names and told):
            raise Failure(FailureCode.KELOMPOK_GONE)
        places = {one.village: "" for one in found}
        places = {village: place_on_paper(self.gazetteer.place(village)) for village in places}
        members = tuple(
            replace(
                self._outlook(member, places[member.village], today),
                left_out=_was_left_out(worker, newest, month),
                withdrew=worker.worker_id in gone,
            )
            for worker, member in zip(found, told, strict=True)
        )
        return RenewalOutlook(
            name=names[max(names)],
            payer=PayerKind(found[0].payer or PayerKind.SELF),
            steps=tuple(steps),
            members=tuple(sorted(members, key=lambda one: not one.options)),
            offered=self.reference.settings.months_offered,
        )

    def renew(self, steps: Sequence[int], payments: Sequence[MemberPayment], shown: int) -> Receipt:
        """Write one contribution for at most 500 members and its receipt, durably: everybody or nobody.

        `shown` is the rupiah that the screen named. Raises Failure: members_not_payable (count), price_changed (shown,
        price), field_unfit (field), what `Pen.capture` raises, or what the store raises.
        """
        if not 0 < len(payments) <= MOST_WORKERS:
            raise ValueError("a receipt covers 1 to 500 workers")
        with self.database.transaction() as session:
            names = payers.names(session, steps)
            chosen = self._chosen(session, payments) if names else {}
            if len(chosen) < len(payments):
                raise Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=len(payments) - len(chosen))
            price = sum(option.quote.total for _, option in chosen.values())
            if price != shown:
                raise Failure(FailureCode.PRICE_CHANGED, shown=shown, price=price)
            number = self._write(session, names[max(names)], chosen)
            issued = receipts.receipt(session, number)
            assert issued is not None
            return read_receipt(session, issued, self.agent, self.reference, self.gazetteer)

    @property
    def _options(self) -> PaymentOptions:
        return PaymentOptions(self.reference, self.prices)

    def _members(self, session: Session, found: Collection[WorkerRecord]) -> tuple[Member, ...]:
        said = lives.changes_of(session, [worker.worker_id for worker in found])
        return tuple(member_from(worker, said.get(worker.worker_id, ())) for worker in found)

    def _outlook(self, member: Member, place: str, today: date) -> RenewalMember:
        options, owed = self._options.of(member, today), member.owed(today)
        return RenewalMember(
            worker_id=member.worker_id,
            name=member.name,
            nik=member.nik,
            place=place,
            until=member.until,
            overdue=owed,
            options=options,
            usual=usual(options, owed),
            due=bool(options) and options[0].first <= IuranMonth.of(today),
            hurdle=None if options else member.hurdle(today),
        )

    def _chosen(
        self, session: Session, payments: Sequence[MemberPayment]
    ) -> Mapping[str, tuple[Member, CollectionOption]]:
        """Whoever can pay just these months, in the order of the payments."""
        today = self.pen.clock.today()
        cards = lookups.by_ids(session, [one.worker_id for one in payments])
        served = [
            cards[one.worker_id]
            for one in payments
            if one.worker_id in cards and cards[one.worker_id].handed_to is None
        ]
        members = {member.worker_id: member for member in self._members(session, served)}
        found: dict[str, tuple[Member, CollectionOption]] = {}
        for one in payments:
            member = members.get(one.worker_id)
            for option in () if member is None else self._options.of(member, today):
                if member is not None and (option.first, option.months) == (one.first, one.months):
                    found[one.worker_id] = (member, option)
        return found

    def _write(
        self, session: Session, payer_name: str, chosen: Mapping[str, tuple[Member, CollectionOption]]
    ) -> str:
        """Both entries of the action; returns the receipt's number."""
        lines: list[ContributionLine] = []
        for worker_id, (member, option) in chosen.items():
            assert member.terms is not None
            lines.extend(contribution_lines(worker_id, option.quote, PayerKind(member.terms.payer)))
        body = Contribution(lines=tuple(lines), credits=(), rules_version=self.reference.version)
        told = fitting(
            lambda: ContributionPersonal(salt=self.pen.salt(), blobs=(), workers=(), payer_name=payer_name)
        )
        alone = lines[0].worker_id if len(chosen) == 1 else None
        action = self.pen.capture(session)
        paid = action.write(EntryKind.CONTRIBUTION, body, told, worker_id=alone)
        receipt = receipt_of(session, self.pen, action, body, paid.entry_id)
        action.write(EntryKind.RECEIPT, receipt, worker_id=alone)
        action.finish()
        return receipt.number


def _was_left_out(worker: WorkerRecord, newest: tuple[int, IuranMonth] | None, today: IuranMonth) -> bool:
    if newest is None or worker.paid_until is None or (worker.payer_step or 0) >= newest[0]:
        return False
    return passed_over(worker.paid_until, newest[1], today)
