"""Frames on the wire: each msgpack, headed by its length, all in one zstd stream."""

from collections.abc import Iterable, Iterator

import msgspec
import zstandard

from desktop.errors import Nonsense, Refused
from desktop.protocol.messages import UNREADABLE, End, Frame

MAX_ANSWER_BYTES = 64 * 1024 * 1024
"""What a station unpacks of one answer; a longer one is none."""

MOST_SENT_BYTES = MAX_ANSWER_BYTES // 2
"""What central packs into one answer: anything longer it says in several, or as a snapshot."""

_MORSEL_BYTES = 1024
"""So little is unpacked at once: it becomes 32 MiB at most, whatever it is."""

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Frame)
_LENGTH_BYTES = 4


class AnswerTooBig(Refused):
    """More than one answer may hold."""

    def __init__(self) -> None:
        super().__init__("answer_too_big")


def pack(frames: Iterable[Frame]) -> bytes:
    """All frames as one compressed body. Raises AnswerTooBig beyond MOST_SENT_BYTES."""
    compressor = zstandard.ZstdCompressor(level=1).compressobj()
    parts, size = [], 0
    for frame in frames:
        data = _encoder.encode(frame)
        size += len(data)
        if size > MOST_SENT_BYTES:
            raise AnswerTooBig
        parts.append(compressor.compress(len(data).to_bytes(_LENGTH_BYTES, "big") + data))
    parts.append(compressor.flush())
    return b"".join(parts)


def unpack(body: bytes) -> Iterator[Frame]:
    """The frames of one body. Raises Nonsense for anything that is not whole frames."""
    data = _decompress(body)
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + _LENGTH_BYTES], "big")
        at += _LENGTH_BYTES
        if at + length > len(data):
            raise Nonsense("answer_truncated")
        try:
            yield _decoder.decode(memoryview(data)[at : at + length])
        except UNREADABLE as error:
            raise Nonsense("answer_unreadable") from error
        at += length


def unpack_answer(body: bytes) -> tuple[list[Frame], End]:
    """The frames of a whole answer, and its End. Raises Nonsense when that End is missing."""
    frames = list(unpack(body))
    if not frames or not isinstance(frames[-1], End):
        raise Nonsense("answer_truncated")
    return frames[:-1], frames[-1]


def _decompress(body: bytes) -> bytes:
    unpacking, rest, parts, size = zstandard.ZstdDecompressor().decompressobj(), memoryview(body), [], 0
    while rest and not unpacking.eof:
        try:
            part = unpacking.decompress(rest[:_MORSEL_BYTES])
        except zstandard.ZstdError as error:
            raise Nonsense("answer_unreadable") from error
        size += len(part)
        if size > MAX_ANSWER_BYTES:
            raise Nonsense("answer_too_big")
        parts.append(part)
        rest = rest[_MORSEL_BYTES:]
    if not unpacking.eof:
        raise Nonsense("answer_truncated")
    return b"".join(parts)
