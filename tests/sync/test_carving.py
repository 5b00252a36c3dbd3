"""Reading damaged pages: whatever the bytes say, nothing in them is believed, and nothing ends the search."""

import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.sync.journal.carving import records
from desktop.sync.journal.write_ahead import PAGE_BYTES

KEY, VECTOR = bytes(range(32)), bytes(16)
USABLE = PAGE_BYTES - 80
LONGEST_TEXT = b"\xff" * 9
"""A varint of SQLite at its largest: a text that would end 2^63 bytes further on."""


def page(cell: bytes) -> bytes:
    """A leaf page, the second of its file, with one cell at its end."""
    at = USABLE - 64
    head = struct.pack(">BHHHBH", 0x0D, 0, 1, at, 0, at)
    plain = head.ljust(at, b"\0") + cell.ljust(64, b"\0")
    cipher = Cipher(algorithms.AES(KEY), modes.CBC(VECTOR)).encryptor()
    return cipher.update(plain) + cipher.finalize() + VECTOR + bytes(64)


def cell(kinds: bytes, values: bytes) -> bytes:
    payload = bytes([len(kinds) + 1]) + kinds + values
    return bytes([len(payload), 7]) + payload


def found(one: bytes) -> list[object]:
    return list(records(bytes(PAGE_BYTES) + page(one), b"", KEY))


def test_a_row_is_read_where_it_stands() -> None:
    assert found(cell(b"\x01\x13", b"\x05abc")) == [(7, (5, "abc"))]


def test_a_length_beyond_all_memory_is_no_row() -> None:
    assert found(cell(LONGEST_TEXT + b"\x07", bytes(16))) == []
