"""Central is updated first: stations of before hand in all the same, and say when they need an update."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.central.routes import snapshot
from desktop.central.rows.shapes import shape_of
from desktop.models.database import open_database
from desktop.protocol import cursor
from desktop.protocol.frames import unpack
from desktop.protocol.messages import ROWS, UPDATE_NEEDED, ExchangeRequest, Problem
from desktop.security.vault import Vault
from desktop.services.command import Status
from desktop.sync.wire import link
from tests.sync import laws, test_recorded
from tests.sync.first_release import FirstRelease
from tests.sync.fleet import Fleet, Member
from tests.sync.test_recorded import known_here, recorded, spoken
from tests.sync.visits import a_lease, balance, take_cash

RAISE = (
    "stations of 0.1.0 cannot hold these rows: go on sending the columns, or raise `protocol.messages.ROWS`,"
    " which tells those stations that they need an update"
)
Required = dict[str, set[str]]


def required(folder: Path) -> Required:
    """By table the columns that a station's cache cannot be without, as its own program made them."""
    vault = Vault.open(folder)
    journal = open_database(folder / "journal.db", vault.journal_key)
    ((kept,),) = journal.rows("SELECT value FROM meta WHERE key = 'cache_generation'")
    journal.close()
    generation: dict[str, Any] = msgspec.msgpack.decode(kept)
    cache = open_database(folder / f"cache-{generation['number']}.db", generation["key"])
    tables = [name for (name,) in cache.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: {row[1] for row in cache.rows(f"PRAGMA table_info({name})") if row[3]} for name in tables}
    cache.close()
    return found


def lacking(wanted: Required, kind: str) -> Required:
    """The columns that those stations must have, of tables they receive, and that central does not send."""
    parts = {part.table: {*part.columns} for part in shape_of(kind).parts}
    lacks = {table: columns - parts[table] for table, columns in wanted.items() if table in parts}
    return {table: columns for table, columns in lacks.items() if columns}


@pytest.mark.parametrize("kind", ["counter", "kiosk"])
def test_stations_of_the_first_release_can_hold_what_central_sends(kind: str, tmp_path: Path) -> None:
    wanted = required(FirstRelease(tmp_path).folder / kind)
    assert {"id", "amount_cents", "lease_id"} <= wanted["payment"]
    assert ROWS > 1 or lacking(wanted, kind) == {}, RAISE


def test_a_column_that_is_sent_no_more_is_noticed() -> None:
    wanted = {"payment": {"id", "amount_cents", "sent_once"}, "gone": {"id"}}
    assert lacking(wanted, "counter") == {"payment": {"sent_once"}}


@pytest.fixture
def newer_rows(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    """Central was updated, after the fleet was made, to a program whose rows have another form."""
    for where in (snapshot, cursor):
        monkeypatch.setattr(where, "ROWS", ROWS + 1)


@pytest.mark.usefixtures("newer_rows")
def test_what_a_station_of_the_first_release_hands_in_ends_as_it_did_then(fleet: Fleet) -> None:
    test_recorded.test_what_older_stations_say_ends_as_it_did_then("0.1.0", fleet)


@pytest.mark.usefixtures("newer_rows")
def test_it_is_told_that_it_needs_an_update_where_the_rows_would_come(fleet: Fleet) -> None:
    headers = known_here(fleet, recorded("0.1.0", "said_by_a_counter"))
    reply = fleet.central.answer("GET", "/v1/sync/snapshot", headers, b"")
    assert reply.status == 422, "which that program takes for a refusal, and tries again later"
    assert msgspec.json.decode(reply.body, type=Problem).code == UPDATE_NEEDED


@pytest.fixture
def west(fleet: Fleet) -> Member:
    return fleet.members["west"]


@pytest.mark.usefixtures("newer_rows")
def test_a_station_that_cannot_hold_the_rows_hands_in_and_serves_what_it_has(
    fleet: Fleet, west: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    lease = a_lease(west.station)
    owed = balance(west.station, lease)
    for cents in range(1_000, 1_010):
        take_cash(west.station, lease, cents)
        while west.station.exchange():
            pass
    status = west.station.status()
    assert (status.update_needed, status.bootstrapped, status.waiting) == (True, True, 0)
    assert balance(west.station, lease) == owed - sum(range(1_000, 1_010))
    assert fleet.at_central("SELECT DISTINCT status FROM command") == [(Status.APPLIED,)]
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 10
    fleet.restart("west")
    assert balance(fleet.members["west"].station, lease) == owed - sum(range(1_000, 1_010))
    monkeypatch.setattr(link, "ROWS", ROWS + 1)  # the station's program is updated, too
    laws.settle(fleet)
    updated = fleet.members["west"]
    assert not updated.station.status().update_needed
    assert fleet.differences(updated) == []


class _Hello(msgspec.Struct, array_like=True, tag="hello"):
    server_ms: int
    last_seq: int | None
    durable: dict[str, int]


class _Result(msgspec.Struct, array_like=True, tag="result"):
    seq: int
    key: bytes
    status: int
    code: str | None
    data: bytes


class _Put(msgspec.Struct, array_like=True, tag="put"):
    table: str
    columns: list[str]
    rows: list[tuple[Any, ...]]


class _Drop(msgspec.Struct, array_like=True, tag="drop"):
    table: str
    ids: list[str]


class _Reset(msgspec.Struct, array_like=True, tag="reset"):
    reason: str


class _End(msgspec.Struct, array_like=True, tag="end"):
    cursor: str | None
    acked_seq: int | None
    checks: dict[str, tuple[int, int]]


def test_the_first_release_can_read_every_frame_of_an_answer(fleet: Fleet) -> None:
    """A frame that it does not know would make the whole answer unreadable, outcomes and all."""
    who = recorded("0.1.0", "said_by_a_counter")
    headers = known_here(fleet, who)
    since = fleet.members["west"].station.replica.cursor
    questions = [word.question for word in spoken(who) if word.path.endswith("/exchange")]
    questions.append(msgspec.msgpack.encode(ExchangeRequest(since, "life", [], checks=True)))
    reader = msgspec.msgpack.Decoder(_Hello | _Result | _Put | _Drop | _Reset | _End)
    seen = set()
    for question in questions:
        for frame in unpack(fleet.central.answer("POST", "/v1/sync/exchange", headers, question).body):
            seen.add(type(reader.decode(msgspec.msgpack.encode(frame))))
    assert {_Hello, _Result, _Put, _Reset, _End} <= seen
