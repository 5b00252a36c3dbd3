"""What each kind of station may hold."""

import pytest
from sqlalchemy import text

from desktop.central.rows.shapes import Part, Shape, shape_of
from desktop.central.store import Store
from desktop.errors import NotAllowed
from desktop.models.activation_code import ActivationCode
from desktop.models.attempt import Attempt
from desktop.models.belonging import LEASE_BY_ID, Urgency
from desktop.models.everything import synced_entities, synced_tables
from desktop.models.tenant_account import TenantAccount
from desktop.rules.station_kind import StationKind

HIDDEN = {
    StationKind.COUNTER: {"tenant_account.password_hash", "activation_code.digest", "staff.since"},
    StationKind.KIOSK: {
        "lease.debit_day",
        "lease.iban",
        "lease.bic",
        "lease.mandate_reference",
        "lease.mandate_signed_on",
    },
    StationKind.BOARD: set(),
}
"""Whoever lets a column out, or keeps one in, says so here on purpose."""

NOBODY_IS_SERVED_WITHOUT = {
    *("agency", "landlord", "parameter", "device", "staff", "dwelling", "tenant", "lease"),
    *("tenant_account", "activation_code", "attempt"),
}

SHAPES = [shape_of(kind) for kind in StationKind]
PARTS = [pytest.param(part, id=f"{shape.name} {part.table}") for shape in SHAPES for part in shape.parts]


@pytest.mark.parametrize("kind", StationKind)
def test_these_columns_and_no_others_stay_at_central(kind: StationKind) -> None:
    hidden = {f"{part.table}.{name}" for part in shape_of(kind).parts for name in part.hidden}
    assert hidden == HIDDEN[kind]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_carries_what_the_exchange_needs(part: Part) -> None:
    assert {"id", "scope", "ver"} <= set(part.columns)


@pytest.mark.parametrize("part", PARTS)
def test_every_condition_is_one_that_central_can_ask(part: Part, store: Store) -> None:
    with store.database.read() as session:
        session.execute(text(f"SELECT id FROM {part.table} WHERE {part.only or 'true'}"))


@pytest.mark.parametrize("shape", SHAPES)
def test_no_station_learns_who_looked_at_whose_file(shape: Shape) -> None:
    assert {"audit_entry", "former_post"}.isdisjoint(part.table for part in shape.parts)


def test_a_kiosk_knows_no_staff_and_no_activation_code() -> None:
    assert not {"staff", "activation_code"} & {part.table for part in shape_of("kiosk").parts}


def test_a_counter_holds_all_of_its_agency_save_who_left_and_stations_sent_away() -> None:
    partly = {part.table: part.only for part in shape_of("counter").parts if part.only}
    assert partly == {"staff": "active", "device": "NOT revoked"}


def test_a_kiosk_holds_no_whole_table_of_anybodys_files() -> None:
    whole = {part.table for part in shape_of("kiosk").parts if not part.only}
    assert whole == {"agency", "landlord", "ledger_night", "parameter", "tenant_account"}


def test_a_shape_has_another_name_as_soon_as_it_holds_something_else() -> None:
    names = [shape.name for shape in SHAPES]
    assert len({name.partition(".")[2] for name in names}) == len(names)
    assert all(name.startswith(f"{kind}.") for name, kind in zip(names, StationKind, strict=True))


def test_an_unknown_kind_of_station_receives_nothing() -> None:
    with pytest.raises(NotAllowed):
        shape_of("toaster")


def test_every_table_that_travels_is_held_by_a_station_or_says_why_not() -> None:
    held = {part.table for shape in SHAPES for part in shape.parts}
    assert set(synced_tables()) - held == {"audit_entry", "former_post"}


def test_what_nobody_is_served_without_comes_first_and_the_ledger_last() -> None:
    urgency = {table: entity.belonging.urgency for table, entity in synced_entities().items()}
    late = {table for table in NOBODY_IS_SERVED_WITHOUT if urgency[table] is not Urgency.FIRST}
    assert late == set()
    assert {table for table, when in urgency.items() if when is Urgency.LAST} == {"ledger_entry"}


def test_failures_at_the_door_and_on_the_letter_follow_their_lease() -> None:
    assert Attempt.belonging.owner.ids("L1") == ["sign_in:L1", "activation:L1"]
    assert TenantAccount.belonging.owner == ActivationCode.belonging.owner == LEASE_BY_ID
