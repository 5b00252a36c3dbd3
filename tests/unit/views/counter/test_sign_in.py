"""Who gets in at the counter, and what the others are told."""

from dataclasses import replace

import pytest

from desktop.errors import Refused, StoreFull
from desktop.services.access.staff import NoteStaffSignIn, StaffSignIn, check_staff_sign_in
from desktop.views.counter.sign_in.presenter import LastTry, SignInPresenter
from tests.unit.views.counter.desk import CLAIRE, IN_SYNC, Counter, FakeScreen


def door(answer: StaffSignIn, counter: Counter | None = None) -> tuple[Counter, SignInPresenter]:
    counter = counter or Counter(staff=None)
    counter.station.answers[check_staff_sign_in] = answer
    presenter = SignInPresenter(counter.parts, counter.guide)
    presenter.attach(FakeScreen())
    return counter, presenter


def test_the_right_password_and_code_open_the_counter_and_use_the_code_up() -> None:
    counter, presenter = door(StaffSignIn("ok", staff=CLAIRE, totp_step=59))
    presenter.login_edited("claire")
    presenter.submitted("secret", "123 456")
    counter.settle()
    assert counter.guide.welcomed == [CLAIRE]
    assert counter.station.performed == [
        (NoteStaffSignIn(login="claire", succeeded=True, totp_step=59), "staff:claire")
    ]


def test_a_wrong_try_is_noted_in_nobodys_name_and_costs_patience() -> None:
    counter, presenter = door(StaffSignIn("mismatch", 5))
    presenter.login_edited("claire")
    presenter.submitted("wrong", "123456")
    counter.settle()
    assert counter.station.performed == [(NoteStaffSignIn(login="claire", succeeded=False), "device:c1")]
    assert (presenter.state.answer, presenter.state.wait_seconds) == (LastTry.MISMATCH, 5)
    assert not presenter.state.may_try


@pytest.mark.parametrize(
    ("ahead_ms", "minutes"), [(0, 0), (30_000, 0), (-30_000, 0), (40_000, 1), (-90_000, -2), (600_000, 10)]
)
def test_a_clock_that_makes_codes_fail_is_told_at_the_door(ahead_ms: int, minutes: int) -> None:
    counter, presenter = door(StaffSignIn("mismatch"))
    counter.station.standing = replace(IN_SYNC, clock_ahead_ms=ahead_ms)
    presenter.open()
    counter.settle()
    assert presenter.state.clock_minutes == minutes


def test_the_wait_counts_down_and_then_lets_another_try_through() -> None:
    counter, presenter = door(StaffSignIn("wait", 2))
    presenter.login_edited("claire")
    presenter.submitted("secret", "123456")
    counter.settle()
    presenter.tick()
    assert (presenter.state.wait_seconds, presenter.state.answer) == (1, LastTry.WAIT)
    presenter.tick()
    assert (presenter.state.may_try, presenter.state.answer) == (True, LastTry.NONE)


def test_a_blocked_login_is_told_so_and_nothing_is_noted() -> None:
    counter, presenter = door(StaffSignIn("locked"))
    presenter.login_edited("claire")
    presenter.submitted("secret", "123456")
    counter.settle()
    assert presenter.state.answer is LastTry.BLOCKED
    assert counter.station.performed == []


def test_nothing_is_asked_before_all_three_are_typed() -> None:
    counter, presenter = door(StaffSignIn("ok", staff=CLAIRE, totp_step=1))
    presenter.login_edited("claire")
    presenter.submitted("secret", " ")
    assert counter.cache.waiting == 0
    assert presenter.state.answer is LastTry.INCOMPLETE


def test_a_second_try_while_the_first_is_checked_is_ignored() -> None:
    counter, presenter = door(StaffSignIn("ok", staff=CLAIRE, totp_step=1))
    presenter.login_edited("claire")
    presenter.submitted("secret", "123456")
    presenter.submitted("secret", "123456")
    assert counter.cache.waiting == 1


def test_a_code_used_a_moment_ago_opens_nothing() -> None:
    counter, presenter = door(StaffSignIn("ok", staff=CLAIRE, totp_step=1))
    counter.station.outcome = Refused("code_already_used")
    presenter.login_edited("claire")
    presenter.submitted("secret", "123456")
    counter.settle()
    assert counter.guide.welcomed == []
    assert presenter.state.answer is LastTry.MISMATCH


def test_a_full_disk_lets_nobody_in_and_says_why() -> None:
    counter, presenter = door(StaffSignIn("ok", staff=CLAIRE, totp_step=1))
    counter.station.outcome = StoreFull()
    presenter.login_edited("claire")
    presenter.submitted("secret", "123456")
    counter.settle()
    assert counter.guide.welcomed == []
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "store_full"


def test_a_locked_counter_knows_who_locked_it() -> None:
    _counter, presenter = door(StaffSignIn("mismatch"), Counter(staff=CLAIRE))
    assert (presenter.state.locked, presenter.state.login) == (True, "claire")


def test_someone_else_signs_the_first_one_out() -> None:
    counter, presenter = door(StaffSignIn("mismatch"), Counter(staff=CLAIRE))
    presenter.other_pressed()
    assert counter.guide.signed_out == 1


def test_before_the_first_rows_nobody_is_known_and_nobody_is_called_wrong() -> None:
    counter, presenter = door(StaffSignIn("mismatch", 5))
    counter.station.standing = replace(IN_SYNC, bootstrapped=False)
    presenter.open()
    counter.settle()
    presenter.login_edited("claire")
    presenter.submitted("secret", "123456")
    assert counter.cache.waiting == 0
    counter.station.standing = IN_SYNC
    presenter.refresh()
    counter.settle()
    assert presenter.state.may_try


def test_the_password_is_in_no_state() -> None:
    counter, presenter = door(StaffSignIn("mismatch", 1))
    screen = FakeScreen()
    presenter.attach(screen)
    presenter.login_edited("claire")
    presenter.submitted("very secret", "123456")
    counter.settle()
    assert not any("very secret" in repr(state) for state in screen.states)


def test_a_counter_that_was_offline_too_long_opens_once_central_answers() -> None:
    counter, presenter = door(StaffSignIn("offline_too_long"))
    presenter.login_edited("claire")
    presenter.submitted("secret", "123456")
    counter.settle()
    assert presenter.state.answer is LastTry.OFFLINE
    assert counter.station.performed == []
    for online, answer in ((False, LastTry.OFFLINE), (True, LastTry.NONE)):
        counter.station.standing = replace(IN_SYNC, online=online)
        presenter.refresh()
        counter.settle()
        assert presenter.state.answer is answer
