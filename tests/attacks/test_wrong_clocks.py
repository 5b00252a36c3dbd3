"""A station whose clock says anything: no delay is skipped, nobody waits for 2099, years are true ones."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from sqlalchemy import select

from desktop.models.attempt import Attempt
from desktop.models.receipt import Receipt
from desktop.services.access.activation import ActivateAccount
from desktop.services.access.staff import NoteStaffSignIn
from desktop.services.payments.payments import TakePayment
from tests.attacks.thief import HERE, Thief, a_lease
from tests.hashes import hash_like
from tests.world import World, world

FUTURE = datetime(2099, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("landlord"), leases=40) as built:
        built.member_of_staff("claire", HERE)
        yield built


@pytest.fixture(scope="module")
def kiosk(landlord: World) -> Thief:
    return Thief(landlord, landlord.station("kiosk", HERE))


@pytest.fixture(scope="module")
def counter(landlord: World) -> Thief:
    return Thief(landlord, landlord.station("counter", HERE))


def guess(number: str) -> ActivateAccount:
    """A wrong code of a letter."""
    return ActivateAccount(
        lease_number=number, code="2X38AZEGB7", birth_date=date(1950, 1, 1), password_hash=hash_like()
    )


def test_each_guess_an_hour_later_by_the_kiosks_clock_skips_no_delay(landlord: World, kiosk: Thief) -> None:
    number, actor = a_lease(landlord, HERE), f"device:{kiosk.device_id}"
    hours = [datetime.now(UTC) + timedelta(hours=each) for each in range(8)]
    ends = [kiosk.say(guess(number), actor, at=at) for at in hours]
    waits = [msgspec.msgpack.decode(end.data)["wait_seconds"] for end in ends]
    assert waits[2] > 0
    assert waits[-1] > 0
    with landlord.store.database.read() as session:
        (counted,) = session.scalars(select(Attempt.failures).where(Attempt.id == f"activation:{number}"))
    assert counted < len(hours), "who has to wait is not even counted"


def test_failures_noted_in_2099_make_nobody_wait_for_it(landlord: World, counter: Thief) -> None:
    for _ in range(4):
        counter.say(
            NoteStaffSignIn(login="claire", succeeded=False), f"device:{counter.device_id}", at=FUTURE
        )
    with landlord.store.database.read() as session:
        (row,) = session.scalars(select(Attempt).where(Attempt.id == "staff:claire"))
        assert row.blocked_until is None or row.blocked_until < datetime.now(UTC) + timedelta(minutes=15)


@pytest.mark.parametrize("at", [FUTURE, datetime(1970, 1, 1, tzinfo=UTC)])
def test_money_of_any_clock_is_booked_with_a_receipt_of_the_true_year(
    landlord: World, counter: Thief, at: datetime
) -> None:
    command = TakePayment(
        lease_id=a_lease(landlord, HERE),
        means="cash",
        amount_cents=100,
        balance_seen_cents=0,
        tendered_cents=100,
        accept_credit=True,
    )
    counter.say(command, "staff:claire", at=at)
    with landlord.store.database.read() as session:
        receipts = session.scalars(select(Receipt)).all()
    assert receipts
    assert {receipt.issued_at.year for receipt in receipts} <= {datetime.now(UTC).year}
