"""Triggers that make the unit of work unavoidable, whoever writes: a job, a migration, an administrator."""

from collections.abc import Iterator

from desktop.models.everything import synced_tables

_OPEN = "(SELECT ver FROM open_unit WHERE scope = {row}.scope)"
_REFUSE = "SELECT RAISE(ABORT, 'this row may only be written in a unit of work');"


def statements() -> Iterator[str]:
    """The DDL for every table that travels; running it again changes nothing."""
    for name in synced_tables():
        yield from _of_table(name)


def _of_table(name: str) -> Iterator[str]:
    new, old = _OPEN.format(row="NEW"), _OPEN.format(row="OLD")
    yield f"""CREATE TRIGGER IF NOT EXISTS {name}_stamped_insert BEFORE INSERT ON {name}
        WHEN NEW.ver IS NOT {new} BEGIN {_REFUSE} END"""
    yield f"""CREATE TRIGGER IF NOT EXISTS {name}_stamped_update BEFORE UPDATE ON {name}
        WHEN NEW.ver IS NOT {new} OR {old} IS NULL BEGIN {_REFUSE} END"""
    yield f"""CREATE TRIGGER IF NOT EXISTS {name}_stamped_delete BEFORE DELETE ON {name}
        WHEN {old} IS NULL BEGIN {_REFUSE} END"""
    yield f"""CREATE TRIGGER IF NOT EXISTS {name}_back AFTER INSERT ON {name} BEGIN
        DELETE FROM tombstone WHERE scope = NEW.scope AND tbl = '{name}' AND id = NEW.id; END"""
    bury = f"""INSERT INTO tombstone(scope, tbl, id, ver) VALUES (OLD.scope, '{name}', OLD.id, {old})
        ON CONFLICT(scope, tbl, id) DO UPDATE SET ver = excluded.ver;"""
    yield f"CREATE TRIGGER IF NOT EXISTS {name}_gone AFTER DELETE ON {name} BEGIN {bury} END"
    yield f"""CREATE TRIGGER IF NOT EXISTS {name}_moved AFTER UPDATE ON {name} WHEN OLD.scope IS NOT NEW.scope
        BEGIN {bury}
        DELETE FROM tombstone WHERE scope = NEW.scope AND tbl = '{name}' AND id = NEW.id; END"""
