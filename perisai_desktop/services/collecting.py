"""Takes a further contribution from a worker: what can be paid at once, and one press, one action, one transaction."""

from dataclasses import dataclass
from datetime import date

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.collection import CollectionOutlook, Stranger, Terms
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.contributions import receipt_of
from perisai_desktop.services.members import Member, member_of, refuse, stranger_faults, stranger_member
from perisai_desktop.services.payment_options import PaymentOptions, usual
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.receipt_paper import place_on_paper
from perisai_desktop.services.renewal_prices import RenewalPrices
from perisai_desktop.services.stored_receipts import read_receipt
from perisai_desktop.services.written_words import fitting
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import receipts, search
from sync.protocol.bodies.contribution import Contribution, ContributionPersonal, UnknownWorker
from sync.protocol.forms import contribution_lines
from sync.protocol.kinds import EntryKind
from sync.rules.enrolment import Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.nik import read_nik
from sync.rules.programmes import Offer, PayerKind
from sync.rules.reactions import Finding
from sync.rules.reference import Reference
from sync.rules.tariff import income_of


@dataclass(frozen=True, slots=True)
class Collecting:
    """What the collection round asks for when somebody pays."""

    database: Database
    pen: Pen
    agent: AgentIdentity
    reference: Reference
    gazetteer: Places
    prices: RenewalPrices

    @property
    def _options(self) -> PaymentOptions:
        return PaymentOptions(self.reference, self.prices)

    def outlook(self, worker_id: str, told: Terms | None = None) -> CollectionOutlook:
        """What a worker can pay now; `told` stands in where the terms are not known here.

        Raises Failure: worker_unknown, handed_over.
        """
        today = self.pen.clock.today()
        with self.database.reading() as session:
            return self._outlook(member_of(session, worker_id, told), today)

    def outlook_of_stranger(self, stranger: Stranger, told: Terms) -> CollectionOutlook:
        """What somebody can pay who is not known here. Raises Failure(form_has_errors) with codes and fields."""
        today = self.pen.clock.today()
        with self.database.reading() as session:
            return self._outlook(stranger_member(session, stranger, told, "", today), today)

    def terms(self, form: EnrolmentForm) -> Terms:
        """The terms on a form of which only those fields count. Raises Failure(form_has_errors) with codes and fields."""
        refuse(self._term_faults(form))
        income = income_of(form.income)
        assert income is not None
        return Terms(income, Offer(form.offer), form.occupation, form.payer)

    def check_stranger(self, form: EnrolmentForm, paid_until: IuranMonth) -> Stranger:
        """NIK and name on a form whose terms are checked with them.

        Raises Failure(form_has_errors) with codes and fields.
        """
        stranger = Stranger(form.nik, form.name, paid_until)
        with self.database.reading() as session:
            faults = stranger_faults(session, stranger, self.pen.clock.today())
        refuse((*faults, *self._term_faults(form)))
        return stranger

    def holder(self, nik: str) -> str | None:
        """The worker whom this store holds under a NIK as typed."""
        digits = read_nik(nik, self.pen.clock.today()).digits
        with self.database.reading() as session:
            found = None if digits is None else search.by_nik(session, digits)
        return None if found is None else found.worker_id

    def collect(
        self, worker_id: str, first: IuranMonth, months: int, shown: int, told: Terms | None = None
    ) -> Receipt:
        """Take the cash for `months` months from `first` on: contribution and receipt, durably.

        `shown` is the rupiah that the screen named. Raises Failure: worker_unknown, handed_over, membership_ended,
        months_not_payable, price_changed (shown, price), what `Pen.capture` raises, or what the store raises.
        """
        with self.database.transaction() as session:
            member = member_of(session, worker_id, told)
            return self._take(session, member, first, months, shown)

    def collect_from_stranger(
        self, stranger: Stranger, told: Terms, first: IuranMonth, months: int, shown: int
    ) -> Receipt:
        """Take the cash of somebody who is not known here; the branch matches the person by NIK.

        Raises Failure: form_has_errors (codes, fields), field_unfit (field), and those of `collect`.
        """
        clock = self.pen.clock
        with self.database.transaction() as session:
            own_id = self.pen.identifier(clock.now())
            member = stranger_member(session, stranger, told, own_id, clock.today())
            return self._take(session, member, first, months, shown)

    def _term_faults(self, form: EnrolmentForm) -> tuple[Finding, ...]:
        found = assess(form, Circumstances(self.reference, self.gazetteer, self.pen.clock.today())).errors
        return tuple(one for one in found if one.field in ("occupation", "income", "offer"))

    def _outlook(self, member: Member, today: date) -> CollectionOutlook:
        options = self._options.of(member, today)
        owed = member.owed(today)
        return CollectionOutlook(
            worker_id=member.worker_id,
            name=member.name,
            nik=member.nik,
            place=place_on_paper(self.gazetteer.place(member.village)),
            occupation=member.occupation(today),
            paid_until=member.until,
            arrears=owed,
            options=options,
            usual=usual(options, owed),
            hurdle=None if options else member.hurdle(today),
        )

    def _take(self, session: Session, member: Member, first: IuranMonth, months: int, shown: int) -> Receipt:
        """The two entries of the action, and the receipt as it goes to paper."""
        today = self.pen.clock.today()
        if member.over(today):
            raise Failure(FailureCode.MEMBERSHIP_ENDED)
        options = self._options.of(member, today)
        chosen = next((one for one in options if (one.first, one.months) == (first, months)), None)
        if chosen is None or member.terms is None:
            raise Failure(FailureCode.MONTHS_NOT_PAYABLE)
        if chosen.quote.total != shown:
            raise Failure(FailureCode.PRICE_CHANGED, shown=shown, price=chosen.quote.total)
        action = self.pen.capture(session)
        lines = contribution_lines(member.worker_id, chosen.quote, PayerKind(member.terms.payer))
        contribution = Contribution(lines=lines, credits=(), rules_version=self.reference.version)
        told = None if member.known else fitting(lambda: self._told(member))
        paid = action.write(EntryKind.CONTRIBUTION, contribution, told, worker_id=member.worker_id)
        body = receipt_of(session, self.pen, action, contribution, paid.entry_id)
        action.write(EntryKind.RECEIPT, body, worker_id=member.worker_id)
        action.finish()
        issued = receipts.receipt(session, body.number)
        assert issued is not None
        return read_receipt(session, issued, self.agent, self.reference, self.gazetteer)

    def _told(self, member: Member) -> ContributionPersonal:
        """Who it is, for a branch that may not know the worker by this id."""
        who = UnknownWorker(worker_id=member.worker_id, nik=member.nik, name=member.name)
        return ContributionPersonal(salt=self.pen.salt(), blobs=(), workers=(who,))
