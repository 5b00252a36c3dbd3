"""Asks central to activate an account, and opens it with the password that was just chosen."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop.errors import Refused
from desktop.services.access.accounts import AccountCard, check_sign_in
from desktop.services.access.activation import ActivateAccount
from desktop.station.station import Station

REFUSED_USED: Final = "activation_code_used"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks for an account: what they typed, in the order of the screens."""

    lease_number: str
    code: str = field(repr=False)
    birth_date: date
    email: str
    password: str = field(repr=False)
    password_hash: str = field(repr=False)
    language: str


@dataclass(frozen=True, slots=True)
class Activated:
    """`refused` and `wait_seconds` when central said no; `account` when its rows are already here."""

    account: AccountCard | None = None
    refused: str = ""
    wait_seconds: int = 0


def activate(station: Station, applicant: Applicant) -> Activated:
    """Blocks for the network. Raises Offline: asking again with the same hash is safe.

    A code may be « used » by this very person, who forgot: when the password opens the account, fine.
    """
    command = ActivateAccount(
        lease_number=applicant.lease_number,
        code=applicant.code,
        birth_date=applicant.birth_date,
        password_hash=applicant.password_hash,
        email=applicant.email,
        language=applicant.language,
    )
    try:
        done = station.perform_at_central(command, f"device:{station.settings.device_id}")
    except Refused as refusal:
        return Activated(refused=refusal.code, wait_seconds=int(refusal.facts.get("wait_seconds", 0)))
    facts = done.result or {}
    refused = str(facts.get("refused", ""))
    account = None
    if not refused or refused == REFUSED_USED:
        account = station.ask(
            check_sign_in,
            applicant.lease_number,
            applicant.password,
            station.now(),
            station.settings.device_id,
        ).account
    if refused and account is None:
        return Activated(refused=refused, wait_seconds=int(facts.get("wait_seconds", 0)))
    return Activated(account=account)
