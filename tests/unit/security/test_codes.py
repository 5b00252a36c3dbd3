"""Short codes on paper, and their digests."""

import pytest

from desktop.errors import StoreDamaged
from desktop.rules.activation_code import ALPHABET
from desktop.security.codes import check_code, keyed_digest, one_time_code, slow_digest

PEPPER, OTHER = b"p" * 32, b"o" * 32
CODE = "2X38AZEGB7"


def test_a_code_opens_by_either_kind_of_digest() -> None:
    for digest in (keyed_digest(PEPPER, CODE), slow_digest(CODE)):
        assert check_code(PEPPER, digest, CODE)
        assert not check_code(PEPPER, digest, "2X38AZEGB8")
        assert CODE not in digest


def test_an_import_repeated_changes_no_digest_and_another_pepper_does() -> None:
    assert keyed_digest(PEPPER, CODE) == keyed_digest(PEPPER, CODE)
    assert not check_code(OTHER, keyed_digest(PEPPER, CODE), CODE)


def test_a_code_made_offline_needs_no_pepper() -> None:
    assert check_code(b"", slow_digest(CODE), CODE)


def test_no_code_opens_where_none_was_given() -> None:
    assert not check_code(PEPPER, None, CODE)
    assert not check_code(PEPPER, "", CODE)


def test_a_digest_of_no_known_kind_is_damage() -> None:
    with pytest.raises(StoreDamaged):
        check_code(PEPPER, "sha1$12", CODE)


def test_a_one_time_code_is_eight_signs_of_the_alphabet_in_two_groups() -> None:
    signs = iter(ALPHABET)
    assert one_time_code(lambda _alphabet: next(signs)) == "2345-6789"
    assert len({one_time_code() for _ in range(20)}) == 20
    assert all(set(one_time_code()) <= set(ALPHABET) | {"-"} for _ in range(20))
