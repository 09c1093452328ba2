"""Organisation, devices and accounts in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sync.server.storage.access_records import Account, Session, WipeApproval
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Agent, Branch, Device, DeviceCode, DeviceEpoch, Office
from sync.server.storage.store import StoreFault
from tests.support.memory_store.tables import Tables

REVOKED = ("revoked_drain", "wiped")


class MemoryOrganisation:
    """Fulfils `OrganisationPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add_branch(self, branch: Branch) -> None:
        self._tables.branches.add(branch.branch_id, branch)

    def put_branch(self, branch: Branch) -> None:
        before = self._tables.branches.get(branch.branch_id)
        if before is not None:
            after = replace(before, two_person=branch.two_person, second_above=branch.second_above)
            self._tables.branches.put(branch.branch_id, after)

    def branch(self, branch_id: str) -> Branch | None:
        return self._tables.branches.get(branch_id)

    def branches(self) -> tuple[Branch, ...]:
        return tuple(sorted(self._tables.branches, key=lambda one: one.code))

    def add_office(self, office: Office) -> None:
        self._tables.offices.add(office.office_id, office)

    def office(self, office_id: str) -> Office | None:
        return self._tables.offices.get(office_id)

    def offices(self, branch_id: str | None = None) -> tuple[Office, ...]:
        found = [one for one in self._tables.offices if branch_id in (None, one.branch_id)]
        return tuple(sorted(found, key=lambda one: (one.name, one.office_id)))

    def add_agent(self, agent: Agent) -> None:
        if self.agent_numbered(agent.number) is not None:
            raise StoreFault("rows_refused")
        self._tables.agents.add(agent.agent_id, agent)

    def agent(self, agent_id: str) -> Agent | None:
        return self._tables.agents.get(agent_id)

    def agent_numbered(self, number: str) -> Agent | None:
        return next((one for one in self._tables.agents if one.number == number), None)

    def agents(self, branch_id: str | None = None) -> tuple[Agent, ...]:
        found = [one for one in self._tables.agents if branch_id in (None, one.branch_id)]
        return tuple(sorted(found, key=lambda one: one.number))


class MemoryDevices:
    """Fulfils `DevicePort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add_code(self, code: DeviceCode) -> None:
        self._tables.codes.add(code.secret_hash, code)

    def code(self, secret_hash: str) -> DeviceCode | None:
        return self._tables.codes.get(secret_hash)

    def codes(self, agent_id: str) -> tuple[DeviceCode, ...]:
        found = [code for code in self._tables.codes if code.agent_id == agent_id]
        return tuple(sorted(found, key=lambda code: code.issued_at))

    def use_code(self, secret_hash: str, device: str, at: datetime) -> bool:
        code = self._tables.codes.get(secret_hash)
        if code is None or code.used_at is not None or code.expires_at <= at:
            return False
        self._tables.codes.put(secret_hash, replace(code, used_at=at, used_by_device=device))
        return True

    def add_device(self, device: Device) -> None:
        if device.practice != device.device.startswith("0"):
            raise StoreFault("rows_refused")
        self._tables.devices.add(device.device, device)

    def device(self, device: str) -> Device | None:
        return self._tables.devices.get(device)

    def keyed(self, public_key: bytes) -> Device | None:
        return next((one for one in self._tables.devices if one.public_key == public_key), None)

    def devices(self) -> tuple[Device, ...]:
        return tuple(sorted(self._tables.devices, key=lambda one: one.device))

    def set_state(self, device: str, state: str, at: datetime) -> None:
        found = self._tables.devices.get(device)
        if found is not None:
            revoked_at = (found.revoked_at or at) if state in REVOKED else None
            self._tables.devices.put(device, replace(found, state=state, revoked_at=revoked_at))

    def seen(self, device: str, at: datetime) -> None:
        found = self._tables.devices.get(device)
        if found is not None:
            self._tables.devices.put(device, replace(found, seen_at=at))

    def verified(self, device: str, at: datetime) -> None:
        found = self._tables.devices.get(device)
        if found is not None:
            self._tables.devices.put(device, replace(found, verified_at=at))

    def ask_wipe(self, device: str, at: datetime | None) -> None:
        for approval in self.wipe_approvals(device):
            self._tables.approvals.drop((device, approval.account_id))
        found = self._tables.devices.get(device)
        if found is not None:
            self._tables.devices.put(device, replace(found, wipe_asked_at=at))

    def report_lost(self, device: str, at: datetime | None) -> None:
        found = self._tables.devices.get(device)
        if found is not None:
            self._tables.devices.put(device, replace(found, lost_at=at))

    def approve_wipe(self, approval: WipeApproval) -> None:
        key = (approval.device, approval.account_id)
        if key not in self._tables.approvals:
            self._tables.approvals.add(key, approval)

    def drop_approvals_of(self, account_id: str) -> int:
        found = [one for one in self._tables.approvals if one.account_id == account_id]
        for one in found:
            self._tables.approvals.drop((one.device, account_id))
        return len(found)

    def wipe_approvals(self, device: str) -> tuple[WipeApproval, ...]:
        found = [one for one in self._tables.approvals if one.device == device]
        return tuple(sorted(found, key=lambda one: (one.approved_at, one.account_id)))

    def epochs(self, device: str) -> tuple[DeviceEpoch, ...]:
        found = [row for row in self._tables.epochs if row.device == device]
        return tuple(sorted(found, key=lambda row: row.epoch))

    def put_epochs(self, epochs: Iterable[DeviceEpoch]) -> None:
        for epoch in epochs:
            key = (epoch.device, epoch.epoch)
            before = self._tables.epochs.get(key)
            after = (
                epoch
                if before is None
                else replace(
                    before,
                    head_hash=epoch.head_hash,
                    contiguous_seq=epoch.contiguous_seq,
                    high_seq=epoch.high_seq,
                    over_at=epoch.over_at,
                    reported_seq=epoch.reported_seq,
                    reported_at=epoch.reported_at,
                )
            )
            self._tables.epochs.put(key, after)

    def heard(self, device: str) -> tuple[HeardMark, ...]:
        found = [one for one in self._tables.heard if one.device == device]
        return tuple(sorted(found, key=lambda one: one.epoch))

    def hear(self, marks: Iterable[HeardMark]) -> None:
        for mark in marks:
            self._tables.heard.put((mark.device, mark.epoch), mark)


class MemoryAccounts:
    """Fulfils `AccountPort`."""

    def __init__(self, tables: Tables) -> None:
        self._accounts = tables.accounts
        self._sessions = tables.sessions

    def add(self, account: Account) -> None:
        if self.named(account.login) is not None:
            raise StoreFault("rows_refused")
        self._accounts.add(account.account_id, account)

    def account(self, account_id: str) -> Account | None:
        return self._accounts.get(account_id)

    def named(self, login: str, *, locking: bool = False) -> Account | None:
        return next((one for one in self._accounts if one.login == login), None)

    def accounts(self, branch_id: str | None = None) -> tuple[Account, ...]:
        found = [one for one in self._accounts if branch_id in (None, one.branch_id)]
        return tuple(sorted(found, key=lambda one: one.login))

    def names(self, account_ids: Collection[str]) -> Mapping[str, str]:
        wanted = set(account_ids)
        return {one.account_id: one.name for one in self._accounts if one.account_id in wanted}

    def set_failures(self, account_id: str, failures: int, locked_until: datetime | None) -> None:
        self._change(account_id, failures=failures, locked_until=locked_until)

    def set_password(self, account_id: str, password_hash: str) -> None:
        self._change(account_id, password_hash=password_hash, must_change=False)

    def give_password(
        self, account_id: str, password_hash: str, by: str, at: datetime, *, must_change: bool
    ) -> None:
        self._change(
            account_id, password_hash=password_hash, must_change=must_change, given_by=by, given_at=at
        )

    def set_disabled(self, account_id: str, at: datetime | None) -> None:
        self._change(account_id, disabled_at=at)

    def set_signed_in(self, account_id: str, at: datetime) -> None:
        self._change(account_id, signed_in_at=at)

    def open_session(self, session: Session) -> None:
        self._sessions.add(session.token_hash, session)

    def session(self, token_hash: str) -> Session | None:
        return self._sessions.get(token_hash)

    def end_session(self, token_hash: str, at: datetime) -> None:
        session = self._sessions.get(token_hash)
        if session is not None and session.ended_at is None:
            self._sessions.put(token_hash, replace(session, ended_at=at))

    def end_sessions(self, account_id: str, at: datetime) -> None:
        for session in self._sessions:
            if session.account_id == account_id:
                self.end_session(session.token_hash, at)

    def drop_sessions(self, expired_before: datetime) -> None:
        for session in self._sessions:
            if session.expires_at < expired_before:
                self._sessions.drop(session.token_hash)

    def _change(self, account_id: str, **values: object) -> None:
        account = self._accounts.get(account_id)
        if account is not None:
            self._accounts.put(account_id, replace(account, **values))  # type: ignore[arg-type]
