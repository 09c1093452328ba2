"""The occupations that can be chosen, and which of them count as transport for PP 50/2025."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation as the agency's registration names it; `transport` and `note` can be changed by the branch."""

    name: str
    transport: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class OccupationBook:
    """The occupations in the order of the agency's list."""

    all: tuple[Occupation, ...]

    _by_name: dict[str, Occupation] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {occupation.name.casefold(): occupation for occupation in self.all}
        object.__setattr__(self, "_by_name", by_name)

    def find(self, text: str) -> Occupation | None:
        """The occupation of exactly this name, whatever its case and outer spaces."""
        return self._by_name.get(" ".join(text.split()).casefold())
