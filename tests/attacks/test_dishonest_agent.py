"""An agent with a right password at a right counter, who wants more than is theirs."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from sqlalchemy import select

from desktop.central import staff
from desktop.central.database.agency_write import agency_write
from desktop.errors import Refused
from desktop.models.payment import Payment
from desktop.models.printed_paper import PrintedPaper
from desktop.models.warning import WarningRow
from desktop.protocol.messages import Result
from desktop.rules.role import Role
from desktop.services import catalogue
from desktop.services.command import Status
from desktop.services.entry import Entry, Money
from desktop.services.papers.printed import NotePrinted
from desktop.services.payments.card_charges import ResolveCharge, SeenCharge
from desktop.services.payments.payments import TakePayment
from desktop.services.warnings import SettleWarning
from tests.attacks.thief import HERE, SCOPES, Thief, a_lease, money
from tests.world import PASSWORD, World, world

IN_THE_DRAWER = (Money.TAKEN, Money.MOVED)
NOT_DONE = (Status.REJECTED, Status.DEFERRED)


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One of each role, a second manager, and somebody who left last month."""
    with world(tmp_path_factory.mktemp("landlord"), leases=40) as built:
        for role in Role:
            staff.add(built.store, _login(role), f"Some {role}", role, HERE, PASSWORD)
        staff.add(built.store, "other", "Other Manager", Role.AGENCY_MANAGER, HERE, PASSWORD)
        staff.add(built.store, "gone", "Long Gone", Role.FRONT_DESK_AGENT, HERE, PASSWORD)
        staff.change(built.store, "gone", active=False)
        yield built


@pytest.fixture(scope="module")
def counter(landlord: World) -> Thief:
    return Thief(landlord, landlord.station("counter", HERE))


@pytest.fixture
def lease(landlord: World) -> str:
    return a_lease(landlord, HERE)


def _login(role: Role) -> str:
    return role.replace("_", "")


def cash(lease: str, cents: int = 1) -> TakePayment:
    return TakePayment(
        lease_id=lease, means="cash", amount_cents=cents, balance_seen_cents=0, accept_credit=True
    )


def warned(landlord: World, told: Result, code: str) -> WarningRow:
    """The warning that this answer left behind."""
    assert told.status == Status.APPLIED_WITH_WARNING
    payment_id = msgspec.msgpack.decode(told.data)["payment_id"]
    with landlord.store.database.read() as session:
        return session.scalars(
            select(WarningRow).where(WarningRow.payment_id == payment_id, WarningRow.code == code)
        ).one()


@pytest.mark.parametrize(
    ("entry", "role"),
    [(entry, role) for entry in catalogue.ENTRIES for role in Role if role not in entry.by],
    ids=lambda each: each.kind if isinstance(each, Entry) else each.value,
)
def test_nobody_does_what_their_role_does_not_allow_save_what_is_in_the_drawer(
    landlord: World, counter: Thief, lease: str, entry: Entry, role: Role
) -> None:
    command, before = counter.example(entry, lease), money(landlord)
    told = counter.say(command, f"staff:{_login(role)}")
    if entry.money in IN_THE_DRAWER:
        assert told.status == Status.APPLIED_WITH_WARNING
    else:
        assert told.status in NOT_DONE
        assert money(landlord) == before


def test_cash_taken_as_a_colleague_who_left_is_booked_and_the_manager_is_told(
    landlord: World, counter: Thief, lease: str
) -> None:
    warning = warned(landlord, counter.say(cash(lease), "staff:gone"), "staff_unknown")
    assert (warning.state, warning.actor, warning.amount_cents) == ("open", "staff:gone", 1)
    with landlord.store.database.read() as session:
        assert session.get_one(Payment, warning.payment_id).unproven


def test_nobody_settles_the_warning_of_their_own_money_and_a_colleague_who_may_does(
    landlord: World, counter: Thief, lease: str
) -> None:
    manager = "staff:agencymanager"
    warning = warned(landlord, counter.say(cash(lease, 5_000_00), manager), "cash_cap")
    settle = SettleWarning(warning_id=warning.id, word="It is right.")
    for actor in (manager, "staff:frontdeskagent", "staff:gone", f"device:{counter.device_id}"):
        assert counter.say(settle, actor).status in NOT_DONE
    assert counter.say(settle, "staff:other").status == Status.APPLIED


def test_a_large_card_payment_in_doubt_is_not_decided_by_one_person_however_often_they_say_it(
    landlord: World, counter: Thief, lease: str
) -> None:
    said = SeenCharge(
        lease, 2_000_00, (), datetime.now(UTC) - timedelta(hours=1), counter.device_id, f"tenant:{lease}"
    )
    with agency_write(landlord.store.database, SCOPES) as work:
        work.session.add(said.row("large", HERE))
    before = money(landlord)
    command = ResolveCharge(charge_id="large", paid=True, reason="Seen.", evidence="ticket")
    told = {counter.say(command, "staff:frontdeskagent").status for _ in range(3)}
    assert told <= set(NOT_DONE)
    assert money(landlord) == before


def test_a_second_print_of_a_paper_stands_beside_the_first_with_its_name(
    landlord: World, counter: Thief, lease: str
) -> None:
    """Whatever the counter claims, both are there: the gate says DUPLICATA of any further one."""
    said = NotePrinted(
        lease_id=lease, paper="rent_receipt", subject_id="2026-10", number="", duplicate=False, certain=True
    )
    for _ in range(2):
        assert counter.say(said, "staff:frontdeskagent").status == Status.APPLIED
    with landlord.store.database.read() as session:
        prints = session.scalars(select(PrintedPaper.actor).where(PrintedPaper.lease_id == lease)).all()
    assert prints == ["staff:frontdeskagent"] * 2


def test_what_was_told_is_not_told_again_with_another_amount(landlord: World, lease: str) -> None:
    counter = Thief(landlord, landlord.station("counter", HERE))
    told = counter.say(cash(lease, 50_00), "staff:frontdeskagent")
    payment_id = msgspec.msgpack.decode(told.data)["payment_id"]
    counter._seq -= 1
    with pytest.raises(Refused, match="fork"):
        counter.say(cash(lease, 10_00), "staff:frontdeskagent")
    with landlord.store.database.read() as session:
        assert session.get_one(Payment, payment_id).amount_cents == 50_00
