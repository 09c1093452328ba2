"""Scenes before anybody is signed in: sign-in, first run, the reviewer's sign-in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.enrolling_step import EnrolStep
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.password import Strength
from perisai_desktop.domain.reopening import ReopenQuestion
from perisai_desktop.ui.own_password.state import Gap as OwnGap
from perisai_desktop.ui.own_password.state import OwnPasswordState
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap, Page, Summary
from perisai_desktop.ui.screens.first_run.view import FirstRunView
from perisai_desktop.ui.screens.forgotten.dialog import ForgottenDialog
from perisai_desktop.ui.screens.forgotten.state import ForgottenState
from perisai_desktop.ui.screens.own_password.dialog import OwnPasswordDialog
from perisai_desktop.ui.screens.review_sign_in.state import ReviewSignInState
from perisai_desktop.ui.screens.review_sign_in.view import ReviewSignInView
from perisai_desktop.ui.screens.sign_in.state import SignInState
from perisai_desktop.ui.screens.sign_in.view import SignInView
from tests.support.desks import MARKET_DAY
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

SERVER = "https://cabang-sukabumi.example"
CODE = "7Q2FK-93XWB-H0M4T-KD85R"


def _signing_in(stage: Stage, state: SignInState) -> QWidget:
    window = stage.known()
    stage.part(window, SignInView).show_state(state)
    return window


def _first_run(stage: Stage, state: FirstRunState) -> QWidget:
    window = stage.fresh()
    stage.part(window, FirstRunView).show_state(state)
    return window


@shot("sign_in")
def sign_in(stage: Stage) -> QWidget:
    """Masuk"""
    return stage.known()


@shot("sign_in")
def sign_in_wrong(stage: Stage) -> QWidget:
    """Masuk: kata sandi salah"""
    return _signing_in(stage, SignInState(failure=Failure(FailureCode.WRONG_PASSWORD, attempts_left=3)))


@shot("sign_in")
def sign_in_locked(stage: Stage) -> QWidget:
    """Masuk: terlalu banyak kata sandi salah"""
    return _signing_in(stage, SignInState(minutes=5, failure=Failure(FailureCode.LOCKED_OUT, minutes=5)))


@shot("sign_in")
def sign_in_busy(stage: Stage) -> QWidget:
    """Masuk: data sedang dibuka"""
    return _signing_in(stage, SignInState(busy=True))


@shot("sign_in")
def sign_in_running(stage: Stage) -> QWidget:
    """Masuk: Perisai sudah terbuka"""
    stage.known()
    return stage.known()


@shot("sign_in")
def sign_in_damaged(stage: Stage) -> QWidget:
    """Masuk: data rusak"""
    return _signing_in(stage, SignInState(failure=Failure(FailureCode.STORE_DAMAGED), blocked=True))


@shot("sign_in")
def sign_in_practice(stage: Stage) -> QWidget:
    """Masuk: latihan"""
    return stage.practising()


def _forgotten(stage: Stage, state: ForgottenState) -> QWidget:
    dialog = ForgottenDialog(stage.known())
    dialog.open()
    dialog.show_state(state)
    return dialog


REQUEST = "perisai-7Q2FK-20261122-0915.perisai-sandi"
QUESTION = ReopenQuestion("7Q2FK", "M24E-HXXT-RC4N", MARKET_DAY)


@shot("forgotten")
def forgotten(stage: Stage) -> QWidget:
    """Lupa kata sandi: tiga langkah"""
    return _forgotten(stage, ForgottenState(name=REQUEST))


@shot("forgotten")
def forgotten_waits(stage: Stage) -> QWidget:
    """Lupa kata sandi: berkas tersimpan, kode dibacakan"""
    return _forgotten(stage, ForgottenState(QUESTION, REQUEST, saved=REQUEST))


@shot("forgotten")
def forgotten_refused(stage: Stage) -> QWidget:
    """Lupa kata sandi: jawaban untuk permintaan lain"""
    failure = Failure(FailureCode.REOPEN_ANSWERS_ANOTHER)
    return _forgotten(stage, ForgottenState(QUESTION, REQUEST, failure=failure))


@shot("forgotten")
def forgotten_chooses(stage: Stage) -> QWidget:
    """Lupa kata sandi: kata sandi baru"""
    failure = Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=8)
    return _forgotten(stage, ForgottenState(QUESTION, REQUEST, proven=True, failure=failure))


@shot("first_run")
def first_run(stage: Stage) -> QWidget:
    """Pertama kali: bahasa"""
    return stage.fresh()


@shot("first_run")
def first_run_code(stage: Stage) -> QWidget:
    """Pertama kali: alamat dan kode"""
    return _first_run(stage, FirstRunState(Page.CODE))


@shot("first_run")
def first_run_gaps(stage: Stage) -> QWidget:
    """Pertama kali: alamat dan kode belum lengkap"""
    gaps = frozenset({Gap.SERVER_MISSING, Gap.CODE_LENGTH})
    return _first_run(stage, FirstRunState(Page.CODE, code="7Q2FK-93", gaps=gaps))


@shot("first_run")
def first_run_refused(stage: Stage) -> QWidget:
    """Pertama kali: kode ditolak"""
    failure = Failure(FailureCode.CODE_REFUSED, reason="spent")
    return _first_run(stage, FirstRunState(Page.CODE, SERVER, CODE, failure=failure))


@shot("first_run")
def first_run_owing(stage: Stage) -> QWidget:
    """Laptop dikosongkan: uang yang masih harus disetor"""
    receipts = (*(f"7Q2FK-01-{count:06d}-Y" for count in range(1, 21)), "… +194")
    failure = Failure(FailureCode.DEVICE_WIPED_OWING, cash=3_767_050, receipts=receipts)
    return _first_run(stage, FirstRunState(Page.CODE, SERVER, failure=failure))


@shot("first_run")
def first_run_password(stage: Stage) -> QWidget:
    """Pertama kali: kata sandi lemah"""
    gaps = frozenset({Gap.PASSWORD_COMMON})
    state = FirstRunState(Page.PASSWORD, SERVER, CODE, gaps, strength=Strength.COMMON)
    return _first_run(stage, state)


@shot("first_run")
def first_run_busy(stage: Stage) -> QWidget:
    """Pertama kali: bertanya ke cabang"""
    return _first_run(stage, FirstRunState(Page.PASSWORD, SERVER, CODE, busy=EnrolStep.ASKING))


@shot("first_run")
def first_run_done(stage: Stage) -> QWidget:
    """Pertama kali: selesai"""
    agent = stage.agent().desk.identity
    summary = Summary(
        agent.device, agent.name, agent.number, agent.office, agent.branch, practice=False, recoverable=True
    )
    return _first_run(stage, FirstRunState(Page.DONE, SERVER, CODE, summary=summary))


@shot("review_sign_in")
def review_sign_in(stage: Stage) -> QWidget:
    """Penyelia masuk"""
    return stage.review_entry()


@shot("review_sign_in")
def review_sign_in_refused(stage: Stage) -> QWidget:
    """Penyelia masuk: ditolak"""
    window = stage.review_entry()
    failure = Failure(FailureCode.SIGN_IN_REFUSED)
    stage.part(window, ReviewSignInView).show_state(ReviewSignInState(SERVER, "penyelia", failure=failure))
    return window


@shot("review_sign_in")
def review_sign_in_busy(stage: Stage) -> QWidget:
    """Penyelia masuk: bertanya ke server"""
    window = stage.review_entry()
    stage.part(window, ReviewSignInView).show_state(ReviewSignInState(SERVER, "penyelia", busy=True))
    return window


def _choosing(stage: Stage, own: OwnPasswordState) -> QWidget:
    window = stage.review_entry()
    stage.part(window, ReviewSignInView).show_state(ReviewSignInState(SERVER, "ratna", own=own))
    return window


@shot("review_sign_in")
def review_sign_in_choosing(stage: Stage) -> QWidget:
    """Penyelia masuk: memilih kata sandi sendiri"""
    return _choosing(stage, OwnPasswordState(strength=Strength.GOOD))


@shot("review_sign_in")
def review_sign_in_choosing_weak(stage: Stage) -> QWidget:
    """Penyelia masuk: kata sandi sendiri terlalu mudah"""
    return _choosing(stage, OwnPasswordState(frozenset({OwnGap.WEAK}), Strength.SHORT))


@shot("review_sign_in")
def review_sign_in_choosing_cut_off(stage: Stage) -> QWidget:
    """Penyelia masuk: sambungan terputus saat memilih"""
    return _choosing(stage, OwnPasswordState(failure=Failure(FailureCode.PASSWORD_UNCERTAIN)))


def _own_password(stage: Stage, state: OwnPasswordState) -> QWidget:
    dialog = OwnPasswordDialog(stage.review())
    dialog.show_state(state)
    dialog.open()
    stage.calm()
    return dialog


@shot("own_password")
def own_password(stage: Stage) -> QWidget:
    """Ganti kata sandi: belum pas"""
    gaps = frozenset({OwnGap.OLD_MISSING, OwnGap.DIFFER})
    return _own_password(stage, OwnPasswordState(gaps, Strength.STRONG))


@shot("own_password")
def own_password_wrong(stage: Stage) -> QWidget:
    """Ganti kata sandi: kata sandi saat ini salah"""
    failure = Failure(FailureCode.OLD_PASSWORD_WRONG)
    return _own_password(stage, OwnPasswordState(strength=Strength.FAIR, failure=failure))


@shot("own_password")
def own_password_changed(stage: Stage) -> QWidget:
    """Ganti kata sandi: selesai"""
    return _own_password(stage, OwnPasswordState(changed=True))
