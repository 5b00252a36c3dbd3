"""Card charges: written down first, in doubt until known, and never paid twice."""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import Invalid, Refused
from desktop.rules.means import Means
from desktop.services.command import Status
from desktop.services.payments.card_charges import (
    ResolveCharge,
    SettleCharge,
    StartCharge,
    charges_in_doubt,
    unsettled_charges_of,
)
from desktop.services.payments.payments import quote
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW

OWED = 2 * 515_05
TENANT = f"tenant:{LEASE}"
LATER = NOW + timedelta(hours=1)


def start(cents: int = 515_05, **said: object) -> StartCharge:
    fields = {"lease_id": LEASE, "amount_cents": cents, "balance_seen_cents": OWED} | said
    return StartCharge(**fields)  # type: ignore[arg-type]


def begun(place: Place, **said: object) -> str:
    done = place.perform(start(**said), actor=TENANT)  # type: ignore[arg-type]
    assert done.result is not None
    return str(done.result["charge_id"])


def settle(charge_id: str, outcome: str = "approved") -> SettleCharge:
    return SettleCharge(
        charge_id=charge_id, outcome=outcome, detail="code 00", authorisation="123456", card_last4="4242"
    )


def resolve(
    charge_id: str, *, paid: bool, reason: str = "Ticket vu", evidence: str = "Z 12"
) -> ResolveCharge:
    return ResolveCharge(charge_id=charge_id, paid=paid, reason=reason, evidence=evidence)


def state(place: Place) -> str:
    return str(place.rows("card_charge")["card_charge"][0]["state"])


def payments(place: Place) -> list[int]:
    return [row["amount_cents"] for row in place.rows("payment")["payment"]]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (start(0), "amount_not_positive"),
        (start(100_000_01), "amount_too_big"),
        (start(OWED + 1), "more_than_owed"),
        (start(balance_seen_cents=OWED - 1), "balance_changed"),
    ],
)
def test_a_charge_that_cannot_be_is_never_sent(station: Place, command: StartCharge, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        station.perform(command, actor=TENANT)
    assert refusal.value.code == code
    assert station.rows("card_charge")["card_charge"] == []


def test_an_approved_charge_is_booked_like_any_payment(station: Place) -> None:
    charge = begun(station, periods=("2026-11",))
    done = station.perform(settle(charge), actor=TENANT)
    assert done.result is not None
    assert done.result["number"] == "AG01-C01-000007"
    (payment,) = station.rows("payment")["payment"]
    assert (payment["means"], payment["reference"], payment["card_last4"]) == ("card", "123456", "4242")
    (part,) = station.rows("payment_allocation")["payment_allocation"]
    assert (part["period"], part["stated"]) == ("2026-11", True)
    assert station.rows("card_charge")["card_charge"][0]["payment_id"] == payment["id"]
    assert station.ask(quote, LEASE, 1, (), Means.CARD, NOW).balance_before == OWED - 515_05


@pytest.mark.parametrize("outcome", ["declined", "cancelled", "not_sent"])
def test_a_charge_that_did_not_pay_leaves_the_lease_free(station: Place, outcome: str) -> None:
    charge = begun(station)
    station.perform(settle(charge, outcome), actor=TENANT)
    assert payments(station) == []
    assert station.ask(charges_in_doubt) == ()
    begun(station)


@pytest.mark.parametrize("outcome", [None, "unknown"])
def test_a_charge_in_doubt_blocks_a_second_one(station: Place, outcome: str | None) -> None:
    charge = begun(station)
    if outcome:
        station.perform(settle(charge, outcome), actor=TENANT)
    with pytest.raises(Refused, match="payment_in_doubt"):
        station.perform(start(), actor=TENANT)
    assert station.ask(quote, LEASE, 100, (), Means.CARD, NOW).objections == ("payment_in_doubt",)
    assert [each.id for each in station.ask(charges_in_doubt, LEASE)] == [charge]
    assert station.ask(charges_in_doubt, "another") == ()


def test_central_keeps_a_second_charge_that_was_sent_all_the_same_and_warns(central: Place) -> None:
    begun(central)
    assert central.perform(start(), actor=TENANT).warning == "payment_in_doubt"
    assert len(central.rows("card_charge")["card_charge"]) == 2


def test_a_charge_settled_twice_pays_once(station: Place) -> None:
    charge = begun(station)
    station.perform(settle(charge), actor=TENANT)
    before = station.rows()
    assert station.perform(settle(charge), actor=TENANT).status is Status.NOOP
    assert station.perform(settle(charge, "unknown"), actor=TENANT).status is Status.NOOP
    assert station.rows() == before


def test_what_the_terminal_says_late_settles_a_charge_in_doubt(station: Place) -> None:
    charge = begun(station)
    station.perform(settle(charge, "unknown"), actor=TENANT)
    station.perform(settle(charge), actor="device:counter-1")
    assert payments(station) == [515_05]


def test_at_start_up_a_device_finds_the_charges_it_kept_no_outcome_of(station: Place) -> None:
    charge = begun(station)
    assert [each.id for each in station.ask(unsettled_charges_of, "counter-1")] == [charge]
    assert station.ask(unsettled_charges_of, "counter-2") == ()
    station.perform(settle(charge, "unknown"), actor="device:counter-1")
    assert station.ask(unsettled_charges_of, "counter-1") == ()


def test_an_outcome_nobody_knows_is_refused(station: Place) -> None:
    charge = begun(station)
    with pytest.raises(Invalid, match="outcome_unknown"):
        station.perform(settle(charge, "maybe"), actor=TENANT)
    with pytest.raises(Refused, match="charge_unknown"):
        station.perform(settle("nothing"), actor=TENANT)


@pytest.mark.parametrize(("paid", "booked"), [(True, [515_05]), (False, [])])
def test_staff_resolve_a_charge_in_doubt(station: Place, paid: bool, booked: list[int]) -> None:
    charge = begun(station)
    station.perform(settle(charge, "unknown"), actor=TENANT)
    done = station.perform(resolve(charge, paid=paid), at=LATER)
    assert payments(station) == booked
    assert (done.result is not None) is paid
    (row,) = station.rows("card_charge")["card_charge"]
    assert (row["resolved_by"], row["resolution"]) == ("nadia", "Ticket vu\nZ 12")
    (trace,) = station.rows("audit_entry")["audit_entry"]
    assert (trace["action"], trace["subject"]) == ("charge_resolved", LEASE)
    assert station.ask(charges_in_doubt) == ()


def test_a_resolved_payment_bears_the_moment_the_card_was_charged(station: Place) -> None:
    charge = begun(station)
    station.perform(settle(charge, "unknown"), actor=TENANT)
    station.perform(resolve(charge, paid=True), at=LATER)
    assert station.rows("payment")["payment"][0]["taken_at"] == NOW


def test_resolving_needs_a_reason_and_evidence(station: Place) -> None:
    charge = begun(station)
    station.perform(settle(charge, "unknown"), actor=TENANT)
    cases = [
        (resolve(charge, paid=True, reason=" "), "reason_missing"),
        (resolve(charge, paid=True, evidence=""), "evidence_missing"),
        (resolve("nothing", paid=True), "charge_unknown"),
    ]
    for command, code in cases:
        with pytest.raises(Refused, match=code):
            station.perform(command, at=LATER)
    assert state(station) == "unknown"


def test_a_charge_still_at_its_terminal_is_not_resolved_yet(station: Place) -> None:
    charge = begun(station)
    with pytest.raises(Refused, match="charge_in_progress"):
        station.perform(resolve(charge, paid=False), at=NOW + timedelta(minutes=9))
    station.perform(resolve(charge, paid=False), at=NOW + timedelta(minutes=11))
    assert state(station) == "resolved_not_paid"


def test_a_charge_is_resolved_once(central: Place) -> None:
    charge = begun(central)
    key = uuid4()
    central.perform(resolve(charge, paid=True), at=LATER, key=key)
    assert central.perform(resolve(charge, paid=True), at=LATER, key=key).status is Status.NOOP
    assert central.perform(resolve(charge, paid=True), at=LATER).warning == "charge_settled"
    assert payments(central) == [515_05]


def test_the_terminals_approval_wins_over_staff_who_thought_it_had_not_paid(central: Place) -> None:
    charge = begun(central)
    central.perform(resolve(charge, paid=False), at=LATER)
    done = central.perform(settle(charge), actor="device:counter-1")
    assert done.warning == "charge_settled_otherwise"
    assert done.result is not None
    assert payments(central) == [515_05]


@pytest.mark.parametrize(("first", "then"), [("approved", "declined"), ("declined", "approved")])
def test_a_terminal_that_contradicts_itself_changes_nothing_but_is_told(
    central: Place, first: str, then: str
) -> None:
    charge = begun(central)
    central.perform(settle(charge, first), actor=TENANT)
    before = central.rows()
    assert central.perform(settle(charge, then), actor=TENANT).warning == "charge_settled_otherwise"
    assert central.rows() == before


def test_staff_saw_it_paid_and_the_terminal_agrees_later(central: Place) -> None:
    charge = begun(central)
    central.perform(resolve(charge, paid=True), at=LATER)
    assert central.perform(settle(charge), actor="device:counter-1").status is Status.NOOP
    assert payments(central) == [515_05]


def test_station_and_central_make_the_same_rows(station: Place, central: Place) -> None:
    keys = [uuid4() for _ in range(4)]
    for place in (station, central):
        first = place.perform(start(periods=("2026-11",)), actor=TENANT, key=keys[0])
        assert first.result is not None
        place.perform(settle(first.result["charge_id"]), actor=TENANT, key=keys[1])
        second = place.perform(start(balance_seen_cents=515_05), actor=TENANT, key=keys[2])
        assert second.result is not None
        place.perform(resolve(second.result["charge_id"], paid=True), at=LATER, key=keys[3])
    here, there = station.rows(), central.rows()
    assert [row.pop("canonical") for row in here["receipt"]] == [None, None]
    assert len({row.pop("canonical") for row in there["receipt"]}) == 2
    assert here == there


outcomes = st.sampled_from(["approved", "declined", "cancelled", "not_sent", "unknown"])
steps = st.lists(st.one_of(outcomes, st.booleans()), max_size=5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=steps)
def test_whatever_terminal_and_staff_say_one_charge_is_one_payment_at_most(
    central: Place, told: list[str | bool]
) -> None:
    already = len(payments(central))
    charge = begun(central, cents=1_00, accept_credit=True)
    for word in told:
        if isinstance(word, bool):
            central.perform(resolve(charge, paid=word), at=LATER)
        else:
            central.perform(settle(charge, word), actor=TENANT)
    known = [word for word in told if word != "unknown"]
    paid = bool(known) and (known[0] in ("approved", True) or (known[0] is False and "approved" in known))
    assert len(payments(central)) - already == int(paid)
