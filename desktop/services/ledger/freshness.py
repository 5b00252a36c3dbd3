"""Of when the landlord's accounts are: a station that has just heard of central may still show old ones."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from desktop.models.ledger_night import THE_LEDGER, LedgerNight

OLD_AFTER: Final = timedelta(days=3)
"""A weekend without a night is nothing to speak of."""


def old_since(session: Session, now: datetime) -> datetime | None:
    """The night of the accounts if that is worth saying; None while they are fresh, or before the first."""
    row = session.get(LedgerNight, THE_LEDGER)
    return row.taken_at if row is not None and now - row.taken_at > OLD_AFTER else None
