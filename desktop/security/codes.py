"""One-time codes on paper: kept as digests only."""

import hashlib
import hmac
import secrets

from desktop.security.passwords import check_password, hash_password

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_PREFIX = "hmac$"


def keyed_digest(pepper: bytes, code: str) -> str:
    """The digest of a code that central knows: the same each time, and worth nothing without central's pepper."""
    return _PREFIX + hmac.new(pepper, code.encode(), hashlib.sha256).hexdigest()


def slow_digest(code: str) -> str:
    """The digest of a code made at a station, which has no pepper."""
    return hash_password(code)


def check_code(pepper: bytes, digest: str | None, code: str) -> bool:
    """Whether `code` is the one behind `digest`, of either kind; False when there is none."""
    if digest is not None and digest.startswith(_PREFIX):
        return hmac.compare_digest(digest, keyed_digest(pepper, code))
    return check_password(digest, code)


def one_time_code() -> str:
    """A code of 40 bits to be typed once, in two groups of four."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
