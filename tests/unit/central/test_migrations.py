"""A central of an earlier release opens with its rows, and its tables become what the models say."""

import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, insert, inspect, select, text
from sqlalchemy.orm import Session

from desktop.central.database import receipt_index, triggers, triggers_postgres
from desktop.central.database.agency_write import agency_write
from desktop.central.database.migrations import REVISIONS
from desktop.central.database.schema import METADATA, bring_up_to_date
from desktop.central.importers.holdings import hold
from desktop.central.store import ensure_scopes, open_rows
from desktop.config import CentralSettings
from desktop.errors import Refused
from desktop.models.database import Database, open_database
from desktop.models.device import Device
from desktop.models.everything import synced_tables
from desktop.models.tenant import Tenant
from tests.postgres import cluster, name_of
from tests.unit.central.importers.test_moves import any_row

pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
RECORDED = Path(__file__).parent / "recorded" / "central-0.1.0.sql"
ROWS = {"agency": 2, "command": 2, "erp_row": 12, "lease": 3, "ledger_entry": 181, "payment": 1, "tenant": 4}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any table."""
    address = cluster().fresh() if request.param == "postgresql" else ""
    database = open_rows(tmp_path, CentralSettings(landlord="", database=address))
    yield database
    database.close()
    if address:
        cluster().drop(name_of(address))


def differences(database: Database) -> list[object]:
    """What Alembic would still change to make the tables what the models say."""
    wanted = MetaData()
    for metadata in METADATA:
        for table in metadata.sorted_tables:
            table.to_metadata(wanted)
    with database.read() as session:
        found = compare_metadata(MigrationContext.configure(session.connection()), wanted)
    of_central_alone = ("alembic_version", receipt_index.UNIQUE, receipt_index.PLAIN)
    return [each for each in found if not any(name in str(each) for name in of_central_alone)]


def as_in_the_first_release(folder: Path) -> Database:
    """The central that version 0.1.0 left."""
    with sqlite3.connect(folder / "central.db") as file:
        file.executescript(RECORDED.read_text(encoding="utf-8"))
    file.close()
    return open_database(folder / "central.db")


def counts(database: Database) -> dict[str, int]:
    """How many rows some tables hold."""
    with database.read() as session:
        return {name: session.scalar(text(f"SELECT count(*) FROM {name}")) or 0 for name in ROWS}


def test_the_revisions_together_make_what_the_models_say(empty: Database) -> None:
    with empty.write() as session:
        REVISIONS.upgrade(session.connection())
    assert differences(empty) == []


def test_a_new_database_is_what_the_models_say_and_of_the_newest_revision(empty: Database) -> None:
    bring_up_to_date(empty)
    assert differences(empty) == []
    with empty.read() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == REVISIONS.newest


def test_a_central_of_the_first_release_keeps_its_rows(tmp_path: Path) -> None:
    database = as_in_the_first_release(tmp_path)
    bring_up_to_date(database)
    assert counts(database) == ROWS
    assert differences(database) == []
    with agency_write(database, {"AG02"}) as work:
        work.session.scalars(select(Tenant).where(Tenant.scope == "AG02")).all()[0].last_name = "Autre"
    assert work.versions.keys() == {"AG02"}
    database.close()


def test_whoever_held_a_lease_of_the_first_release_holds_it_from_its_first_day(tmp_path: Path) -> None:
    database = as_in_the_first_release(tmp_path)
    bring_up_to_date(database)
    with database.read() as session:
        ids = session.scalars(text("SELECT id FROM lease")).all()
    before = holdings(database)
    assert len(before) == ROWS["tenant"]
    with agency_write(database, {"AG01", "AG02"}) as work:
        hold(work, ids, date(2026, 12, 1))
    assert work.versions == {}
    with agency_write(database, {"AG01", "AG02"}) as work:
        for scope in ("AG01", "AG02"):
            work.changed(scope)
            work.session.execute(text("DELETE FROM holding WHERE scope = :scope"), {"scope": scope})
        hold(work, ids, date(2026, 12, 1))
    assert holdings(database) == before
    database.close()


def holdings(database: Database) -> list[tuple[object, ...]]:
    """What each says, but for its version."""
    with database.read() as session:
        rows = session.execute(
            text("SELECT id, lease_id, person_id, rank, since, until, scope FROM holding ORDER BY id")
        )
        return [tuple(row) for row in rows]


def test_a_change_that_breaks_half_way_leaves_all_as_it_was(tmp_path: Path) -> None:
    database = as_in_the_first_release(tmp_path)
    with database.write() as session:
        session.execute(text("CREATE TABLE version_mark (x INTEGER)"))
    with pytest.raises(Exception, match="version_mark"):
        bring_up_to_date(database)
    with database.read() as session:
        there = session.scalars(text("SELECT name FROM sqlite_master WHERE name = 'quarantine'")).all()
    assert there == []
    assert counts(database) == ROWS
    database.close()


def test_a_database_of_a_newer_program_is_refused(empty: Database) -> None:
    bring_up_to_date(empty)
    with empty.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refused, match="central_newer"):
        bring_up_to_date(empty)


def test_workers_that_start_together_make_the_tables_once(empty: Database) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(bring_up_to_date, [empty] * 4))
    assert differences(empty) == []


def test_a_station_of_an_agency_with_a_long_name_keeps_its_code(empty: Database) -> None:
    with empty.write() as session:
        REVISIONS.upgrade(session.connection(), until="0002")
        session.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        session.execute(text("INSERT INTO alembic_version VALUES ('0002')"))
        install_then(session)
    ensure_scopes(empty, {"SAINT-OMER-NORD"})
    enrol_one(empty, "old", "AG02-K01")
    bring_up_to_date(empty)
    enrol_one(empty, "new", "SAINT-OMER-NORDS-K10512000")
    with empty.read() as session:
        codes = session.scalars(text("SELECT code FROM device ORDER BY id")).all()
    assert codes == ["SAINT-OMER-NORDS-K10512000", "AG02-K01"]
    assert differences(empty) == []
    with pytest.raises(Exception, match="unit"), empty.write() as session:
        session.execute(text("UPDATE device SET code = 'AG02-K02', ver = 7"))


def test_a_person_with_leases_in_two_agencies_gets_a_row_in_each(empty: Database) -> None:
    tenant, lease = synced_tables()["tenant"], synced_tables()["lease"]
    with empty.write() as session:
        REVISIONS.upgrade(session.connection(), until="0007")
        session.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        session.execute(text("INSERT INTO alembic_version VALUES ('0007')"))
    ensure_scopes(empty, {"AG01", "AG02"})
    with empty.write() as session:
        session.execute(insert(tenant).values(any_row(tenant, id="T", scope="AG01", ver=0)))
        for scope in ("AG01", "AG02"):
            held = any_row(lease, id=scope, scope=scope, holder_id="T", ver=0)
            session.execute(insert(lease).values(held))
        install_then(session)
    bring_up_to_date(empty)
    with empty.read() as session:
        rows = session.execute(
            text("SELECT scope, last_name FROM tenant WHERE id = 'T' ORDER BY scope")
        ).all()
        key = inspect(session.connection()).get_pk_constraint("tenant")["constrained_columns"]
    assert ([tuple(row) for row in rows], key) == ([("AG01", "x"), ("AG02", "x")], ["id", "scope"])
    assert differences(empty) == []
    with pytest.raises(Exception, match="unit"), empty.write() as session:
        session.execute(text("UPDATE tenant SET last_name = 'y', ver = 7"))


def install_then(session: Session) -> None:
    """Triggers on the tables that there are, as a program of that time would make them."""
    connection = session.connection()
    dated = any(column["name"] == "at" for column in inspect(connection).get_columns("tombstone"))
    to_come = synced_tables().keys() - set(inspect(connection).get_table_names())
    of_dialect = triggers_postgres if connection.dialect.name == "postgresql" else triggers
    for statement in of_dialect.statements():
        if "FUNCTION guichet" in statement[:40] or to_come.isdisjoint(re.findall(r"\w+", statement)):
            connection.exec_driver_sql(statement if dated else undated(statement))


def undated(statement: str) -> str:
    """A trigger of before tombstones bore their time."""
    for words in (", at)", f", {triggers.NOW_MS})", f", {triggers_postgres.NOW_MS})"):
        statement = statement.replace(words, ")")
    return statement.replace(", at = excluded.at", "")


def enrol_one(database: Database, id_: str, code: str) -> None:
    """A station is let in under this code."""
    names = {"kind": "kiosk", "agency_id": "a", "name": "Hall", "public_key": b"k", "revoked": False}
    with agency_write(database, {"SAINT-OMER-NORD"}) as work:
        known = Device(id=id_, scope="SAINT-OMER-NORD", code=code, enrolled_at=datetime.now(UTC), **names)
        work.session.add(known)
