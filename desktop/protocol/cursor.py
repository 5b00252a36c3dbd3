"""The cursor: per scope the epoch and version a station has, in a token that it keeps without reading it."""

import base64

import msgspec

from desktop.protocol.messages import ROWS, UNREADABLE

Position = dict[str, tuple[str, int]]
"""Scope to (epoch, version)."""


class _Token(msgspec.Struct, frozen=True, array_like=True):
    form: int
    shape: str
    position: Position


def write_cursor(shape: str, position: Position) -> str:
    """The token for `position` in `shape`."""
    return base64.urlsafe_b64encode(msgspec.msgpack.encode(_Token(ROWS, shape, position))).decode()


def read_cursor(token: str, shape: str) -> Position | None:
    """The position in `token`; None when it is unreadable or for other rows, so that a reset follows."""
    try:
        read = msgspec.msgpack.decode(base64.urlsafe_b64decode(token.encode()), type=_Token)
    except UNREADABLE:
        return None
    return read.position if read.form == ROWS and read.shape == shape else None
