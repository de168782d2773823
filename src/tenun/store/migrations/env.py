"""What Alembic runs: the versions, on the connection and within the transaction that `store.migrating` gives it."""

from alembic import context

if hasattr(context, "config"):  # else somebody only imports this file, to look for doctests in it
    context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
    context.run_migrations()
