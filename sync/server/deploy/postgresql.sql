-- The rights of the central server on PostgreSQL 15 or later: the owner makes and changes the schema, the service reads
-- and writes rows and can change nothing that was signed or decided, whatever becomes of it.
--
-- 1. As a superuser, once, with passwords of your own:
--      CREATE ROLE perisai_owner LOGIN PASSWORD '...';
--      CREATE ROLE perisai_service LOGIN PASSWORD '...';
--      CREATE DATABASE perisai OWNER perisai_owner;
-- 2. As perisai_owner, after each installation of a newer version:
--      perisai-server init --dir /var/lib/perisai --db postgresql://perisai_owner@HOST/perisai
--      psql --single-transaction --file postgresql.sql postgresql://perisai_owner@HOST/perisai
-- 3. The service itself: DATABASE_URL=postgresql://perisai_service@HOST/perisai
--
-- Everything is revoked and granted anew, so the file may be run again.

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, perisai_service;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO perisai_service;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO perisai_service;
REVOKE INSERT ON alembic_version FROM perisai_service;

-- What is written once: audit, audit_anchor, purged_part, personal_part and the published reference data have no UPDATE; of
-- what devices signed only where it stands may change.
GRANT UPDATE (aside) ON entry, cash_movement TO perisai_service;
GRANT UPDATE (state, settled_at, acknowledgement, acknowledgement_signature, fault) ON batch_inbox TO perisai_service;
GRANT UPDATE (genuine, state, deposit, deposited_by) ON receipt TO perisai_service;
GRANT UPDATE (bucket, worker_id, requested, undone_on) ON ledger_line TO perisai_service;

-- What a purge takes people's data out of; triggers let it put nothing else there.
GRANT UPDATE (body, cut_at) ON batch_inbox TO perisai_service;
GRANT UPDATE (payload) ON feed TO perisai_service;
GRANT UPDATE (note, comments) ON review_move TO perisai_service;
GRANT UPDATE (note) ON pair_saying TO perisai_service;

-- What lives.
GRANT UPDATE ON
  account, agent, agent_cash, blob, branch, bulk, device, device_code, device_epoch, feed_stream, handover, heard_mark, office,
  proposal, receipt_reach, review, session, settings_draft, worker_register, worker_service
TO perisai_service;

-- What goes: lapsed sessions, approvals and proposals that were withdrawn or decided, drafts of settings that were published
-- or thrown away, targets and counts of workers in whose place others stand, marks that arrived, claims of a NIK that was
-- corrected, findings that no longer hold, who served a worker before, and personal parts and cards in feeds whose time is
-- over (each purge is in the audit trail).
GRANT DELETE ON
  check_finding, feed, heard_mark, personal_part, proposal, region_workers, session, settings_draft, target, wipe_approval,
  worker_register, worker_service
TO perisai_service;
