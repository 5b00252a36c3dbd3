"""A PostgreSQL server's moods as central hears them, and what its workers share."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from desktop.central.api import status_of
from desktop.central.database.agency_write import agency_write
from desktop.central.database.postgres import LOCK_SECONDS, open_server, read_address
from desktop.central.database.tables import Scope
from desktop.central.stations.assertions import REMEMBERED, assertions_of
from desktop.central.store import create_tables, ensure_scopes
from desktop.errors import NotAllowed, Offline, Refused
from desktop.models.database import Database, open_database
from desktop.models.new_rows import insert_rows
from desktop.models.receipt import Receipt
from desktop.services.payments.booking import Booking
from tests.postgres import cluster, name_of

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def address() -> Iterator[str]:
    """A database with central's tables."""
    made = cluster().with_tables()
    yield made
    cluster().drop(name_of(made))


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """The same, opened, with two agencies."""
    opened = open_server(address)
    ensure_scopes(opened, {"AG01", "AG02"})
    yield opened
    opened.close()


def test_a_reader_sees_one_picture_whatever_is_committed_meanwhile(database: Database) -> None:
    with database.read() as reading:
        before = reading.get_one(Scope, "AG01").ver
        with database.write() as writing:
            writing.execute(text("UPDATE scope SET ver = 7 WHERE id = 'AG01'"))
        reading.expire_all()
        assert reading.get_one(Scope, "AG01").ver == before == 0


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises((DBAPIError, Offline)), database.read() as session:
        session.execute(text("UPDATE scope SET ver = 7"))


def test_a_lock_held_too_long_is_a_reason_to_come_back(database: Database) -> None:
    with agency_write(database, {"AG01"}):
        began = datetime.now(UTC)
        with pytest.raises(OperationalError) as busy, agency_write(database, {"AG01"}):
            pass
    assert status_of(busy.value) == 503
    assert datetime.now(UTC) - began < timedelta(seconds=LOCK_SECONDS + 3)


def test_two_agencies_are_written_at_the_same_time(database: Database) -> None:
    with agency_write(database, {"AG01"}), agency_write(database, {"AG02"}) as other:
        assert other.version("AG02") == 1


def test_a_connection_that_is_cut_is_a_reason_to_come_back_and_the_next_one_works(database: Database) -> None:
    def be_cut_off() -> None:
        with database.write() as session:
            mine = session.scalar(text("SELECT pg_backend_pid()"))
            cluster().ask(f"SELECT pg_terminate_backend({mine})")
            session.execute(text("SELECT 1"))

    with pytest.raises(Offline) as gone:
        be_cut_off()
    assert status_of(gone.value) == 503
    with database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM scope")) == 2


def test_a_server_that_is_not_there_is_offline() -> None:
    with pytest.raises(Offline, match="database_unreachable"):
        open_server("postgresql+psycopg://postgres@/nothing?host=/nowhere")


@pytest.mark.parametrize("address", ["mysql://somewhere/central", "central.db", "postgresql://host"])
def test_what_is_no_address_of_a_database_is_refused(address: str) -> None:
    with pytest.raises(Refused, match="database_address_wrong"):
        read_address(address)


def test_an_assertion_shown_to_one_worker_is_spent_for_the_other(database: Database, address: str) -> None:
    other = open_server(address)
    assertions_of(database).spend("a", NOW)
    with pytest.raises(NotAllowed, match="assertion_used"):
        assertions_of(other).spend("a", NOW + timedelta(seconds=1))
    other.close()


def test_an_assertion_is_forgotten_when_it_could_open_nothing_any_more(
    database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("central") / "central.db"
    kept = open_server(database_url) if database_url else open_database(file)
    create_tables(kept)
    assertions = assertions_of(kept)
    assertions.spend("a", NOW)
    with pytest.raises(NotAllowed):
        assertions.spend("a", NOW)
    assertions.spend("a", NOW + REMEMBERED + timedelta(seconds=1))
    kept.close()


def test_a_unit_that_asks_by_keys_reads_no_table_whole_though_it_looks_small(database: Database) -> None:
    leases = ",".join(str(number) for number in range(250))
    question = f"EXPLAIN SELECT * FROM ledger_entry WHERE lease_id = ANY ('{{{leases}}}')"
    with agency_write(database, {"AG01"}) as work:
        guessed = work.session.scalars(text(question)).all()
        database.asks_by_keys(work.session)
        told = work.session.scalars(text(question)).all()
    assert ["Seq Scan" in "".join(plan) for plan in (guessed, told)] == [True, False]


@pytest.fixture
def in_french() -> Iterator[Database]:
    """A database that sorts words as the French do: signs come before digits, `~` too."""
    how = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' STRATEGY FILE_COPY"
    cluster().ask(f"CREATE DATABASE in_french {how}")
    opened = open_server(cluster().address("in_french"))
    create_tables(opened)
    ensure_scopes(opened, {"AG01"})
    yield opened
    opened.close()
    cluster().drop("in_french")


def test_no_two_receipts_bear_one_number_whatever_the_language_of_the_server(in_french: Database) -> None:
    numbers = []
    for each in "ab":
        with agency_write(in_french, {"AG01"}) as work:
            number = Booking(work.session)._next_canonical("AG01", date(2026, 11, 22))
            amounts = {"balance_before_cents": 100, "balance_after_cents": 0}
            names = {"id": each, "payment_id": each, "lease_id": "l", "kind": "receipt", "number": each}
            paper = {**names, **amounts, "scope": "AG01", "canonical": number, "issued_at": NOW}
            insert_rows(work.session, Receipt, [paper])
        numbers.append(number)
    assert numbers == ["AG01-2026-000001", "AG01-2026-000002"]
