"""The second factor: a code that changes every 30 seconds and opens once (RFC 6238)."""

import hmac
from datetime import datetime
from typing import Final

import pyotp

STEP_SECONDS: Final = 30
_WINDOW = 1
"""The code of the step before or after is taken too: people type slowly and clocks differ (RFC 6238 §5.2)."""

_CLOCKS_DIFFER = 15 * 60 // STEP_SECONDS
"""So many steps one station may be ahead of another that checks the same factor."""


def new_secret() -> str:
    """A fresh secret of 160 bits, in base 32."""
    return pyotp.random_base32()


def uri(secret: str, name: str, issuer: str) -> str:
    """What an authenticator application scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def step_at(at: datetime) -> int:
    """The time step of a moment."""
    return int(at.timestamp()) // STEP_SECONDS


def matching_step(secret: str, code: str, at: datetime, last_step: int) -> int | None:
    """The time step this code belongs to, or None; whoever accepts it stores it as the next `last_step`.

    A step up to `last_step` was used, and its code opens no more: RFC 6238 §5.2 wants each code accepted
    once, which pyotp leaves to its caller.
    """
    typed = "".join(code.split()).encode()
    now = step_at(at)
    totp = pyotp.TOTP(secret, interval=STEP_SECONDS)
    steps = range(max(now - _WINDOW, believed_step(last_step, at) + 1), now + _WINDOW + 1)
    return next(
        (step for step in steps if hmac.compare_digest(totp.generate_otp(step).encode(), typed)), None
    )


def believed_step(step: int, at: datetime) -> int:
    """`step` as used up to `at`; one far beyond comes of a clock that ran ahead, and used none."""
    return step if step <= step_at(at) + _CLOCKS_DIFFER else 0
