"""No two receipts bear one number, however many an agency gives in a year; where two do, somebody is told."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop.central.database import receipt_index
from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store, create_tables
from desktop.models.new_rows import insert_rows
from desktop.models.receipt import Receipt
from desktop.services.payments import receipt_numbers
from desktop.services.payments.booking import Booking
from desktop.services.payments.receipt_numbers import last_number, numbered, prefix_of
from tests.unit.central.command_line import Terminal

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ONCE = "AG01-2026-000001"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Where an administrator types."""
    return Terminal(monkeypatch, capsys)


def issue(store: Store, canonicals: Sequence[str | None], scope: str = "AG01", at: datetime = NOW) -> None:
    """Receipts that bear these numbers, issued a minute apart."""
    with agency_write(store.database, {scope}) as work:
        rows = [
            {
                "id": f"{scope} {at:%d} {index:04d}",
                "scope": scope,
                "payment_id": "p",
                "lease_id": "l",
                "kind": "receipt",
                "number": f"{scope}-C01-{index:06d}",
                "canonical": canonical,
                "issued_at": at + timedelta(minutes=index),
                "balance_before_cents": 0,
                "balance_after_cents": 0,
            }
            for index, canonical in enumerate(canonicals)
        ]
        insert_rows(work.session, Receipt, rows)


def bearing(store: Store) -> list[str]:
    """The numbers of all receipts, in the order in which they were issued."""
    with store.database.read() as session:
        return list(session.scalars(text("SELECT canonical FROM receipt ORDER BY issued_at, id")))


def indexes(store: Store) -> set[str]:
    """The names of the indexes on receipts' numbers."""
    names = {receipt_index.UNIQUE, receipt_index.PLAIN}
    with store.database.read() as session:
        return names & receipt_index._there(session)


def as_before(store: Store) -> None:
    """The central of an earlier release, which had nothing to keep the numbers apart."""
    with store.database.write() as session:
        session.execute(text(f"DROP INDEX {receipt_index.UNIQUE}"))
        session.execute(text(f"CREATE INDEX {receipt_index.PLAIN} ON receipt (canonical)"))


def test_central_keeps_no_second_receipt_of_one_number_in_whatever_agency(store: Store) -> None:
    issue(store, [None, None, ONCE])
    with pytest.raises(IntegrityError):
        issue(store, [ONCE], scope="AG02")
    assert indexes(store) == {receipt_index.UNIQUE}


def test_numbers_go_on_beyond_a_million(store: Store) -> None:
    prefix = prefix_of("AG01", 2026)
    issue(store, [numbered(prefix, number) for number in (100_000, 999_998)])
    with store.database.read() as session:
        assert last_number(session, prefix) == 999_998
    given = []
    for day in range(1, 5):
        with store.database.read() as session:
            given.append(last_number(session, prefix) + 1)
        issue(store, [numbered(prefix, given[-1])], at=NOW + timedelta(days=day))
    assert given == [999_999, 1_000_000, 1_000_001, 1_000_002]
    issue(store, [numbered(prefix, 9_999_999)], at=NOW + timedelta(days=5))
    issue(store, [numbered(prefix, 10_000_000)], at=NOW + timedelta(days=6))
    with store.database.read() as session:
        assert last_number(session, prefix) == 10_000_000


def test_money_is_booked_under_the_millionth_number_and_those_after_it(store: Store) -> None:
    given = []
    issue(store, ["AG01-2026-999999"])
    for day in range(1, 4):
        with agency_write(store.database, {"AG01"}) as work:
            booking = Booking(work.session)
            given.append([booking._next_canonical("AG01", NOW.date()) for _ in range(2)])
        issue(store, given[-1], at=NOW + timedelta(days=day))
    assert given == [[f"AG01-2026-{1_000_000 + n + i}" for i in (0, 1)] for n in (0, 2, 4)]


def test_each_agency_and_each_year_begin_with_one(store: Store) -> None:
    issue(store, ["AG01-2025-000007", "AG01-2026-000003", "AG0-12026-000009", "AG01-20-26-000008"])
    with store.database.read() as session:
        found = [last_number(session, prefix_of("AG01", year)) for year in (2025, 2026, 2027)]
        assert (*found, last_number(session, prefix_of("AG02", 2026))) == (7, 3, 0, 0)


def test_the_last_number_is_one_look_at_an_index(store: Store) -> None:
    prefix = prefix_of("AG01", 2026)
    issue(store, [numbered(prefix, number) for number in range(1, 3_000)])
    these: dict[str, object] = {"first": numbered(prefix, 0), "last": f"{prefix}999999", "prefix": prefix}
    question = receipt_numbers._LAST.params(these | {"length": len(prefix)})
    with store.database.write() as session:
        session.execute(text("ANALYZE receipt"))
        how = "EXPLAIN QUERY PLAN" if store.database.dialect == "sqlite" else "EXPLAIN"
        filled = question.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        steps = str(session.connection().exec_driver_sql(f"{how} {filled}").all())
    assert receipt_index.UNIQUE in steps
    assert "SCAN receipt" not in steps
    assert "Seq Scan" not in steps


def test_numbers_given_twice_are_named_and_stations_are_served_all_the_same(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    as_before(store)
    issue(store, [ONCE, ONCE, ONCE, "AG01-2026-000002"])
    with caplog.at_level(logging.ERROR):
        create_tables(store.database)
    assert f"receipts bear one number twice: {ONCE} (3 receipts)." in caplog.text
    assert "guichet central renumber" in caplog.text
    assert indexes(store) == {receipt_index.PLAIN}
    issue(store, ["AG01-2026-000003"], at=NOW + timedelta(days=1))


def test_an_administrator_gives_each_receipt_a_number_of_its_own(store: Store, terminal: Terminal) -> None:
    as_before(store)
    issue(store, [ONCE, ONCE, ONCE, "AG01-2026-000002"])
    issue(store, [ONCE], scope="AG02", at=NOW + timedelta(days=1))
    said = terminal.guichet("central", "renumber", "--by", "Denise", "--data", store.folder)
    assert said.code == 0, said.error
    assert f"{ONCE}: the receipt printed as AG01-C01-000001 is AG01-2026-000003 from now on." in said.out
    assert bearing(store) == [ONCE, *(f"AG01-2026-{n:06d}" for n in (3, 4, 2, 5))]
    assert indexes(store) == {receipt_index.UNIQUE}
    with store.database.read() as session:
        noted = session.execute(text("SELECT scope, actor, reason FROM audit_entry ORDER BY reason")).all()
        versions = dict(session.execute(text("SELECT scope, max(ver) FROM receipt GROUP BY scope")).all())
        heads = dict(session.execute(text("SELECT id, ver FROM scope")).all())
    assert noted[-1] == ("AG02", "administrator:Denise", f"{ONCE} > AG01-2026-000005")
    assert versions == {scope: heads[scope] for scope in ("AG01", "AG02")}
    again = terminal.guichet("central", "renumber", "--by", "Denise", "--data", store.folder)
    assert again.out.strip() == "No two receipts bear one number."
