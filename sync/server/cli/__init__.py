"""The command line of the server: `perisai-server VERB ...`, also `python -m sync.server`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence

from sync.rules.reference_fields import ReferenceFault
from sync.server.cli import (
    auditing,
    backups,
    bundles,
    demo,
    devices,
    doctor,
    handovers,
    ledger,
    lost_laptops,
    organisation,
    people,
    practice,
    purging,
    reference,
    reopening,
    serving,
    settings,
)
from sync.server.cli.address import AddressRefused
from sync.server.cli.arguments import parser
from sync.server.cli.terminal import Failed, Refused, complain
from sync.server.cli.words import refusal_words
from sync.server.folder_lock import FolderTaken
from sync.server.keys import KeyFault
from sync.server.refusals import Refusal
from sync.server.storage.store import StoreFault

VERBS: Mapping[tuple[str, str | None], Callable[[argparse.Namespace], None]] = {
    ("init", None): serving.init,
    ("serve", None): serving.serve,
    ("branch", "add"): organisation.branch_add,
    ("branch", "second-person"): organisation.branch_second,
    ("office", "add"): organisation.office_add,
    ("agent", "add"): organisation.agent_add,
    ("reviewer", "add"): organisation.reviewer_add,
    ("reviewer", "password"): organisation.reviewer_password,
    ("device", "code"): organisation.device_code,
    ("device", "list"): devices.listed,
    ("device", "pause"): devices.pause,
    ("device", "resume"): devices.resume,
    ("device", "revoke"): devices.revoke,
    ("device", "wipe"): devices.wipe,
    ("device", "keep"): devices.keep,
    ("person", "export"): people.export,
    ("device", "lost"): lost_laptops.lost,
    ("device", "found"): lost_laptops.found,
    ("device", "records"): lost_laptops.records,
    ("device", "reopen"): reopening.reopen,
    ("bundle", None): bundles.take,
    ("handover", "decide"): handovers.decide,
    ("handover", "list"): handovers.listed,
    ("epoch", "code"): organisation.epoch_code,
    ("reference", "build"): reference.build_reference,
    ("settings", "show"): settings.show,
    ("settings", "check"): settings.check,
    ("settings", "publish"): settings.publish,
    ("practice", None): practice.practice,
    ("demo-branch", None): demo.demo_branch,
    ("backup", None): backups.backup,
    ("restore", None): backups.restore,
    ("doctor", None): doctor.examine,
    ("ledger", None): ledger.ledger,
    ("ledger", "export"): auditing.ledger_export,
    ("retention", None): purging.retention,
    ("purge", None): purging.purge,
    ("verify-ledger", None): auditing.verify_ledger,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks: 0, or 1 with one sentence on standard error, or after a report that is bad news."""
    asked = parser().parse_args(argv)
    try:
        VERBS[(asked.verb, getattr(asked, "what", None))](asked)
    except (Refused, AddressRefused, FolderTaken) as refused:
        complain(str(refused))
    except (Refusal, StoreFault, ReferenceFault, KeyFault) as fault:
        complain(refusal_words(fault.code))
    except Failed:
        return 1
    except KeyboardInterrupt:
        return 130
    else:
        return 0
    return 1
