"""Passwords as they are kept: Argon2id, never the words themselves."""

from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from desktop.errors import StoreDamaged
from desktop.rules.password import normalise_password

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's recommendation for modest machines (19 MiB, two passes): some 70 ms on a kiosk."""

DUMMY_HASH: Final = (
    "$argon2id$v=19$m=19456,t=2,p=1$rPdF7GDswQfRn+jsP2lkNw$cKNJUCEKUTYS0m4xXdLvxlmAeiAzH4KPiOBslMI1jbg"
)
"""What an unknown login is checked against, so that it takes as long as a known one."""


def hash_password(password: str) -> str:
    """The Argon2id hash; the same accents typed on another keyboard are the same password."""
    return _hasher.hash(normalise_password(password))


def check_password(kept: str | None, password: str) -> bool:
    """Whether this password was hashed. Without a hash the answer is no, and takes as long.

    Raises StoreDamaged("password_hash_damaged").
    """
    try:
        _hasher.verify(kept or DUMMY_HASH, normalise_password(password))
    except VerifyMismatchError:
        return False
    except (InvalidHashError, VerificationError) as error:
        raise StoreDamaged("password_hash_damaged") from error
    return bool(kept)


def needs_rehash(kept: str) -> bool:
    """Whether the hash was made with other settings than today's: hash again at the next sign-in."""
    return _hasher.check_needs_rehash(kept)
