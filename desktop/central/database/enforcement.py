"""Puts the triggers in a database, and again where one is missing, switched off or of an older program."""

import hashlib
import re

from sqlalchemy.orm import Session

from desktop.central.database import triggers, triggers_postgres

_NAME = re.compile(r"CREATE (?:OR REPLACE )?TRIGGER (\w+)")
_PRESENT = """SELECT tgname, relname, tgenabled FROM pg_trigger
    JOIN pg_class ON pg_class.oid = tgrelid AND relnamespace = current_schema()::regnamespace
    JOIN pg_proc ON pg_proc.oid = tgfoid AND starts_with(proname, 'guichet_')"""
_MARK = "SELECT obj_description(to_regproc('guichet_stamped'), 'pg_proc')"


def is_installed(session: Session) -> bool:
    """Whether the database has exactly this program's triggers, all of them at work."""
    if session.get_bind().dialect.name == "postgresql":
        mark = session.connection().exec_driver_sql(_MARK).scalar_one()
        return mark == _wanted_mark() and _working(session).keys() == _wanted_on_server()
    return _in_file(session) == _wanted_in_file()


def install(session: Session) -> None:
    """Leaves the database with exactly this program's triggers; writes nothing when they are all there."""
    if is_installed(session):
        return
    if session.get_bind().dialect.name == "postgresql":
        _install_on_server(session)
    else:
        _install_in_file(session)


def _install_in_file(session: Session) -> None:
    run = session.connection().exec_driver_sql
    for name in _in_file(session):
        run(f"DROP TRIGGER {name}")
    for statement in _wanted_in_file().values():
        run(statement)


def _install_on_server(session: Session) -> None:
    """Making a trigger waits for every writer of its table: only done when something differs."""
    run = session.connection().exec_driver_sql
    run("SET LOCAL lock_timeout = '60s'")
    wanted = _wanted_on_server()
    for name, table in _working(session).items():
        if name not in wanted:
            run(f"DROP TRIGGER {name} ON {table}")
    for statement in triggers_postgres.statements():
        run(statement)
    run(f"COMMENT ON FUNCTION guichet_stamped() IS '{_wanted_mark()}'")


def _in_file(session: Session) -> dict[str, str]:
    found = session.connection().exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {name: statement for name, statement in found}


def _wanted_in_file() -> dict[str, str]:
    return {_name(statement): statement for statement in triggers.statements()}


def _working(session: Session) -> dict[str, str]:
    """The table of each of our triggers that is not switched off."""
    found = session.connection().exec_driver_sql(_PRESENT)
    return {name: table for name, table, enabled in found if enabled == "O"}


def _wanted_on_server() -> set[str]:
    return {_name(statement) for statement in triggers_postgres.statements() if _NAME.match(statement)}


def _wanted_mark() -> str:
    return hashlib.sha256("\n".join(triggers_postgres.statements()).encode()).hexdigest()


def _name(statement: str) -> str:
    found = _NAME.match(statement)
    return found[1] if found else ""
