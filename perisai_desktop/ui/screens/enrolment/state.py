"""What the enrolment screen shows: one frozen value, made anew at every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from perisai_desktop.domain.draft import EnrolmentDraft, Stroke, is_signed
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.photo import PhotoSubject, Picture
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.last_enrolled import Proposals
from perisai_desktop.ui.screens.enrolment.card_marks import CardMarks
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.programmes import PayerKind
from sync.rules.reactions import Finding, Reaction, Severity, severity
from sync.rules.regions import Place


@dataclass(frozen=True, slots=True)
class PlaceOffers:
    """Villages found for what was typed into the place field."""

    query: str = ""
    places: tuple[Place, ...] = ()


def nearest_first(places: tuple[Place, ...], regency: str | None) -> tuple[Place, ...]:
    """`places` with those of the NIK's regency (`32.02`) first: an order only, people move."""
    return tuple(sorted(places, key=lambda place: regency is None or not place.code.startswith(regency)))


@dataclass(frozen=True, slots=True)
class EnrolmentState:
    """The form as typed, what the rules say of it, and how far saving is.

    `touched` are the fields that were left once: only their problems are marked in red beside the field.
    `assessed` is the form that the assessment speaks of; while somebody types it lags behind.
    `place` is the village that the form names, `birth_region` the regency that the NIK was first issued in,
    `holder` the worker who has this NIK on this laptop already.
    `proposals` are what the worker enrolled before may share with this one.
    `others` counts the unfinished enrolments besides this one.
    `captured_in` is the place of registration as typed, or the code of the village `captured` once one is chosen.
    `focus` names the field that should take the cursor, and is None where it stays; `wishes` counts such
    wishes, so that none is obeyed twice.
    """

    form: EnrolmentForm = field(repr=False)
    reasons: Mapping[str, str] = field(repr=False)
    signature: tuple[Stroke, ...] = field(repr=False)
    pictures: tuple[Picture, ...] = ()
    marks: CardMarks = field(default=CardMarks(), repr=False)
    draft_id: str = ""
    others: int = 0
    assessment: Assessment | None = field(default=None, repr=False)
    assessed: EnrolmentForm | None = field(default=None, repr=False)
    touched: frozenset[str] = frozenset()
    place: Place | None = field(default=None, repr=False)
    offers: PlaceOffers = field(default=PlaceOffers(), repr=False)
    birth_region: str | None = field(default=None, repr=False)
    proposals: Proposals = field(default=Proposals(), repr=False)
    captured_in: str = ""
    captured: Place | None = field(default=None, repr=False)
    capture_offers: PlaceOffers = field(default=PlaceOffers(), repr=False)
    holder: str | None = None
    ended: bool = False
    saved_at: datetime | None = None
    saving: bool = False
    failure: Failure | None = None
    receipt: Receipt | None = field(default=None, repr=False)
    focus: str | None = None
    wishes: int = 0

    def with_focus(self, name: str) -> EnrolmentState:
        """The same with the cursor wished into field `name`."""
        return replace(self, focus=name, wishes=self.wishes + 1)

    def drawn_up(self, draft: EnrolmentDraft) -> EnrolmentDraft:
        """`draft` with what is on screen; a place of registration that nobody chose is left empty."""
        place = self.captured.code if self.captured is not None else ""
        return replace(
            draft,
            form=self.form,
            reasons=self.reasons,
            signature=self.signature,
            captured_in=place,
            photos=tuple(picture.kept for picture in self.pictures),
            unchecked=self.marks.unchecked,
        )

    def picture(self, subject: PhotoSubject) -> Picture | None:
        """The picture of a kind, None where there is none."""
        return next((one for one in self.pictures if one.kept.shows is subject), None)

    @property
    def begun(self) -> bool:
        """Whether anything of a person stands in it, typed, read or taken."""
        typed = self.form.nik or self.form.name or self.form.phone or self.form.birth_date
        return self.saving or self.saved_at is not None or bool(typed or self.pictures)

    @property
    def current(self) -> bool:
        """Whether the assessment speaks of the form on screen."""
        return self.assessed == self.form

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Everything that stands in the way of the receipt, in the order of the rules."""
        return self.assessment.errors if self.assessment else ()

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Everything the reviewer will want a reason for."""
        return self.assessment.warnings if self.assessment else ()

    @property
    def unexplained(self) -> tuple[Reaction, ...]:
        """Warnings that still lack a reason."""
        return tuple(
            finding.reaction
            for finding in self.warnings
            if not self.reasons.get(finding.reaction, "").strip()
        )

    @property
    def known_here(self) -> bool:
        """Whether the NIK is a member's on this laptop: then that worker is to be opened, not enrolled again."""
        return any(finding.reaction is Reaction.NIK_ALREADY_HERE for finding in self.errors)

    @property
    def comparable(self) -> bool:
        """Whether somebody here may be the same person."""
        found = {finding.reaction for finding in (*self.errors, *self.warnings)}
        return bool(found & {Reaction.NIK_ALREADY_HERE, Reaction.PHONE_SHARED, Reaction.LIKELY_DUPLICATE})

    @property
    def another_pays(self) -> bool:
        """Whether somebody other than the worker pays, so that a name is to be on record."""
        return self.form.payer != PayerKind.SELF.value

    @property
    def price(self) -> int | None:
        """Rupiah to take now, as soon as it can be told."""
        quote = self.assessment.quote if self.assessment else None
        return quote.total if quote else None

    @property
    def signed(self) -> bool:
        """Whether consent can be proved (UU 27/2022): something drawn on the pad, a thumb print, a signed paper."""
        proofs = (PhotoSubject.THUMB, PhotoSubject.SIGNED_PAPER)
        return is_signed(self.signature) or any(self.picture(subject) for subject in proofs)

    @property
    def ready(self) -> bool:
        """Whether pressing the main button leads to a receipt."""
        return self.current and not self.obstacles and not self.saving

    @property
    def obstacles(self) -> tuple[str, ...]:
        """Where something still stands in the way of the receipt, by name, in the order of the rules."""
        fields = tuple(dict.fromkeys((*(finding.field for finding in self.errors), *self.unchecked)))
        reasons = tuple(f"reason_{reaction.value}" for reaction in self.unexplained)
        return (*fields, *(() if self.signed else ("signature",)), *reasons)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Fields that a machine filled in and nobody has looked at, in the order of the form."""
        return tuple(name for name in EnrolmentForm.__dataclass_fields__ if name in self.marks.unchecked)

    def problem_at(self, name: str) -> Finding | None:
        """The problem to mark beside a field: the first error there, or the first warning."""
        if name not in self.touched or self.assessment is None:
            return None
        here = [finding for finding in self.assessment.findings if finding.field == name]
        shown = [finding for finding in here if severity(finding.reaction) is not Severity.NOTE]
        return shown[0] if shown else None
