"""Scenes of the accounts of a branch, as its administrator sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.branch_account import AccountBook
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.accounts.act_dialog import AccountActDialog
from perisai_desktop.ui.screens.accounts.acts import Act, ActState, Asked
from perisai_desktop.ui.screens.accounts.new import AGENT, Draft, Gap, NewState
from perisai_desktop.ui.screens.accounts.new_dialog import NewAccountDialog
from perisai_desktop.ui.screens.accounts.state import AccountsState
from perisai_desktop.ui.screens.accounts.view import AccountsView
from tests.support.fake_accounts import AT, PASSWORD, account, book
from tests.support.gallery.access_scenes import reader
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _accounts(
    stage: Stage, state: AccountsState, role: str = "branch_admin", branch: str = "Kantor Cabang Sukabumi"
) -> QWidget:
    if role == "auditor" and state.book is not None:
        read = tuple(replace(one, own=False, reached=False) for one in state.book.accounts)
        state = replace(state, book=replace(state.book, accounts=read))
    window = reader(stage, role, branch)
    window.frame.go("accounts")
    stage.calm()
    stage.part(window, AccountsView).show_state(state)
    return window


@shot("accounts")
def accounts(stage: Stage) -> QWidget:
    """Akun cabang: satu akun dengan kata sandi sementara"""
    return _accounts(stage, AccountsState(book(), chosen="account-2"))


@shot("accounts")
def accounts_own(stage: Stage) -> QWidget:
    """Akun cabang: akun sendiri, sambungan terputus"""
    failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    return _accounts(stage, AccountsState(book(), chosen="account-0", failure=failure))


@shot("accounts")
def accounts_suspended(stage: Stage) -> QWidget:
    """Akun cabang: akun yang ditangguhkan"""
    return _accounts(stage, AccountsState(book(), chosen="account-3"))


@shot("accounts")
def accounts_lapsed(stage: Stage) -> QWidget:
    """Akun cabang: kata sandi sementara yang tidak dipakai pada waktunya"""
    told = book()
    lapsed = replace(told.accounts[2], given_at=AT - timedelta(days=8), lapses_at=AT - timedelta(days=1))
    accounts = (*told.accounts[:2], lapsed, *told.accounts[3:])
    return _accounts(stage, AccountsState(replace(told, accounts=accounts), chosen="account-2"))


@shot("accounts")
def accounts_read_only(stage: Stage) -> QWidget:
    """Akun cabang oleh auditor: hanya membaca"""
    state = AccountsState(replace(book(), roles=(), offices=()), chosen="account-1")
    return _accounts(stage, state, "auditor", "")


@shot("accounts")
def accounts_nobody(stage: Stage) -> QWidget:
    """Akun cabang: belum ada akun"""
    return _accounts(stage, AccountsState(AccountBook(())))


@shot("accounts")
def accounts_password(stage: Stage) -> QWidget:
    """Akun cabang: kata sandi sementara, sebelum diberikan"""
    return _act(stage, Act.PASSWORD, ActState())


@shot("accounts")
def accounts_password_given(stage: Stage) -> QWidget:
    """Akun cabang: kata sandi sementara, terlihat satu kali"""
    return _act(stage, Act.PASSWORD, ActState(done=True, password=PASSWORD))


@shot("accounts")
def accounts_suspend(stage: Stage) -> QWidget:
    """Akun cabang: menangguhkan, sambungan terputus di tengah"""
    return _act(stage, Act.SUSPEND, ActState(failure=Failure(FailureCode.ACCOUNT_UNCERTAIN)))


@shot("accounts")
def accounts_new(stage: Stage) -> QWidget:
    """Akun baru: penyelia, nama masuk diusulkan"""
    return _new(stage, NewState(Draft(name="Dede Rohaeti")))


@shot("accounts")
def accounts_new_agent(stage: Stage) -> QWidget:
    """Akun baru: agen, kantor belum dipilih"""
    draft = Draft(AGENT, "Dede Rohaeti", number="A-0017")
    return _new(stage, NewState(draft, frozenset({Gap.OFFICE})))


@shot("accounts")
def accounts_new_made(stage: Stage) -> QWidget:
    """Akun baru: kata sandi pertama, terlihat satu kali"""
    return _new(stage, NewState(Draft(name="Dede Rohaeti"), password=PASSWORD))


@shot("accounts")
def accounts_new_agent_added(stage: Stage) -> QWidget:
    """Akun baru: agen ditambahkan, langkah berikutnya kode laptop"""
    draft = Draft(AGENT, "Dede Rohaeti", number="A-0017", office="Kantor Cibadak")
    return _new(stage, NewState(draft, agent_id="agent-17"))


def _act(stage: Stage, act: Act, state: ActState) -> QWidget:
    window = _accounts(stage, AccountsState(book(), chosen="account-1"))
    dialog = AccountActDialog(Asked(act, account(1)), window)
    dialog.open()
    dialog.show_state(state)
    return dialog


def _new(stage: Stage, state: NewState) -> QWidget:
    window = _accounts(stage, AccountsState(book(), chosen="account-1"))
    dialog = NewAccountDialog(book(), window)
    dialog.open()
    dialog.show_state(state)
    return dialog
