"""Activating a tenant's account with the code of the letter, and giving a new code at a counter."""

from datetime import date

from sqlalchemy.orm import Session

from desktop.models.base import Entity
from desktop.services.command import Command, Context, Done


class ActivateAccount(Command, frozen=True, kw_only=True):
    """What the tenant typed. Only central can tell whether `code` is right; `password_hash` is Argon2id."""

    lease_number: str
    code: str
    birth_date: date
    password_hash: str
    email: str = ""
    language: str = "fr"


class ReissueActivationCode(Command, frozen=True, kw_only=True):
    """A new code was printed for `holder` (a tenant's id) after seeing who asked; only its digest travels."""

    lease_id: str
    digest: str
    identity_seen: bool
    holder: str


def activate_account(session: Session, command: ActivateAccount, context: Context) -> Done:
    """Answers result {"account": lease number} or {"refused": code, "wait_seconds": n}; a failure is kept.

    Codes: activation_mismatch, activation_locked, activation_code_expired, activation_code_used.
    """
    raise NotImplementedError


def reissue_activation_code(session: Session, command: ReissueActivationCode, context: Context) -> Done:
    raise NotImplementedError


def rows_of_lease(session: Session, lease_id: str) -> list[Entity]:
    """Every stored row that a kiosk needs once the account of this lease is active."""
    raise NotImplementedError
