"""What only central can do is answered at once, whatever else the station is busy with."""

import threading
from time import monotonic

import pytest

from desktop.station.station import Station
from desktop.sync.exchange import conversation
from tests.sync import laws
from tests.sync.fleet import Fleet
from tests.sync.test_undone import activated, another_lease


def account(station: Station, lease: str) -> bool:
    query = "SELECT 1 FROM tenant_account WHERE id = ?"
    return station.ask(
        lambda session: session.connection().exec_driver_sql(query, (lease,)).first() is not None
    )


def test_its_rows_come_along(fleet: Fleet) -> None:
    lease = another_lease(fleet)
    activated(fleet, lease)
    assert account(fleet.members["kiosk"].station, lease)


def test_it_does_not_wait_for_a_bootstrap_under_way(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "PATIENCE_SECONDS", 0.05)
    kiosk, lease = fleet.members["kiosk"].station, another_lease(fleet)
    begun, ended = threading.Event(), threading.Event()
    woken = list[None]()
    kiosk.wake = lambda: woken.append(None)

    def bootstrap() -> None:
        with kiosk._exchanging.conversation._talking:
            begun.set()
            ended.wait(20)

    thread = threading.Thread(target=bootstrap)
    thread.start()
    begun.wait(20)
    at = monotonic()
    assert activated(fleet, lease).result == {"account": lease}
    assert monotonic() - at < 5
    ended.set()
    thread.join()
    assert woken, "its rows come with the next exchange"
    laws.settle(fleet)
    assert account(kiosk, lease)


def test_it_does_not_begin_a_bootstrap(fleet: Fleet) -> None:
    kiosk, lease = fleet.members["kiosk"], another_lease(fleet)
    kiosk.station.replica.distrust()
    assert activated(fleet, lease).result == {"account": lease}
    assert kiosk.station.replica.cursor is None
    laws.settle(fleet)
    assert account(kiosk.station, lease)
