"""Central's disk is full: it says so, stations keep what people do, and all arrives once there is room."""

from typing import Any

import pytest
from sqlalchemy import event

from desktop.errors import Offline
from tests.sync import laws
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, report_fault, take_cash

PLENTY = 2**31


def test_a_full_central_costs_nobody_anything(fleet: Fleet) -> None:
    west = fleet.members["west"]
    lease = a_lease(west.station)
    engine = fleet.central.store.database.engine
    room = {"pages": 0}

    def limit(connection: Any, *_: object) -> None:
        cursor = connection.cursor()
        now = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {room['pages'] or now}")

    event.listen(engine, "checkout", limit)
    for cents in range(1, 4):
        done = take_cash(west.station, lease, cents).result or {}
        west.paid[done["payment_id"]] = cents
        report_fault(west.station, lease, "L’évier fuit. " * 250)
    with pytest.raises(Offline) as failure:
        west.station.exchange()
    assert failure.value.code == "store_full"
    assert west.station.journal.waiting() == 6
    assert fleet.at_central("SELECT count(*) FROM payment") == [(0,)]
    laws.check_station(fleet, west)
    take_cash(west.station, lease, 5)
    room["pages"] = PLENTY
    laws.check_end(fleet)
    assert fleet.at_central("SELECT count(*) FROM payment") == [(4,)]
