"""Run by alembic with a connection whose transaction is already open: all migrations succeed, or none."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
