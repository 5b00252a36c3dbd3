"""What a service manager is told of the station that it started, as systemd's notify protocol wants it."""

import os
import socket
from contextlib import closing, suppress


def say_ready() -> None:
    """The first screen can be used."""
    address = os.environ.pop("NOTIFY_SOCKET", "")
    if address:
        with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as way, suppress(OSError):
            way.sendto(b"READY=1", address.replace("@", "\0", 1))
