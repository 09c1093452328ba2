"""A profile whose store opens with a password, at a cost that tests can pay."""

from pathlib import Path

from perisai_desktop.config.paths import Profile
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.desk_opening import open_desk
from sync.protocol.signatures import SigningKey
from tests.support.desks import STORE_KEY, HandClock, make_profile

PASSWORD = "pasar pagi cibadak"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def locked_profile(folder: Path, key: SigningKey, clock: HandClock) -> Profile:
    """A profile as `make_profile` makes it, with its key file locked by `PASSWORD`."""
    profile = make_profile(folder, key)
    Vault(profile, clock, cost=CHEAP).prepare(PASSWORD, bytes(range(32)), STORE_KEY).save()
    return profile


def opened_by(profile: Profile, password: str, clock: HandClock) -> AgentDesk:
    """The desk of a profile as its password opens it."""
    return open_desk(profile, Vault(profile, clock, cost=CHEAP).unlock(password), clock)
