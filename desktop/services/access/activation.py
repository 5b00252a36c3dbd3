"""Activating a tenant's account with the code of the letter, and giving a new code at a counter."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.errors import Invalid, NotAllowed, Refused
from desktop.models.activation_code import ActivationCode
from desktop.models.belonging import Whose
from desktop.models.entity import Synced
from desktop.models.everything import synced_entities
from desktop.models.lease import Lease
from desktop.models.tenant import UNKNOWN_BIRTH, Tenant
from desktop.models.tenant_account import TenantAccount
from desktop.rules.activation_code import normalise, normalise_lease_number
from desktop.rules.parameters import REISSUED_CODE_VALIDITY_DAYS
from desktop.rules.role import AT_THE_DESK, Role
from desktop.rules.station_kind import StationKind
from desktop.security.codes import check_code
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

    Codes: activation_mismatch, whatever was wrong, too soon, or of another agency; activation_locked; and,
    only when everything matched, activation_code_used and activation_code_expired. Raises Invalid for what
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
    scope, at, station = context.agency_id, context.at, context.device_id
    standing = attempts.standing(session, "activation", number, at, station)
    if standing.state != "open":
        too_many = standing.state == "locked"
        return _refused("activation_locked" if too_many else "activation_mismatch", standing.wait_seconds)
    lease = _matching(session, number, _judged(session, number, typed, context), context)
    person = _born(session, lease, command.birth_date)
    if lease is None or person is None:
        after = attempts.count_failure(session, "activation", number, scope, at, station)
        return _refused("activation_mismatch", after.wait_seconds)
    code = session.get_one(ActivationCode, number)
    objection = _objection(code, context)
    if objection is not None:
        return _refused(objection)
    code.used_at = at
    _open_account(session, account, lease, person, command, at)
    attempts.unlock(session, "activation", number, scope, "", at)
    attempts.unlock(session, "sign_in", number, scope, "", at)
    return Done(result={"account": number})


def judge_code(session: Session, command: ActivateAccount, pepper: bytes) -> "Judged":
    """Whether the code is right. Takes as long for whatever number, and for whichever kind of code.

    Raises Invalid for what cannot be a number, a code or a hash, before any work.
    """
    number, typed = normalise_lease_number(command.lease_number), normalise(command.code)
    _require_hash("password_hash", command.password_hash)
    return _judge(_digest(session, number), typed, pepper)


class Judged(NamedTuple):
    """Whether what was typed is the code behind this digest."""

    digest: str | None
    right: bool


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
    attempts.unlock(session, "activation", lease.id, context.agency_id, "code_reissued", context.at)
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


def _digest(session: Session, number: str) -> str | None:
    code = session.get(ActivationCode, number)
    return code.digest if code is not None and code.digest else None


def _judge(digest: str | None, typed: str, pepper: bytes) -> Judged:
    return Judged(digest, check_code(pepper, digest, typed))


def _judged(session: Session, number: str, typed: str, context: Context) -> Judged:
    """What was found before the lock, unless another code was given meanwhile."""
    digest = _digest(session, number)
    if isinstance(context.judged, Judged) and context.judged.digest == digest:
        return context.judged
    return _judge(digest, typed, context.pepper or b"")


def _matching(session: Session, number: str, judged: Judged, context: Context) -> Lease | None:
    """The lease that the code is of; one of another agency is none, whatever was typed."""
    lease = session.get(Lease, number)
    return lease if lease and judged.right and lease.scope == context.agency_id else None


def _born(session: Session, lease: Lease | None, birth_date: date) -> Tenant | None:
    people = holders_of(session, lease) if lease is not None else ()
    return next((each for each in people if each.birth_date == birth_date != UNKNOWN_BIRTH), None)


def _objection(code: ActivationCode, context: Context) -> str | None:
    if code.used_at is not None:
        return "activation_code_used"
    return "activation_code_expired" if code.expires_on < local_day(context.at) else None


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
        judge=judge_code,
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
