"""Commands that no database of central can keep: our stations make none, others may send them.

What a counter says of its drawer is never lost for its form: it waits for a person instead.
"""

import msgspec
from sqlalchemy.exc import DataError

from desktop.models.storable import MOST_NUMBER, MOST_VERSION, NOT_STORABLE
from desktop.protocol.messages import Envelope
from desktop.rules.station_kind import StationKind
from desktop.services import catalogue
from desktop.services.entry import Money

__all__ = ["MOST_RECEIPTS", "NOT_STORABLE", "as_kept", "is_unstorable", "storable", "tells_of_money"]

MOST_RECEIPTS = 2**31 - 1
"""No station gives so many receipts."""

_INDEX_ENTRY_TOO_LONG = "54000"


def storable(envelope: Envelope) -> bool:
    """Whether the record of this command can be kept as it came."""
    if "\0" in envelope.kind or "\0" in envelope.actor:
        return False
    return abs(envelope.version) <= MOST_VERSION and 0 <= envelope.receipt_no <= MOST_RECEIPTS


def tells_of_money(envelope: Envelope, kind: StationKind) -> bool:
    """Whether it is of a kind that says, of this kind of station, that money is there or moved."""
    entry = catalogue.BY_KIND.get(envelope.kind)
    return entry is not None and entry.money is not Money.NONE and kind in entry.stations


def as_kept(envelope: Envelope) -> Envelope:
    """The command as its record can be kept: itself, unless it bears what its station could never mean."""
    if storable(envelope):
        return envelope
    return msgspec.structs.replace(
        envelope,
        kind=envelope.kind.replace("\0", "\N{REPLACEMENT CHARACTER}"),
        actor=envelope.actor.replace("\0", "\N{REPLACEMENT CHARACTER}"),
        version=max(-MOST_VERSION, min(envelope.version, MOST_VERSION)),
        receipt_no=max(-MOST_NUMBER, min(envelope.receipt_no, MOST_NUMBER)),
    )


def is_unstorable(error: Exception) -> bool:
    """Whether the database refused a value itself: PostgreSQL names it, SQLite's driver the number."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    beyond = isinstance(error, OverflowError) and "SQLite" in str(error)
    return isinstance(error, DataError) or state == _INDEX_ENTRY_TOO_LONG or beyond
