"""A fault in the numbering is loud and passes: no second receipt of a number is kept, no money is lost."""

import pytest

from desktop.services.payments.booking import Booking
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import Fleet
from tests.sync.test_backups import pay


@ON_BOTH
def test_a_payment_that_would_bear_anothers_number_waits_and_is_booked_once_that_is_mended(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    west = fleet.members["west"]
    with monkeypatch.context() as mistake:
        mistake.setattr(Booking, "_next_canonical", lambda *_: "AG02-2026-000001")
        for cents in range(100, 106):
            pay(west, cents)
        west.station.exchange()
    assert fleet.at_central("SELECT canonical FROM receipt") == [("AG02-2026-000001",)]
    assert "broke its service" in caplog.text
    laws.settle(fleet)
    laws.check_end(fleet)
    numbers = [number for (number,) in fleet.at_central("SELECT canonical FROM receipt ORDER BY canonical")]
    assert numbers == [f"AG02-2026-{number:06d}" for number in range(1, 7)]
