"""`device lost|found|records`: what the terminal does about a lost laptop, and of whom it held data."""

from __future__ import annotations

import argparse
from datetime import datetime

from sync.protocol.lost_laptop import HeldChain, HeldPerson, LaptopRecords
from sync.rules.breach import notice_due
from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.composition import opened


def lost(asked: argparse.Namespace) -> None:
    """Keep when the branch was told of the loss, and revoke the laptop."""
    with opened(real_settings(asked)) as server:
        standing = server.device_states.report_lost(asked.device, asked.hours_ago, TERMINAL, None)
        assert standing.device.lost_at is not None
        due = _minute(notice_due(standing.device.lost_at))
        print(f"laptop {asked.device} is lost and revoked; who is on it (device records) is told until {due}")


def found(asked: argparse.Namespace) -> None:
    """Take the report back; the laptop stays revoked."""
    with opened(real_settings(asked)) as server:
        server.device_states.found_again(asked.device, TERMINAL, None)
        print(f"laptop {asked.device} was found; it is still revoked (device resume)")


def records(asked: argparse.Namespace) -> None:
    """One line for each chain, then one for each person whose data was on the laptop, by worker id."""
    with opened(real_settings(asked)) as server:
        told = server.held_records.page(asked.device, TERMINAL, None)
        for line in _head(told):
            print(line)
        while True:
            for person in told.people:
                print(_line(person))
            if told.after is None:
                return
            told = server.held_records.page(asked.device, TERMINAL, None, told.after)


def _head(told: LaptopRecords) -> list[str]:
    seen = f"{told.state}  seen {_minute(told.seen_at)}"
    lost = "not reported lost" if told.lost_at is None else f"lost {_minute(told.lost_at)}"
    due = "" if told.notice_due is None else f", people to be told until {_minute(told.notice_due)}"
    return [
        f"{told.device}  {told.agent_number} {told.agent_name}  {seen}  {lost}{due}",
        *(_chain(chain) for chain in told.chains),
        f"{told.total} people",
    ]


def _chain(chain: HeldChain) -> str:
    arrived = "" if chain.received_at is None else f", arrived {_minute(chain.received_at)}"
    return (
        f"epoch {chain.epoch:02d}: received up to {chain.received}{arrived}"
        f"; told of {chain.told}; {chain.missing} missing"
    )


def _line(person: HeldPerson) -> str:
    place = "card only" if person.epoch is None else f"{person.epoch:02d}:{person.seq}"
    who = (person.name or "erased", person.nik or "-", person.phone or "-")
    return "  ".join((person.worker_id, *who, place, ", ".join(person.data)))


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
