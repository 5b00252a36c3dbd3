"""Central was restored from before this station was enrolled: it shows its receipt and waits to be let in."""

import logging
from collections.abc import Callable

import msgspec

from desktop.errors import GuichetError
from desktop.protocol.messages import ReadmissionRequest
from desktop.sync.wire.link import Link

_log = logging.getLogger(__name__)


def ask(link: Link, proof: Callable[[], str], receipt: str) -> None:
    """Asks central to know this station again, by a fresh proof of who it is; an administrator there decides.

    Whatever comes of it, the commands stay in the journal. A station without a receipt cannot ask.
    """
    if not receipt:
        return
    try:
        link.readmit(msgspec.json.encode(ReadmissionRequest(proof(), receipt)))
    except GuichetError as error:
        _log.warning("central does not know this station, nor its receipt: %s", error.code)
