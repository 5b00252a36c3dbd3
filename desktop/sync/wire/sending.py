"""Bringing one file to central piece by piece (tus 1.0): a cut costs the piece under way, never the file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from desktop.errors import Nonsense, Offline
from desktop.protocol.tus import (
    CHUNK_TYPE,
    TUS_VERSION,
    UPLOADS_PATH,
    VERSION_HEADER,
    by_hash,
    checksum,
    write_metadata,
)
from desktop.sync.wire.answers import Reply
from desktop.sync.wire.transport import Transport

PIECE_BYTES = 1024 * 1024
MOST_BEGINNINGS = 3
MOST_SETBACKS = 10
"""How often one visit to central may have to ask again where the file stands."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to send."""

    sha256: str
    content: bytes
    media_type: str


class Sending:
    """Sends one file. Where its pieces are is not written down here: central tells whoever begins it again.

    `between` is called before each piece: it may wait, or raise.
    """

    def __init__(
        self,
        transport: Transport,
        parcel: Parcel,
        between: Callable[[], None] = lambda: None,
        piece_bytes: int = PIECE_BYTES,
    ) -> None:
        self._transport = transport
        self._parcel = parcel
        self._between = between
        self._piece_bytes = piece_bytes

    def run(self) -> int | None:
        """Sends what is missing; returns the version from which on a backup holds the file, if central says.

        Raises Offline to be called again later, Refused when central will not have this file.
        """
        for _ in range(MOST_BEGINNINGS):
            held = self._call("HEAD", by_hash(self._parcel.sha256))
            if held.status == 200:
                return _version(held)
            location, offset = self._begin()
            finished = self._push(location, offset)
            if finished is not None:
                return _version(finished)
        raise Offline("central_failing")

    def _begin(self) -> tuple[str, int]:
        """Where the file goes, and how much of it is there from before."""
        told = {"sha256": self._parcel.sha256, "filetype": self._parcel.media_type}
        size = str(len(self._parcel.content))
        reply = self._call(
            "POST", UPLOADS_PATH, headers={"Upload-Length": size, "Upload-Metadata": write_metadata(told)}
        )
        location = reply.headers.get("location", "")
        if reply.status != 201 or not location.startswith("/"):
            _refuse(reply)
        return location, _offset(reply)

    def _push(self, location: str, offset: int) -> Reply | None:
        """Sends pieces from `offset` on; None when central does not know of this file any more."""
        setbacks = 0
        while setbacks <= MOST_SETBACKS:
            self._between()
            piece = self._parcel.content[offset : offset + self._piece_bytes]
            where = {"Upload-Offset": str(offset), "Upload-Checksum": checksum(piece)}
            reply = self._call("PATCH", location, piece, where | {"Content-Type": CHUNK_TYPE})
            if reply.status in {409, 460}:
                # Central stands elsewhere, or the piece came altered: ask where to go on.
                setbacks += 1
                reply = self._call("HEAD", location)
            if reply.status in {404, 410}:
                return None
            if reply.status == 423:
                raise Offline("central_busy", retry_after=1.0)
            if reply.status not in {200, 204}:
                _refuse(reply)
            offset = _offset(reply)
            if reply.status == 204 and offset >= len(self._parcel.content):
                return reply
        raise Offline("central_failing")

    def _call(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Reply:
        return self._transport.call(method, path, body, {"Tus-Resumable": TUS_VERSION} | (headers or {}))


def _version(reply: Reply) -> int | None:
    told = reply.headers.get(VERSION_HEADER.lower(), "")
    return int(told) if told.isdigit() else None


def _offset(reply: Reply) -> int:
    told = reply.headers.get("upload-offset", "")
    if not told.isdigit():
        raise Nonsense("answer_unreadable")
    return int(told)


def _refuse(reply: Reply) -> NoReturn:
    reply.checked()
    raise Nonsense("answer_unreadable")
