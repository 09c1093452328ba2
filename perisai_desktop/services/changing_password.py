"""Changes the password of a store: the same store key under another lock."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.new_passwords import refuse_weak


@dataclass(frozen=True, slots=True)
class ChangingPassword:
    """Copies made before still open with the password of their day."""

    vault: Vault

    def change(self, old: str, new: str) -> None:
        """Lock the store by the password `new` from now on. Raises Failure: password_too_short (minimum),
        password_too_common, wrong_password (attempts_left), locked_out (minutes), key_file_damaged, disk_full."""
        refuse_weak(new)
        try:
            self.vault.change_password(old, new)
        except OSError:
            raise Failure(FailureCode.DISK_FULL) from None
