"""How the schema grew, one file a version; Alembic runs them in order."""
