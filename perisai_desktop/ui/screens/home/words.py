"""The first screen's figures in words."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.counters import Tally
from perisai_desktop.domain.overview import DataStand, MonthResult, Overview
from perisai_desktop.domain.task import Task
from perisai_desktop.ui.i18n import age_words, moment_words, month_short, plain_date, size_words
from perisai_desktop.ui.state_words import ReasonWords, reason_words
from sync.rules.rupiah import format_number, format_rupiah
from sync.rules.states import ReviewState

translate = QCoreApplication.translate


def counted(count: int, one: str, many: str) -> str:
    """`one` for a single thing, else `many` with the number in place of `{count}`."""
    return (one if count == 1 else many).format(count=format_number(count))


def enrolled_words(count: int) -> str:
    """`4 enrolments`."""
    return counted(count, translate("Home", "1 enrolment"), translate("Home", "{count} enrolments"))


def collected_words(overview: Overview) -> str:
    """What was collected today, and from how many."""
    today = overview.today
    if not today.payers:
        return translate("Home", "Nothing collected yet")
    people = counted(today.payers, translate("Home", "1 person"), translate("Home", "{count} people"))
    words = translate("Home", "Collected {amount} from {people}")
    return words.format(amount=format_rupiah(today.collected), people=people)


def target_words(month: MonthResult) -> str:
    """`of the target of 40`, empty without a target."""
    if not month.wanted:
        return ""
    return translate("Home", "of the target of {count}").format(count=format_number(month.wanted))


def share_words(month: MonthResult) -> str:
    """`78%` of the target, empty without one."""
    return f"{100 * month.enrolled // month.wanted}%" if month.wanted else ""


def missing_words(overview: Overview) -> str:
    """How many are missing from the target, and the days that are left."""
    month, days = overview.month, overview.days_left
    if not month.wanted:
        return translate("Home", "The branch has set no target")
    left = (
        counted(days, translate("Home", "1 day left"), translate("Home", "{count} days left"))
        if days
        else translate("Home", "the last day")
    )
    missing = month.wanted - month.enrolled
    if missing <= 0:
        return translate("Home", "Target reached, {left}").format(left=left)
    return translate("Home", "{missing} to go, {left}").format(missing=format_number(missing), left=left)


def commission_words(commission: int | None) -> str:
    """The estimate, always called one."""
    if commission is None:
        return translate("Home", "Estimate of commission: …")
    return translate("Home", "Estimate of commission {amount}").format(amount=format_rupiah(commission))


def cash_words(overview: Overview) -> str:
    """How old the oldest rupiah is that is not deposited."""
    if overview.cash.oldest_at is None:
        return translate("Home", "Everything is deposited")
    if not overview.cash_days:
        return translate("Home", "Oldest from today")
    return counted(
        overview.cash_days,
        translate("Home", "Oldest from yesterday"),
        translate("Home", "Oldest is {count} days old"),
    )


def month_name(month: MonthResult, current: bool) -> str:
    """`Nov`; the one under way says so."""
    name = month_short(month.month).split(" ")[0]
    return translate("Home", "{month} so far").format(month=name) if current else name


def radar_words(overdue: int) -> str:
    """People with so many overdue months."""
    if not overdue:
        return translate("Home", "Due, not late yet")
    return counted(overdue, translate("Home", "1 month late"), translate("Home", "{count} months late"))


def next_due_words(on: date, today: date) -> str:
    """The day until which the oldest month can be paid in time, and how far it is."""
    days = (on - today).days
    left = (
        counted(days, translate("Home", "1 day left"), translate("Home", "{count} days left"))
        if days
        else translate("Home", "today")
    )
    words = translate("Home", "Next day of payment: {day}, {left}")
    return words.format(day=plain_date(on), left=left)


def ended_words(count: int) -> str:
    """Who has lost the membership, empty for nobody."""
    if not count:
        return ""
    return counted(
        count,
        translate("Home", "1 membership has ended and can be enrolled again"),
        translate("Home", "{count} memberships have ended and can be enrolled again"),
    )


def task_title(task: Task, reasons: ReasonWords) -> str:
    """What the branch wants, in its own words where it wrote any."""
    said = next((comment.text for comment in task.comments if comment.text), "") or task.note
    coded = reason_words(task.reason, reasons)
    if said or coded:
        return said or coded[:1].upper() + coded[1:]
    return {
        ReviewState.DUPLICATE: translate("Home", "Already registered, the branch will call"),
        ReviewState.REFUSED: translate("Home", "Refused by the branch"),
    }.get(task.state, translate("Home", "Sent back to correct"))


def task_detail(task: Task) -> str:
    """Whom it is about, and that the money stays recorded."""
    if not task.rupiah:
        return task.worker_name
    money = translate("Home", "{amount} stays recorded").format(amount=format_rupiah(task.rupiah))
    return f"{task.worker_name} · {money}" if task.worker_name else money


def data_pairs(data: DataStand, now: datetime, offset: int) -> tuple[tuple[str, str], ...]:
    """The five lines of where the data is; `offset` is local time ahead of UTC, in minutes."""
    shift = timedelta(minutes=offset)
    today = (now + shift).date()

    def moment(at: datetime) -> str:
        return moment_words((at + shift).replace(tzinfo=None), today)

    copied = (
        translate("Home", "no copy yet")
        if data.copied_at is None
        else translate("Home", "copy {moment}").format(moment=moment(data.copied_at))
    )
    records = counted(data.entries, translate("Home", "1 record"), translate("Home", "{count} records"))
    photos = counted(data.photos, translate("Home", "1 photo"), translate("Home", "{count} photos"))
    return (
        (translate("Home", "On this laptop"), f"{records} · {copied}"),
        (translate("Home", "Not sent yet"), _unsent(data.unsent, now)),
        (translate("Home", "Waiting for a decision"), format_number(data.waiting.count)),
        (
            translate("Home", "Photos waiting"),
            f"{photos} · {size_words(data.photo_bytes)}" if data.photos else translate("Home", "none"),
        ),
        (
            translate("Home", "Last confirmed by the branch"),
            translate("Home", "not yet") if data.confirmed_at is None else moment(data.confirmed_at),
        ),
    )


def _unsent(tally: Tally, now: datetime) -> str:
    if not tally.count:
        return translate("Home", "nothing, all of it is at the branch")
    parts = [format_number(tally.count)]
    if tally.rupiah:
        parts.append(format_rupiah(tally.rupiah))
    if tally.oldest_at is not None:
        parts.append(translate("Home", "oldest {age}").format(age=age_words(now - tally.oldest_at)))
    return " · ".join(parts)
