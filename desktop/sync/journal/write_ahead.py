"""The write-ahead file beside a database: which of its pages count, and whether some that did are damaged."""

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

PAGE_BYTES = 4096
_HEAD_BYTES = 32
_FRAME_HEAD_BYTES = 24
_FRAME_BYTES = _FRAME_HEAD_BYTES + PAGE_BYTES
_BIG_ENDIAN_SUMS = 0x377F0683
_MASK = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Frame:
    """One page as it was written; `commits` when it is the last of a transaction."""

    number: int
    commits: bool
    page: bytes


def frames(content: bytes) -> list[Frame]:
    """The pages of every transaction that was committed, oldest first, whether or not their sums hold."""
    found = list(_of_this_turn(content))
    last = max((index for index, frame in enumerate(found) if frame.commits), default=-1)
    return found[: last + 1]


def is_damaged(content: bytes) -> bool:
    """Whether transactions that were committed are not read any more: what comes after a wrong sum is not."""
    return _sound_frames(content) < len(frames(content))


def _of_this_turn(content: bytes) -> Iterator[Frame]:
    """Frames of earlier turns lie behind those that count, and bear other salts."""
    heads = [
        (at, *struct.unpack_from(">II8s", content, at))
        for at in range(_HEAD_BYTES, len(content) - _FRAME_BYTES + 1, _FRAME_BYTES)
    ]
    salts = _salts(content, [head[3] for head in heads])
    for at, number, commit, salt in heads:
        if salt == salts:
            yield Frame(number, commit > 0, content[at + _FRAME_HEAD_BYTES : at + _FRAME_BYTES])


def _salts(content: bytes, seen: list[bytes]) -> bytes:
    """Those of the head; when no frame bears them the head itself is damaged, and the first frames tell."""
    told = content[16:24]
    if told in seen or not seen:
        return told
    return Counter(seen[:3]).most_common(1)[0][0]


def _sound_frames(content: bytes) -> int:
    """How many frames SQLite reads: up to the first whose sum, which builds on all before it, is wrong."""
    if len(content) < _HEAD_BYTES:
        return 0
    order = ">" if struct.unpack_from(">I", content)[0] == _BIG_ENDIAN_SUMS else "<"
    sums = _summed(content[:24], (0, 0), order)
    if sums != struct.unpack_from(">II", content, 24):
        return 0
    count = 0
    for at in range(_HEAD_BYTES, len(content) - _FRAME_BYTES + 1, _FRAME_BYTES):
        sums = _summed(content[at : at + 8], sums, order)
        sums = _summed(content[at + _FRAME_HEAD_BYTES : at + _FRAME_BYTES], sums, order)
        if content[at + 8 : at + 16] != content[16:24] or sums != struct.unpack_from(">II", content, at + 16):
            break
        count += 1
    return count


def _summed(part: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = before
    for one, two in struct.iter_unpack(f"{order}II", part):
        first = (first + one + second) & _MASK
        second = (second + two + first) & _MASK
    return first, second
