"""How a consent was given, so that it can be proved later (UU 27/2022, article 24)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perisai_desktop.domain.draft import EnrolmentDraft, Stroke, is_signed
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Photo, PhotoSubject
from sync.protocol.bodies.consent import Way
from sync.rules.reactions import Reaction


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """The way, and what proves it: a signature drawn on the pad, or pictures of a thumb print or a signed paper."""

    way: Way
    signature: tuple[Stroke, ...] = field(repr=False)
    photos: tuple[Photo, ...] = ()


def consent_photos(draft: EnrolmentDraft, photos: Sequence[Photo]) -> GivenConsent:
    """How the consent of a form was given; a drawn signature counts before pictures.

    Raises Failure(form_has_errors) for one that was ticked and not signed.
    """
    if is_signed(draft.signature):
        return GivenConsent("pad", tuple(stroke for stroke in draft.signature if stroke), _proofs(photos))
    proofs = _proofs(photos)
    if not proofs:
        codes = (Reaction.CONSENT_MISSING.value,)
        raise Failure(FailureCode.FORM_HAS_ERRORS, codes=codes, fields=("signature",))
    thumb = proofs[0].shows is PhotoSubject.THUMB
    return GivenConsent("thumb_photo" if thumb else "signed_paper_photo", (), proofs)


def _proofs(photos: Sequence[Photo]) -> tuple[Photo, ...]:
    return tuple(photo for photo in photos if photo.shows in (PhotoSubject.THUMB, PhotoSubject.SIGNED_PAPER))
