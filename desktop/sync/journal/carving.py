"""Reads rows straight out of the pages of a damaged SQLCipher file, asking nothing of its structure.

A flipped bit garbles 32 bytes of one page; SQLite then gives up the page and all that hangs below it. Here
each leaf page is deciphered and read on its own, a garbled one wherever a row might begin. What is
found must prove itself: nothing in here is trusted.
"""

import hashlib
import hmac
import struct
from collections.abc import Iterable, Iterator

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.sync.journal.write_ahead import PAGE_BYTES, frames

Value = int | float | str | bytes | None
Record = tuple[Value, ...]

_SALT_BYTES, _HEAD_BYTES = 16, 100
_IV_BYTES, _RESERVED = 16, 80
_USABLE = PAGE_BYTES - _RESERVED
_LEAF, _MOST_CELLS = 0x0D, 500
_FEW_PAGES = 64
_LONGEST = 64 * 1024 * 1024
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def records(content: bytes, ahead: bytes, key: bytes) -> Iterator[tuple[int, Record]]:
    """Every row with its number, from the file and then from the write-ahead file, oldest first."""
    whole = range(0, len(content) - PAGE_BYTES + 1, PAGE_BYTES)
    raw = [(at // PAGE_BYTES + 1, content[at : at + PAGE_BYTES]) for at in whole]
    stored = [(number, _deciphered(page, number, key)) for number, page in raw]
    later = frames(ahead)
    written = [(frame.number, _deciphered(frame.page, frame.number, key)) for frame in later]
    garbled = _garbled([*raw, *((frame.number, frame.page) for frame in later)], content[:_SALT_BYTES], key)
    before, newest = dict(stored), dict(stored) | dict(written)
    for index, (number, page) in enumerate([*stored, *written]):
        start = _HEAD_BYTES if number == 1 else 0
        for cell in range(start + 8, _USABLE) if index in garbled else _cells(page, start):
            # A row that is too long for its page goes on elsewhere: in the newest pages, or still in the old.
            for elsewhere in (newest, before):
                row = _row(page, cell, elsewhere)
                if row is not None:
                    yield row
                    break


def _garbled(pages: list[tuple[int, bytes]], salt: bytes, key: bytes) -> set[int]:
    """Which of these pages bear a wrong proof; none when nearly all do, as the salt itself is then wrong."""
    mixed = bytes(byte ^ 0x3A for byte in salt)
    proof_key = hashlib.pbkdf2_hmac("sha512", key, mixed, 2, 32)
    wrong = set()
    for index, (number, page) in enumerate(pages):
        signed = page[_SALT_BYTES if number == 1 else 0 : _USABLE + _IV_BYTES] + struct.pack("<I", number)
        if hmac.digest(proof_key, signed, "sha512") != page[_USABLE + _IV_BYTES :]:
            wrong.add(index)
    few = len(wrong) < len(pages) if len(pages) < _FEW_PAGES else len(wrong) * 2 < len(pages)
    return wrong if few else set()


def _deciphered(page: bytes, number: int, key: bytes) -> bytes:
    """The page as SQLite would see it; the first begins with the salt in place of 16 known bytes."""
    start = _SALT_BYTES if number == 1 else 0
    vector = page[_USABLE : _USABLE + _IV_BYTES]
    plain = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return bytes(start) + plain.update(page[start:_USABLE]) + plain.finalize()


def _cells(page: bytes, start: int) -> Iterable[int]:
    """Where the rows of a leaf page begin."""
    count = min(struct.unpack_from(">H", page, start + 3)[0], _MOST_CELLS) if page[start] == _LEAF else 0
    pointers = page[start + 8 : start + 8 + 2 * count]
    return [at for (at,) in struct.iter_unpack(">H", pointers[: len(pointers) // 2 * 2]) if 8 < at < _USABLE]


def _row(page: bytes, cell: int, elsewhere: dict[int, bytes]) -> tuple[int, Record] | None:
    try:
        size, at = _varint(page, cell)
        row_id, at = _varint(page, at)
        if not 2 <= size <= _LONGEST:
            return None
        payload = _payload(page, at, size, elsewhere)
        return (row_id, _record(payload)) if len(payload) == size else None
    except (IndexError, KeyError, OverflowError, ValueError, struct.error):
        return None


def _payload(page: bytes, at: int, size: int, elsewhere: dict[int, bytes]) -> bytes:
    most = _USABLE - 35
    if size <= most:
        return page[at : at + size]
    least = (_USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (_USABLE - 4)
    here = here if here <= most else least
    parts, left = [page[at : at + here]], size - here
    (following,) = struct.unpack_from(">I", page, at + here)
    while left > 0:
        further = elsewhere[following]
        parts.append(further[4 : 4 + min(left, _USABLE - 4)])
        left -= len(parts[-1])
        (following,) = struct.unpack_from(">I", further)
    return b"".join(parts)


def _record(payload: bytes) -> Record:
    head, at = _varint(payload, 0)
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in {0, 8, 9}:
        return (None if kind == 0 else kind - 8), at
    if kind in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind < 12:
        raise ValueError("no such kind of value")
    end = at + (kind - 12) // 2
    part = payload[at:end]
    return (part.decode() if kind % 2 else part), end


def _varint(page: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(8):
        byte = page[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | page[at + 8], at + 9
