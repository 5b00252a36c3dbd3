"""One TCP connection, one request, one answer that never says how long it is."""

import socket
import time
from dataclasses import dataclass

from desktop.hardware.caisse_ap.codec import FrameReader, MalformedFrame, Message
from desktop.hardware.caisse_ap.payment import says_its_end
from desktop.hardware.card_terminal import ChargeDetail

LONGEST_ANSWER = 64 * 1024
"""Bytes. A real answer has a few hundred, a thousand more with a ticket's text."""
_PIECE = 4096


@dataclass(frozen=True, slots=True)
class TerminalPatience:
    """Seconds to wait. A person needs minutes to find a card; a terminal that is there accepts at once."""

    connect: float = 8.0
    answer: float = 180.0
    """What public implementations use: longer than any terminal's own time limit."""
    quiet: float = 1.0
    """How long nothing must follow an answer that looks whole: some arrive cut between two records."""


class NoAnswer(Exception):
    """The request left and no whole answer came; `detail` says why."""

    def __init__(self, detail: ChargeDetail) -> None:
        super().__init__(detail)
        self.detail = detail


def listen(connection: socket.socket, patience: TerminalPatience) -> Message:
    """Wait for the answer. Raises NoAnswer.

    The answer ends with the stream (a reset after whole records is an end like another), or when it tells
    how the payment ended and nothing follows for `patience.quiet` seconds. All within `patience.answer`.
    """
    reader = FrameReader()
    deadline = time.monotonic() + patience.answer
    while True:
        ended = reader.at_boundary and says_its_end(reader.message)
        left = deadline - time.monotonic()
        piece = _receive(connection, min(left, patience.quiet) if ended else left)
        if piece is None and ended:
            return reader.message
        if piece is None:
            raise NoAnswer(ChargeDetail.NO_ANSWER)
        if not piece:
            return _at_the_end(reader)
        _feed(reader, piece)


def _receive(connection: socket.socket, seconds: float) -> bytes | None:
    """The next bytes; empty at the end of the stream, None when `seconds` passed without any."""
    if seconds <= 0:
        return None
    connection.settimeout(seconds)
    try:
        return connection.recv(_PIECE)
    except TimeoutError:
        return None
    except OSError:
        return b""


def _feed(reader: FrameReader, piece: bytes) -> None:
    try:
        reader.feed(piece)
    except MalformedFrame as error:
        raise NoAnswer(ChargeDetail.ANSWER_UNREADABLE) from error
    if reader.size > LONGEST_ANSWER:
        raise NoAnswer(ChargeDetail.ANSWER_TOO_LONG)


def _at_the_end(reader: FrameReader) -> Message:
    if not reader.size or not reader.at_boundary:
        raise NoAnswer(ChargeDetail.CONNECTION_LOST)
    return reader.message
