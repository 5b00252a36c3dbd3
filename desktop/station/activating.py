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
class Answer:
    """What the person typed, in order."""

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


def activate(station: Station, answer: Answer) -> Activated:
    """Blocks for the network. Raises Offline: asking again with the same hash is safe.

    A code may be « used » by this very person, who forgot: when the password opens the account, fine.
    """
    command = ActivateAccount(
        lease_number=answer.lease_number,
        code=answer.code,
        birth_date=answer.birth_date,
        password_hash=answer.password_hash,
        email=answer.email,
        language=answer.language,
    )
    try:
        done = station.perform_at_central(command, f"device:{station.settings.device_id}")
    except Refused as refusal:
        return Activated(refused=refusal.code, wait_seconds=int(refusal.facts.get("wait_seconds", 0)))
    facts = done.result or {}
    refused = str(facts.get("refused", ""))
    account = None
    if not refused or refused == REFUSED_USED:
        account = station.ask(check_sign_in, answer.lease_number, answer.password, station.now()).account
    if refused and account is None:
        return Activated(refused=refused, wait_seconds=int(facts.get("wait_seconds", 0)))
    return Activated(account=account)
