"""A tenant's own access: signing in at a kiosk, also offline, and what staff do when it is blocked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from desktop.services.command import Command, Context, Done

Outcome = Literal["ok", "mismatch", "wait", "locked"]


class NoteSignIn(Command, frozen=True, kw_only=True):
    """Somebody tried to sign in with `login`; a success forgets the failures before it."""

    login: str
    succeeded: bool


class UnlockAccount(Command, frozen=True, kw_only=True):
    """Staff let a blocked person try again, and say why."""

    lease_id: str
    reason: str


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
    """`account` only when ok; `wait_seconds` when it is wait, or a mismatch that costs a delay."""

    outcome: Outcome
    wait_seconds: int = 0
    account: AccountCard | None = None


def check_sign_in(session: Session, login: str, password: str, at: datetime) -> SignIn:
    """Whether `password` opens the account `login` (a lease number, spaces allowed) at `at`.

    Takes as long for a login that does not exist. The caller performs NoteSignIn after ok and after mismatch.
    """
    raise NotImplementedError


def note_sign_in(session: Session, command: NoteSignIn, context: Context) -> Done:
    raise NotImplementedError


def unlock_account(session: Session, command: UnlockAccount, context: Context) -> Done:
    raise NotImplementedError
