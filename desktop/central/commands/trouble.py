"""Whether the database is in trouble, which passes, or a question to it was wrong, which never does."""

from sqlalchemy.exc import DBAPIError, OperationalError

_FILE = {5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26}
"""SQLite: busy, locked, no memory, read-only, interrupted, I/O, corrupt, full, cannot open, no database."""

_SERVER = ("08", "40", "53", "55006", "55P03", "57", "58", "25006", "XX")
"""PostgreSQL: cut off, in others' way, out of resources, locked, stopping, its system, read-only, corrupt."""


def is_of_the_store(error: Exception) -> bool:
    """Whether the same question may be answered later, so that no service is to blame."""
    if not isinstance(error, DBAPIError):
        return False
    code, state = getattr(error.orig, "sqlite_errorcode", None), getattr(error.orig, "sqlstate", None)
    if code is not None:
        return (code & 0xFF) in _FILE
    if state is not None:
        return str(state).startswith(_SERVER)
    return error.connection_invalidated or isinstance(error, OperationalError)
