"""That a card paid is a claim: it brings the terminal's proof, or a person decides."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import delete, func, select

from desktop.central.commands import parked
from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import ScopeRestore
from desktop.models.lease import Lease
from desktop.models.payment import Payment
from desktop.models.warning import WarningRow
from desktop.protocol.messages import Result
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.catalogue import BY_KIND
from desktop.services.command import Command, Status
from desktop.services.payments.card_charges import ResolveCharge, SeenCharge, SettleCharge
from desktop.services.permission import ELSEWHERE, SECOND_PERSON
from tests.unit.services.rows import NOW
from tests.unit.services.said import SCOPES, SmallLandlord, id_of

KIOSK, COUNTER = StationKind.KIOSK, StationKind.COUNTER
PARKED, WARNED, DONE = Status.DEFERRED, Status.APPLIED_WITH_WARNING, Status.APPLIED
AGENT, DAY = f"staff:{Role.FRONT_DESK_AGENT}", timedelta(days=1)


@pytest.fixture
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallLandlord]:
    made = SmallLandlord(tmp_path_factory.mktemp("evidence") / "central")
    yield made
    made.store.database.close()


def asked(
    landlord: SmallLandlord, lease: Lease, station: StationKind, cents: int = 131_89, at: datetime = NOW
) -> str:
    """A charge that this station began."""
    seen = SeenCharge(lease.id, cents, (), at, id_of(station), f"tenant:{lease.id}")
    charge = seen.row(str(uuid4()), lease.scope)
    with agency_write(landlord.store.database, SCOPES) as work:
        work.session.add(charge)
    return charge.id


def approved(
    landlord: SmallLandlord, lease: Lease, station: StationKind, *proof: str, at: datetime = NOW
) -> Result:
    said = SettleCharge(
        charge_id=asked(landlord, lease, station, at=at),
        outcome="approved",
        authorisation=proof[0],
        card_last4=proof[1] if proof[1:] else "",
    )
    by = f"tenant:{lease.id}" if station is KIOSK else AGENT
    return says(landlord, said, by, station, at)


def says(
    landlord: SmallLandlord, command: Command, by: str, station: StationKind = COUNTER, at: datetime = NOW
) -> Result:
    entry = BY_KIND["charge.settle" if isinstance(command, SettleCharge) else "charge.resolve"]
    (result,) = landlord.hears(entry, [(command, by)], station, done_at=at, heard_at=at)
    return result


def booked(landlord: SmallLandlord) -> int:
    with landlord.store.database.read() as session:
        return session.scalar(select(func.coalesce(func.sum(Payment.amount_cents), 0))) or 0


@pytest.mark.parametrize(
    ("station", "proof", "status", "code"),
    [
        (KIOSK, ("5A3F21", "4242"), DONE, None),
        (KIOSK, ("5A3F21",), DONE, None),
        (COUNTER, ("654321", "4242"), DONE, None),
        (KIOSK, ("",), PARKED, "evidence_missing"),
        (KIOSK, ("000000", "4242"), PARKED, "evidence_missing"),
        (KIOSK, ("5A3F21", "4970101234567890"), PARKED, "evidence_missing"),
        (KIOSK, ("approved by the card",), PARKED, "evidence_missing"),
        (KIOSK, ("12\n",), PARKED, "evidence_missing"),
        (COUNTER, ("",), WARNED, "evidence_missing"),
        (COUNTER, ("0", "4242"), WARNED, "evidence_missing"),
    ],
    ids=str,
)
def test_an_approval_brings_the_terminals_own_proof(
    landlord: SmallLandlord, station: StationKind, proof: tuple[str, ...], status: Status, code: str | None
) -> None:
    result = approved(landlord, landlord.lease("here"), station, *proof)
    assert (result.status, result.code) == (status, code)
    assert booked(landlord) == (0 if status is PARKED else 131_89)


def test_what_no_terminal_proved_at_a_counter_counts_for_no_rent_receipt(landlord: SmallLandlord) -> None:
    approved(landlord, landlord.lease("here"), COUNTER, "")
    with landlord.store.database.read() as session:
        assert session.scalars(select(Payment.unproven)).all() == [True]
        assert session.scalars(select(WarningRow.code)).all() == ["evidence_missing"]


@pytest.mark.parametrize("station", [KIOSK, COUNTER])
def test_a_proof_that_another_charge_had_is_for_a_person(
    landlord: SmallLandlord, station: StationKind
) -> None:
    first, second = landlord.lease("here"), landlord.lease("here")
    assert approved(landlord, first, station, "5A3F21", "4242").status == DONE
    again = approved(landlord, second, station, "5A3F21", "1111")
    assert (again.status, again.code, booked(landlord)) == (PARKED, "evidence_used", 131_89)
    parked.replay(landlord.store, again.key.hex(), "Denise", NOW)
    assert booked(landlord) == 2 * 131_89


def test_the_same_card_pays_with_one_proof_once_wherever_it_is_said(landlord: SmallLandlord) -> None:
    approved(landlord, landlord.lease("here"), COUNTER, "5A3F21", "4242")
    elsewhere = approved(landlord, landlord.lease("here"), KIOSK, "5A3F21", "4242")
    another_card = approved(landlord, landlord.lease("here"), KIOSK, "5A3F21", "1111")
    assert (elsewhere.status, another_card.status) == (PARKED, DONE)


def test_authorisations_come_again_after_some_days(landlord: SmallLandlord) -> None:
    approved(landlord, landlord.lease("here"), KIOSK, "5A3F21", "4242")
    later = approved(landlord, landlord.lease("here"), KIOSK, "5A3F21", "4242", at=NOW + 4 * DAY)
    assert later.status == DONE


def test_what_is_declined_needs_no_proof(landlord: SmallLandlord) -> None:
    charge = asked(landlord, landlord.lease("here"), KIOSK)
    said = SettleCharge(charge_id=charge, outcome="declined")
    assert says(landlord, said, f"device:{id_of(KIOSK)}", KIOSK).status == DONE


def restored(landlord: SmallLandlord, at: datetime | None) -> None:
    with landlord.store.database.write() as session:
        session.execute(delete(ScopeRestore))
        if at is not None:
            session.add(ScopeRestore(scope="AG01", at=at))


def found_paid(
    lease_id: str, cents: int = 90_00, at: datetime = NOW, device: str = "kiosk-1"
) -> ResolveCharge:
    seen = SeenCharge(lease_id, cents, (), at, device, f"tenant:{lease_id}")
    return ResolveCharge(charge_id=str(uuid4()), paid=True, reason="Vu.", evidence="Ticket", seen=seen)


@pytest.mark.parametrize(
    ("restored_at", "started_at", "status"),
    [
        (None, NOW - DAY, PARKED),
        (NOW - 2 * DAY, NOW - 3 * DAY, DONE),
        (NOW - 2 * DAY, NOW - DAY, PARKED),
        (NOW - 30 * DAY, NOW - 31 * DAY, PARKED),
    ],
    ids=["never restored", "lost in it", "begun since", "restored long ago"],
)
def test_a_charge_that_central_lacks_is_believed_after_a_restore_alone(
    landlord: SmallLandlord, restored_at: datetime | None, started_at: datetime, status: Status
) -> None:
    restored(landlord, restored_at)
    result = says(landlord, found_paid(landlord.lease("here").id, at=started_at), AGENT)
    assert (result.status, booked(landlord)) == (status, 90_00 if status is DONE else 0)


def test_a_charge_that_central_lacks_is_of_this_agency_or_waits(landlord: SmallLandlord) -> None:
    restored(landlord, NOW - DAY)
    before = NOW - 2 * DAY
    here, never = landlord.lease("here").id, landlord.lease("never here").id
    said = {
        "lease elsewhere": found_paid(never, at=before),
        "no lease": found_paid("0", at=before),
        "no station": found_paid(here, at=before, device="invented"),
    }
    ends = {name: says(landlord, command, AGENT) for name, command in said.items()}
    assert {name: (end.status, end.code) for name, end in ends.items()} == {
        "lease elsewhere": (PARKED, ELSEWHERE),
        "no lease": (PARKED, "charge_unknown"),
        "no station": (PARKED, "charge_unknown"),
    }
    assert booked(landlord) == 0


def test_nobody_decides_alone_about_much_money(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    ends = []
    for cents in (1_500_00, 1_500_01, 90_000_00):
        charge = asked(landlord, lease, COUNTER, cents, NOW - DAY)
        said = ResolveCharge(charge_id=charge, paid=True, reason="Vu.", evidence="Ticket")
        ends.append(says(landlord, said, f"staff:{Role.AGENCY_MANAGER}"))
    assert [(end.status, end.code) for end in ends] == [(DONE, None), *[(PARKED, SECOND_PERSON)] * 2]
    assert booked(landlord) == 1_500_00
    parked.replay(landlord.store, ends[1].key.hex(), "Denise", NOW)
    assert booked(landlord) == 1_500_00 + 1_500_01
