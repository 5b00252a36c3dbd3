"""Signing in at a kiosk, and staff who help when it is blocked."""

from datetime import timedelta
from functools import cache
from uuid import uuid4

import pytest
from sqlalchemy import delete

from desktop.errors import Invalid
from desktop.models.attempt import Attempt
from desktop.models.parameter import ParameterRow
from desktop.security.passwords import hash_password
from desktop.services.access.accounts import NoteSignIn, SignIn, UnlockAccount, check_sign_in
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW, account

PASSWORD = "Trois-Petits-Chats-62"


@cache
def hashed() -> str:
    return hash_password(PASSWORD)


@pytest.fixture
def kiosk(station: Place) -> Place:
    """A station that knows the household's account."""
    station.add(account(password_hash=hashed()))
    return station


def fail(place: Place, login: str, times: int, station: str = "kiosk-1") -> None:
    for _ in range(times):
        place.perform(NoteSignIn(login=login, succeeded=False), actor=f"device:{station}", device_id=station)


@pytest.mark.parametrize("login", [LEASE, "175 8000 0012", f" {LEASE} "])
def test_the_right_password_opens_the_account(kiosk: Place, login: str) -> None:
    signed = kiosk.ask(check_sign_in, login, PASSWORD, NOW)
    assert signed.outcome == "ok"
    assert (signed.account.lease_id, signed.account.last_name) == (LEASE, "EL AMRANI")


@pytest.mark.parametrize(("login", "password"), [(LEASE, "x"), (LEASE, ""), ("0", PASSWORD), ("", PASSWORD)])
def test_a_wrong_password_and_an_unknown_login_get_the_same_answer(
    kiosk: Place, login: str, password: str
) -> None:
    assert kiosk.ask(check_sign_in, login, password, NOW) == SignIn("mismatch")


def test_an_account_whose_password_never_came_here_does_not_open(station: Place) -> None:
    station.add(account(password_hash=None))
    assert station.ask(check_sign_in, LEASE, PASSWORD, NOW).outcome == "mismatch"


@pytest.mark.parametrize("login", [LEASE, "00000000000"])
def test_failures_slow_down_then_lock_and_the_right_password_no_longer_helps(
    kiosk: Place, login: str
) -> None:
    fail(kiosk, login, 2)
    assert kiosk.ask(check_sign_in, login, "x", NOW) == SignIn("mismatch", wait_seconds=20)
    fail(kiosk, login, 1)
    assert kiosk.ask(check_sign_in, login, PASSWORD, NOW) == SignIn("wait", wait_seconds=20)
    fail(kiosk, login, 7)
    assert kiosk.ask(check_sign_in, login, PASSWORD, NOW) == SignIn("locked", 3600)


@pytest.mark.parametrize(("login", "opens"), [(LEASE, "ok"), ("00000000000", "mismatch")])
def test_ten_failures_at_one_kiosk_close_that_one_for_an_hour_and_no_other(
    kiosk: Place, login: str, opens: str
) -> None:
    fail(kiosk, login, 10, "kiosk-2")
    assert kiosk.ask(check_sign_in, login, PASSWORD, NOW, "kiosk-2") == SignIn("locked", 3600)
    assert kiosk.ask(check_sign_in, login, PASSWORD, NOW, "kiosk-1").outcome == opens
    assert kiosk.ask(check_sign_in, login, PASSWORD, NOW + timedelta(hours=1), "kiosk-2").outcome == opens


@pytest.mark.parametrize(("login", "opens"), [(LEASE, "ok"), ("00000000000", "mismatch")])
def test_after_twenty_five_in_a_day_over_all_kiosks_the_password_no_longer_suffices_that_day(
    kiosk: Place, login: str, opens: str
) -> None:
    for station in range(25):
        fail(kiosk, login, 1, f"kiosk-{station}")
    assert kiosk.ask(check_sign_in, login, PASSWORD, NOW, "a new kiosk") == SignIn("locked", 24 * 3600)
    assert kiosk.ask(check_sign_in, login, PASSWORD, NOW + timedelta(days=1), "a new kiosk").outcome == opens
    kiosk.perform(UnlockAccount(lease_id=LEASE, reason="Vue à l'accueil"))
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW, "a new kiosk").outcome == "ok"


def test_who_signs_in_in_between_hides_no_guess_of_the_day(kiosk: Place) -> None:
    for station in range(25):
        fail(kiosk, LEASE, 1, f"kiosk-{station}")
        kiosk.perform(NoteSignIn(login=LEASE, succeeded=True), device_id=f"kiosk-{station}")
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW, "kiosk-1").outcome == "locked"


def test_failures_told_late_take_the_place_of_none_that_count(kiosk: Place) -> None:
    fail(kiosk, LEASE, 10, "kiosk-1")
    for hours in range(25, 55):
        kiosk.perform(
            NoteSignIn(login=LEASE, succeeded=False), device_id="stolen", at=NOW - timedelta(hours=hours)
        )
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW, "kiosk-1").outcome == "locked"
    (count,) = kiosk.rows("attempt")["attempt"]
    assert count["locked"]


def test_a_station_that_has_not_fetched_the_new_parameters_yet_lets_people_in(kiosk: Place) -> None:
    with kiosk.database.write() as session:
        session.execute(delete(ParameterRow).where(ParameterRow.key.startswith("sign_in_closed")))
        session.execute(delete(ParameterRow).where(ParameterRow.key.startswith("sign_in_most")))
    fail(kiosk, LEASE, 10)
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW, "kiosk-1") == SignIn("locked", 3600)
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW, "kiosk-2").outcome == "ok"


def test_a_lock_of_the_first_release_is_over(kiosk: Place) -> None:
    kiosk.add(
        Attempt(
            id=f"sign_in:{LEASE}",
            scope="AG01",
            failures=10,
            last_failure_at=NOW + timedelta(days=72 * 365),
            blocked_until=NOW + timedelta(days=72 * 365),
            locked=True,
            unlock_reason="",
        )
    )
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW, "kiosk-1").outcome == "ok"


def test_a_success_forgets_the_failures_before_it(kiosk: Place) -> None:
    fail(kiosk, LEASE, 4)
    kiosk.perform(NoteSignIn(login=LEASE, succeeded=True), actor=f"tenant:{LEASE}", device_id="kiosk-1")
    assert kiosk.rows("attempt")["attempt"][0]["failures"] == 0
    assert kiosk.rows("tenant_account")["tenant_account"][0]["last_sign_in_at"] == NOW
    assert kiosk.ask(check_sign_in, LEASE, "x", NOW) == SignIn("mismatch")


def test_a_success_elsewhere_does_not_open_what_staff_must_unlock(central: Place) -> None:
    fail(central, LEASE, 10)
    central.perform(NoteSignIn(login=LEASE, succeeded=True))
    assert central.rows("attempt")["attempt"][0]["locked"]


def test_what_a_failure_costs_is_answered(kiosk: Place) -> None:
    answers = [kiosk.perform(NoteSignIn(login=LEASE, succeeded=False)).result for _ in range(10)]
    assert answers[0] == {"wait_seconds": 0, "locked": False}
    assert answers[2] == {"wait_seconds": 20, "locked": False}
    assert answers[9]["locked"]  # type: ignore[index]


def test_staff_unlock_with_a_reason(kiosk: Place) -> None:
    fail(kiosk, LEASE, 10)
    with pytest.raises(Invalid, match="reason_missing"):
        kiosk.perform(UnlockAccount(lease_id=LEASE, reason="  "))
    kiosk.perform(UnlockAccount(lease_id=LEASE, reason="Vue à l'accueil, doigts gourds"))
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW).outcome == "ok"
    (trace,) = kiosk.rows("audit_entry")["audit_entry"]
    assert (trace["action"], trace["reason"]) == ("account_unlocked", "Vue à l'accueil, doigts gourds")


def test_a_login_of_any_length_is_counted_under_an_id_that_fits(kiosk: Place) -> None:
    fail(kiosk, "9" * 500, 1)
    assert len(kiosk.rows("attempt")["attempt"][0]["id"]) <= 60


def test_station_and_central_make_the_same_rows(station: Place, central: Place) -> None:
    commands = [
        NoteSignIn(login=LEASE, succeeded=False),
        NoteSignIn(login=LEASE, succeeded=False),
        UnlockAccount(lease_id=LEASE, reason="vue"),
        NoteSignIn(login="0", succeeded=False),
    ]
    for command in commands:
        key = uuid4()
        assert station.perform(command, key=key).result == central.perform(command, key=key).result
    assert station.rows() == central.rows()


def test_who_failed_while_the_clock_ran_ahead_does_not_wait_once_it_is_right(kiosk: Place) -> None:
    ahead = NOW + timedelta(days=365 * 72)
    for _ in range(5):
        kiosk.perform(NoteSignIn(login=LEASE, succeeded=False), actor="device:kiosk-1", at=ahead)
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, ahead).outcome == "wait"
    assert kiosk.ask(check_sign_in, LEASE, PASSWORD, NOW).outcome == "ok"
