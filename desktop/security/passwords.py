"""Passwords as they are kept: Argon2id, never the words themselves."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's recommendation for modest machines: some 70 ms on a kiosk."""


def hash_password(password: str) -> str:
    """The Argon2id hash of `password`; two people typing the same accents differently get the same password."""
    return _hasher.hash(_normal(password))


def check_password(kept: str | None, password: str) -> bool:
    """Whether `password` is the one that was hashed. Without a hash it takes as long, and answers no."""
    try:
        return _hasher.verify(kept or _hash_of_nobody(), _normal(password)) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def needs_rehash(kept: str) -> bool:
    """Whether `kept` was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(kept)


@cache
def _hash_of_nobody() -> str:
    return _hasher.hash("nobody signs in with this")


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
