"""A batch performed at once ends exactly like one performed command by command, whatever is in it."""

from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from desktop.central.commands import hearing, swift
from desktop.central.commands.hearing import Hearing
from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.tables import CentralEntity
from desktop.errors import GuichetError
from desktop.models.device import Device
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.everything import synced_tables
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.protocol.messages import Envelope, Result
from desktop.security.device_key import new_device_key, public_key
from desktop.services.command import Status
from desktop.services.payments.lease_books import LeaseBooks
from tests.sync.batches import Step, Writer, batches
from tests.sync.fleet import AGENCY, Fleet

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NEVER = 10**9


class _UndoneError(Exception):
    """Ends a unit of work without a trace."""


@dataclass
class Bench:
    """One central, put back as it was after each try."""

    fleet: Fleet
    device: Device
    private_key: bytes
    leases: dict[str, str]

    def writer(self) -> Writer:
        return Writer(self.device.id, self.private_key, self.leases)

    def ends(self, envelopes: list[Envelope], heard: int, shortest_run: int) -> Any:
        """Results or refusal, versions and every row, after the first `heard` came once before."""
        kept: list[Any] = []
        before, swift.SHORTEST_RUN = swift.SHORTEST_RUN, NEVER
        try:
            with suppress(_UndoneError), agency_write(self._database, {AGENCY, GLOBAL_SCOPE}) as work:
                self._said(work, envelopes[:heard])
                swift.SHORTEST_RUN = shortest_run
                kept += [self._said(work, envelopes), dict(work.versions), _rows(work)]
                raise _UndoneError
        finally:
            swift.SHORTEST_RUN = before
        return kept

    @property
    def _database(self) -> Any:
        return self.fleet.central.store.database

    def _said(self, work: Work, envelopes: list[Envelope]) -> list[Result] | str:
        said = Hearing(self.fleet.central.store, work, self.device, "life", NOW)
        try:
            return said.run(envelopes, b"")
        except GuichetError as refusal:
            return refusal.code


def _rows(work: Work) -> dict[str, list[Any]]:
    work.session.flush()
    tables = [*synced_tables(), *CentralEntity.metadata.tables]
    found = {name: work.session.execute(text(f"SELECT * FROM {name}")).all() for name in tables}
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    """A counter of its own in the fleet's agency; of two leases one moved to another."""
    fleet, private_key = Fleet(), new_device_key()
    with agency_write(fleet.central.store.database, {AGENCY, "AG01"}) as work:
        first, second, moved = (row[0] for row in fleet.at_central(_LEASES)[:3])
        work.session.get_one(Lease, moved).scope = "AG01"
        device = Device(
            id="counter-9",
            scope=AGENCY,
            code="AG02-C09",
            kind="counter",
            agency_id=AGENCY,
            name="Guichet 9",
            public_key=public_key(private_key),
            enrolled_at=NOW,
            revoked=False,
        )
        work.session.add(device)
        work.session.add_all(_owed(lease, month, cents) for lease in (first, second) for month, cents in OWED)
    leases = {"first": first, "second": second, "moved": moved, "unknown": "0"}
    yield Bench(fleet, device, private_key, leases)
    fleet.close()


_LEASES = f"SELECT id FROM lease WHERE scope = '{AGENCY}' ORDER BY id"


OWED = (("2026-11", 1_500), ("2026-12", 700), ("2027-01", 60_500), ("2027-02", 400_000))
"""What two leases owe: little enough to be paid off, enough to be paid for long."""


def _owed(lease_id: str, period: str, cents: int) -> LedgerEntry:
    return LedgerEntry(
        id=f"Z{lease_id}{period}",
        scope=AGENCY,
        lease_id=lease_id,
        posted_on=date.fromisoformat(f"{period}-01"),
        period=period,
        operation="REGUL",
        label="Régularisation",
        debit_cents=cents,
        credit_cents=0,
        payment_id=None,
    )


ANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@ANY
@given(batches(), st.integers(0, 3))
def test_both_paths_end_alike(bench: Bench, steps: list[Step], heard: int) -> None:
    envelopes = bench.writer().write(steps)
    assert bench.ends(envelopes, heard, 1) == bench.ends(envelopes, heard, NEVER)


@pytest.mark.soak
@pytest.mark.timeout(3_600)
@settings(ANY, max_examples=5_000, derandomize=False)
@given(batches(), st.integers(0, 3))
def test_both_paths_end_alike_for_long(bench: Bench, steps: list[Step], heard: int) -> None:
    envelopes = bench.writer().write(steps)
    assert bench.ends(envelopes, heard, 1) == bench.ends(envelopes, heard, NEVER)


BOOKS = ("balance_cents", "named", "cash", "cash_credit_cents")


@pytest.mark.parametrize("forgotten", BOOKS)
def test_books_that_forget_a_payment_are_noticed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, forgotten: str
) -> None:
    whole = LeaseBooks.add

    def forgetful(books: LeaseBooks, *payment: Any) -> None:
        before = copy(getattr(books, forgotten))
        whole(books, *payment)
        setattr(books, forgotten, before)

    @settings(ANY, max_examples=80, database=None, phases=[Phase.generate])
    @given(batches())
    def both_end_alike(steps: list[Step]) -> None:
        envelopes = bench.writer().write(steps)
        assert bench.ends(envelopes, 0, 1) == bench.ends(envelopes, 0, NEVER)

    monkeypatch.setattr(LeaseBooks, "add", forgetful)
    with pytest.raises(AssertionError):
        both_end_alike()


def plain(count: int, damage: dict[int, str] | None = None) -> list[Step]:
    """So many small cash payments, each damaged as said for its place."""
    given = damage or {}
    return [
        Step("payment", "first", 500 + n, "cash", (), "staff:claire", given.get(n, "")) for n in range(count)
    ]


@pytest.mark.parametrize("periods", [(), ("2027-02",)])
def test_each_payment_settles_what_those_before_it_left(bench: Bench, periods: tuple[str, ...]) -> None:
    named = [periods, (), periods, ()]
    steps = [Step("payment", "second", 60_000, "cash", each, "staff:claire", "") for each in named * 2]
    envelopes = bench.writer().write(steps)
    at_once, careful = bench.ends(envelopes, 0, 1), bench.ends(envelopes, 0, NEVER)
    assert at_once == careful
    assert len(at_once[2]["payment_allocation"]) >= len(steps)


def statuses(bench: Bench, steps: list[Step], monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Any]]:
    """How each ends where nothing may be performed one by one."""

    def careful(*_: object) -> None:
        raise AssertionError("not swift")

    monkeypatch.setattr(Hearing, "_one_by_one", careful)
    results = bench.ends(bench.writer().write(steps), 0, 1)[0]
    return [(result.status, result.code) for result in results]


def test_payments_of_one_lease_see_each_other_at_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [
        Step("payment", "second", 100_000, "cash", ("2027-02",), "staff:claire", ""),
        Step("payment", "second", 500, "cash", ("2027-02",), "staff:claire", ""),
    ]
    ended = statuses(bench, steps, monkeypatch)
    assert ended == [(Status.APPLIED, None), (Status.APPLIED_WITH_WARNING, "cash_cap")]


def test_a_refusal_needs_no_second_look(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [*plain(2), Step("payment", "first", 0, "cash", (), "staff:claire", ""), *plain(1)]
    assert (Status.REJECTED, "amount_not_positive") in statuses(bench, steps, monkeypatch)


def test_one_signature_proves_what_the_chain_binds_to_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = statuses(bench, plain(5, {2: "unsigned"}), monkeypatch)
    assert all(status < Status.REJECTED for status, _ in ended)


@pytest.mark.parametrize(
    ("damage", "refused"),
    [({4: "unsigned"}, [4]), ({1: "rewritten"}, [1]), ({3: "unsigned", 4: "unsigned"}, [3, 4])],
)
def test_what_no_later_signature_covers_is_refused(
    bench: Bench, damage: dict[int, str], refused: list[int]
) -> None:
    results = bench.ends(bench.writer().write(plain(5, damage)), 0, 1)[0]
    assert [at for at, result in enumerate(results) if result.code == "proof_wrong"] == refused


def test_a_batch_that_needs_care_is_answered_in_parts(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "MOST_ONE_BY_ONE", 3)
    assert len(bench.ends(bench.writer().write(plain(5)), 0, NEVER)[0]) == 3
    assert len(bench.ends(bench.writer().write(plain(5)), 0, 1)[0]) == 5
