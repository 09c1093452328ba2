"""Scenes of the branch's agents and their laptops."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.branch_agent import AgentBook
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.agents.act_dialog import LaptopActDialog
from perisai_desktop.ui.screens.agents.acts import Act, ActState, Asked
from perisai_desktop.ui.screens.agents.state import AgentsState
from perisai_desktop.ui.screens.agents.view import AgentsView
from tests.support.fake_agents import CODE, ON, book
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
    failure = Failure(FailureCode.NO_NETWORK, detail="timeout")
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


def _act(stage: Stage, asked: Asked, state: ActState) -> QWidget:
    dialog = LaptopActDialog(asked, _agents(stage, AgentsState(book(), chosen=asked.agent.agent_id)))
    dialog.open()
    dialog.show_state(state)
    return dialog
