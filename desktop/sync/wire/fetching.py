"""Fetching one file of central piece by piece: what came before a cut is not fetched again."""

from desktop.errors import Nonsense, Offline
from desktop.sync.wire.transport import Transport

PIECE_BYTES = 1024 * 1024
TRIES_A_PIECE = 3
MOST_BYTES = 64 * 1024 * 1024


def fetch(transport: Transport, path: str, piece_bytes: int = PIECE_BYTES) -> bytes:
    """The whole file at `path`; whoever asks checks its hash. Raises Offline, Refused, Nonsense."""
    content, total = b"", 1
    while len(content) < total:
        piece, total = _piece(transport, path, len(content), piece_bytes)
        if not piece or total > MOST_BYTES:
            raise Nonsense("answer_unreadable")
        content += piece
    return content


def _piece(transport: Transport, path: str, start: int, size: int) -> tuple[bytes, int]:
    """Some bytes from `start` on, and how many the whole file has."""
    wanted = {"Range": f"bytes={start}-{start + size - 1}"}
    for tries_left in reversed(range(TRIES_A_PIECE)):
        try:
            reply = transport.call("GET", path, headers=wanted).checked()
        except Offline as failure:
            if not tries_left or "retry_after" in failure.facts:
                raise
            continue
        if reply.status == 200:
            # Somebody on the way does not know of ranges.
            return reply.body[start:], len(reply.body)
        total = reply.headers.get("content-range", "").rpartition("/")[2]
        if reply.status != 206 or not total.isdigit():
            raise Nonsense("answer_unreadable")
        return reply.body, int(total)
    raise AssertionError
