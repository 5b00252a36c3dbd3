"""A legal or house amount that a revision brings to a central that was made before it was asked for."""

import sqlalchemy as sa
from alembic import op

_VERSION = "SELECT ver FROM scope WHERE id = 'global'"
_KNOWN = "SELECT count(*) FROM parameter WHERE key = :key"
_ADD = """INSERT INTO parameter (id, scope, ver, key, valid_from, value, source)
    VALUES (:id, 'global', :ver, :key, :valid_from, :value, :source)"""
"""Stations need no news of it: whoever judges by it fetches all rows anew, or is central itself."""


def add_parameter(key: str, valid_from: str, value: int, source: str) -> None:
    """Adds it unless the database has some value of it, or none of any, past the triggers that guard rows."""
    bind = op.get_bind()
    ver = bind.execute(sa.text(_VERSION)).scalar()
    if ver is None or bind.execute(sa.text(_KNOWN), {"key": key}).scalar():
        return
    if bind.dialect.name == "sqlite":
        op.execute("DROP TRIGGER IF EXISTS parameter_stamped_insert")
    else:
        op.execute("ALTER TABLE parameter DISABLE TRIGGER USER")
    said = {"id": f"{key}@{valid_from}", "ver": ver, "key": key, "valid_from": valid_from, "value": value}
    bind.execute(sa.text(_ADD), said | {"source": source})
    if bind.dialect.name != "sqlite":
        op.execute("ALTER TABLE parameter ENABLE TRIGGER USER")
