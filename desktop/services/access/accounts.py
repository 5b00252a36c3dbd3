"""A tenant's own access: signing in at a kiosk, also offline, and what staff do when it is blocked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from desktop.errors import Invalid
from desktop.models.tenant import Tenant
from desktop.models.tenant_account import TenantAccount
from desktop.rules.role import AT_THE_DESK, Role
from desktop.rules.station_kind import StationKind
from desktop.security.passwords import check_password
from desktop.services.about import its_lease, no_lease
from desktop.services.access import attempts
from desktop.services.audit import note
from desktop.services.bounds import Name, Words
from desktop.services.command import Command, Context, Done
from desktop.services.entry import Entry, Money, Who
from desktop.services.people import last_name

Outcome = Literal["ok", "mismatch", "wait", "locked"]


class NoteSignIn(Command, frozen=True, kw_only=True):
    """Somebody tried to sign in with `login`; a success forgets the failures before it."""

    login: Words
    succeeded: bool


class UnlockAccount(Command, frozen=True, kw_only=True):
    """Staff let a blocked person try again, and say why."""

    lease_id: Name
    reason: Words


@dataclass(frozen=True, slots=True)
class AccountCard:
    """Who is at the kiosk. `last_name` is the name in use; `language` a two-letter code."""

    lease_id: str
    tenant_id: str
    first_name: str
    last_name: str
    civility: str
    language: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """`account` only when ok; `wait_seconds` until one may try again, after a mismatch too."""

    outcome: Outcome
    wait_seconds: int = 0
    account: AccountCard | None = None


def check_sign_in(
    session: Session, login: str, password: str, at: datetime, station: str | None = None
) -> SignIn:
    """Whether `password` opens the account `login` (a lease number, spaces allowed) at `at`.

    `station`: the id of where somebody tries; None is whichever is the strictest.

    Takes as long for a login that does not exist. The caller performs NoteSignIn after ok and after mismatch.
    """
    standing = attempts.standing(session, "sign_in", login, at, station)
    if standing.state != "open":
        return SignIn(standing.state, standing.wait_seconds)
    account = session.get(TenantAccount, attempts.typed_login(login))
    if not check_password(account.password_hash if account else None, password):
        return SignIn("mismatch", attempts.next_delay(session, "sign_in", login, at, station))
    card = _card(session, account) if account else None
    return SignIn("ok", account=card) if card else SignIn("mismatch")


def note_sign_in(session: Session, command: NoteSignIn, context: Context) -> Done:
    """result after a failure: wait_seconds and locked."""
    if not command.succeeded:
        return failure_noted(session, "sign_in", command.login, context)
    attempts.forget_failures(
        session, "sign_in", command.login, context.agency_id, context.at, context.device_id
    )
    account = session.get(TenantAccount, attempts.typed_login(command.login))
    if account is not None:
        account.last_sign_in_at = context.at
    return Done()


def failure_noted(session: Session, kind: attempts.Kind, login: str, context: Context) -> Done:
    """Counts a failure and answers what follows from it: wait_seconds and locked."""
    standing = attempts.count_failure(session, kind, login, context.agency_id, context.at, context.device_id)
    return Done(result={"wait_seconds": standing.wait_seconds, "locked": standing.state == "locked"})


def unlock_account(session: Session, command: UnlockAccount, context: Context) -> Done:
    """Signing in and activating are both open again. Refuses reason_missing."""
    reason = command.reason.strip()
    if not reason:
        raise Invalid("reason", "reason_missing")
    attempts.unlock(session, "sign_in", command.lease_id, context.agency_id, reason, context.at)
    attempts.unlock(session, "activation", command.lease_id, context.agency_id, reason, context.at)
    note(session, context, "account_unlocked", command.lease_id, reason)
    return Done()


def _card(session: Session, account: TenantAccount) -> AccountCard | None:
    tenant = session.get(Tenant, (account.tenant_id, account.scope))
    if tenant is None:
        return None
    return AccountCard(
        lease_id=account.id,
        tenant_id=tenant.id,
        first_name=tenant.first_name,
        last_name=last_name(tenant),
        civility=tenant.civility,
        language=account.language,
    )


COMMANDS = (
    Entry(
        kind="account.note_sign_in",
        version=1,
        command=NoteSignIn,
        service=note_sign_in,
        by=frozenset({Who.DEVICE, Who.TENANT}),
        stations=frozenset({StationKind.KIOSK}),
        about=no_lease,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
    Entry(
        kind="account.unlock",
        version=1,
        command=UnlockAccount,
        service=unlock_account,
        by=AT_THE_DESK | {Role.ADMINISTRATOR},
        stations=frozenset({StationKind.COUNTER}),
        about=its_lease,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
)
