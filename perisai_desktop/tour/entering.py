"""How agent and reviewer come in on the tour: through the sign-in windows, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from perisai_desktop.app import Practice, Program
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.waiting import PASSING, PATIENCE, Patience, wait_for
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.review_window import ReviewWindow


class Entering:
    """The two doors of a program that practises."""

    def __init__(self, program: Program, practice: Practice, pictures: Pictures) -> None:
        self._program = program
        self._practice = practice
        self._pictures = pictures

    def agent(self) -> AgentWindow:
        """The agent's window; the first time the laptop is enrolled on the way."""
        entry = self._program.enter()
        wait_for(entry.isVisible, "first window")
        self._pictures.take("sign_in", entry)
        hand = Hand(entry)
        hand.press("sign_in_enter")
        wait_for(lambda: self._program.agent_window is not None, "agent signed in")
        window = self._program.agent_window
        assert window is not None
        if window.frame.current == "ready_for_work":
            wait_for(lambda: not window.upkeep.ready.state.looking, "laptop looked at")
            self._pictures.take("ready_for_work", window)
        window.frame.go("workers")
        wait_for(lambda: window.pages.workers.state.loaded, "workers listed")
        return window

    def reviewer(self) -> ReviewWindow:
        """The reviewer's window; a server that died is asked again until it is back."""
        entry = self._program.open_review()
        hand = Hand(entry)
        hand.write("review_server", self._practice.url)
        hand.write("review_login", self._practice.reviewer)
        self._pictures.take("review_sign_in", entry)
        patience = Patience("reviewer signed in", PATIENCE)
        while not self._reviewer_entered(hand):
            patience.wait()
        window = self._program.review.window
        assert window is not None
        wait_for(lambda: window.review.state.loaded and not window.review.state.busy, "queue loaded")
        return window

    def _reviewer_entered(self, hand: Hand) -> bool:
        password = hand.write("review_password", self._practice.reviewer_password)
        hand.keyboard.press(password, Qt.Key.Key_Return)
        sign_in = self._program.review.sign_in
        assert sign_in is not None
        wait_for(lambda: not sign_in.state.busy, "answer to the reviewer")
        failure = sign_in.state.failure
        if failure is not None and failure.code not in PASSING:
            raise failure
        return failure is None
