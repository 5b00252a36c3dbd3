"""Frames on the wire: each msgpack, headed by its length, all in one zstd stream."""

from collections.abc import Iterable, Iterator

import msgspec
import zstandard

from desktop.errors import Nonsense
from desktop.protocol.messages import End, Frame

MAX_ANSWER_BYTES = 512 * 1024 * 1024
"""No answer unpacks to more than this: a station would rather fetch a snapshot."""

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Frame)
_LENGTH_BYTES = 4


def pack(frames: Iterable[Frame]) -> bytes:
    """All frames as one compressed body."""
    compressor = zstandard.ZstdCompressor(level=1).compressobj()
    parts = []
    for frame in frames:
        data = _encoder.encode(frame)
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
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Nonsense("answer_unreadable") from error
        at += length


def unpack_answer(body: bytes) -> tuple[list[Frame], End]:
    """The frames of a whole answer, and its End. Raises Nonsense when that End is missing."""
    frames = list(unpack(body))
    if not frames or not isinstance(frames[-1], End):
        raise Nonsense("answer_truncated")
    return frames[:-1], frames[-1]


def _decompress(body: bytes) -> bytes:
    stream = zstandard.ZstdDecompressor().decompressobj()
    try:
        data = stream.decompress(body)
    except zstandard.ZstdError as error:
        raise Nonsense("answer_unreadable") from error
    if not stream.eof:
        raise Nonsense("answer_truncated")
    if len(data) > MAX_ANSWER_BYTES:
        raise Nonsense("answer_too_big")
    return data
