"""Readers that follow cursors while many agencies write at once see every committed row (PostgreSQL)."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from desktop.central.database.agency_write import agency_write
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.rows.feed import Reader, changes
from desktop.central.store import Store, ensure_scopes, init_store
from desktop.config import RESOURCES
from desktop.models.attempt import Attempt
from desktop.models.device import Device
from desktop.protocol.cursor import write_cursor
from desktop.protocol.messages import Drop, End, Put
from tests.postgres import cluster, name_of

AGENCIES = tuple(f"AG{number:02d}" for number in range(1, 5))
WRITERS = 8
UNITS_EACH = 25


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A central of four agencies on PostgreSQL, each with one counter."""
    address = cluster().with_tables()
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    made = init_store(tmp_path / "central", landlord, read_house_parameters(), address)
    ensure_scopes(made.database, set(AGENCIES))
    yield made
    made.database.close()
    cluster().drop(name_of(address))


def counter_of(agency: str) -> Device:
    """A counter as the feed sees it."""
    return Device(id=f"device-{agency}", kind="counter", agency_id=agency, scope=agency)


def note(store: Store, writer: int, turn: int, chance: Random) -> str:
    """One unit of work that writes one row, holds its agency for a moment, and sometimes changes its mind."""
    agency, row = chance.choice(AGENCIES), f"sign_in:{writer}-{turn}"
    with agency_write(store.database, {agency}) as work:
        work.session.add(Attempt(id=row, scope=agency, failures=1, locked=False, unlock_reason=""))
        work.session.flush()
        work.session.execute(text("SELECT pg_sleep(:seconds)"), {"seconds": chance.random() / 200})
        if chance.random() < 0.2:
            work.session.rollback()
            raise _ChangedItsMind
    return row


class _ChangedItsMind(Exception):
    pass


def write_many(store: Store, writer: int) -> set[str]:
    """The rows that one writer committed."""
    chance, kept = Random(writer), set()
    for turn in range(UNITS_EACH):
        try:
            kept.add(note(store, writer, turn, chance))
        except _ChangedItsMind:
            continue
    return kept


def follow(store: Store, agency: str, cursor: str) -> tuple[str, set[str]]:
    """What one pull brings: the next cursor, and the rows."""
    seen: set[str] = set()
    with store.database.read() as session:
        for frame in changes(Reader(session, counter_of(agency), ""), cursor):
            if isinstance(frame, Put) and frame.table == "attempt":
                seen |= {row[frame.columns.index("id")] for row in frame.rows}
            assert not isinstance(frame, Drop)
            if isinstance(frame, End):
                cursor = frame.cursor or cursor
    return cursor, seen


def test_no_committed_row_is_missed_and_no_other_is_seen(store: Store) -> None:
    done = threading.Event()

    def read(agency: str) -> set[str]:
        with store.database.read() as session:
            reader = Reader(session, counter_of(agency), "")
            cursor = write_cursor(reader.shape.name, reader.position())
        seen: set[str] = set()
        while True:
            last = done.is_set()
            cursor, fresh = follow(store, agency, cursor)
            assert not fresh & seen, "a row that did not change came twice"
            seen |= fresh
            if last:
                return seen

    with ThreadPoolExecutor(WRITERS + len(AGENCIES)) as threads:
        readers = [threads.submit(read, agency) for agency in AGENCIES]
        writers = [threads.submit(write_many, store, number) for number in range(WRITERS)]
        try:
            committed = set().union(*(writer.result() for writer in writers))
        finally:
            done.set()
        seen = [reader.result() for reader in readers]
    assert set().union(*seen) == committed
    assert len(committed) > WRITERS * UNITS_EACH // 2


def test_a_transaction_left_open_elsewhere_delays_no_pull(store: Store) -> None:
    """It stays open until the end: whoever waited for it would be refused after LOCK_SECONDS."""
    with store.database.read() as session:
        reader = Reader(session, counter_of("AG01"), "")
        cursor = write_cursor(reader.shape.name, reader.position())
    with agency_write(store.database, {"AG02"}) as left_open:
        left_open.session.execute(text("CREATE TABLE somebody_elses (x INTEGER)"))
        row = f"sign_in:{datetime.now(UTC):%f}"
        with agency_write(store.database, {"AG01"}) as work:
            work.session.add(Attempt(id=row, scope="AG01", failures=1, locked=False, unlock_reason=""))
        _, seen = follow(store, "AG01", cursor)
        assert seen == {row}


def test_units_of_two_agencies_leave_no_trace_of_being_open(store: Store) -> None:
    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(lambda number: write_many(store, number), range(2)))
    with store.database.read() as session:
        assert session.execute(text("SELECT * FROM open_unit")).all() == []
        assert session.scalar(text("SELECT current_setting('guichet.unit', true)")) in (None, "")
