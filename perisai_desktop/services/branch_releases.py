"""The settings that the branch publishes, by network or on a stick: checked, and kept whole or not at all."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.branch_rules import BranchRules, RulesTrouble
from perisai_desktop.services.greetings import day_reached
from perisai_desktop.services.release_sources import LineSource, Source, StickSource
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database, Session
from sync.client.channel import Channel
from sync.protocol.digests import sha256_hex
from sync.protocol.releases import (
    CarriedReleases,
    ReleaseFault,
    ReleaseManifest,
    SignedRelease,
    read_release,
)
from sync.rules.reference import MANIFEST, REFERENCE_FILES, Reference, parse_reference
from sync.rules.reference_fields import ReferenceFault

RELEASES = "branch_releases"
"""The name under which the store keeps the versions that hold now or later, newest first."""
TOLD = "rules_told"
"""The name under which it keeps the version that the server told of last."""
TROUBLE = "rules_trouble"
"""The name under which it keeps why that version was not taken."""
NO_RELEASE = "rules_unpublished"
"""The name under which it keeps a version that is no branch's: what came with the server."""
_MOST_STEPS = 20
"""So many versions back from the newest are fetched at most; each of them waits for its day."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version as it was signed, with its small files by name."""

    signed: SignedRelease
    manifest: ReleaseManifest
    files: Mapping[str, bytes]

    def rules(self) -> Reference:
        """What it says. Raises ReferenceFault."""
        return parse_reference({**self.files, MANIFEST: self.signed.manifest.encode()})


class _Refused(Exception):
    def __init__(self, trouble: RulesTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class _NoAnswer(Exception):
    """The line went down: the next run asks again."""


class _NotThere(Exception):
    """The server has not got it."""


@dataclass(frozen=True, slots=True)
class BranchReleases:
    """`server_key` is the pinned key; `built_in` and `files` are what came with the program."""

    server_key: bytes
    built_in: Reference
    files: Mapping[str, bytes]

    def in_force(self, session: Session, today: date) -> Reference:
        """What holds on a local day, `day_reached`: the newest version that is kept and whose day has come, else what came with
        the program. What this program cannot read, since a newer one kept it, is passed over."""
        for release in self._held(session):
            with suppress(ReferenceFault):
                if release.manifest.in_force_on <= today:
                    return release.rules()
        return self.built_in

    def standing(self, session: Session, today: date, used: str) -> BranchRules:
        """How it stands; `used` is the version that the desk works by."""
        holds = next((one for one in self._held(session) if one.manifest.in_force_on <= today), None)
        version = self.built_in.version if holds is None else holds.manifest.version
        trouble = choices.get(session, TROUBLE)
        return BranchRules(
            used, "" if version == used else version, None if trouble is None else RulesTrouble(trouble)
        )

    def refresh(self, database: Database, channel: Channel, clock: Clock) -> bool:
        """Fetch what the server told of and is not kept; True where it is kept now.

        What is not signed by the pinned server, is older, arrived damaged or cannot be read is not kept, and why is.
        Raises Failure.
        """
        with database.reading() as session:
            told, held = choices.get(session, TOLD), self._held(session)
            today = day_reached(session, clock)
            unpublished = choices.get(session, NO_RELEASE)
        if told is None or told in (self._newest(held), unpublished):
            return False
        try:
            fetched = self._fetched(LineSource(channel), told, held, today)
        except _NoAnswer:
            return False
        except _NotThere:
            _note(database, NO_RELEASE, told)
            return False
        except _Refused as refused:
            _note(database, TROUBLE, refused.trouble)
            return False
        self._keep(database, (*fetched, *held), told, today)
        return True

    def newest(self, database: Database) -> str:
        """The version published last of those that are kept; what came with the program where none is."""
        with database.reading() as session:
            return self._newest(self._held(session))

    def take(self, database: Database, carried: CarriedReleases, clock: Clock) -> bool:
        """Keep what an answer on a stick carries, by the same checks; True where it is kept now. One that is older than what
        is kept, or the same, tells nothing. Raises Failure."""
        with database.reading() as session:
            held, today = self._held(session), day_reached(session, clock)
        told = carried.releases[0].version
        if told in (self.built_in.version, *(one.manifest.version for one in held)):
            return False
        try:
            fetched = self._fetched(StickSource(carried), told, held, today)
        except _NotThere:
            return False
        except _Refused as refused:
            if refused.trouble is not RulesTrouble.OLDER:
                _note(database, TROUBLE, refused.trouble)
            return False
        self._keep(database, (*fetched, *held), told, today)
        return True

    def _newest(self, held: tuple[Release, ...]) -> str:
        return held[0].manifest.version if held else self.built_in.version

    def _keep(self, database: Database, releases: tuple[Release, ...], told: str, today: date) -> None:
        with database.transaction() as session:
            choices.forget(session, TROUBLE)
            choices.put(session, TOLD, told)
            _keep(session, _needed(releases, _day_sure(releases[0], today)))

    def _fetched(self, source: Source, told: str, held: tuple[Release, ...], today: date) -> list[Release]:
        """The version that was told of, and those before it that hold until its day; newest first."""
        if told == self.built_in.version:
            raise _Refused(RulesTrouble.OLDER)
        kept = {release.manifest.version for release in held}
        known = {sha256_hex(content): content for content in self.files.values()}
        known |= {sha256_hex(content): content for one in held for content in one.files.values()}
        fetched: list[Release] = []
        wanted: str | None = told
        while wanted is not None and wanted not in kept and len(fetched) < _MOST_STEPS:
            try:
                signed, manifest = self._manifest(source, wanted)
            except _NotThere:
                if not fetched:
                    raise
                break
            if held and not fetched and manifest.published_at <= held[0].manifest.published_at:
                raise _Refused(RulesTrouble.OLDER)
            fetched.append(_release(source, signed, manifest, known))
            wanted = manifest.before if manifest.in_force_on > _day_sure(fetched[0], today) else None
        return fetched

    def _manifest(self, source: Source, version: str) -> tuple[SignedRelease, ReleaseManifest]:
        body = _answered(source.release(version))
        try:
            signed = SignedRelease.model_validate_json(body)
            manifest = read_release(signed, self.server_key)
        except (ValidationError, ReleaseFault):
            raise _Refused(RulesTrouble.SIGNATURE) from None
        if manifest.version != version:
            raise _Refused(RulesTrouble.SIGNATURE)
        return signed, manifest

    def _held(self, session: Session) -> tuple[Release, ...]:
        kept = choices.get(session, RELEASES)
        return () if kept is None else tuple(_read(one) for one in json.loads(kept))


def told_last(session: Session, used: Reference) -> str:
    """The version that the server told of last; what is in use where it told of none that is another."""
    return choices.get(session, TOLD) or used.version


def tell(session: Session, version: str) -> None:
    """Keep the version that an answer to hello names."""
    choices.put(session, TOLD, version)


def _note(database: Database, name: str, value: str) -> None:
    with database.reading() as session:
        if choices.get(session, name) == value:
            return
    with database.transaction() as session:
        choices.put(session, name, value)


def _release(
    source: Source, signed: SignedRelease, manifest: ReleaseManifest, known: dict[str, bytes]
) -> Release:
    """A version with its files; those that are not `known` by their digest are fetched."""
    files: dict[str, bytes] = {}
    for file in manifest.files:
        content = known.get(file.sha256)
        if content is None:
            content = _answered(source.content(file.sha256))
        if sha256_hex(content) != file.sha256:
            raise _Refused(RulesTrouble.DAMAGED)
        files[file.name] = known[file.sha256] = content
    release = Release(signed, manifest, files)
    try:
        release.rules()
    except ReferenceFault:
        raise _Refused(RulesTrouble.UNREADABLE) from None
    return release


def _answered(body: bytes | None) -> bytes:
    if body is None:
        raise _NoAnswer
    if not body:
        raise _NotThere
    return body


def _day_sure(newest: Release, today: date) -> date:
    """Today, or the day on which the newest version was published where that is earlier: a laptop whose clock is ahead drops
    nothing that still holds."""
    return min(today, newest.manifest.published_at.date())


def _needed(releases: tuple[Release, ...], day: date) -> tuple[Release, ...]:
    """Of versions newest first: those that wait for their day, and the one that holds until then."""
    waiting = [one for one in releases if one.manifest.in_force_on > day]
    holds = [one for one in releases if one.manifest.in_force_on <= day][:1]
    return tuple(one for one in releases if one in (*waiting, *holds))


def _keep(session: Session, releases: tuple[Release, ...]) -> None:
    kept = [
        {
            "manifest": one.signed.manifest,
            "signature": one.signed.signature,
            "files": {name: one.files[name].decode() for name in REFERENCE_FILES},
        }
        for one in releases
    ]
    choices.put(session, RELEASES, json.dumps(kept, ensure_ascii=False))


def _read(kept: Mapping[str, object]) -> Release:
    signed = SignedRelease.model_validate({name: kept[name] for name in ("manifest", "signature")})
    files = kept["files"]
    assert isinstance(files, dict)
    return Release(
        signed,
        ReleaseManifest.model_validate_json(signed.manifest),
        {str(name): str(content).encode() for name, content in files.items()},
    )
