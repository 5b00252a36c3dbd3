"""The second factor: a code that changes every 30 seconds, and opens once (RFC 6238)."""

from datetime import datetime

import pyotp

STEP_SECONDS = 30
_WINDOW = 1
"""A code of the step before or after is taken too: people type slowly and clocks differ."""


def new_secret() -> str:
    """A fresh secret of 160 bits, in base 32."""
    return pyotp.random_base32()


def uri(secret: str, name: str, issuer: str) -> str:
    """What an authenticator application scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def matching_step(secret: str, code: str, at: datetime, last_step: int) -> int | None:
    """The time step that `code` belongs to, or None. A step up to `last_step` was used: its code opens no more."""
    now = int(at.timestamp()) // STEP_SECONDS
    totp = pyotp.TOTP(secret)
    for step in range(now - _WINDOW, now + _WINDOW + 1):
        if step > last_step and totp.verify(code, for_time=step * STEP_SECONDS):
            return step
    return None
