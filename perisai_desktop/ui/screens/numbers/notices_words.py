"""What an agent is told of receipt numbers, of what came back, of copies, and of what the branch lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.standing import LaptopStanding
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.i18n import moment_words
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.rupiah import Rupiah, format_rupiah

translate = QCoreApplication.translate

TOLD_FOR = timedelta(days=14)
"""So long after new numbers were begun it is told what came with them."""


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """One notice: what happened, and whether money is safe and what to do."""

    title: str
    detail: str
    tone: Tone


def notices(standing: LaptopStanding, now: datetime, shift: timedelta) -> tuple[NoticeWords, ...]:
    """Everything to tell at an instant, the most pressing first; `shift` is local time ahead of UTC."""
    begun = standing.epoch_since
    fresh = begun is not None and now - begun < TOLD_FOR
    told = list(bars(standing, now, shift))
    if standing.missing:
        told.append(_missing(standing.missing))
    if standing.held:
        told.append(_held(standing.held, standing.held_rupiah))
    if standing.forks and fresh:
        told.append(_beside(standing.forks))
    if begun is not None and fresh and not standing.shut:
        told.append(
            _begun(standing, moment_words((begun + shift).replace(tzinfo=None), (now + shift).date()))
        )
    return tuple(told)


def bars(standing: LaptopStanding, _now: datetime, _shift: timedelta) -> tuple[NoticeWords, ...]:
    """What has to be known before a form is filled: the branch's word on this laptop, and numbers that are shut."""
    told = [] if standing.apart is None else [_apart(standing.apart)]
    if standing.shut:
        told.append(_shut())
    return tuple(told)


def cash_bars(standing: LaptopStanding, now: datetime, shift: timedelta) -> tuple[NoticeWords, ...]:
    """What has to be known before cash is handled: the bars, and that none may go out yet."""
    behind = (_apart(Failure(FailureCode.STORE_CATCHING_UP)),) if standing.catching_up else ()
    return (*bars(standing, now, shift), *behind)


def hindrance(standing: LaptopStanding, *, cash_out: bool) -> NoticeWords | None:
    """What would keep an entry from being written, None where nothing would; a paused laptop writes as ever."""
    if standing.apart is not None and standing.apart.code is FailureCode.DEVICE_LEAVING:
        return _apart(standing.apart)
    if standing.shut:
        return _shut()
    if cash_out and standing.catching_up:
        return _apart(Failure(FailureCode.STORE_CATCHING_UP))
    return None


def _apart(failure: Failure) -> NoticeWords:
    words = explain(failure)
    return NoticeWords(words.what, words.advice, Tone.WARNING)


def _shut() -> NoticeWords:
    return NoticeWords(
        translate("Numbers", "This laptop needs new receipt numbers"),
        translate(
            "Numbers",
            "It was brought back from an old copy, or somebody copied it. What you type stays as a draft."
            " Connect once, or call the branch for a code.",
        ),
        Tone.WARNING,
    )


def _missing(count: int) -> NoticeWords:
    return NoticeWords(
        translate("Numbers", "Not arrived at the branch from this laptop: {count} records").format(
            count=count
        ),
        translate(
            "Numbers",
            "They are not on this laptop either. Is there a newer copy of it, on a stick or another disk? Open it"
            " and send. If not, bring your paper receipts to the branch.",
        ),
        Tone.WARNING,
    )


def _held(count: int, rupiah: int) -> NoticeWords:
    return NoticeWords(
        translate("Numbers", "Collided with a copy of this laptop: {count} records").format(count=count),
        translate(
            "Numbers",
            "The branch keeps both, with {amount}, and decides. Keep your paper receipts and call the branch.",
        ).format(amount=format_rupiah(Rupiah(rupiah))),
        Tone.WARNING,
    )


def _beside(count: int) -> NoticeWords:
    return NoticeWords(
        translate("Numbers", "A copy of this laptop wrote other records: {count}").format(count=count),
        translate("Numbers", "They are safe at the branch and count in your figures. Use one laptop only."),
        Tone.INFO,
    )


def _begun(standing: LaptopStanding, since: str) -> NoticeWords:
    title = translate("Numbers", "Receipts begin with {prefix} since {since}").format(
        prefix=f"{standing.device}-{standing.epoch:02d}", since=since
    )
    if not standing.returned:
        return NoticeWords(title, translate("Numbers", "The older receipts stay valid."), Tone.INFO)
    back = translate("Numbers", "Came back from the branch: {count} records, {amount}.")
    amount = format_rupiah(Rupiah(standing.returned_rupiah))
    valid = translate("Numbers", "The older receipts stay valid.")
    return NoticeWords(title, f"{back.format(count=standing.returned, amount=amount)} {valid}", Tone.INFO)
