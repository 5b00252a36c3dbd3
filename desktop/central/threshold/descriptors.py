"""How many connections this system lets a process have: as many as are wanted, or it is said."""

import logging
import sys

import msgspec

from desktop.config import Bounds

RESERVED = 256
"""Files that central needs for itself: its database, what it sends and what it takes in."""

_log = logging.getLogger(__name__)


def within_reach(bounds: Bounds) -> Bounds:
    """Asks the system for as many descriptors as `bounds` need; fewer connections where it gives fewer."""
    given = _descriptors(bounds.connections + RESERVED)
    most = max(1, given - RESERVED)
    if most >= bounds.connections:
        return bounds
    _log.warning(
        "at most %d stations can be connected at once: the system gives this process %d descriptors. "
        "LimitNOFILE= in its unit, or ulimit -n, gives it %d.",
        most,
        given,
        bounds.connections + RESERVED,
    )
    return msgspec.structs.replace(bounds, connections=most, strangers=min(bounds.strangers, most // 2 or 1))


if sys.platform == "win32":

    def _descriptors(wanted: int) -> int:
        """There, sockets are no files."""
        return wanted

else:
    import resource

    def _descriptors(wanted: int) -> int:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft == resource.RLIM_INFINITY or soft >= wanted:
            return wanted
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return most
