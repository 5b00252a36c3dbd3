"""A letter for central is read by central alone, and only for what it is about."""

import pytest

from desktop.errors import Invalid
from desktop.security import letterbox

PRIVATE = letterbox.private_key(b"p" * 32)
PUBLIC = letterbox.public_key(PRIVATE)
ABOUT = letterbox.about("device", b"k" * 16)


def test_a_letter_arrives() -> None:
    assert letterbox.open_(PRIVATE, letterbox.close(PUBLIC, b"secret", ABOUT), ABOUT) == b"secret"


def test_the_same_letter_never_looks_the_same() -> None:
    first, second = (letterbox.close(PUBLIC, b"secret", ABOUT) for _ in range(2))
    assert first != second
    assert b"secret" not in first


def test_a_restored_vault_opens_old_letters_and_another_vault_none() -> None:
    sealed = letterbox.close(PUBLIC, b"secret", ABOUT)
    assert letterbox.open_(letterbox.private_key(b"p" * 32), sealed, ABOUT) == b"secret"
    with pytest.raises(Invalid, match="letter_unreadable"):
        letterbox.open_(letterbox.private_key(b"q" * 32), sealed, ABOUT)


def test_a_letter_of_another_device_or_command_is_not_read() -> None:
    sealed = letterbox.close(PUBLIC, b"secret", ABOUT)
    for about in (letterbox.about("other", b"k" * 16), letterbox.about("device", b"l" * 16)):
        with pytest.raises(Invalid, match="letter_unreadable"):
            letterbox.open_(PRIVATE, sealed, about)


@pytest.mark.parametrize("at", [0, 1, 20, 40, -1])
def test_an_altered_letter_is_not_read(at: int) -> None:
    sealed = bytearray(letterbox.close(PUBLIC, b"secret", ABOUT))
    sealed[at] ^= 1
    with pytest.raises(Invalid, match="letter_unreadable"):
        letterbox.open_(PRIVATE, bytes(sealed), ABOUT)


@pytest.mark.parametrize("cut", [b"", b"\x01", b"\x01" + bytes(44)])
def test_half_a_letter_is_not_read(cut: bytes) -> None:
    with pytest.raises(Invalid, match="letter_unreadable"):
        letterbox.open_(PRIVATE, cut, ABOUT)


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(Invalid, match="letterbox_malformed"):
        letterbox.close(b"short", b"secret", ABOUT)
