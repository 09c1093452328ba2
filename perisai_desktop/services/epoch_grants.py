"""The grants of the store's epochs, kept with their proofs: a server that was set back knows its own again by them."""

import json

from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Session
from sync.protocol.messages import EpochGrant, HeldGrant

GRANTS = "epoch_grants"
"""The name under which the store keeps them."""


def keep(session: Session, grant: EpochGrant) -> None:
    """Keep a grant that the store took, in the same transaction; one without a proof proves nothing."""
    if grant.proof is None:
        return
    added = HeldGrant(ask=grant.ask, epoch=grant.epoch, start_hash=grant.start_hash, proof=grant.proof)
    kept = [one.model_dump() for one in (*held(session), added)]
    choices.put(session, GRANTS, json.dumps(kept))


def held(session: Session) -> tuple[HeldGrant, ...]:
    """Every grant that was taken, oldest first."""
    kept = choices.get(session, GRANTS)
    return () if kept is None else tuple(HeldGrant(**one) for one in json.loads(kept))
