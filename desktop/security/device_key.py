"""A station's identity: an Ed25519 key it makes itself, and the short proof it shows to central."""

from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop.errors import NotAllowed
from desktop.protocol.messages import UNREADABLE

ASSERTION_LIFE: Final = timedelta(minutes=2)
"""How long a station's proof may be used (RFC 7523 wants it short)."""

LONGEST_LIFE: Final = timedelta(minutes=5)
CLOCK_TOLERANCE: Final = timedelta(seconds=60)
_ALGORITHM = "EdDSA"
_LONGEST_ID = 80
_CLAIMS = ["iss", "sub", "aud", "iat", "exp", "jti"]


def new_device_key() -> bytes:
    """A fresh private key, 32 raw bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> bytes:
    """The public half, 32 raw bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, data: bytes) -> bytes:
    """The signature, 64 bytes; the same for the same data."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(data)


def verify(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether the private half signed exactly this; a key or signature of a wrong size proves nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def client_assertion(private: bytes, device_id: str, audience: str, now: datetime) -> str:
    """A signed, one-time statement of who the station is (private_key_jwt, RFC 7523, EdDSA)."""
    import jwt  # noqa: PLC0415 (takes 70 ms, which a station's first screen need not wait for)

    claims = {
        "iss": device_id,
        "sub": device_id,
        "aud": audience,
        "iat": int(now.timestamp()),
        "exp": int((now + ASSERTION_LIFE).timestamp()),
        "jti": token_urlsafe(16),
    }
    return jwt.encode(claims, Ed25519PrivateKey.from_private_bytes(private), algorithm=_ALGORITHM)


def claimed_device(assertion: str) -> str:
    """Who the statement says it is from, unproven: only to find the public key that can prove it.

    Raises NotAllowed: assertion_forged.
    """
    device_id = _decoded(assertion, options={"verify_signature": False}).get("sub")
    if not isinstance(device_id, str) or not device_id or "\0" in device_id:
        raise NotAllowed("assertion_forged")
    return device_id


def check_assertion(assertion: str, public: bytes, device_id: str, audience: str, now: datetime) -> str:
    """The statement's one-time id (`jti`): the caller accepts each of them once.

    Raises NotAllowed: assertion_forged (not this station, not for us, altered), assertion_too_long_lived,
    assertion_expired, clock_wrong (the station's clock is ahead, by `seconds`).
    """
    claims = _decoded(
        assertion,
        key=public,
        audience=audience,
        issuer=device_id,
        subject=device_id,
        # The times are held against the caller's clock below.
        options={"require": _CLAIMS, "strict_aud": True, "verify_exp": False, "verify_iat": False},
    )
    issued, expires, jti = claims["iat"], claims["exp"], claims["jti"]
    if not (isinstance(issued, int) and isinstance(expires, int) and isinstance(jti, str)):
        raise NotAllowed("assertion_forged")
    if not 0 < len(jti) <= _LONGEST_ID or "\0" in jti:
        raise NotAllowed("assertion_forged")
    _check_times(issued, expires, int(now.timestamp()))
    return jti


def _decoded(assertion: str, *, key: bytes | None = None, **checks: Any) -> dict[str, Any]:
    import jwt  # noqa: PLC0415 (as above)

    try:
        proof: Any = Ed25519PublicKey.from_public_bytes(key) if key is not None else ""
        claims: dict[str, Any] = jwt.decode(assertion, proof, algorithms=[_ALGORITHM], **checks)
    except (jwt.PyJWTError, *UNREADABLE, TypeError) as error:
        raise NotAllowed("assertion_forged") from error
    return claims


def _check_times(issued: int, expires: int, now: int) -> None:
    tolerance = int(CLOCK_TOLERANCE.total_seconds())
    if expires - issued > LONGEST_LIFE.total_seconds():
        raise NotAllowed("assertion_too_long_lived")
    if issued > now + tolerance:
        raise NotAllowed("clock_wrong", seconds=issued - now)
    if expires + tolerance <= now:
        raise NotAllowed("assertion_expired", seconds=now - expires)
