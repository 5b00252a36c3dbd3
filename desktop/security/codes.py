"""Short codes on paper: kept as digests only, made to be typed once."""

import hashlib
import hmac
from collections.abc import Callable
from secrets import choice
from typing import Final

from desktop.rules.activation_code import ALPHABET
from desktop.security.passwords import check_password, hash_password

_PREFIX: Final = "hmac$"
_SIGNS = 8


def keyed_digest(pepper: bytes, code: str) -> str:
    """The digest of a code that central knows: always the same, and of no use without central's pepper."""
    return _PREFIX + hmac.new(pepper, code.encode(), hashlib.sha256).hexdigest()


def slow_digest(code: str) -> str:
    """The digest of a code made at a station, which has no pepper: Argon2id."""
    return hash_password(code)


def check_code(pepper: bytes, digest: str | None, code: str) -> bool:
    """Whether this code is behind the digest, of either kind; False when there is none, which takes as long.

    Raises StoreDamaged for a digest of no known kind.
    """
    keyed = digest is not None and digest.startswith(_PREFIX)
    slow = check_password(None if keyed else digest, code)
    return slow or hmac.compare_digest(digest or "", keyed_digest(pepper, code))


def one_time_code(choose: Callable[[str], str] = choice) -> str:
    """A code of 40 bits in two groups of four, for something that lasts minutes and opens once."""
    signs = "".join(choose(ALPHABET) for _ in range(_SIGNS))
    return f"{signs[:4]}-{signs[4:]}"
