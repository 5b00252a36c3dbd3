"""Whoever manages an agency lets a colleague in again who locked themselves out."""

from datetime import timedelta

import pytest

from desktop.errors import Invalid, Refused
from desktop.services.access.staff import NoteStaffSignIn, check_staff_sign_in
from desktop.services.access.staff_locks import LockedStaff, UnlockStaff, locked_staff
from tests.unit.services.conftest import Place
from tests.unit.services.rows import NOW, staff


@pytest.fixture
def locked(bare_station: Place) -> Place:
    """A counter where Nadia is locked out, as is a login that nobody has."""
    bare_station.add(
        staff(), staff("marc", role="agency_manager"), staff("paul", active=False), staff("hélène.roy")
    )
    for login in ("NADIA", "nobody", "paul"):
        for _ in range(10):
            bare_station.perform(NoteStaffSignIn(login=login, succeeded=False))
    return bare_station


def test_only_those_who_work_there_are_shown(locked: Place) -> None:
    assert locked.ask(locked_staff, NOW) == (LockedStaff("nadia", "Nadia Lefèvre", NOW),)


def test_who_may_try_again_is_shown_no_more(locked: Place) -> None:
    assert locked.ask(locked_staff, NOW + timedelta(hours=1)) == ()


def test_who_is_let_in_again_may_try_with_the_same_password(locked: Place) -> None:
    assert locked.ask(check_staff_sign_in, "nadia", "x", "1", NOW).outcome == "locked"
    locked.perform(UnlockStaff(login="nadia", reason="Elle est devant moi."))
    assert locked.ask(locked_staff, NOW) == ()
    assert locked.ask(check_staff_sign_in, "nadia", "x", "1", NOW).outcome == "mismatch"
    traces = [
        each for each in locked.rows("audit_entry")["audit_entry"] if each["action"] == "staff_unlocked"
    ]
    assert [(each["subject"], each["reason"]) for each in traces] == [("nadia", "Elle est devant moi.")]


def test_without_a_reason_nobody_is_let_in(locked: Place) -> None:
    with pytest.raises(Invalid, match="reason_missing"):
        locked.perform(UnlockStaff(login="nadia", reason="  "))
    with pytest.raises(Refused, match="staff_unknown"):
        locked.perform(UnlockStaff(login="nobody", reason="Vu."))


def test_a_login_typed_with_accents_or_without_is_one_count_and_one_person(locked: Place) -> None:
    for typed in ("Hélène.Roy", "helene.roy", "HELENE.ROY"):
        for _ in range(4):
            locked.perform(NoteStaffSignIn(login=typed, succeeded=False))
    assert [each.login for each in locked.ask(locked_staff, NOW)] == ["hélène.roy", "nadia"]
