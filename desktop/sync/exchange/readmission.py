"""Central was restored from before this station was enrolled: it shows its receipt and waits to be let in."""

import logging
from collections.abc import Callable
from datetime import datetime

import msgspec

from desktop.errors import GuichetError
from desktop.protocol.messages import ReadmissionRequest
from desktop.security.device_key import client_assertion
from desktop.sync.wire.link import Link

_log = logging.getLogger(__name__)


def ask(link: Link, device: tuple[str, bytes], receipt: str, clock: Callable[[], datetime]) -> None:
    """Asks central to know this station (its id and private key) again; an administrator there decides.

    Whatever comes of it, the commands stay in the journal. A station without a receipt cannot ask.
    """
    if not receipt:
        return
    device_id, private_key = device
    assertion = client_assertion(private_key, device_id, "guichet-central", clock())
    try:
        link.readmit(msgspec.json.encode(ReadmissionRequest(assertion, receipt)))
    except GuichetError as error:
        _log.warning("central does not know this station, nor its receipt: %s", error.code)
