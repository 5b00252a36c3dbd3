"""What ended at a card terminal is written down whatever stands in the way: the money has moved."""

import msgspec
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.services.command import Command, Context, Done
from desktop.services.entry import Entry, Money
from desktop.sync.cache import cache

_GONE = "charge_unknown"
_MOST_CHARACTERS = 500


def first(session: Session, seq: int, entry: Entry, command: Command, context: Context) -> Done:
    """Carries out command `seq`. A charge that is not here any more is known to central."""
    try:
        return entry.service(session, command, context)
    except Refused as refusal:
        if entry.money is not Money.MOVED or refusal.code != _GONE:
            raise
        cache.refuse(session, seq, _GONE)
        return Done(warning=_GONE)


def takes_number(entry: Entry, done: Done) -> bool:
    """Whether a receipt bears the command's number, or may once central has carried it out."""
    issued = done.result is not None and "receipt_id" in done.result
    return entry.issues_receipt and (issued or done.warning == _GONE)


def tellable(entry: Entry, command: Command) -> Command:
    """The command; what a machine said of money that moved, shortened to what central can keep."""
    if entry.money is not Money.MOVED:
        return command
    said = {name: getattr(command, name) for name in command.__struct_fields__}
    return msgspec.structs.replace(
        command, **{name: _legible(words) for name, words in said.items() if isinstance(words, str)}
    )


def _legible(words: str) -> str:
    return words.replace("\0", "").encode(errors="replace").decode()[:_MOST_CHARACTERS]
