"""What was booked although a rule stands against it waits for a person, and proves nothing until then."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.central import warnings as at_central
from desktop.errors import Invalid, Refused
from desktop.models.audit_entry import AuditEntry
from desktop.models.payment import Payment
from desktop.models.warning import WarningRow
from desktop.rules.ledger import Operation
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.catalogue import BY_KIND
from desktop.services.command import Command
from desktop.services.days import local_day
from desktop.services.ledger.ledger import ledger_of
from desktop.services.ledger.terms import decisions
from desktop.services.payments.payments import TakePayment
from desktop.services.warnings import (
    ANOTHER_LIFE,
    FOR_A_PERSON,
    SettleWarning,
    count_unsettled,
    unsettled,
)
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW, TODAY, entry, warning
from tests.unit.services.said import SmallLandlord
from tests.unit.services.test_permission import AGAINST_ACTORS

COUNTER = StationKind.COUNTER
TAKE, SETTLE = BY_KIND["payment.take"], BY_KIND["warning.settle"]
MANAGER, AGENT = f"staff:{Role.AGENCY_MANAGER}", f"staff:{Role.FRONT_DESK_AGENT}"
WORD = "Compté avec la caisse."


@pytest.fixture
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallLandlord]:
    made = SmallLandlord(tmp_path_factory.mktemp("warnings") / "central")
    yield made
    made.store.database.close()


def cash(lease_id: str, cents: int = 1_00, **said: object) -> TakePayment:
    told = {"means": "cash", "amount_cents": cents, "balance_seen_cents": 0, "accept_credit": True} | said
    return TakePayment(lease_id=lease_id, **told)


def said(landlord: SmallLandlord, command: Command, actor: str) -> tuple[int, str | None]:
    kind = SETTLE if isinstance(command, SettleWarning) else TAKE
    (result,) = landlord.hears(kind, [(command, actor)], COUNTER)
    return result.status, result.code


def rows(landlord: SmallLandlord) -> list[WarningRow]:
    """What it was warned of, save that its stations begin a life for each thing they say."""
    with landlord.store.database.read() as session:
        of_commands = select(WarningRow).where(WarningRow.code != ANOTHER_LIFE)
        return list(session.scalars(of_commands.order_by(WarningRow.code)))


def unproven(landlord: SmallLandlord, lease_id: str) -> list[bool]:
    with landlord.store.database.read() as session:
        found = session.scalars(select(Payment).where(Payment.lease_id == lease_id).order_by(Payment.id))
        return [payment.unproven for payment in found]


def test_cash_that_somebody_unknown_took_is_booked_and_waits_for_a_person(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    said(landlord, cash(lease.id, 450_00), "staff:nobody")
    (row,) = rows(landlord)
    facts = (row.code, row.actor, row.device_id, row.about_lease, row.amount_cents, row.means, row.state)
    assert facts == ("staff_unknown", "staff:nobody", "counter-1", lease.id, 450_00, "cash", "open")
    assert (row.scope, row.done_at, row.raised_at) == ("AG01", NOW, NOW)
    assert unproven(landlord, lease.id) == [True]


def test_cash_that_an_agent_took_raises_nothing_and_is_proven(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    said(landlord, cash(lease.id), AGENT)
    assert (rows(landlord), unproven(landlord, lease.id)) == ([], [False])


def test_cash_above_the_cap_is_a_warning_however_it_is_split(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    for cents in (600_00, 300_00, 200_00):
        said(landlord, cash(lease.id, cents), AGENT)
    (row,) = rows(landlord)
    assert (row.code, row.amount_cents) == ("cash_cap", 200_00)
    assert unproven(landlord, lease.id) == [False] * 3, "who took it is known: it is in the drawer"


def test_each_thing_that_stands_against_a_payment_is_a_warning_of_its_own(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    said(landlord, cash(lease.id, 1_200_00), "staff:nobody")
    assert [row.code for row in rows(landlord)] == ["cash_cap", "staff_unknown"]


def test_payments_booked_together_raise_what_payments_booked_alone_raise(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    actors = (AGENT, "staff:nobody", "", "staff:closed", MANAGER)
    landlord.hears(TAKE, [(cash(lease.id), actor) for actor in actors], COUNTER)
    together = sorted((row.code, row.actor) for row in rows(landlord))
    for actor in actors:
        landlord.hears(TAKE, [(cash(lease.id), actor)], COUNTER)
    assert sorted((row.code, row.actor) for row in rows(landlord)) == sorted(together * 2)
    assert sum(unproven(landlord, lease.id)) == 6


def test_the_manager_confirms_and_the_payment_counts(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    said(landlord, cash(lease.id), "staff:nobody")
    (row,) = rows(landlord)
    assert said(landlord, SettleWarning(warning_id=row.id, word=WORD), MANAGER) == (0, None)
    (row,) = rows(landlord)
    assert (row.state, row.word, row.settled_by, row.settled_at) == ("confirmed", WORD, MANAGER, NOW)
    assert unproven(landlord, lease.id) == [False]


def test_a_payment_counts_only_once_all_that_stands_against_it_is_settled(landlord: SmallLandlord) -> None:
    lease = landlord.lease("here")
    said(landlord, cash(lease.id, 1_200_00), "staff:nobody")
    first, second = rows(landlord)
    said(landlord, SettleWarning(warning_id=first.id, word=WORD), MANAGER)
    assert unproven(landlord, lease.id) == [True]
    said(landlord, SettleWarning(warning_id=second.id, word=WORD), MANAGER)
    assert unproven(landlord, lease.id) == [False]


def test_a_warning_on_a_lease_that_moved_is_settled_where_the_money_is(landlord: SmallLandlord) -> None:
    lease = landlord.lease("moved away")
    said(landlord, cash(lease.id), "staff:nobody")
    landlord.left(lease, NOW - timedelta(days=900))
    (row,) = rows(landlord)
    assert said(landlord, SettleWarning(warning_id=row.id, word=WORD), MANAGER) == (0, None)
    assert unproven(landlord, lease.id) == [False]


@pytest.mark.parametrize("who", [AGENT, f"staff:{Role.DATA_PROTECTION}", "staff:nobody", "device:counter-1"])
def test_nobody_but_the_agencys_manager_settles_at_a_counter(landlord: SmallLandlord, who: str) -> None:
    said(landlord, cash(landlord.lease("here").id), "staff:nobody")
    (row,) = rows(landlord)
    status, _code = said(landlord, SettleWarning(warning_id=row.id, word=WORD), who)
    assert (status, rows(landlord)[0].state) == (3, "open")


def test_nobody_settles_a_warning_about_what_they_did_themselves(landlord: SmallLandlord) -> None:
    said(landlord, cash(landlord.lease("here").id, 1_200_00), MANAGER)
    (row,) = rows(landlord)
    assert said(landlord, SettleWarning(warning_id=row.id, word=WORD), MANAGER) == (3, "own_warning")


def test_the_second_to_settle_hears_that_somebody_was_first(landlord: SmallLandlord) -> None:
    said(landlord, cash(landlord.lease("here").id), "staff:nobody")
    (row,) = rows(landlord)
    said(landlord, SettleWarning(warning_id=row.id, word=WORD), MANAGER)
    again = said(landlord, SettleWarning(warning_id=row.id, word="Autre chose."), MANAGER)
    assert (again, rows(landlord)[0].word) == ((2, "warning_settled"), WORD)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SettleWarning(warning_id="w1", word=" "), "word_missing"),
        (SettleWarning(warning_id="w1", word=WORD, decision="ignored"), "decision_unknown"),
        (SettleWarning(warning_id="w2", word=WORD), "warning_unknown"),
    ],
)
def test_a_decision_without_word_or_sense_is_refused(station: Place, command: Command, code: str) -> None:
    station.add(warning())
    with pytest.raises((Invalid, Refused), match=code):
        station.perform(command)


def test_a_counter_lists_what_waits_oldest_first(station: Place) -> None:
    later = warning("later", raised_at=NOW + timedelta(hours=1))
    station.add(later, warning("first"), warning("done", state="confirmed"))
    assert [each.id for each in station.ask(unsettled)] == ["first", "later"]
    assert station.ask(unsettled)[0].station == "AG01-C01"
    assert station.ask(count_unsettled) == 2


def test_a_term_that_an_unproven_payment_pays_has_no_rent_receipt(station: Place) -> None:
    paid = Payment(
        id="p1",
        scope="AG01",
        lease_id=LEASE,
        means="cash",
        amount_cents=515_05,
        tendered_cents=None,
        reference="",
        card_last4="",
        taken_at=NOW,
        device_id="counter-1",
        actor="staff:nobody",
        credit_cents=0,
        unproven=True,
    )
    line = entry(99, local_day(NOW).isoformat(), Operation.PAYMENT, -515_05, id="p1", payment_id="p1")
    station.add(paid, line)
    gate = station.ask(lambda session: decisions(session, ledger_of(session, LEASE), TODAY))
    found = {period: (each.kind.value, each.reason_code) for period, each in gate.items()}
    assert found["2026-09"] == ("rent_receipt", "fully_paid")
    assert found["2026-10"] == ("payment_receipt", "unproven")


def test_the_administrator_lists_and_settles_the_warnings_of_all_agencies(landlord: SmallLandlord) -> None:
    lease = landlord.lease("moved away")
    said(landlord, cash(lease.id, 450_00), "staff:nobody")
    (shown,) = [each for each in at_central.listed(landlord.store) if each.reason != ANOTHER_LIFE]
    assert (shown.agency, shown.station, shown.actor) == ("AG01", "AG01-counter", "staff:nobody")
    assert (shown.reason, shown.amount_cents, shown.lease) == ("staff_unknown", 450_00, lease.id)
    later = NOW + timedelta(hours=2)
    assert at_central.settle(landlord.store, shown.key[:8], WORD, "denise", later) == shown.key
    assert shown not in at_central.listed(landlord.store)
    assert unproven(landlord, lease.id) == [False]
    with landlord.store.database.read() as session:
        (trace,) = session.scalars(select(AuditEntry).where(AuditEntry.action == "warning_settled"))
    assert (trace.actor, trace.reason, trace.at) == ("administrator:denise", WORD, later)


@pytest.mark.parametrize(("key", "code"), [("", "warning_unknown"), ("ffff-", "warning_unknown")])
def test_the_administrator_names_one_that_waits(landlord: SmallLandlord, key: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        at_central.settle(landlord.store, key, WORD, "denise", NOW)


def test_a_station_that_lives_twice_is_told_of_once_for_each_life(landlord: SmallLandlord) -> None:
    for _ in range(3):
        said(landlord, cash(landlord.lease("here").id), AGENT)
    found = [each for each in at_central.listed(landlord.store) if each.reason == ANOTHER_LIFE]
    assert [(each.agency, each.station, each.actor, each.kind) for each in found] == [
        ("AG01", "AG01-counter", "", "")
    ] * 2
    assert said(landlord, SettleWarning(warning_id=found[0].key, word="Disque remplacé."), MANAGER) == (
        0,
        None,
    )


def test_all_that_may_stand_against_who_acts_is_for_a_person() -> None:
    assert AGAINST_ACTORS <= FOR_A_PERSON, "a new objection to an actor must be a warning somebody settles"
