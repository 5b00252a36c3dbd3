"""What each kind of station may hold."""

import pytest

from desktop.central.rows.shapes import COUNTER, KIOSK, Part, Shape, shape_of
from desktop.errors import NotAllowed
from desktop.models.everything import synced_tables

PARTS = [
    pytest.param(part, id=f"{shape.name} {part.table}") for shape in (COUNTER, KIOSK) for part in shape.parts
]


@pytest.mark.parametrize("part", PARTS)
def test_what_stays_at_central_may_be_missing_at_the_station(part: Part) -> None:
    columns = synced_tables()[part.table].c
    assert all(columns[name].nullable for name in part.hidden), part.hidden


@pytest.mark.parametrize("part", PARTS)
def test_every_part_carries_what_the_exchange_needs(part: Part) -> None:
    assert {"id", "scope", "ver"} <= set(part.columns)


@pytest.mark.parametrize("shape", [COUNTER, KIOSK])
def test_no_station_learns_who_looked_at_whose_file(shape: Shape) -> None:
    assert "audit_entry" not in {part.table for part in shape.parts}


def test_a_kiosk_knows_no_staff_and_no_activation_code() -> None:
    assert not {"staff", "activation_code"} & {part.table for part in KIOSK.parts}


def test_an_unknown_kind_of_station_receives_nothing() -> None:
    with pytest.raises(NotAllowed):
        shape_of("toaster")
