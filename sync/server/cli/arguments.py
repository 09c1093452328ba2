"""The words of the command line: verbs, their arguments and one line of help for each."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from sync.protocol.lost_laptop import MOST_HOURS
from sync.rules.staff_names import LONGEST_LOGIN, is_login, is_staff_name, neat_name
from sync.server import VERSION
from sync.server.settings import DEFAULT_PORT

_SOURCES = Path("resources/reference/sources")


def parser() -> argparse.ArgumentParser:
    """`perisai-server VERB ...`; the chosen verb is in `verb`, its second word in `what`."""
    top = argparse.ArgumentParser(prog="perisai-server", description="Central server of Perisai.")
    top.add_argument("--version", action="version", version=f"perisai-server {VERSION}")
    state = argparse.ArgumentParser(add_help=False)
    state.add_argument(
        "--dir", type=Path, default=Path("perisai-server"), help="state folder (keys, database)"
    )
    state.add_argument(
        "--db", default=None, help="PostgreSQL URL; default DATABASE_URL, else SQLite in --dir"
    )
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")

    init = verbs.add_parser("init", parents=[state], help="make the keys and the database")
    init.add_argument("--host", default="", help="public host printed in the QR of receipts")

    serve = verbs.add_parser("serve", parents=[state], help="answer devices and reviewers")
    _listening(serve, DEFAULT_PORT)
    serve.add_argument("--cert", type=Path, default=None, help="TLS certificate chain (PEM)")
    serve.add_argument("--key", type=Path, default=None, help="TLS private key (PEM)")

    serve.add_argument(
        "--metrics-token-file", type=Path, default=None, help="a token that opens /v1/metrics from elsewhere"
    )
    serve.add_argument("--minimum-program", default="", help="older programs are told to renew")
    serve.add_argument(
        "--minimum-program-on",
        type=date.fromisoformat,
        default=None,
        help="from this day on they capture nothing more (YYYY-MM-DD); they go on sending",
    )

    branches = _noun(verbs, "branch", "branches of the agency")
    second = branches.add_parser(
        "second-person", parents=[state], help="have money undone, and large amounts approved, by two people"
    )
    second.add_argument("name", help="the branch's name")
    amount = second.add_mutually_exclusive_group(required=True)
    amount.add_argument("--above", type=int, metavar="RUPIAH", help="approving more than this takes two")
    amount.add_argument("--off", dest="above", action="store_const", const=None, help="one person decides")
    branch = branches.add_parser("add", parents=[state])
    branch.add_argument("name")
    branch.add_argument("--hotline", default="")
    office = _noun(verbs, "office", "offices that house agents").add_parser("add", parents=[state])
    office.add_argument("name")
    office.add_argument("--branch", required=True, help="the branch's name")
    agent = _noun(verbs, "agent", "agents").add_parser("add", parents=[state])
    agent.add_argument("name", type=_staff_name)
    agent.add_argument("--number", required=True, help="the agent's number")
    agent.add_argument("--office", required=True, help="the office's name")
    accounts = _noun(verbs, "reviewer", "accounts of a branch")
    password = accounts.add_parser(
        "password",
        parents=[state],
        help="give an account a new password, which its holder has to replace within 7 days",
    )
    password.add_argument("login")
    reviewer = accounts.add_parser("add", parents=[state])
    reviewer.add_argument("login", type=_login)
    reviewer.add_argument("--name", type=_staff_name, default=None, help="full name; default the login")
    reviewer.add_argument("--branch", required=True, help="the branch's name")
    reviewer.add_argument(
        "--role", default="reviewer", choices=["reviewer", "branch_admin", "auditor", "operator"]
    )
    reviewer.add_argument("--agent", default="", help="number of the agent this person is as well")
    laptops = _noun(verbs, "device", "laptops of agents")
    _devices(laptops, state)
    _reopening(laptops, state)
    people = _noun(verbs, "person", "whom data are held of")
    person = people.add_parser("export", parents=[state], help="everything that is held about one person")
    whom = person.add_mutually_exclusive_group(required=True)
    whom.add_argument("--nik", default="", help="the person's NIK, 16 digits")
    whom.add_argument("--record", default="", metavar="ID", help="a record about the person")
    person.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new .zip file")

    bundle = verbs.add_parser("bundle", parents=[state], help="take in files that came without a network")
    bundle.add_argument("files", type=Path, nargs="+", metavar="FILE", help="what a laptop saved (.perisai)")
    bundle.add_argument("--out", type=Path, default=None, help="folder of the answers; default beside FILE")
    epoch = _noun(verbs, "epoch", "new receipt numbers for a laptop").add_parser("code", parents=[state])
    epoch.add_argument("--device", required=True, help="the laptop as it shows itself, such as 7Q2FK-03")
    epoch.add_argument("--challenge", required=True, help="the six characters on its screen")
    epoch.add_argument(
        "--set-back", action="store_true", help="the server was restored from a backup older than the epoch"
    )

    handovers = _noun(verbs, "handover", "workers who pass to another agent")
    decision = handovers.add_parser("decide", parents=[state], help="move workers; both laptops are told")
    decision.add_argument("--from", dest="giving", required=True, metavar="NUMBER", help="the giving agent")
    decision.add_argument("--to", dest="taking", required=True, metavar="NUMBER", help="the taking agent")
    decision.add_argument("--worker", action="append", metavar="ID", help="a worker; default all of them")
    handovers.add_parser("list", parents=[state], help="decisions, and who has followed them")

    build = _noun(verbs, "reference", "reference data").add_parser("build", help="build from named sources")
    build.add_argument("--sources", type=Path, default=_SOURCES, help="folder of the small sources")
    build.add_argument("--regions", type=Path, default=None, help="package of the regions (.tgz or folder)")
    build.add_argument("--out", type=Path, default=_SOURCES.parent)

    _settings(_noun(verbs, "settings", "what a branch decides by configuration"), state)
    practice = verbs.add_parser("practice", parents=[state], help="a practice server on this machine")
    _listening(practice, 0)
    practice.add_argument("--today", type=date.fromisoformat, default=None, help="pin the day (YYYY-MM-DD)")
    _demo(verbs.add_parser("demo-branch", parents=[state], help="a generated branch with planted fraud"))

    _auditing(verbs, state)
    _keeping(verbs, state)
    _erasing(verbs, state)
    return top


def _erasing(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], state: argparse.ArgumentParser
) -> None:
    kept = verbs.add_parser(
        "retention", parents=[state], help="how long people's data stay; without options what holds"
    )
    for name, help_text in (
        ("--refused-days", "after a refusal whose money is settled"),
        ("--membership-days", "after a membership has ended"),
        ("--photo-days", "pictures, after the agency's answer"),
    ):
        kept.add_argument(name, type=int, default=None, metavar="N", help=help_text)
    kept.add_argument(
        "--daily",
        choices=("on", "off"),
        default=None,
        help="the server purges by itself, from its next start on",
    )
    purge = verbs.add_parser("purge", parents=[state], help="erase people's data whose time is over")
    purge.add_argument("--dry-run", action="store_true", help="only tell how much that is, by reason")


def _demo(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("--agents", type=int, default=50)
    demo.add_argument("--days", type=int, default=30)
    demo.add_argument("--entries", type=int, default=60_000, help="about so many entries")
    demo.add_argument("--seed", type=int, default=1, help="the same seed makes the same people and days")
    demo.add_argument("--today", type=date.fromisoformat, default=None, help="the last day (YYYY-MM-DD)")
    demo.add_argument("--check", action="store_true", help="tell what is found in a branch made before")


def _auditing(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], state: argparse.ArgumentParser
) -> None:
    ledger = verbs.add_parser("ledger", parents=[state], help="print what the ledger holds as JSON")
    export = ledger.add_subparsers(dest="what", metavar="WHAT").add_parser(
        "export", parents=[state], help="write every line of it for an auditor"
    )
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new .csv or .json file")
    proof = verbs.add_parser(
        "verify-ledger", parents=[state], help="prove the books from what laptops signed; exit code 1 if not"
    )
    proof.add_argument("--json", action="store_true", help="print findings and sums as JSON")
    proof.add_argument(
        "--server-key", default="", metavar="KEY", help="as /v1/identity tells it; default of --dir"
    )


def _keeping(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], state: argparse.ArgumentParser
) -> None:
    doctor = verbs.add_parser(
        "doctor", parents=[state], help="whether the server is fit, and what to do if not"
    )
    doctor.add_argument(
        "--cert", type=Path, default=None, help="TLS certificate chain (PEM) that it serves with"
    )
    doctor.add_argument("--json", action="store_true", help="print what was found as JSON")
    backup = verbs.add_parser("backup", parents=[state], help="copy the server, also while it serves")
    backup.add_argument("to", type=Path, metavar="DIR", help="where a folder of the date is made")
    backup.add_argument("--keys", type=Path, default=None, help="copy the keys too, apart, below this folder")
    restore = verbs.add_parser("restore", parents=[state], help="make a server of a backup in an empty --dir")
    restore.add_argument("copy", type=Path, metavar="DIR", help="the backup: the folder with manifest.json")
    restore.add_argument("--keys", type=Path, default=None, help="the folder that --keys of backup made")


def _devices(
    nouns: argparse._SubParsersAction[argparse.ArgumentParser], state: argparse.ArgumentParser
) -> None:
    code = nouns.add_parser("code", parents=[state], help="a one-time code for an agent's next laptop")
    code.add_argument("--agent", required=True, help="the agent's number")
    listed = nouns.add_parser("list", parents=[state], help="how laptops stand, and what is missing of them")
    listed.add_argument("--agent", default="", help="the agent's number; default all agents")
    for what, help_text in (
        ("pause", "it takes cash and sends, and gets no answers"),
        ("resume", "let it work again"),
        ("revoke", "it takes no more cash; what it still sends is held"),
        ("wipe", "have it emptied once nothing of it is missing, or two people approve"),
        ("keep", "have it emptied no more, as long as it was not told"),
        ("lost", "it is lost: revoke it, and keep until when people are to be told"),
        ("found", "it was found again"),
        ("records", "of whom it held data, and what of it may never have arrived"),
    ):
        verb = nouns.add_parser(what, parents=[state], help=help_text)
        verb.add_argument("--device", required=True, metavar="CODE", help="the laptop's five characters")
        if what == "lost":
            verb.add_argument(
                "--hours-ago",
                type=int,
                choices=range(MOST_HOURS + 1),
                default=0,
                metavar="N",
                help="how many hours ago the branch was told",
            )
        if what == "wipe":
            verb.add_argument(
                "--by", default="", metavar="LOGIN", help="who approves it whatever is missing; two have to"
            )


def _reopening(
    nouns: argparse._SubParsersAction[argparse.ArgumentParser], state: argparse.ArgumentParser
) -> None:
    reopen = nouns.add_parser("reopen", parents=[state], help="answer a laptop whose password was forgotten")
    reopen.add_argument("file", type=Path, metavar="FILE", help="what the laptop saved (.perisai-sandi)")
    reopen.add_argument(
        "--code", default="", help="as the agent reads it out; asked for where it is left out"
    )
    reopen.add_argument(
        "--out", type=Path, default=None, metavar="FILE", help="the answer; default beside FILE"
    )


def _settings(
    nouns: argparse._SubParsersAction[argparse.ArgumentParser], state: argparse.ArgumentParser
) -> None:
    show = nouns.add_parser("show", parents=[state], help="print the files of the newest version")
    show.add_argument("--branch", required=True, help="the branch's name or code")
    for what, help_text in (
        ("check", "what publishing a file would change, or what is wrong with it; exit code 1 then"),
        ("publish", "sign a file as the branch's newest version"),
    ):
        verb = nouns.add_parser(what, parents=[state], help=help_text)
        verb.add_argument("file", type=Path, metavar="FILE", help="what `settings show` printed, edited")
        verb.add_argument("--branch", required=True, help="the branch's name or code")
        verb.add_argument(
            "--from",
            dest="start",
            type=date.fromisoformat,
            default=None,
            metavar="DAY",
            help="the day from which it holds (YYYY-MM-DD); default today",
        )


def _listening(verb: argparse.ArgumentParser, port: int) -> None:
    verb.add_argument("--host", default="127.0.0.1", help="address to listen on")
    verb.add_argument("--port", type=int, default=port, help="0 takes any free port")


def _noun(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], noun: str, help_text: str
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    return verbs.add_parser(noun, help=help_text).add_subparsers(dest="what", required=True, metavar="WHAT")


def _login(typed: str) -> str:
    if not is_login(typed):
        raise argparse.ArgumentTypeError(
            f"a login has 3 to {LONGEST_LOGIN} letters, digits, '.', '_' and '-'"
        )
    return typed


def _staff_name(typed: str) -> str:
    name = neat_name(typed)
    if not is_staff_name(name):
        raise argparse.ArgumentTypeError(
            "a name has words of Latin letters, no unseen signs and no other script"
        )
    return name
