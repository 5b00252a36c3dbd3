"""What the rows of a table add up to, bucket by bucket: the same sums on a station and on central."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any
from zlib import crc32

import msgspec

BUCKETS = 256
_MODULUS = 2**64
_encode = msgspec.msgpack.Encoder().encode


def bucket_of(row_id: str) -> int:
    """The bucket, 0 to BUCKETS - 1, that the row with this id falls into."""
    return crc32(row_id.encode()) & (BUCKETS - 1)


def add_up(rows: Iterable[tuple[Any, ...]]) -> list[int]:
    """Per bucket the sum of its rows' digests, whatever their order; each row begins with its id."""
    sums = [0] * BUCKETS
    for row in rows:
        digest = blake2b(_encode(row), digest_size=8).digest()
        sums[crc32(row[0].encode()) & (BUCKETS - 1)] += int.from_bytes(digest, "big")
    return [total % _MODULUS for total in sums]
