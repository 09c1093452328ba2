"""The card of one agent: the numbers, and the laptops with what their states mean."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal

from perisai_desktop.domain.branch_agent import AgentLaptop, BranchAgent
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.agents.act_words import ICONS, button_words
from perisai_desktop.ui.screens.agents.acts import OF_AGENT, Act, Asked, offered
from perisai_desktop.ui.screens.agents.words import figures, laptop_face, meaning_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Box, EmptyState, across, clear_layout
from perisai_desktop.ui.widgets.figure_lines import FigureLines
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Elided, Role, Text, rule
from perisai_desktop.ui.widgets.marks import Badge
from perisai_desktop.ui.widgets.scrolling import ScrollCard
from sync.rules.rupiah import format_number


class AgentCard(ScrollCard):
    """`act_asked` carries an Asked. `here`: the viewer's minutes ahead of UTC; `rights`: what the viewer may do."""

    act_asked = Signal(object)

    def __init__(self, here: int, rights: frozenset[Act]) -> None:
        super().__init__()
        self._rights = rights
        self._shift = timedelta(minutes=here)
        self._shown: BranchAgent | None = None
        self._show_nobody()

    def show_agent(self, agent: BranchAgent | None) -> None:
        """Show an agent, or what to do where nobody is chosen."""
        if agent == self._shown:
            return
        self._shown = agent
        clear_layout(self.parts)
        if agent is None:
            self._show_nobody()
            return
        self.parts.addWidget(Elided(agent.name, Role.HEADING))
        self.parts.addWidget(Elided(f"{agent.number} · {agent.office}", Role.HELP))
        lines = FigureLines()
        lines.say(figures(agent))
        self.parts.addLayout(lines)
        self.parts.addWidget(rule())
        self.parts.addWidget(Text(self.tr("Laptops"), Role.STRONG))
        for laptop in agent.laptops:
            self.parts.addWidget(self._laptop(agent, laptop))
        if not agent.laptops:
            self.parts.addWidget(Text(self.tr("No laptop was enrolled yet."), Role.MUTED, wrap=True))
        of_agent = [act for act in OF_AGENT if act in self._rights]
        row = Flow(8)
        for act in of_agent:
            row.addWidget(self._button(Asked(act, agent)))
        if of_agent:
            self.parts.addLayout(row)
        self.parts.addStretch(1)

    def _button(self, asked: Asked) -> Button:
        button = Button(button_words(asked.act), icon=ICONS[asked.act], slim=True)
        button.setObjectName(f"agents_{asked.act.value}")
        button.clicked.connect(lambda: self.act_asked.emit(asked))
        return button

    def _show_nobody(self) -> None:
        words, advice = self.tr("Choose an agent"), self.tr("Numbers, laptops and what can be done.")
        self.parts.addWidget(EmptyState("users", words, advice))

    def _laptop(self, agent: BranchAgent, laptop: AgentLaptop) -> Box:
        box = Box()
        box.column.addLayout(
            across(Text(laptop.device, Role.MEDIUM, selectable=True), None, Badge(laptop_face(laptop)))
        )
        box.column.addWidget(Text(meaning_words(laptop), Role.HELP, wrap=True))
        seen = self.tr("Last heard of on {day}").format(day=plain_date((laptop.seen_at + self._shift).date()))
        box.column.addWidget(Text(seen, Role.HELP, wrap=True))
        if laptop.missing_entries:
            missing = self.tr("{count} records have not arrived").format(
                count=format_number(laptop.missing_entries)
            )
            box.column.addWidget(Text(missing, Role.LABEL, Tone.ERROR, wrap=True))
        acts = offered(laptop, self._rights)
        row = Flow(8)
        for act in acts:
            row.addWidget(self._button(Asked(act, agent, laptop)))
        if acts:
            box.column.addLayout(row)
        return box
