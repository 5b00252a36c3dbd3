"""A person who lives in, or answers for, a dwelling."""

from datetime import date
from typing import Final

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import PERSON, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import LEASE_FILE_RETENTION_YEARS

UNKNOWN_BIRTH: Final = date.min
"""The birth date of whom nobody knows it: nobody can prove it at a kiosk, the counter serves them."""


class Tenant(
    Synced,
    Entity,
    owner=PERSON,
    personal=Personal.TENANT,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.FIRST,
):
    """`id` is the ERP's person code. Empty text means unknown; phones are kept as the ERP writes them.

    A person has one row in each agency where they hold a lease, all saying the same: read the one in the
    scope of the lease.
    """

    __tablename__ = "tenant"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    scope: Mapped[str] = mapped_column(String(16), primary_key=True)
    civility: Mapped[str]
    last_name: Mapped[str]
    first_name: Mapped[str]
    usage_name: Mapped[str]
    birth_date: Mapped[date]
    mobile_phone: Mapped[str]
    home_phone: Mapped[str]
    email: Mapped[str]
    language: Mapped[str]
