"""Accounts in words and cells."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_account import BranchAccount, Standing
from perisai_desktop.ui.i18n import clock_words, month_short, plain_date
from perisai_desktop.ui.role_words import role_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.iuran_month import IuranMonth

translate = QCoreApplication.translate


def columns() -> tuple[Column, ...]:
    """Heads and widths of the table."""
    return (
        Column("name", translate("Accounts", "Name"), 168, stretch=True),
        Column("role", translate("Accounts", "Role"), 116),
        Column("signed_in", translate("Accounts", "Last sign-in"), 122, tabular=True),
        Column("state", translate("Accounts", "State"), 178),
        Column("made_by", translate("Accounts", "Made by"), 160, spare=True),
    )


def cells(account: BranchAccount, now: datetime, shift: timedelta) -> Sequence[Cell]:
    """One account's line; `shift`: the viewer's clock ahead of UTC."""
    return (
        Cell(account.name, detail=account.login, strong=True),
        Cell(role_words(account.role)),
        _signed_in(account, shift),
        Cell(badge=standing_face(account.standing(now))),
        Cell(who_words(account.made_by)),
    )


def _signed_in(account: BranchAccount, shift: timedelta) -> Cell:
    if account.signed_in_at is None:
        return Cell(translate("Accounts", "never"))
    local = account.signed_in_at + shift
    return Cell(f"{local.day} {month_short(IuranMonth.of(local.date()))}", detail=clock_words(local))


def who_words(name: str) -> str:
    """Who made an account or gave a password."""
    return name or translate("Accounts", "Terminal of the server")


def standing_face(standing: Standing) -> Face:
    """How an account stands, as a badge."""
    return {
        Standing.SUSPENDED: Face(translate("Accounts", "Suspended"), "circle-pause", Tone.ERROR),
        Standing.LAPSED: Face(translate("Accounts", "Password lapsed"), "circle-alert", Tone.WARNING),
        Standing.LOCKED: Face(translate("Accounts", "Locked"), "lock", Tone.WARNING),
        Standing.TEMPORARY: Face(translate("Accounts", "Temporary password"), "hourglass", Tone.WARNING),
        Standing.ACTIVE: Face(translate("Accounts", "Active"), "circle-check", Tone.OK),
    }[standing]


def meaning_words(standing: Standing) -> str:
    """What that means."""
    return {
        Standing.SUSPENDED: translate("Accounts", "Nobody signs in with it. What it did stays as it is."),
        Standing.LAPSED: translate(
            "Accounts", "Its temporary password was not used in time and opens nothing: give it another one."
        ),
        Standing.LOCKED: translate(
            "Accounts",
            "Too many wrong passwords: it opens by itself, within an hour at most, or with a temporary password.",
        ),
        Standing.TEMPORARY: translate(
            "Accounts",
            "Somebody else gave its password: for 7 days it serves for nothing but choosing another one.",
        ),
        Standing.ACTIVE: translate("Accounts", "Its holder signs in with a password of their own."),
    }[standing]


def reach_words(account: BranchAccount) -> str:
    """Why nothing can be done about an account; empty where it can."""
    if account.own:
        return translate(
            "Accounts", "This is your account: change your password in the rail; the rest somebody else does."
        )
    if not account.reached:
        return translate("Accounts", "Whoever runs the server made it: only they change it.")
    return ""


def branch_words(account: BranchAccount) -> str:
    """Where an account belongs."""
    return account.branch or translate("Accounts", "All branches")


def figures(account: BranchAccount, shift: timedelta) -> tuple[tuple[str, str], ...]:
    """Names and values of the card."""

    def day(at: datetime) -> str:
        return plain_date((at + shift).date())

    signed_in = account.signed_in_at
    return (
        (
            translate("Accounts", "Last sign-in"),
            translate("Accounts", "never") if signed_in is None else day(signed_in),
        ),
        (translate("Accounts", "Made on"), day(account.made_at)),
        (translate("Accounts", "Made by"), who_words(account.made_by)),
        (translate("Accounts", "Password given on"), day(account.given_at)),
        (translate("Accounts", "Password given by"), who_words(account.given_by)),
    )
