"""Books read for many leases at once, and added to in memory, say what the ledger says."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import PaymentAllocation
from desktop.rules.ledger import Line, Operation
from desktop.rules.means import Means
from desktop.rules.standing import standing
from desktop.services.payments.booking import Booking, Received
from desktop.services.payments.lease_books import LeaseBooks, books_of
from tests.unit.rules.ledgers import PERIODS, ledger, ledgers
from tests.unit.services.conftest import CONTEXT, Place
from tests.unit.services.rows import AGENCY, LEASE, NOW, OTHER_LEASE

ANY = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
PAYMENTS = st.lists(
    st.tuples(
        st.sampled_from([Means.CASH, Means.CHEQUE, Means.CARD]),
        st.sampled_from([20_000, 45_000]) | st.integers(1, 90_000),
        st.lists(st.sampled_from(PERIODS), max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


@contextmanager
def holding(place: Place, lines: tuple[Line, ...]) -> Iterator[Session]:
    """A session that sees these lines on LEASE, and keeps nothing."""
    with place.database.read() as session:
        session.add_all(
            LedgerEntry(
                id=line.id,
                scope=AGENCY,
                lease_id=LEASE,
                posted_on=line.posted_on,
                period=line.period,
                operation=line.operation,
                label=line.label,
                debit_cents=line.debit_cents,
                credit_cents=line.credit_cents,
            )
            for line in lines
        )
        yield session


def books(session: Session) -> LeaseBooks:
    return books_of(session, [OTHER_LEASE, LEASE])[LEASE]


@ANY
@given(lines=ledgers().map(lambda found: found[0]))
def test_what_is_open_is_what_the_lines_say(bare_station: Place, lines: tuple[Line, ...]) -> None:
    with holding(bare_station, lines) as session:
        assert books(session).standing == standing(lines, {})


@ANY
@given(lines=ledgers().map(lambda found: found[0]), payments=PAYMENTS)
def test_books_that_were_added_to_say_what_is_read_anew(
    bare_station: Place, lines: tuple[Line, ...], payments: list[tuple[str, int, tuple[str, ...]]]
) -> None:
    with holding(bare_station, lines) as session:
        known, booking = books(session), Booking(session)
        for number, (means, cents, periods) in enumerate(payments, start=1):
            context = replace(CONTEXT, key=UUID(int=number), receipt_no=number)
            owed = known.standing.balance_cents
            booking.add(context, known, Received(LEASE, AGENCY, means, cents, periods, NOW, owed))
        booking.write()
        anew = books(session)
        assert known.standing == anew.standing
        assert known.cash_so_far() == anew.cash_so_far()
        assert known.balance_cents == anew.balance_cents


def test_terms_are_not_looked_at_where_nothing_is_open(bare_station: Place) -> None:
    paid = ledger(("2026-10-01", "LOYER", 50_000), ("2026-10-05", Operation.PAYMENT, -60_000))
    with holding(bare_station, paid) as session:
        found = books(session)
        assert not found.demands
        assert (found.standing.terms, found.standing.credit_cents) == ((), 10_000)


def test_the_same_payment_a_second_time_settles_what_the_first_left_open(bare_station: Place) -> None:
    owed = ledger(("2026-09-01", "LOYER", 20_000), ("2026-10-01", "LOYER", 20_000))
    with holding(bare_station, owed) as session:
        known, booking = books(session), Booking(session)
        for number in (1, 2):
            context = replace(CONTEXT, key=UUID(int=number), receipt_no=number)
            booking.add(context, known, Received(LEASE, AGENCY, Means.CASH, 20_000, (), NOW, 0))
        booking.write()
        parts = session.scalars(select(PaymentAllocation.period).order_by(PaymentAllocation.period))
        assert parts.all() == ["2026-09", "2026-10"]
