"""What no database of central can keep: text with a NUL, text and numbers beyond their columns."""

import msgspec
from sqlalchemy.exc import DataError

from desktop.protocol.messages import Envelope

NOT_STORABLE = "not_storable"
"""How a command with such a value ends at once: trying again would change nothing."""

_MOST_VERSION = 2**31 - 1
_MOST_NUMBER = 2**63 - 1


def storable(envelope: Envelope) -> bool:
    """Whether the record of this command can be kept as it came."""
    numbers = abs(envelope.version) <= _MOST_VERSION and abs(envelope.receipt_no) <= _MOST_NUMBER
    return numbers and "\0" not in envelope.kind and "\0" not in envelope.actor


def as_kept(envelope: Envelope) -> Envelope:
    """The command as its record can be kept: itself, unless it bears what its station could never mean."""
    if storable(envelope):
        return envelope
    return msgspec.structs.replace(
        envelope,
        kind=envelope.kind.replace("\0", "\N{REPLACEMENT CHARACTER}"),
        actor=envelope.actor.replace("\0", "\N{REPLACEMENT CHARACTER}"),
        version=max(-_MOST_VERSION, min(envelope.version, _MOST_VERSION)),
        receipt_no=max(-_MOST_NUMBER, min(envelope.receipt_no, _MOST_NUMBER)),
    )


def is_unstorable(error: Exception) -> bool:
    """Whether the database refused a value itself: PostgreSQL names it, SQLite's driver the number."""
    return isinstance(error, DataError) or (isinstance(error, OverflowError) and "SQLite" in str(error))
