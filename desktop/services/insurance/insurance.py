"""A tenant proves that the home is insured, at the keys and each year (loi 89-462, art. 7 g)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Invalid
from desktop.models.insurance_certificate import InsuranceCertificate
from desktop.rules.role import AT_THE_DESK
from desktop.rules.station_kind import StationKind
from desktop.services.about import its_lease
from desktop.services.audit import note
from desktop.services.bounds import Name, Words
from desktop.services.command import Command, Context, Done
from desktop.services.days import local_day
from desktop.services.entry import Entry, Money
from desktop.services.people import lease_known, scope_of

LONGEST_YEARS = 2
"""Insurers certify a year, sometimes a little more: what is longer is a slip of the pen."""

MAX_TEXT = 80
"""Characters of an insurer's name, or of a policy's number."""


class SeeCertificate(Command, frozen=True, kw_only=True):
    """Staff saw a certificate and wrote down what it says; both days are included."""

    lease_id: Name
    insurer: Words
    policy: Words
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True)
class Insured:
    """`until`: the last day covered, as far as anybody showed; None when nobody ever did."""

    state: Literal["none", "valid", "expired"]
    insurer: str
    until: date | None


def see_certificate(session: Session, command: SeeCertificate, context: Context) -> Done:
    """result: certificate_id. Refuses what is empty, reversed, ended or too long; at first, lease_unknown."""
    _check(command, local_day(context.at))
    certificate_id = context.new_id("certificate")
    if session.get(InsuranceCertificate, certificate_id) is not None:
        return Done(result={"certificate_id": certificate_id}, noop=True)
    scope, warning = scope_of(session, command.lease_id, context)
    session.add(
        InsuranceCertificate(
            id=certificate_id,
            scope=scope,
            lease_id=command.lease_id,
            insurer=command.insurer.strip(),
            policy=command.policy.strip(),
            valid_from=command.valid_from,
            valid_to=command.valid_to,
            seen_at=context.at,
            seen_by=context.actor,
            device_id=context.device_id,
        )
    )
    note(session, context, "insurance_seen", command.lease_id, scope=scope)
    session.flush()
    return Done(result={"certificate_id": certificate_id}, warning=warning)


def insured(session: Session, lease_id: str, today: date) -> Insured:
    """By the certificate that staff saw or by the landlord's export, whichever covers longer.

    A certificate counts once its first day has come. Raises Refused("lease_unknown").
    """
    lease = lease_known(session, lease_id)
    found = select(InsuranceCertificate.insurer, InsuranceCertificate.valid_to).where(
        InsuranceCertificate.lease_id == lease_id, InsuranceCertificate.valid_from <= today
    )
    seen = session.execute(found.order_by(InsuranceCertificate.valid_to.desc()).limit(1)).first()
    insurer, until = lease.insurer, lease.insured_until
    if seen is not None and (until is None or seen.valid_to > until):
        insurer, until = seen.insurer, seen.valid_to
    if until is None:
        return Insured("none", insurer, None)
    return Insured("expired" if until < today else "valid", insurer, until)


def _check(command: SeeCertificate, today: date) -> None:
    """What no station lets through, whatever it knows; `today` is the day on which it was seen."""
    for field, text in (("insurer", command.insurer), ("policy", command.policy)):
        if not text.strip():
            raise Invalid(field, f"{field}_missing")
        if len(text) > MAX_TEXT:
            raise Invalid(field, "text_too_long", limit=MAX_TEXT)
    if command.valid_to < command.valid_from:
        raise Invalid("valid_to", "dates_reversed")
    if command.valid_to < today:
        raise Invalid("valid_to", "certificate_ended")
    if command.valid_to - command.valid_from > timedelta(days=366 * LONGEST_YEARS):
        raise Invalid("valid_to", "certificate_too_long", years=LONGEST_YEARS)


COMMANDS = (
    Entry(
        kind="insurance.see",
        version=1,
        command=SeeCertificate,
        service=see_certificate,
        by=AT_THE_DESK,
        stations=frozenset({StationKind.COUNTER}),
        about=its_lease,
        follows_its_lease=True,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
)
