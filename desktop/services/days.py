"""Which day it is at the landlord's: ledgers and deadlines count local days, clocks count UTC."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LANDLORD_ZONE = ZoneInfo("Europe/Paris")


def local_day(at: datetime) -> date:
    """The calendar day at the agency at that instant; half past eleven at night UTC is already tomorrow."""
    return at.astimezone(LANDLORD_ZONE).date()
