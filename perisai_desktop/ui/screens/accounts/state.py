"""What the screen of accounts shows."""

from dataclasses import dataclass

from perisai_desktop.domain.branch_account import AccountBook, BranchAccount
from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class AccountsState:
    """The accounts, None until they were read; `chosen` is an account's id, empty for none."""

    book: AccountBook | None = None
    chosen: str = ""
    busy: bool = False
    failure: Failure | None = None

    @property
    def accounts(self) -> tuple[BranchAccount, ...]:
        """By name, and by login where two are alike."""
        accounts = () if self.book is None else self.book.accounts
        return tuple(sorted(accounts, key=lambda one: (one.name.casefold(), one.login)))

    @property
    def place(self) -> int:
        """Where the chosen account stands, -1 for none."""
        return next((place for place, one in enumerate(self.accounts) if one.account_id == self.chosen), -1)

    @property
    def account(self) -> BranchAccount | None:
        """The chosen account."""
        return self.accounts[self.place] if self.place >= 0 else None
