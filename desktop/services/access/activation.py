"""Activating a tenant's account with the code of the letter, and giving a new code at a counter."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.errors import Invalid, NotAllowed, Refused
from desktop.models.activation_code import ActivationCode
from desktop.models.belonging import Whose
from desktop.models.entity import Synced
from desktop.models.everything import synced_entities
from desktop.models.lease import Lease
from desktop.models.tenant import Tenant
from desktop.models.tenant_account import TenantAccount
from desktop.rules.activation_code import normalise, normalise_lease_number
from desktop.rules.parameters import REISSUED_CODE_VALIDITY_DAYS
from desktop.rules.role import AT_THE_DESK, Role
from desktop.rules.station_kind import StationKind
from desktop.security.codes import check_code, keyed_digest
from desktop.security.passwords import is_password_hash
from desktop.services.about import its_lease, no_lease
from desktop.services.access import attempts
from desktop.services.audit import note
from desktop.services.bounds import Name, Words
from desktop.services.command import Command, Context, Done
from desktop.services.days import local_day
from desktop.services.entry import Entry, Money, Restamped, Where, Who
from desktop.services.parameters import in_force
from desktop.services.people import holder_ids, holders_of, lease_known

LANGUAGES = ("fr", "en", "ar")


class ActivateAccount(Command, frozen=True, kw_only=True):
    """What the tenant typed. Only central can tell whether `code` is right; `password_hash` is Argon2id."""

    lease_number: Words
    code: Words
    birth_date: date
    password_hash: Name
    email: Words = ""
    language: Name = "fr"


class ReissueActivationCode(Command, frozen=True, kw_only=True):
    """A new code was printed for `holder` (a tenant's id) after seeing who asked; only its digest travels."""

    lease_id: Name
    digest: Name
    identity_seen: bool
    holder: Name


def activate_account(session: Session, command: ActivateAccount, context: Context) -> Done:
    """Answers result {"account": lease number} or {"refused": code, "wait_seconds": n}; a failure is kept.

    Codes: activation_mismatch, whatever was wrong or too soon; activation_locked; and, only when everything
    matched, activation_code_used, activation_code_expired, activation_other_agency. Raises Invalid for what
    cannot be a number, a code or a hash, and NotAllowed("central_only") at a station.
    """
    if context.pepper is None:
        raise NotAllowed("central_only")
    number = normalise_lease_number(command.lease_number)
    typed = normalise(command.code)
    _require_hash("password_hash", command.password_hash)
    account = session.get(TenantAccount, number)
    if account is not None and account.password_hash == command.password_hash:
        return Done(result={"account": number}, noop=True)
    standing = attempts.standing(session, "activation", number, context.at, context.agency_id)
    if standing.state == "locked":
        return _refused("activation_locked")
    if standing.state == "wait":
        return _refused("activation_mismatch", standing.wait_seconds)
    code, person = _matching(session, number, typed, command.birth_date, context.pepper)
    if code is None or person is None:
        after = attempts.count_failure(session, "activation", number, context.agency_id, context.at)
        return _refused("activation_mismatch", after.wait_seconds)
    lease = lease_known(session, number)
    objection = _objection(code, lease, context)
    if objection is not None:
        return _refused(objection)
    code.used_at = context.at
    _open_account(session, account, lease, person, command, context.at)
    attempts.forget_failures(session, "activation", number, context.agency_id)
    attempts.unlock(session, "sign_in", number, context.agency_id, "")
    return Done(result={"account": number})


def reissue_activation_code(session: Session, command: ReissueActivationCode, context: Context) -> Done:
    """result: expires_on (ISO). Refuses identity_not_seen, lease_unknown and holder_unknown."""
    _require_hash("digest", command.digest)
    if not command.identity_seen:
        raise Refused("identity_not_seen")
    lease = lease_known(session, command.lease_id)
    if command.holder not in holder_ids(lease):
        raise Refused("holder_unknown")
    today = local_day(context.at)
    validity = timedelta(days=in_force(session, REISSUED_CODE_VALIDITY_DAYS, today))
    code = session.get(ActivationCode, lease.id)
    if code is None:
        code = ActivationCode(id=lease.id, scope=lease.scope)
        session.add(code)
    code.digest = command.digest
    code.issued_on = today
    code.expires_on = today + validity
    code.used_at = None
    code.issued_by = context.actor
    attempts.unlock(session, "activation", lease.id, context.agency_id, "code_reissued")
    note(session, context, "code_reissued", lease.id, command.holder, lease.scope)
    session.flush()
    return Done(result={"expires_on": code.expires_on.isoformat()})


def rows_of_lease(session: Session, lease_id: str) -> list[Synced]:
    """Every stored row that a kiosk needs once the account of this lease is active."""
    lease = session.get(Lease, lease_id)
    if lease is None:
        return []
    owners = {
        Whose.LEASE: (lease_id,),
        Whose.PERSON: holder_ids(lease),
        Whose.DWELLING: (lease.dwelling_id,),
    }
    rows: list[Synced] = []
    for entity in synced_entities().values():
        owner, held = entity.belonging.owner, entity.belonging.held(StationKind.KIOSK)
        if held is not None and owner.whose in owners:
            ids = [each for one in owners[owner.whose] for each in owner.ids(one)]
            theirs = select(entity).where(getattr(entity, owner.column).in_(ids), entity.scope == lease.scope)
            rows += session.scalars(theirs.where(text(held.rows or "true")))
    return rows


def _matching(
    session: Session, number: str, typed: str, birth_date: date, pepper: bytes
) -> tuple[ActivationCode | None, Tenant | None]:
    """The code and the person, if both are right. An unknown number takes as long as a wrong code."""
    lease = session.get(Lease, number)
    code = session.get(ActivationCode, number)
    digest = code.digest if code is not None and code.digest else keyed_digest(pepper, "")
    right = check_code(pepper, digest, typed)
    people = holders_of(session, lease) if lease is not None else ()
    person = next((each for each in people if each.birth_date == birth_date), None)
    return (code, person) if right else (None, None)


def _objection(code: ActivationCode, lease: Lease, context: Context) -> str | None:
    if code.used_at is not None:
        return "activation_code_used"
    if code.expires_on < local_day(context.at):
        return "activation_code_expired"
    return "activation_other_agency" if lease.scope != context.agency_id else None


def _open_account(
    session: Session,
    account: TenantAccount | None,
    lease: Lease,
    person: Tenant,
    command: ActivateAccount,
    at: datetime,
) -> None:
    """A code given again at the counter opens an account anew, with the new password."""
    if account is None:
        account = TenantAccount(id=lease.id, scope=lease.scope, last_sign_in_at=None)
        session.add(account)
    account.tenant_id = person.id
    account.password_hash = command.password_hash
    account.email = command.email.strip()
    account.language = command.language if command.language in LANGUAGES else "fr"
    account.activated_at = at
    session.flush()


def _require_hash(field: str, kept: str) -> None:
    if not is_password_hash(kept):
        raise Invalid(field, "not_a_hash")


def _refused(code: str, wait_seconds: int = 0) -> Done:
    result: dict[str, Any] = {"refused": code, "wait_seconds": wait_seconds}
    return Done(result=result)


def _now_held_by_kiosks(session: Session, done: Done) -> list[Synced]:
    account = (done.result or {}).get("account")
    return rows_of_lease(session, account) if account else []


COMMANDS = (
    Entry(
        kind="account.activate",
        version=1,
        command=ActivateAccount,
        service=activate_account,
        by=frozenset({Who.DEVICE}),
        stations=frozenset({StationKind.KIOSK}),
        about=no_lease,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(Restamped(_now_held_by_kiosks),),
        where=Where.CENTRAL,
        secret=True,
    ),
    Entry(
        kind="activation.reissue",
        version=1,
        command=ReissueActivationCode,
        service=reissue_activation_code,
        by=AT_THE_DESK | {Role.ADMINISTRATOR},
        stations=frozenset({StationKind.COUNTER}),
        about=its_lease,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
)
