"""A branch drafts what it decides, looks at what that changes, and publishes it: signed, dated, for ever readable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sync.protocol.canonical import CanonicalFault
from sync.protocol.digests import sha256_hex
from sync.protocol.signatures import SigningKey
from sync.rules.reference import Reference
from sync.server.clock import Clock, western_day
from sync.server.domain.price_shelf import in_force
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.branch_references import BranchReferences, files_of
from sync.server.services.release_sealing import next_release, seal
from sync.server.services.settings_preview import (
    Documents,
    Preview,
    digest_of,
    documents_of,
    draft_content,
    drafted_files,
    preview,
    read_draft,
)
from sync.server.storage.records import Branch
from sync.server.storage.release_records import Release, SealedRelease, SettingsDraft
from sync.server.storage.store import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class Overview:
    """A branch's settings: the version that holds today, the newest with its documents, the draft, all versions
    (newest first), and the names of the accounts that are named in them."""

    branch: Branch
    in_force: str
    newest: str
    documents: Documents
    draft: Preview | None
    releases: tuple[Release, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Newest:
    """What a draft of a branch follows: the rules and the bytes of every small file."""

    reference: Reference
    files: Mapping[str, bytes]


class BranchSettingsDesk:
    """Reads and writes of one branch; `base` and `files` are what came with the server."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        base: Callable[[], Reference],
        files: Callable[[], Mapping[str, bytes]],
        key: SigningKey,
    ) -> None:
        self._store = store
        self._clock = clock
        self._base = base
        self._files = files
        self._key = key
        self._references = BranchReferences(base)

    def branch_of(self, person: SignedIn, code: str | None) -> str:
        """The branch of a person; who belongs to none names one by its code. Refusal: `branch_unknown`."""
        with self._store.reading() as tx:
            branches = tx.organisation.branches()
        mine = [one for one in branches if person.branch_id in (None, one.branch_id)]
        found = [one for one in mine if code in (None, one.code)]
        if len(found) != 1:
            raise Refusal("branch_unknown")
        return found[0].branch_id

    def overview(self, branch_id: str, *, drafts: bool = True) -> Overview:
        """Everything that is decided, drafted and published. `drafts` off: for whoever is not to see what is not decided."""
        at = self._clock.now()
        with self._store.reading() as tx:
            branch = _known(tx, branch_id)
            releases = tx.releases.of_branch(branch_id)
            kept = tx.releases.draft(branch_id) if drafts else None
            named = {one.published_by for one in releases} | ({kept.edited_by} if kept else set())
            newest = self._newest(tx, branch, releases)
            documents = documents_of(newest.files)
            if not releases:
                documents["settings.json"]["hotline"] = branch.hotline
            return Overview(
                branch=branch,
                in_force=self._references.in_force(tx, branch_id, at).version,
                newest=newest.reference.version,
                documents=documents,
                draft=None if kept is None else self._preview(tx, branch, kept, releases, at),
                releases=releases,
                names=tx.accounts.names(named),
            )

    def documents(self, branch_id: str, version: str) -> dict[str, Any]:
        """The files of a version that a branch published. Refusal: `release_unknown`."""
        with self._store.reading() as tx:
            return documents_of(self._published(tx, branch_id, version))

    def today(self) -> date:
        """The local day by which the branch counts."""
        return western_day(self._clock.now())

    def look(self, branch_id: str, in_force_on: date, documents: Documents) -> Preview:
        """What publishing documents after the newest version would do; nothing is kept. Refusal: `request_invalid`."""
        at = self._clock.now()
        with self._store.reading() as tx:
            branch = _known(tx, branch_id)
            releases = tx.releases.of_branch(branch_id)
            base = self._newest(tx, branch, releases).reference.version
            content = _content(documents, in_force_on)
            return self._preview(tx, branch, SettingsDraft(branch_id, base, content, "", at), releases, at)

    def put_draft(
        self,
        branch_id: str,
        actor: str,
        base: str,
        in_force_on: date,
        documents: Documents,
        seen: str | None,
    ) -> Preview:
        """Keep a draft in place of the one that was seen, whatever is wrong with it; what it would do.

        Refusals: `draft_changed` (another one is there), `draft_outdated`, `request_invalid`.
        """
        at = self._clock.now()
        content = _content(documents, in_force_on)
        with self._store.transaction() as tx:
            branch = _known(tx, branch_id)
            releases = tx.releases.of_branch(branch_id)
            before = tx.releases.draft(branch_id, locking=True)
            if before is not None and seen != digest_of(before):
                raise Refusal("draft_changed")
            if base != self._newest(tx, branch, releases).reference.version:
                raise Refusal("draft_outdated")
            kept = SettingsDraft(branch_id, base, content, actor, at)
            tx.releases.put_draft(kept)
            audit(tx, at, actor, "settings_drafted", branch_id, digest=digest_of(kept))
            return self._preview(tx, branch, kept, releases, at)

    def drop_draft(self, branch_id: str, actor: str) -> None:
        """Throw the draft away. Refusal: `draft_unknown`."""
        with self._store.transaction() as tx:
            kept = _drafted(tx, branch_id)
            tx.releases.drop_draft(branch_id)
            audit(tx, self._clock.now(), actor, "settings_draft_dropped", branch_id, digest=digest_of(kept))

    def publish(self, branch_id: str, actor: str, digest: str) -> Release:
        """Make the draft that was looked at the branch's newest version, signed with the server's key.

        Refusals: `draft_unknown`, `draft_changed`, `draft_outdated`, `draft_faulty`, `nothing_changed`.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            branch = _known(tx, branch_id)
            kept = _drafted(tx, branch_id)
            releases = tx.releases.of_branch(branch_id)
            newest = self._newest(tx, branch, releases)
            if digest != digest_of(kept):
                raise Refusal("draft_changed")
            if kept.base != newest.reference.version:
                raise Refusal("draft_outdated")
            seen = self._preview(tx, branch, kept, releases, at)
            if seen.faults:
                raise Refusal("draft_faulty", faults=len(seen.faults), first=seen.faults[0].code)
            if not seen.changes:
                raise Refusal("nothing_changed")
            files = drafted_files(seen.draft.documents, newest.files)
            release = next_release(branch, releases, seen.draft.in_force_on, actor, at)
            sealed = seal(release, branch, files, self._key)
            tx.releases.add(release, _with_text(sealed, newest))
            tx.releases.drop_draft(branch_id)
            audit(
                tx,
                at,
                actor,
                "settings_published",
                branch_id,
                version=release.version,
                in_force_on=release.in_force_on.isoformat(),
                sha256=sha256_hex(sealed.manifest),
            )
        return release

    def _newest(self, tx: UnitOfWork, branch: Branch, releases: tuple[Release, ...]) -> _Newest:
        if releases:
            version = releases[0].version
            return _Newest(
                self._references.named(tx, version), self._published(tx, branch.branch_id, version)
            )
        return _Newest(self._base(), self._files())

    def _published(self, tx: UnitOfWork, branch_id: str, version: str) -> Mapping[str, bytes]:
        if version == self._base().version:
            return self._files()
        sealed = tx.releases.sealed(version)
        if sealed is None or all(one.version != version for one in tx.releases.of_branch(branch_id)):
            raise Refusal("release_unknown")
        return files_of(sealed)

    def _preview(
        self,
        tx: UnitOfWork,
        branch: Branch,
        kept: SettingsDraft,
        releases: tuple[Release, ...],
        at: datetime,
    ) -> Preview:
        draft, newest = read_draft(kept), self._newest(tx, branch, releases)
        today = western_day(at)
        day = max(draft.in_force_on, today)
        held = in_force(releases, day)
        otherwise = _of_branch(self._base(), branch)
        if held is not None:
            otherwise = self._references.named(tx, held.version)
        seen = preview(draft, newest.reference, newest.files, otherwise, today)
        overtaken = tuple(one.version for one in releases if one.in_force_on > day)
        return replace(seen, overtaken=overtaken)


def _with_text(sealed: SealedRelease, before: _Newest) -> SealedRelease:
    """The same with the text that was read aloud until then: whoever agreed to it can be shown it for ever."""
    text = before.files["consent.json"]
    return replace(sealed, contents={**sealed.contents, sha256_hex(text): text})


def _content(documents: Documents, in_force_on: date) -> str:
    try:
        return draft_content(documents, in_force_on)
    except CanonicalFault:
        raise Refusal("request_invalid", field="documents") from None


def _known(tx: UnitOfWork, branch_id: str) -> Branch:
    branch = tx.organisation.branch(branch_id)
    assert branch is not None
    return branch


def _of_branch(base: Reference, branch: Branch) -> Reference:
    """What came with the server, with the number to call that the branch was made with."""
    return replace(base, settings=replace(base.settings, hotline=branch.hotline))


def _drafted(tx: UnitOfWork, branch_id: str) -> SettingsDraft:
    kept = tx.releases.draft(branch_id, locking=True)
    if kept is None:
        raise Refusal("draft_unknown")
    return kept
