"""What a rule that does not hold is told with."""

from __future__ import annotations


class Broken(Exception):
    """A rule does not hold: `rule` is its name, `story` says in words what was seen."""

    def __init__(self, rule: str, story: str) -> None:
        super().__init__(f"{rule}: {story}")
        self.rule = rule
        self.story = story
