"""Who is signed in at this laptop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgentIdentity:
    """The agent as the branch named them when the device was enrolled; prints on every receipt."""

    agent_id: str
    name: str
    number: str
    office: str
    branch: str
    device: str
    hotline: str
    public_host: str
    practice: bool


@dataclass(frozen=True, slots=True)
class ReviewerIdentity:
    """The account that signed in to review at the server."""

    name: str
    branch: str
    role: str
    must_change: bool = False
    """Somebody else gave the password: all the account may do is choose another one."""

    @property
    def reviews(self) -> bool:
        """Whether the account reads what the branch's agents wrote: without that it has no business in the window."""
        return self.role in ("reviewer", "branch_admin", "auditor")

    @property
    def decides(self) -> bool:
        """Whether the account decides on records; whoever does not only reads them."""
        return self.role == "reviewer"

    @property
    def receives(self) -> bool:
        """Whether the account takes files of laptops in, and approved work to the agency's portal."""
        return self.role in ("reviewer", "branch_admin")

    @property
    def gives_codes(self) -> bool:
        """Whether the account reads codes for new receipt numbers out."""
        return self.role in ("reviewer", "branch_admin", "operator")

    @property
    def traces(self) -> bool:
        """Whether the account sees who did and saw what."""
        return self.role in ("branch_admin", "auditor")

    @property
    def exports(self) -> bool:
        """Whether the account may save everything that is held about one person."""
        return self.role == "branch_admin"

    @property
    def configures(self) -> bool:
        """Whether the account publishes what the branch decides by configuration."""
        return self.role == "branch_admin"

    @property
    def keeps_accounts(self) -> bool:
        """Whether the account makes, suspends and lets in again the accounts of the branch."""
        return self.role == "branch_admin"

    @property
    def sees_accounts(self) -> bool:
        """Whether the account sees who else has one, and who made it."""
        return self.role in ("branch_admin", "auditor")

    @property
    def audits(self) -> bool:
        """Whether the account has the trail proved, and takes the ledger."""
        return self.role == "auditor"
