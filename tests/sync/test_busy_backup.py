"""A backup that was proven is said to be safe, even if central is busy just then."""

import threading
import time

import pytest

from desktop.central.backups import prove
from desktop.central.database import postgres
from desktop.central.database.agency_write import agency_write
from tests.sync.fleet import AGENCY, Fleet
from tests.sync.test_backups import backed_up
from tests.sync.visits import a_lease, take_cash


@pytest.mark.parametrize("fleet", ["postgresql"], indirect=True)
def test_a_proof_waits_for_whoever_writes(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    take_cash(fleet.members["west"].station, a_lease(fleet.members["west"].station), 500)
    fleet.members["west"].station.exchange()
    monkeypatch.setattr(postgres, "LOCK_SECONDS", 1)
    tried, writing = threading.Event(), threading.Event()
    real = prove._say_safe

    def noted(*asked: object) -> dict[str, int]:
        try:
            return real(*asked)  # type: ignore[arg-type]
        finally:
            tried.set()

    def write() -> None:
        with agency_write(fleet.central.store.database, {AGENCY}):
            writing.set()
            tried.wait(10)

    monkeypatch.setattr(prove, "_say_safe", noted)
    writer = threading.Thread(target=write)
    writer.start()
    writing.wait(10)
    started = time.monotonic()
    backed_up(fleet)
    writer.join()
    assert time.monotonic() - started >= 1
    [(durable, ver)] = fleet.at_central(f"SELECT durable_ver, ver FROM scope WHERE id = '{AGENCY}'")
    assert durable == ver
