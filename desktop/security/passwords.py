"""Passwords as they are kept: Argon2id, never the words themselves."""

import re
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError, VerifyMismatchError

from desktop.errors import StoreDamaged
from desktop.rules.password import normalise_password

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's recommendation for modest machines (19 MiB, two passes): some 70 ms on a kiosk."""

DUMMY_HASH: Final = (
    "$argon2id$v=19$m=19456,t=2,p=1$rPdF7GDswQfRn+jsP2lkNw$cKNJUCEKUTYS0m4xXdLvxlmAeiAzH4KPiOBslMI1jbg"
)
"""What an unknown login is checked against, so that it takes as long as a known one."""


_OUR_FORM: Final = re.compile(r"\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}")
"""All that `hash_password` ever made. A hash names its own cost: another one could hold everybody up."""


def is_password_hash(kept: str) -> bool:
    """Whether this is a hash of exactly our form; nothing else is ever verified."""
    return _OUR_FORM.fullmatch(kept) is not None


def hash_password(password: str) -> str:
    """The Argon2id hash; the same accents typed on another keyboard are the same password."""
    return _hasher.hash(normalise_password(password))


def check_password(kept: str | None, password: str) -> bool:
    """Whether this password was hashed. Without a hash the answer is no, and takes as long.

    Raises StoreDamaged("password_hash_damaged").
    """
    if kept and not is_password_hash(kept):
        raise StoreDamaged("password_hash_damaged")
    try:
        _hasher.verify(kept or DUMMY_HASH, normalise_password(password))
    except VerifyMismatchError:
        return False
    except VerificationError as error:
        raise StoreDamaged("password_hash_damaged") from error
    return bool(kept)
