"""Runs migrations on the connection that the server has opened, in one transaction."""

from alembic import context

from sync.server.storage.tables import SERVER_METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SERVER_METADATA,
    transaction_per_migration=False,
    transactional_ddl=True,
    render_as_batch=False,
)
context.run_migrations()
