"""Signing in at the kiosk, with or without the network."""

import pytest

from desktop.views.kiosk.sign_in.presenter import SignInPresenter
from tests.unit.services.rows import LEASE
from tests.unit.views.kiosk.conftest import Companion, Opened
from tests.views.kiosk.kit import PASSWORD, Hall


@pytest.fixture
def sign_in(opened: Opened) -> SignInPresenter:
    return opened(SignInPresenter)


def attempt(sign_in: SignInPresenter, kiosk: Hall, password: str, number: str = LEASE) -> None:
    sign_in.number_typed(number)
    sign_in.password_typed(password)
    sign_in.sign_in_pressed()
    kiosk.settle()


@pytest.mark.parametrize("online", [True, False])
def test_the_right_password_leads_home(
    sign_in: SignInPresenter, kiosk: Hall, guide: Companion, online: bool
) -> None:
    kiosk.station.online = online
    attempt(sign_in, kiosk, PASSWORD, "175 8000 0012")
    assert guide.places == ["home"]
    assert guide.visit.account.last_name == "EL AMRANI"
    assert sign_in.state.password == ""


@pytest.mark.parametrize(("number", "missing"), [("", "lease_number"), (LEASE, "password")])
def test_an_empty_entry_is_named_and_costs_no_try(
    sign_in: SignInPresenter, kiosk: Hall, number: str, missing: str
) -> None:
    attempt(sign_in, kiosk, "", number)
    assert (sign_in.state.missing, sign_in.state.outcome) == (missing, "")
    assert kiosk.station.journal.waiting() == 0


@pytest.mark.parametrize("number", [LEASE, "00000000000"])
def test_failures_cost_time_then_lock_whether_the_account_exists_or_not(
    sign_in: SignInPresenter, kiosk: Hall, guide: Companion, number: str
) -> None:
    seen = []
    for _ in range(10):
        attempt(sign_in, kiosk, "wrong", number)
        seen.append(sign_in.state.outcome)
        kiosk.clock.wait(min(sign_in.state.wait_seconds, 900) + 1)
        sign_in.show(wait_seconds=0)
    assert set(seen) == {"mismatch"}
    attempt(sign_in, kiosk, PASSWORD, number)
    assert sign_in.state.outcome == "locked"
    assert 0 < sign_in.state.wait_seconds <= 3600 - 900
    assert guide.places == []


def test_a_lock_is_over_when_its_time_is(sign_in: SignInPresenter, kiosk: Hall, guide: Companion) -> None:
    sign_in.show(outcome="locked", wait_seconds=2)
    sign_in.tick()
    assert not sign_in.state.may_try
    sign_in.tick()
    assert (sign_in.state.may_try, sign_in.state.outcome) == (True, "")


def test_while_one_must_wait_a_touch_is_ignored(sign_in: SignInPresenter, kiosk: Hall) -> None:
    for _ in range(3):
        attempt(sign_in, kiosk, "wrong")
    assert sign_in.state.wait_seconds > 0
    before = kiosk.station.journal.waiting()
    attempt(sign_in, kiosk, PASSWORD)
    assert kiosk.station.journal.waiting() == before
    left = sign_in.state.wait_seconds
    sign_in.tick()
    assert sign_in.state.wait_seconds == left - 1


def test_another_number_may_be_tried_after_a_lock(sign_in: SignInPresenter) -> None:
    sign_in.show(outcome="locked", wait_seconds=3600)
    sign_in.number_typed("10350000028")
    assert sign_in.state.may_try
