"""Triggers that make the unit of work unavoidable, whoever writes: a job, a migration, an administrator."""

from collections.abc import Iterator

from desktop.models.belonging import LEASE_BY_LEASE_ID
from desktop.models.everything import synced_entities, synced_tables

BY_RULE = "by rule"
"""Instead of a scope: the unit of work lets rows go that are kept for so long and no longer."""

NOW_MS = "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"
_OPEN = "(SELECT ver FROM open_unit WHERE scope = {row}.scope)"
_REFUSE = "SELECT RAISE({how}, 'this row may only be written in a unit of work');"
"""`FAIL` for new rows: `ABORT` would have SQLite copy every page a row touches, to put it back if need be."""


def statements() -> Iterator[str]:
    """The DDL for every table that travels, one trigger each."""
    for name in synced_tables():
        yield from _of_table(name)
    for name, entity in synced_entities().items():
        if entity.belonging.append_only:
            yield from _append_only(name)
    yield from _of_shapes()


def _of_table(name: str) -> Iterator[str]:
    new, old = _OPEN.format(row="NEW"), _OPEN.format(row="OLD")
    yield f"""CREATE TRIGGER {name}_stamped_insert BEFORE INSERT ON {name}
        WHEN NEW.ver IS NOT {new} BEGIN {_REFUSE.format(how="FAIL")} END"""
    yield f"""CREATE TRIGGER {name}_stamped_update BEFORE UPDATE ON {name}
        WHEN NEW.ver IS NOT {new} OR {old} IS NULL BEGIN {_REFUSE.format(how="ABORT")} END"""
    yield f"""CREATE TRIGGER {name}_stamped_delete BEFORE DELETE ON {name}
        WHEN {old} IS NULL BEGIN {_REFUSE.format(how="ABORT")} END"""
    yield f"""CREATE TRIGGER {name}_back AFTER INSERT ON {name} BEGIN
        DELETE FROM tombstone WHERE scope = NEW.scope AND tbl = '{name}' AND id = NEW.id; END"""
    bury = f"""INSERT INTO tombstone(scope, tbl, id, ver, at)
        VALUES (OLD.scope, '{name}', OLD.id, {old}, {NOW_MS})
        ON CONFLICT(scope, tbl, id) DO UPDATE SET ver = excluded.ver, at = excluded.at;"""
    yield f"CREATE TRIGGER {name}_gone AFTER DELETE ON {name} BEGIN {bury} END"
    yield f"""CREATE TRIGGER {name}_moved AFTER UPDATE ON {name} WHEN OLD.scope IS NOT NEW.scope
        BEGIN {bury}
        DELETE FROM tombstone WHERE scope = NEW.scope AND tbl = '{name}' AND id = NEW.id; END"""


def _append_only(name: str) -> Iterator[str]:
    """SQLite replaces a row without asking triggers of deletions: a second of its id is refused too."""
    refuse = "BEGIN SELECT RAISE(ABORT, 'this row is kept as it was written'); END"
    yield f"CREATE TRIGGER {name}_kept_update BEFORE UPDATE ON {name} {refuse}"
    yield f"""CREATE TRIGGER {name}_kept_insert BEFORE INSERT ON {name}
        WHEN EXISTS (SELECT 1 FROM {name} WHERE id = NEW.id) {refuse}"""
    yield f"""CREATE TRIGGER {name}_kept_delete BEFORE DELETE ON {name}
        WHEN NOT EXISTS (SELECT 1 FROM open_unit WHERE scope = '{BY_RULE}') {refuse}"""


def _of_shapes() -> Iterator[str]:
    """A kiosk holds the people and the dwelling of an activated lease: who enters or leaves it must travel.

    Nothing in such a row changes but its version, with which it comes to the kiosks or leaves them.
    """
    people = "(OLD.holder_id, OLD.co_holder_id, NEW.holder_id, NEW.co_holder_id)"
    dwellings = "(OLD.dwelling_id, NEW.dwelling_id)"
    activated = "EXISTS (SELECT 1 FROM tenant_account WHERE id = NEW.id)"
    yield f"""CREATE TRIGGER lease_people AFTER UPDATE ON lease
        WHEN (OLD.holder_id IS NOT NEW.holder_id OR OLD.co_holder_id IS NOT NEW.co_holder_id
              OR OLD.dwelling_id IS NOT NEW.dwelling_id) AND {activated} BEGIN
        UPDATE tenant SET ver = NEW.ver WHERE scope = NEW.scope AND id IN {people};
        UPDATE dwelling SET ver = NEW.ver WHERE scope = NEW.scope AND id IN {dwellings}; END"""
    of_lease = [
        name for name, entity in synced_entities().items() if entity.belonging.owner == LEASE_BY_LEASE_ID
    ]
    this = f"SET ver = {_OPEN.format(row='OLD')} WHERE scope = OLD.scope"
    rows = [f"UPDATE {name} {this} AND lease_id = OLD.id;" for name in of_lease]
    yield f"""CREATE TRIGGER tenant_account_people AFTER DELETE ON tenant_account BEGIN
        UPDATE tenant {this} AND id IN (SELECT holder_id FROM lease WHERE id = OLD.id
            UNION SELECT co_holder_id FROM lease WHERE id = OLD.id);
        UPDATE dwelling {this} AND id IN (SELECT dwelling_id FROM lease WHERE id = OLD.id);
        UPDATE lease {this} AND id = OLD.id;
        {" ".join(rows)} END"""
