"""The undo log: for each row a local command touches, the statement that puts it back as it was."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Table, text
from sqlalchemy.orm import Session

from desktop.models.everything import synced_tables

Row = tuple[str, str]
"""A row by table and id."""

TABLES = (
    "CREATE TABLE IF NOT EXISTS undo_now (seq INTEGER PRIMARY KEY)",
    """CREATE TABLE IF NOT EXISTS undo (
        id INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, tbl TEXT NOT NULL, row_id TEXT NOT NULL,
        statement TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS ix_undo_row ON undo (tbl, row_id)",
    "CREATE INDEX IF NOT EXISTS ix_undo_seq ON undo (seq)",
)


def triggers() -> Iterator[str]:
    """The DDL that records; made after a bootstrap, since they would slow it and have nothing to say."""
    for table in synced_tables().values():
        yield from _triggers_of(table)


def _triggers_of(table: Table) -> Iterator[str]:
    name, columns = table.name, [column.name for column in table.columns]
    back = ", ".join(columns)
    values = " || ',' || ".join(f"quote(OLD.{column})" for column in columns)
    sets = " || ',' || ".join(f"'{column}=' || quote(OLD.{column})" for column in columns)
    recorded = {
        "INSERT": ("NEW", f"'DELETE FROM {name} WHERE id=' || quote(NEW.id)"),
        "UPDATE": ("OLD", f"'UPDATE {name} SET ' || {sets} || ' WHERE id=' || quote(OLD.id)"),
        "DELETE": ("OLD", f"'INSERT INTO {name}({back}) VALUES (' || {values} || ')'"),
    }
    for verb, (row, statement) in recorded.items():
        yield f"""CREATE TRIGGER IF NOT EXISTS {name}_undo_{verb.lower()} AFTER {verb} ON {name}
            WHEN EXISTS (SELECT 1 FROM undo_now) BEGIN
            INSERT INTO undo (seq, tbl, row_id, statement)
            SELECT seq, '{name}', {row}.id, {statement} FROM undo_now; END"""


def record(session: Session, seq: int) -> None:
    """From now on what is written is put down under command `seq`."""
    session.execute(text("INSERT INTO undo_now (seq) VALUES (:seq)"), {"seq": seq})


def stop(session: Session) -> None:
    """What is written from now on is not put down."""
    session.execute(text("DELETE FROM undo_now"))


def touching(session: Session, rows: Iterable[Row], settled: Iterable[int]) -> list[int]:
    """The commands to rewind, oldest first: the settled ones, all that share a row with them or with `rows`.

    A command that shares a row with one of these is one of them too: what it built on is about to change.
    """
    by_command: dict[int, set[Row]] = {}
    for seq, table, row_id in session.execute(text("SELECT DISTINCT seq, tbl, row_id FROM undo")):
        by_command.setdefault(seq, set()).add((table, row_id))
    touched, found = set(rows), {seq for seq in settled if seq in by_command}
    for seq in found:
        touched |= by_command[seq]
    growing = True
    while growing:
        more = {seq for seq, own in by_command.items() if seq not in found and own & touched}
        for seq in more:
            touched |= by_command[seq]
        found |= more
        growing = bool(more)
    return sorted(found)


def rewind(session: Session, commands: Iterable[int]) -> None:
    """Puts back every row that `commands` touched, newest change first, and forgets their log."""
    wanted = sorted(set(commands))
    if not wanted:
        return
    chosen = ",".join(str(int(seq)) for seq in wanted)
    connection = session.connection()
    statements = connection.exec_driver_sql(
        f"SELECT statement FROM undo WHERE seq IN ({chosen}) ORDER BY id DESC"
    ).scalars()
    for statement in statements.all():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"DELETE FROM undo WHERE seq IN ({chosen})")
