"""The second factor."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest

from desktop.security.totp import STEP_SECONDS, matching_step, new_secret, uri

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # the one of RFC 6238, appendix B
NOW = datetime(2026, 11, 22, 9, 0, 10, tzinfo=UTC)
STEP = int(NOW.timestamp()) // STEP_SECONDS


def code_at(moment: datetime) -> str:
    return pyotp.TOTP(SECRET).at(moment)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (20000000000, "353130")],
)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert matching_step(SECRET, code, at, last_step=-1) == seconds // STEP_SECONDS


@pytest.mark.parametrize(("shift", "step"), [(-30, STEP - 1), (0, STEP), (30, STEP + 1)])
def test_a_code_a_step_early_or_late_is_taken(shift: int, step: int) -> None:
    assert matching_step(SECRET, code_at(NOW + timedelta(seconds=shift)), NOW, last_step=0) == step


@pytest.mark.parametrize("shift", [-60, 60])
def test_a_code_two_steps_away_is_not(shift: int) -> None:
    assert matching_step(SECRET, code_at(NOW + timedelta(seconds=shift)), NOW, last_step=0) is None


def test_no_code_opens_twice() -> None:
    code = code_at(NOW)
    step = matching_step(SECRET, code, NOW, last_step=0)
    assert step == STEP
    assert matching_step(SECRET, code, NOW, last_step=step) is None
    assert matching_step(SECRET, code_at(NOW - timedelta(seconds=30)), NOW, last_step=step) is None
    assert matching_step(SECRET, code_at(NOW + timedelta(seconds=30)), NOW, last_step=step) == STEP + 1


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "\u0661\u0662\u0663\u0664\u0665\u0666"])
def test_what_is_no_code_opens_nothing(code: str) -> None:
    assert matching_step(SECRET, code, NOW, last_step=0) is None


def test_a_code_typed_in_two_groups_is_read() -> None:
    code = code_at(NOW)
    assert matching_step(SECRET, f" {code[:3]} {code[3:]}", NOW, last_step=0) == STEP


def test_an_authenticator_is_told_everything_it_needs() -> None:
    secret = new_secret()
    address = urlsplit(uri(secret, "a.martin", "Guichet Habitat 62"))
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert parse_qs(address.query) == {"secret": [secret], "issuer": ["Guichet Habitat 62"]}
    assert len(secret) == 32
    assert secret != new_secret()


@pytest.mark.parametrize("ahead", [2**62, 72 * 365 * 24 * 120])
def test_a_step_noted_by_a_clock_that_ran_ahead_locks_nobody_out(ahead: int) -> None:
    assert matching_step(SECRET, code_at(NOW), NOW, last_step=STEP + ahead) == STEP
