"""What a card terminal gives as proof that a card paid, and whether it can be one.

Caisse-AP carries the bank's authorisation, the end of the card and the landlord's contract; it has no number
of a terminal or of a ticket. The acquirer's day file alone can tell whether what a station says is true: till
that is read, an approval without authorisation, or with one that another charge had, is for a person to see.
"""

import re
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from desktop.models.card_charge import CardCharge
from desktop.models.device import Device
from desktop.services.memory import Memory
from desktop.services.people import scopes_of

CHARGE_UNKNOWN: Final = "charge_unknown"
EVIDENCE_MISSING: Final = "evidence_missing"
EVIDENCE_USED: Final = "evidence_used"

NEARBY: Final = timedelta(days=3)
"""Authorisations are six signs and come again: within so many days at one station, or for one card, never."""

_AUTHORISATION: Final = re.compile(r"(?!0+\Z)[0-9A-Za-z]{1,10}")
_LAST4: Final = re.compile(r"(\d{4})?")


def against_settling(session: Session, command: Any, _memory: Memory) -> str:
    """What stands against the terminal's proof that a card paid; a charge that is booked is asked no more."""
    charge = session.get(CardCharge, command.charge_id)
    if command.outcome != "approved" or charge is None or charge.payment_id is not None:
        return ""
    return _against(session, charge, command.authorisation, command.card_last4)


def against_resolving(session: Session, command: Any, memory: Memory) -> str:
    """A charge that is not here stands on the word of who saw it: after a restore of late, about a lease here
    and a station here.
    """
    seen = command.seen
    if seen is None or session.get(CardCharge, command.charge_id) is not None:
        return ""
    station = session.get(Device, seen.device_id)
    scope = scopes_of(session, [seen.lease_id]).get(seen.lease_id)
    known = station is not None and scope is not None and station.agency_id == scope
    return "" if known and memory.may_lack(seen.started_at) else CHARGE_UNKNOWN


def _against(session: Session, charge: CardCharge, authorisation: str, card_last4: str) -> str:
    if not _AUTHORISATION.fullmatch(authorisation) or not _LAST4.fullmatch(card_last4):
        return EVIDENCE_MISSING
    same_card = and_(CardCharge.card_last4 == card_last4, CardCharge.card_last4 != "")
    twin = select(CardCharge.id).where(
        CardCharge.authorisation == authorisation,
        CardCharge.id != charge.id,
        CardCharge.payment_id.is_not(None),
        CardCharge.started_at.between(charge.started_at - NEARBY, charge.started_at + NEARBY),
        or_(CardCharge.device_id == charge.device_id, same_card),
    )
    return EVIDENCE_USED if session.scalar(twin.limit(1)) is not None else ""
