"""What ended at a card terminal is written down whatever stands in the way: the money has moved."""

import msgspec
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.services.catalogue import Entry
from desktop.services.command import Command, Context, Done
from desktop.services.payments.card_charges import SettleCharge
from desktop.sync.cache import cache

SETTLE = "charge.settle"
_GONE = "charge_unknown"
_MOST_CHARACTERS = 500


def first(session: Session, seq: int, entry: Entry, command: Command, context: Context) -> Done:
    """Carries out command `seq`. A charge that is not here any more is known to central."""
    try:
        return entry.service(session, command, context)
    except Refused as refusal:
        if entry.kind != SETTLE or refusal.code != _GONE:
            raise
        cache.refuse(session, seq, _GONE)
        return Done(warning=_GONE)


def takes_number(entry: Entry, done: Done) -> bool:
    """Whether a receipt bears the command's number, or may once central has carried it out."""
    issued = done.result is not None and "receipt_id" in done.result
    return entry.issues_receipt and (issued or done.warning == _GONE)


def tellable(command: Command) -> Command:
    """The command; what a terminal said of money that moved, shortened to what central can keep."""
    if not isinstance(command, SettleCharge):
        return command
    return msgspec.structs.replace(
        command,
        detail=_legible(command.detail),
        authorisation=_legible(command.authorisation),
        card_last4=_legible(command.card_last4),
    )


def _legible(words: str) -> str:
    return words.replace("\0", "").encode(errors="replace").decode()[:_MOST_CHARACTERS]
