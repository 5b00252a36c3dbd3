"""Makes central's tables, or brings those of an older release up to date: forward only, all or nothing."""

import logging

from sqlalchemy import Connection

from desktop.central.database import receipt_index
from desktop.central.database.enforcement import install, is_installed
from desktop.central.database.import_tables import ImportRun
from desktop.central.database.migrations import REVISIONS
from desktop.errors import Refused
from desktop.models.database import Database
from desktop.models.everything import Entity

METADATA = (Entity.metadata, ImportRun.metadata)
"""All of central's tables: what travels, and what central keeps for itself."""

_TURN = 7_142_310_562
"""The number under which programs that start together wait for one another on PostgreSQL."""

_log = logging.getLogger(__name__)


def bring_up_to_date(database: Database) -> None:
    """Leaves tables, indexes and triggers as this program wants them; writes nothing when they are.

    Raises Refused("central_newer") for a database that a newer program has used.
    """
    with database.read() as session:
        up_to_date = _known(session.connection()) == REVISIONS.newest and is_installed(session)
        if up_to_date and receipt_index.is_up_to_date(session):
            return
    with database.write() as session:
        connection = session.connection()
        if database.dialect == "postgresql":
            connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
        found = _known(connection)
        if found != REVISIONS.newest:
            _log.warning("central's database is brought from revision %s to %s", found, REVISIONS.newest)
            REVISIONS.bring(connection, found, _make)
        install(session)
        receipt_index.install(session)


def _known(connection: Connection) -> str | None:
    found = REVISIONS.found(connection)
    if found is not None and found not in REVISIONS.numbers:
        raise Refused("central_newer", found=found, known=REVISIONS.newest)
    return found


def _make(connection: Connection) -> None:
    for metadata in METADATA:
        metadata.create_all(connection)
