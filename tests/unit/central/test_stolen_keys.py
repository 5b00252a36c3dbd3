"""Whoever holds a station's key, or stands on its way, makes central lose no money and stop at nothing."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest
from sqlalchemy import text

from desktop.central.commands import parked
from desktop.central.commands.perform import perform_batch, perform_now
from desktop.central.stations import quarantine
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.protocol.chain import GENESIS, body_hash, command_hash
from desktop.protocol.messages import Envelope, ExchangeRequest, PerformRequest
from desktop.rules.station_kind import StationKind
from desktop.security.device_key import sign
from desktop.services import catalogue
from desktop.services.command import Command, Context, Status
from desktop.services.payments.card_charges import SettleCharge, StartCharge
from desktop.services.payments.charge_views import charge_of
from desktop.services.payments.payments import TakePayment
from tests.unit.services import rows
from tests.unit.services.said import PRIVATE, SmallLandlord, device_of

AGENT = "staff:front_desk_agent"


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[SmallLandlord]:
    made = SmallLandlord(tmp_path / "central")
    yield made
    made.store.database.close()


KIOSK, COUNTER = device_of(StationKind.KIOSK), device_of(StationKind.COUNTER)


def signed(
    device: Device,
    command: Command,
    actor: str,
    *,
    key: bytes = b"",
    before: Envelope | None = None,
    receipt_no: int = 1,
) -> Envelope:
    entry = catalogue.CATALOGUE[type(command)]
    body, previous = catalogue.encode(command), before.hash if before else GENESIS
    bare = Envelope(
        seq=before.seq + 1 if before else 1,
        key=key or uuid4().bytes,
        kind=entry.kind,
        version=entry.version,
        body=body,
        occurred_at=round(rows.NOW.timestamp() * 1000),
        actor=actor,
        receipt_no=receipt_no,
        previous=previous,
        hash=b"",
        signature=b"",
        body_hash=body_hash(body),
    )
    digest = command_hash(previous, device.id, bare)
    return msgspec.structs.replace(bare, hash=digest, signature=sign(PRIVATE, digest))


def cash(lease_id: str) -> TakePayment:
    return TakePayment(
        lease_id=lease_id, means="cash", amount_cents=5_00, balance_seen_cents=0, accept_credit=True
    )


def paid(landlord: SmallLandlord, lease_id: str) -> list[int]:
    with landlord.store.database.read() as session:
        found = text("SELECT amount_cents FROM payment WHERE lease_id = :lease")
        return [cents for (cents,) in session.execute(found, {"lease": lease_id})]


def test_an_approved_charge_that_somebody_retries_before_its_start_waits_on(landlord: SmallLandlord) -> None:
    lease, key = landlord.lease("here without account").id, uuid4()
    charge = Context(UUID(bytes=key.bytes), "", "", "", "", rows.NOW, 0).new_id("charge")
    asked = StartCharge(lease_id=lease, amount_cents=5_00, balance_seen_cents=0, accept_credit=True)
    start = signed(KIOSK, asked, f"tenant:{lease}", key=key.bytes)
    approved = SettleCharge(charge_id=charge, outcome="approved", authorisation="A1")
    settled = signed(KIOSK, approved, f"tenant:{lease}", before=start)
    told = perform_batch(landlord.store, KIOSK, "life", [start, settled], rows.NOW).results
    assert [one.status for one in told] == [Status.DEFERRED] * 2
    with pytest.raises(Refused, match="command_still_broken"):
        parked.replay(landlord.store, settled.key.hex(), "Denise", rows.NOW)
    for one in (start, settled):
        parked.replay(landlord.store, one.key.hex(), "Denise", rows.NOW)
    assert paid(landlord, lease) == [5_00]


def test_a_person_has_an_approved_charge_booked_whose_start_was_refused(landlord: SmallLandlord) -> None:
    lease, key = landlord.lease("here").id, uuid4()
    asked = StartCharge(lease_id=lease, amount_cents=5_00, balance_seen_cents=0, accept_credit=True)
    start = signed(KIOSK, asked, "tenant:somebody else", key=key.bytes)
    approved = SettleCharge(charge_id=charge_of(key), outcome="approved", authorisation="B2")
    settled = signed(KIOSK, approved, f"device:{KIOSK.id}", before=start)
    told = perform_batch(landlord.store, KIOSK, "life", [start, settled], rows.NOW).results
    assert [one.status for one in told] == [Status.REJECTED, Status.DEFERRED]
    (waits,) = [one for one in parked.listed(landlord.store) if one.key == settled.key.hex()]
    assert (waits.lease, waits.amount_cents) == (lease, 5_00), "a person sees what it is about"
    parked.replay(landlord.store, settled.key.hex(), "Denise", rows.NOW)
    assert paid(landlord, lease) == [5_00]
    with pytest.raises(Refused, match=r"command_(not_parked|unknown)"):
        parked.replay(landlord.store, settled.key.hex(), "Denise", rows.NOW)


def test_what_is_asked_of_central_alone_takes_no_key_from_the_journal(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here").id
    said = signed(COUNTER, cash(lease), AGENT)
    request = PerformRequest(said.key, said.kind, said.version, said.body, said.occurred_at, said.actor)
    (asked,) = perform_now(landlord.store, COUNTER, request, rows.NOW).results
    assert (asked.status, asked.code) == (Status.REJECTED, "wrong_place")
    (told,) = perform_batch(landlord.store, COUNTER, "life", [said], rows.NOW).results
    assert (told.status, paid(landlord, lease)) == (Status.APPLIED, [5_00])


def test_a_command_robbed_of_its_body_is_not_told_to_be_kept(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here").id
    whole = signed(COUNTER, cash(lease), AGENT)
    robbed = msgspec.structs.replace(whole, body=b"")
    assert quarantine.keep(landlord.store, COUNTER, "life", [robbed], rows.NOW).kept == []
    assert quarantine.keep(landlord.store, COUNTER, "life", [whole], rows.NOW).kept == [whole.key]
    quarantine.accept(landlord.store, [whole.key.hex()], "Denise", rows.NOW)
    assert paid(landlord, lease) == [5_00]
    assert quarantine.keep(landlord.store, COUNTER, "life", [robbed], rows.NOW).kept == [whole.key]


def test_cash_of_somebody_without_a_name_that_can_be_kept_is_booked_with_a_warning(
    landlord: SmallLandlord,
) -> None:
    lease = landlord.lease("here").id
    said = signed(COUNTER, cash(lease), "staff:\0")
    quarantine.keep(landlord.store, COUNTER, "life", [said], rows.NOW)
    (told,) = quarantine.accept(landlord.store, [said.key.hex()], "Denise", rows.NOW)
    assert (told.status, told.code) == (Status.APPLIED_WITH_WARNING, "staff_unknown")
    assert paid(landlord, lease) == [5_00]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"receipt_no": -1}, "not_storable"),
        ({"receipt_no": 2**63}, "not_storable"),
        ({"tendered_cents": 2**63 - 1}, "unreadable_command"),
        ({"tendered_cents": 2**64 - 1}, "unreadable_command"),
        ({"balance_seen_cents": -(2**63)}, "unreadable_command"),
    ],
    ids=str,
)
def test_cash_told_with_a_senseless_number_waits_for_a_person(
    landlord: SmallLandlord, changed: dict[str, int], code: str
) -> None:
    lease = landlord.lease("here").id
    taken = cash(lease)
    of_command = {name: value for name, value in changed.items() if hasattr(taken, name)}
    number = changed.get("receipt_no", 1)
    said = signed(COUNTER, msgspec.structs.replace(taken, **of_command), AGENT, receipt_no=number)
    (told,) = perform_batch(landlord.store, COUNTER, "life", [said], rows.NOW).results
    assert (told.status, told.code) == (Status.DEFERRED, code)
    assert paid(landlord, lease) == []
    (waits,) = parked.listed(landlord.store)
    assert waits.reason == code


@pytest.mark.parametrize("key", [b"", b"ab", bytes(17)], ids=len)
def test_a_message_with_a_key_that_is_none_cannot_be_read(key: bytes) -> None:
    said = signed(COUNTER, cash("L1"), AGENT, key=b"?")
    named = msgspec.structs.replace(said, key=key)
    request = PerformRequest(key, said.kind, said.version, said.body, said.occurred_at, said.actor)
    for message in (ExchangeRequest(None, "life", [named]), request):
        with pytest.raises(msgspec.ValidationError):
            msgspec.msgpack.decode(msgspec.msgpack.encode(message), type=type(message))


@pytest.mark.parametrize("seq", [2**63, 2**64 - 1])
def test_a_message_with_a_number_beyond_every_database_cannot_be_read(seq: int) -> None:
    said = msgspec.structs.replace(signed(COUNTER, cash("L1"), AGENT), seq=seq)
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(msgspec.msgpack.encode(said), type=Envelope)
