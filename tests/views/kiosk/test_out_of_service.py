"""A kiosk that can do nothing says so, and where to go; it offers nothing that it would refuse."""

from dataclasses import replace

import pytest

from tests.views.kiosk.kit import Hall
from tests.views.kiosk.pages import KioskPages


@pytest.mark.parametrize("wrong", ["revoked", "storage_full"])
def test_who_came_to_pay_in_cash_is_sent_to_the_desk(kiosk: KioskPages, built: Hall, wrong: str) -> None:
    well = built.station.status()
    built.station.status = lambda: replace(well, **{wrong: True})
    kiosk.wait(3)
    assert "Cette borne est hors service." in kiosk.welcome.message
    assert "Allez au guichet : on peut y payer, en espèces aussi" in kiosk.welcome.message
    assert not kiosk.welcome.view.sign_in.isEnabled()
    assert "Hors service" in kiosk.words
    assert "Touchez" not in kiosk.words, "nothing here can be touched"
    built.station.status = lambda: well
    kiosk.wait(3)
    assert kiosk.welcome.message == ""
    assert kiosk.welcome.view.sign_in.isEnabled()
