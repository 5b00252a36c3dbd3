"""The triggers of `triggers` in PostgreSQL's language: one function for all tables wherever it can be one."""

from collections.abc import Iterator

from desktop.central.database.triggers import BY_RULE
from desktop.models.belonging import LEASE_BY_LEASE_ID
from desktop.models.everything import synced_entities, synced_tables

UNIT = "guichet.unit"
"""The transaction's own setting that says which scopes its unit of work holds, and their next versions."""

NOW_MS = "(extract(epoch FROM now()) * 1000)::bigint"
_OPEN = f"(nullif(current_setting('{UNIT}', true), '')::jsonb ->> {{row}}.scope)::bigint"
_REFUSE = (
    "RAISE EXCEPTION 'this row may only be written in a unit of work' USING ERRCODE = 'check_violation';"
)

_STAMPED = f"""CREATE OR REPLACE FUNCTION guichet_stamped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        IF {_OPEN.format(row="OLD")} IS NULL THEN {_REFUSE} END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.ver IS DISTINCT FROM {_OPEN.format(row="NEW")} THEN {_REFUSE} END IF;
    RETURN NEW;
END $$"""

_EMPTIED = f"""CREATE OR REPLACE FUNCTION guichet_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {_REFUSE} END $$"""

_LEFT = f"""CREATE OR REPLACE FUNCTION guichet_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tombstone(scope, tbl, id, ver, at)
        VALUES (OLD.scope, TG_TABLE_NAME, OLD.id, {_OPEN.format(row="OLD")}, {NOW_MS})
        ON CONFLICT (scope, tbl, id) DO UPDATE SET ver = excluded.ver, at = excluded.at;
    RETURN NULL;
END $$"""  # noqa: S608 - our own names

_BACK = """CREATE OR REPLACE FUNCTION guichet_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM tombstone WHERE scope = NEW.scope AND tbl = TG_TABLE_NAME AND id = NEW.id;
    RETURN NULL;
END $$"""

_APPEND_ONLY = f"""CREATE OR REPLACE FUNCTION guichet_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND nullif(current_setting('{UNIT}', true), '')::jsonb ? '{BY_RULE}' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'this row is kept as it was written' USING ERRCODE = 'check_violation';
END $$"""

_LEASE_PEOPLE = """CREATE OR REPLACE FUNCTION guichet_lease_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM tenant_account WHERE id = NEW.id) THEN RETURN NULL; END IF;
    UPDATE tenant SET ver = NEW.ver WHERE scope = NEW.scope
        AND id IN (OLD.holder_id, OLD.co_holder_id, NEW.holder_id, NEW.co_holder_id);
    UPDATE dwelling SET ver = NEW.ver WHERE scope = NEW.scope AND id IN (OLD.dwelling_id, NEW.dwelling_id);
    RETURN NULL;
END $$"""


def statements() -> Iterator[str]:
    """The functions and triggers for every table that travels; running it again changes nothing."""
    yield from (_STAMPED, _EMPTIED, _LEFT, _BACK, _APPEND_ONLY, _LEASE_PEOPLE, _account_people())
    for name in synced_tables():
        yield from _of_table(name)
    for name, entity in synced_entities().items():
        if entity.belonging.append_only:
            every = f"BEFORE UPDATE OR DELETE ON {name} FOR EACH ROW"
            yield _trigger(f"{name}_kept", every, "guichet_append_only")
    yield _trigger(
        "lease_people",
        "AFTER UPDATE ON lease FOR EACH ROW WHEN ((OLD.holder_id, OLD.co_holder_id, OLD.dwelling_id) "
        "IS DISTINCT FROM (NEW.holder_id, NEW.co_holder_id, NEW.dwelling_id))",
        "guichet_lease_people",
    )
    yield _trigger(
        "tenant_account_people", "AFTER DELETE ON tenant_account FOR EACH ROW", "guichet_account_people"
    )


def _of_table(name: str) -> Iterator[str]:
    every = f"BEFORE INSERT OR UPDATE OR DELETE ON {name} FOR EACH ROW"
    moved = f"AFTER UPDATE ON {name} FOR EACH ROW WHEN (OLD.scope IS DISTINCT FROM NEW.scope)"
    yield _trigger(f"{name}_stamped", every, "guichet_stamped")
    yield _trigger(f"{name}_emptied", f"BEFORE TRUNCATE ON {name} FOR EACH STATEMENT", "guichet_emptied")
    yield _trigger(f"{name}_back", f"AFTER INSERT ON {name} FOR EACH ROW", "guichet_back")
    yield _trigger(f"{name}_gone", f"AFTER DELETE ON {name} FOR EACH ROW", "guichet_left")
    yield _trigger(f"{name}_moved", moved, "guichet_left")
    yield _trigger(f"{name}_moved_in", moved, "guichet_back")


def _trigger(name: str, moment: str, function: str) -> str:
    return f"CREATE OR REPLACE TRIGGER {name} {moment} EXECUTE FUNCTION {function}()"


def _account_people() -> str:
    """Who loses an account leaves the kiosks: the rows of its lease must travel."""
    this = "SET ver = unit WHERE scope = OLD.scope"
    of_lease = [
        name for name, entity in synced_entities().items() if entity.belonging.owner == LEASE_BY_LEASE_ID
    ]
    rows = "\n".join(f"    UPDATE {name} {this} AND lease_id = OLD.id;" for name in of_lease)
    people = (
        "SELECT holder_id FROM lease WHERE id = OLD.id UNION SELECT co_holder_id FROM lease WHERE id = OLD.id"
    )
    return f"""CREATE OR REPLACE FUNCTION guichet_account_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE unit bigint := {_OPEN.format(row="OLD")};
BEGIN
    UPDATE tenant {this} AND id IN ({people});
    UPDATE dwelling {this} AND id IN (SELECT dwelling_id FROM lease WHERE id = OLD.id);
    UPDATE lease {this} AND id = OLD.id;
{rows}
    RETURN NULL;
END $$"""  # noqa: S608 - our own names
