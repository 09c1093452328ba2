"""The occupations that can be chosen, and which of them count as transport for PP 50/2025."""

from dataclasses import dataclass, field

from sync.rules.iuran_month import IuranMonth


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation as the agency's registration names it; all but `name` can be changed by the branch.

    `last`: the last month in which it is offered, None for no end; who has it keeps it. `former`: names that it had
    before, oldest first; entries go on naming them.
    """

    name: str
    transport: bool
    note: str = ""
    last: IuranMonth | None = None
    former: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it has or had, oldest first."""
        return (*self.former, self.name)


@dataclass(frozen=True, slots=True)
class OccupationBook:
    """The occupations in the order of the agency's list."""

    all: tuple[Occupation, ...]

    _by_name: dict[str, Occupation] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {name_key(name): one for one in self.all for name in one.former}
        by_name |= {name_key(one.name): one for one in self.all}
        object.__setattr__(self, "_by_name", by_name)

    def find(self, text: str) -> Occupation | None:
        """The occupation that has or had exactly this name, whatever its case and spaces."""
        return self._by_name.get(name_key(text))

    def offered(self, month: IuranMonth) -> tuple[Occupation, ...]:
        """Those that can be chosen in a calendar month."""
        return tuple(one for one in self.all if one.last is None or month <= one.last)


def name_key(name: str) -> str:
    """By what two names are the same."""
    return " ".join(name.split()).casefold()
