"""The simulated terminal's side of one connection."""

import os
import socket
import struct
from collections.abc import Callable

from desktop.hardware.caisse_ap import tags
from desktop.hardware.caisse_ap.codec import FrameReader, MalformedFrame, Message, message
from desktop.hardware.simulator.answers import Ending, SimulatedReply

_PIECE = 4096
_QUIET_SECONDS = 0.05


def read_request(connection: socket.socket) -> Message | None:
    """The request, None if the other side left without a word. What cannot be read has no records.

    Nothing says where a request ends: it does when everything expected is there, or when nothing more comes.
    """
    reader = FrameReader()
    while not (reader.at_boundary and _whole(reader.message)):
        connection.settimeout(_QUIET_SECONDS if reader.size and reader.at_boundary else None)
        try:
            piece = connection.recv(_PIECE)
            reader.feed(piece)
        except TimeoutError:
            break
        except MalformedFrame:
            return message(())
        if not piece:
            break
    connection.settimeout(None)
    return reader.message if reader.size else None


def send_reply(
    connection: socket.socket, answer: SimulatedReply, pause: Callable[[], object], *, lingers: bool
) -> None:
    """Send the pieces as separate segments, `pause()` between two, then end as the reply says.

    `lingers`: leave it to the other side to close, as some terminals do.
    """
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for number, piece in enumerate(answer.pieces):
        if number:
            pause()
        connection.sendall(piece)
    if answer.ending is Ending.RESET:
        # Closing with a zero linger time sends RST instead of FIN.
        connection.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
        )
    elif answer.ending is Ending.SILENCE or (lingers and answer.pieces):
        ignore(connection)


def ignore(connection: socket.socket) -> None:
    """Hear nothing and say nothing until the other side leaves."""
    while connection.recv(_PIECE):
        pass


def _whole(said: Message) -> bool:
    """Whether everything our own driver says is there."""
    present = {tag for tag, _ in said.records}
    return present.issuperset({*tags.MANDATORY, tags.ANSWER_MODE})
