"""Passwords as they are kept."""

import unicodedata

import pytest
from argon2 import PasswordHasher, extract_parameters

from desktop.errors import StoreDamaged
from desktop.security.passwords import DUMMY_HASH, check_password, hash_password, needs_rehash

PASSWORD = "Vélo7!chaise é"


def test_a_password_opens_and_another_does_not() -> None:
    kept = hash_password(PASSWORD)
    assert check_password(kept, PASSWORD)
    assert not check_password(kept, PASSWORD + " ")
    assert not check_password(kept, PASSWORD.lower())
    assert not check_password(kept, "")


def test_accents_composed_by_another_keyboard_open_too() -> None:
    assert check_password(hash_password(PASSWORD), unicodedata.normalize("NFD", PASSWORD))


def test_the_same_password_is_never_kept_the_same_way() -> None:
    assert hash_password(PASSWORD) != hash_password(PASSWORD)
    assert PASSWORD not in hash_password(PASSWORD)


@pytest.mark.parametrize("kept", [None, ""])
@pytest.mark.parametrize("password", ["", "x", PASSWORD])
def test_a_login_without_a_password_opens_for_nobody(kept: str | None, password: str) -> None:
    assert not check_password(kept, password)


def test_an_unknown_login_costs_the_same_work_as_a_known_one() -> None:
    assert extract_parameters(DUMMY_HASH) == extract_parameters(hash_password(PASSWORD))
    assert not needs_rehash(DUMMY_HASH)


def test_a_hash_of_weaker_settings_is_made_again() -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    assert check_password(weak, PASSWORD)
    assert needs_rehash(weak)
    assert not needs_rehash(hash_password(PASSWORD))


@pytest.mark.parametrize("kept", ["x", "$argon2id$", "md5$1234"])
def test_a_damaged_hash_is_not_a_wrong_password(kept: str) -> None:
    with pytest.raises(StoreDamaged, match="password_hash_damaged"):
        check_password(kept, PASSWORD)
