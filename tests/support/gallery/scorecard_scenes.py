"""Scenes of the branch's agents, their laptops, and of one that is lost."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.branch_agent import AgentBook, LaptopState
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.lost_laptop import LaptopStanding
from perisai_desktop.domain.reopening import AskedReopening
from perisai_desktop.ui.screens.agents.act_dialog import LaptopActDialog
from perisai_desktop.ui.screens.agents.acts import RIGHTS, Act, ActState, Asked
from perisai_desktop.ui.screens.agents.loss import LossState
from perisai_desktop.ui.screens.agents.loss_dialog import LossDialog
from perisai_desktop.ui.screens.agents.reopen import ReopenState
from perisai_desktop.ui.screens.agents.reopen_dialog import ReopenDialog
from perisai_desktop.ui.screens.agents.state import AgentsState
from perisai_desktop.ui.screens.agents.view import AgentsView
from perisai_desktop.ui.screens.lost_laptop.dialog import HeldDialog
from perisai_desktop.ui.screens.lost_laptop.state import HeldState
from tests.support.fake_agents import AT, CODE, ON, book, held, standing
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _agents(stage: Stage, state: AgentsState) -> QWidget:
    window = stage.review()
    window.frame.go("agents")
    stage.calm()
    stage.part(window, AgentsView).show_state(state)
    return window


@shot("agents")
def agents(stage: Stage) -> QWidget:
    """Agen & perangkat: uang tunai yang paling lama belum disetor di atas"""
    return _agents(stage, AgentsState(book(), chosen="agent-1"))


@shot("agents")
def agents_failure(stage: Stage) -> QWidget:
    """Agen & perangkat: tidak ada jaringan"""
    failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    return _agents(stage, AgentsState(book(), "name", descending=False, chosen="agent-3", failure=failure))


@shot("agents")
def agents_nobody(stage: Stage) -> QWidget:
    """Agen & perangkat: cabang belum punya agen"""
    return _agents(stage, AgentsState(AgentBook(ON, ())))


@shot("agents")
def agents_revoke(stage: Stage) -> QWidget:
    """Agen & perangkat: mencabut laptop yang hilang"""
    agent = book().agents[1]
    return _act(stage, Asked(Act.REVOKE, agent, agent.laptops[0]), ActState())


@shot("agents")
def agents_code(stage: Stage) -> QWidget:
    """Agen & perangkat: kode untuk laptop baru"""
    return _act(stage, Asked(Act.CODE, book().agents[0]), ActState(done=True, code=CODE))


@shot("agents")
def agents_hand_over(stage: Stage) -> QWidget:
    """Agen & perangkat: menyerahkan peserta kepada agen lain"""
    agents = book().agents
    return _act(stage, Asked(Act.HAND_OVER, agents[1], others=agents[2:]), ActState(choice=agents[2].number))


@shot("reopening")
def reopening(stage: Stage) -> QWidget:
    """Agen lupa kata sandi: kode tidak cocok"""
    failure = Failure(FailureCode.REOPEN_CODE_DIFFERS)
    return _reopening(stage, ReopenState(_ASKED, "M24EHXXTRC4M", failure=failure))


@shot("reopening")
def reopening_saved(stage: Stage) -> QWidget:
    """Agen lupa kata sandi: jawaban tersimpan"""
    return _reopening(stage, ReopenState(_ASKED, "M24EHXXTRC4N", saved=_ASKED.answer_name))


_REQUEST = "perisai-6T3WP-20261122-0915.perisai-sandi"
_ASKED = AskedReopening("6T3WP", AT, _REQUEST, f"{_REQUEST}-jawaban", b"")


def _reopening(stage: Stage, state: ReopenState) -> QWidget:
    agent = book().agents[4]
    window = _agents(stage, AgentsState(book(), chosen=agent.agent_id))
    dialog = ReopenDialog(Asked(Act.REOPEN, agent, agent.laptops[0]), window)
    dialog.open()
    dialog.show_state(state)
    return dialog


@shot("lost_laptop")
def lost_laptop(stage: Stage) -> QWidget:
    """Laptop hilang: langkah demi langkah, waktu berjalan"""
    return _loss(stage, standing(wipe_asked_at=AT, approved_by=("Ratna Wijaya",)))


@shot("lost_laptop")
def lost_laptop_begins(stage: Stage) -> QWidget:
    """Laptop hilang: belum dilaporkan"""
    return _loss(stage, standing(state=LaptopState.ACTIVE, lost_at=None, notice_due=None))


@shot("lost_laptop")
def lost_laptop_people(stage: Stage) -> QWidget:
    """Laptop hilang: orang yang datanya ada di laptop"""
    return _held(stage, HeldState(held(), saved="Data di laptop 9S5XM.xlsx"))


@shot("lost_laptop")
def lost_laptop_people_failure(stage: Stage) -> QWidget:
    """Laptop hilang: daftar terputus"""
    failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    return _held(stage, HeldState(held(after="worker-6"), failure=failure))


def _loss(stage: Stage, told: LaptopStanding) -> QWidget:
    window = _agents(stage, AgentsState(book(), chosen="agent-1"))
    agent = book().agents[1]
    asked = Asked(Act.GUIDE, agent, agent.laptops[1])
    dialog = LossDialog(asked, RIGHTS["branch_admin"], 420, lambda: AT, window)
    dialog.open()
    dialog.show_state(LossState(told))
    return dialog


def _held(stage: Stage, state: HeldState) -> QWidget:
    window = _agents(stage, AgentsState(book(), chosen="agent-1"))
    dialog = HeldDialog("9S5XM", 420, lambda: AT, window)
    dialog.open()
    dialog.show_state(state)
    return dialog


def _act(stage: Stage, asked: Asked, state: ActState) -> QWidget:
    dialog = LaptopActDialog(asked, _agents(stage, AgentsState(book(), chosen=asked.agent.agent_id)))
    dialog.open()
    dialog.show_state(state)
    return dialog
