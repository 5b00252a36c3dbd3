"""Makes central's tables, or brings those of an older release up to date: forward only, all or nothing."""

import logging
from importlib import import_module

from sqlalchemy import Connection, inspect, text

from desktop.central.database import receipt_index
from desktop.central.database.enforcement import install, is_installed
from desktop.central.database.import_tables import ImportRun
from desktop.central.database.migrations import FIRST, HEAD, REVISIONS
from desktop.errors import Refused
from desktop.models.database import Database
from desktop.models.everything import Entity

METADATA = (Entity.metadata, ImportRun.metadata)
"""All of central's tables: what travels, and what central keeps for itself."""

_VERSIONS = "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
_TURN = 7_142_310_562
"""The number under which programs that start together wait for one another on PostgreSQL."""

_log = logging.getLogger(__name__)


def bring_up_to_date(database: Database) -> None:
    """Leaves tables, indexes and triggers as this program wants them; writes nothing when they are.

    Raises Refused("central_newer") for a database that a newer program has used.
    """
    with database.read() as session:
        up_to_date = _known(session.connection()) == HEAD and is_installed(session)
        if up_to_date and receipt_index.is_settled(session):
            return
    with database.write() as session:
        connection = session.connection()
        if database.dialect == "postgresql":
            connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
        found = _known(connection)
        if found != HEAD:
            _change(connection, found)
        install(session)
        receipt_index.install(session)


def upgrade(connection: Connection, revisions: list[str]) -> None:
    """Runs these revisions, in order, within the connection's transaction."""
    from alembic.operations import Operations  # noqa: PLC0415 - takes 200 ms that an ordinary start is spared
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - as above

    with Operations.context(MigrationContext.configure(connection)):
        for revision in revisions:
            import_module(f"desktop.central.database.migrations.{REVISIONS[revision]}").upgrade()


def _known(connection: Connection) -> str | None:
    """The revision of the database, None for an empty one; the first release kept none."""
    there = inspect(connection)
    if not there.has_table("alembic_version"):
        return FIRST if there.has_table("scope") else None
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if found not in REVISIONS:
        raise Refused("central_newer", found=found, known=HEAD)
    return found


def _change(connection: Connection, found: str | None) -> None:
    if found is None:
        for metadata in METADATA:
            metadata.create_all(connection)
    else:
        _log.warning("central's database is brought from revision %s to %s", found, HEAD)
        upgrade(connection, [each for each in REVISIONS if each > found])
    connection.exec_driver_sql(_VERSIONS)
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
