"""An updated program over the rows of the one before: it serves from them at once, and fetches them anew."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from desktop.errors import StoreDamaged
from desktop.sync.cache import older
from tests.sync import laws
from tests.sync.first_release import Cut
from tests.sync.fleet import Fleet, Member
from tests.sync.visits import a_lease, balance, take_cash

LACKING = "ALTER TABLE payment DROP COLUMN credit_cents", "ALTER TABLE lease DROP COLUMN insured_until"
NO_TABLE = ("DROP TABLE attempt",)
NOT_NULL = "gone VARCHAR NOT NULL, "
BEFORE = {
    "a column that may not be empty, and one that may": LACKING,
    "a table": NO_TABLE,
}


@pytest.fixture
def west(fleet: Fleet) -> Member:
    """A counter with a payment that central has, and one that it has not."""
    west = fleet.members["west"]
    take_cash(west.station, a_lease(west.station), 1_000)
    laws.settle(fleet)
    take_cash(west.station, a_lease(west.station), 500)
    return west


def made_older(fleet: Fleet, west: Member, *changes: str) -> None:
    """The cache becomes what a program with other tables left; the station opens it with no network."""
    station = west.station
    with station.replica.current.database.write() as session:
        triggers = (
            session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        )
        for name in triggers:
            session.execute(text(f"DROP TRIGGER {name}"))
        for change in changes:
            session.execute(text(change))
    kept: dict[str, Any] = msgspec.msgpack.decode(station.journal.meta("cache_generation") or b"")
    station.journal.set_meta("cache_generation", msgspec.msgpack.encode(kept | {"schema": "another"}))
    fleet.restart("west")


def with_a_column_more(west: Member) -> tuple[str, ...]:
    """The payments' table with a column that may not be empty, and that the program does not write."""
    query = text("SELECT sql FROM sqlite_master WHERE name = 'payment'")
    with west.station.replica.read() as session:
        made = str(session.execute(query).scalar_one())
    return (
        "ALTER TABLE payment RENAME TO payments",
        made.replace("id VARCHAR", f"{NOT_NULL}id VARCHAR", 1),
        "INSERT INTO payment SELECT 'x', * FROM payments",
        "DROP TABLE payments",
    )


def serves_and_is_renewed(fleet: Fleet, owed: int) -> None:
    west = fleet.members["west"]
    way, west.station.link.transport = west.station.link.transport, Cut()
    lease = a_lease(west.station)
    assert balance(west.station, lease) == owed
    assert west.station.status().bootstrapped
    take_cash(west.station, lease, 300)
    assert balance(west.station, lease) == owed - 300
    west.station.link.transport = way
    laws.settle(fleet)
    assert balance(west.station, lease) == owed - 300
    assert fleet.differences(west) == []
    assert west.station.journal.waiting() == 0


@pytest.mark.parametrize("what", BEFORE)
def test_a_cache_without(what: str, fleet: Fleet, west: Member) -> None:
    owed = balance(west.station, a_lease(west.station))
    made_older(fleet, west, *BEFORE[what])
    serves_and_is_renewed(fleet, owed)


def test_a_cache_with_a_column_that_the_program_does_not_write(fleet: Fleet, west: Member) -> None:
    owed = balance(west.station, a_lease(west.station))
    made_older(fleet, west, *with_a_column_more(west))
    serves_and_is_renewed(fleet, owed)


def test_without_todays_columns_nothing_could_be_done(
    fleet: Fleet, west: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(older, "adapt", lambda _session: None)
    made_older(fleet, west, *LACKING)
    station = fleet.members["west"].station
    with pytest.raises((SQLAlchemyError, StoreDamaged)):
        take_cash(station, a_lease(station), 300)


def test_rows_that_cannot_be_given_todays_columns_are_fetched_anew(fleet: Fleet, west: Member) -> None:
    made_older(fleet, west, "CREATE TABLE older_payment (x)", *with_a_column_more(west))
    assert not fleet.members["west"].station.status().bootstrapped
    laws.settle(fleet)
    assert fleet.differences(fleet.members["west"]) == []
