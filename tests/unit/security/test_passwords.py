"""Passwords as they are kept."""

import unicodedata

import pytest
from argon2 import extract_parameters

from desktop.errors import StoreDamaged
from desktop.security.passwords import DUMMY_HASH, check_password, hash_password, is_password_hash

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


@pytest.mark.parametrize(
    "kept",
    [
        DUMMY_HASH.replace("m=19456", "m=1048576"),
        DUMMY_HASH.replace("t=2", "t=12"),
        DUMMY_HASH.replace("p=1", "p=8"),
        DUMMY_HASH.replace("v=19", "v=16"),
        DUMMY_HASH.replace("argon2id", "argon2i"),
        DUMMY_HASH.replace("m=19456", "m=019456"),
        DUMMY_HASH + "A" * 1_000_000,
        DUMMY_HASH + "\n",
        "$argon2id$",
    ],
)
def test_a_hash_that_is_not_of_our_form_is_never_verified(kept: str) -> None:
    assert not is_password_hash(kept)
    with pytest.raises(StoreDamaged):
        check_password(kept, PASSWORD)


def test_every_hash_made_here_is_of_our_form() -> None:
    assert all(map(is_password_hash, (DUMMY_HASH, hash_password(PASSWORD))))


@pytest.mark.parametrize("kept", ["x", "$argon2id$", "md5$1234"])
def test_a_damaged_hash_is_not_a_wrong_password(kept: str) -> None:
    with pytest.raises(StoreDamaged, match="password_hash_damaged"):
        check_password(kept, PASSWORD)
