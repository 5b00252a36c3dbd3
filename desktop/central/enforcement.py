"""Puts the triggers in a database, and again where one is missing, switched off or of an older program."""

import hashlib
import re

from sqlalchemy.orm import Session

from desktop.central import triggers, triggers_postgres

_NAME = re.compile(r"CREATE (?:OR REPLACE )?TRIGGER (\w+)")
_PRESENT = """SELECT tgname, relname, tgenabled FROM pg_trigger
    JOIN pg_class ON pg_class.oid = tgrelid AND relnamespace = current_schema()::regnamespace
    JOIN pg_proc ON pg_proc.oid = tgfoid AND starts_with(proname, 'guichet_')"""
_MARK = "SELECT obj_description(to_regproc('guichet_stamped'), 'pg_proc')"


def install(session: Session) -> None:
    """Leaves the database with exactly this program's triggers; writes nothing when they are all there."""
    if session.get_bind().dialect.name == "postgresql":
        _install_on_server(session)
    else:
        _install_in_file(session)


def _install_in_file(session: Session) -> None:
    run = session.connection().exec_driver_sql
    wanted = {_name(statement): statement for statement in triggers.statements()}
    found = run("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    there: dict[str, str] = {name: statement for name, statement in found}
    for name in there.keys() - wanted.keys():
        run(f"DROP TRIGGER {name}")
    for name, statement in wanted.items():
        if there.get(name) != statement:
            run(f"DROP TRIGGER IF EXISTS {name}")
            run(statement)


def _install_on_server(session: Session) -> None:
    """Making a trigger waits for every writer of its table: only done when something differs."""
    run = session.connection().exec_driver_sql
    wanted = list(triggers_postgres.statements())
    names = {_name(statement) for statement in wanted if _NAME.match(statement)}
    mark = hashlib.sha256("\n".join(wanted).encode()).hexdigest()
    there = [(name, table) for name, table, enabled in run(_PRESENT) if enabled == "O"]
    if run(_MARK).scalar_one() == mark and names == {name for name, _ in there}:
        return
    run("SET LOCAL lock_timeout = '60s'")
    for name, table in there:
        if name not in names:
            run(f"DROP TRIGGER {name} ON {table}")
    for statement in wanted:
        run(statement)
    run(f"COMMENT ON FUNCTION guichet_stamped() IS '{mark}'")


def _name(statement: str) -> str:
    found = _NAME.match(statement)
    return found[1] if found else ""
