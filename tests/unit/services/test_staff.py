"""Staff sign in with password and one-time code, and leave a trace of the files they open."""

from datetime import timedelta
from functools import cache

import pyotp
import pytest

from desktop.errors import Invalid, Refused
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import STAFF_OFFLINE_HOURS
from desktop.security.passwords import hash_password
from desktop.services.access.staff import (
    NoteStaffSignIn,
    RecordView,
    StaffCard,
    StaffSignIn,
    check_staff_sign_in,
)
from desktop.services.command import Status
from desktop.services.days import local_day
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW, staff

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "Sept-Mots-Qui-Ne-Vont-Pas-62"
STEP = int(NOW.timestamp()) // 30


@cache
def hashed() -> str:
    return hash_password(PASSWORD)


def code(step: int = STEP) -> str:
    return pyotp.TOTP(SECRET).generate_otp(step)


@pytest.fixture
def counter(bare_station: Place) -> Place:
    """A counter that knows Nadia, and Paul who left."""
    bare_station.add(
        staff(password_hash=hashed(), totp_secret=SECRET),
        staff("paul", password_hash=hashed(), totp_secret=SECRET, active=False),
        staff("new", password_hash=hashed(), totp_secret=""),
    )
    return bare_station


@pytest.mark.parametrize(("login", "typed"), [("nadia", code()), (" Nadia ", f"{code()[:3]} {code()[3:]}")])
def test_password_and_code_together_open(counter: Place, login: str, typed: str) -> None:
    signed = counter.ask(check_staff_sign_in, login, PASSWORD, typed, NOW)
    assert signed == StaffSignIn(
        "ok", staff=StaffCard("nadia", "Nadia Lefèvre", "front_desk_agent", "AG01"), totp_step=STEP
    )


@pytest.mark.parametrize(
    ("login", "password", "typed"),
    [
        ("nadia", "x", code()),
        ("nadia", PASSWORD, "000000"),
        ("nadia", PASSWORD, code(STEP - 2)),
        ("nadia", PASSWORD, ""),
        ("nobody", PASSWORD, code()),
        ("paul", PASSWORD, code()),
        ("new", PASSWORD, code()),
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(
    counter: Place, login: str, password: str, typed: str
) -> None:
    assert counter.ask(check_staff_sign_in, login, password, typed, NOW) == StaffSignIn("mismatch")


def test_a_code_opens_once(counter: Place) -> None:
    counter.perform(NoteStaffSignIn(login="nadia", succeeded=True, totp_step=STEP))
    assert counter.ask(check_staff_sign_in, "nadia", PASSWORD, code(), NOW).outcome == "mismatch"
    assert counter.ask(check_staff_sign_in, "nadia", PASSWORD, code(STEP + 1), NOW).outcome == "ok"
    with pytest.raises(Refused, match="code_already_used"):
        counter.perform(NoteStaffSignIn(login="nadia", succeeded=True, totp_step=STEP))


def test_central_warns_of_a_code_that_opened_at_two_counters_and_never_steps_back(central: Place) -> None:
    steps = [STEP, STEP, STEP - 1]
    done = [central.perform(NoteStaffSignIn(login="nadia", succeeded=True, totp_step=step)) for step in steps]
    assert [each.warning for each in done] == [None, "code_already_used", "code_already_used"]
    assert central.rows("staff")["staff"][0]["totp_step"] == STEP


def test_a_step_that_a_clock_of_2099_left_locks_nobody_out(central: Place) -> None:
    central.add(staff("claire", password_hash=hashed(), totp_secret=SECRET, totp_step=STEP + 2**40))
    assert central.ask(check_staff_sign_in, "claire", PASSWORD, code(), NOW).outcome == "ok"
    noted = central.perform(NoteStaffSignIn(login="claire", succeeded=True, totp_step=STEP))
    assert noted.warning is None


def test_staff_who_fail_wait_then_are_locked(counter: Place) -> None:
    for _ in range(3):
        counter.perform(NoteStaffSignIn(login="nadia", succeeded=False))
    assert counter.ask(check_staff_sign_in, "nadia", PASSWORD, code(), NOW) == StaffSignIn("wait", 20)
    for _ in range(7):
        counter.perform(NoteStaffSignIn(login="nadia", succeeded=False))
    assert counter.ask(check_staff_sign_in, "nadia", PASSWORD, code(), NOW) == StaffSignIn("locked", 3600)
    elsewhere = counter.ask(check_staff_sign_in, "nadia", PASSWORD, code(), NOW, station="counter-2")
    assert elsewhere.outcome == "ok"


def test_a_success_forgets_the_failures_and_is_remembered(counter: Place) -> None:
    counter.perform(NoteStaffSignIn(login="nadia", succeeded=False))
    counter.perform(NoteStaffSignIn(login="Nadia", succeeded=True, totp_step=STEP))
    assert counter.rows("attempt")["attempt"][0]["failures"] == 0
    nadia = next(row for row in counter.rows("staff")["staff"] if row["id"] == "nadia")
    assert nadia["last_sign_in_at"] == NOW


def test_a_success_says_which_code_and_who(counter: Place) -> None:
    with pytest.raises(Invalid, match="totp_step_missing"):
        counter.perform(NoteStaffSignIn(login="nadia", succeeded=True))
    with pytest.raises(Refused, match="staff_unknown"):
        counter.perform(NoteStaffSignIn(login="nobody", succeeded=True, totp_step=STEP))


def test_opening_a_file_leaves_a_trace(counter: Place) -> None:
    assert counter.perform(RecordView(lease_id=LEASE)).status is Status.APPLIED
    counter.perform(RecordView(lease_id=LEASE))
    traces = counter.rows("audit_entry")["audit_entry"]
    assert [(row["action"], row["subject"], row["actor"]) for row in traces] == [
        ("lease_viewed", LEASE, "staff:nadia")
    ] * 2


def test_a_counter_that_has_not_heard_of_central_for_three_days_lets_nobody_in(counter: Place) -> None:
    def signed(hours: float) -> str:
        since = NOW - timedelta(hours=hours)
        return counter.ask(check_staff_sign_in, "nadia", PASSWORD, code(), NOW, since).outcome

    assert signed(72) == "ok"
    assert signed(72.01) == "offline_too_long"


def test_how_long_that_may_be_is_the_landlords_to_say(counter: Place) -> None:
    day = local_day(NOW)
    counter.add(
        ParameterRow(
            id=f"{STAFF_OFFLINE_HOURS}@{day}",
            scope="global",
            key=STAFF_OFFLINE_HOURS,
            valid_from=day,
            value=5,
            source="Choix du bailleur",
        )
    )
    since = NOW - timedelta(hours=6)
    signed = counter.ask(check_staff_sign_in, "nadia", PASSWORD, code(), NOW, since)
    assert signed == StaffSignIn("offline_too_long")


@pytest.mark.parametrize("step", [2**62, STEP + 11])
def test_a_step_that_is_still_to_come_locks_nobody_out(central: Place, step: int) -> None:
    with pytest.raises(Invalid, match="totp_step_wrong"):
        central.perform(NoteStaffSignIn(login="nadia", succeeded=True, totp_step=step))
    central.perform(NoteStaffSignIn(login="nadia", succeeded=True, totp_step=STEP + 1))
    assert central.rows("staff")["staff"][0]["totp_step"] == STEP + 1
