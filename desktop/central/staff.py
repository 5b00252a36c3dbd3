"""Members of staff, as an administrator adds, changes and closes them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central import posts
from desktop.central.administration import write_down
from desktop.central.database.agency_write import agency_write
from desktop.central.factors import moved, sealed_for
from desktop.central.store import Store
from desktop.errors import Invalid, Refused
from desktop.models.agency import Agency
from desktop.models.attempt import Attempt
from desktop.models.staff import Staff
from desktop.rules.login import fold_login
from desktop.rules.password import Judgement, judge
from desktop.rules.role import Role
from desktop.security.passwords import hash_password
from desktop.security.totp import new_secret, uri
from desktop.services.access import attempts

LONGEST_LOGIN = attempts.LONGEST_COUNTED
_LIFT_LOCKS = frozenset({Role.AGENCY_MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class NewStaff:
    """What the person needs for a first sign-in, shown once: the secret for an authenticator application."""

    login: str
    totp_secret: str
    totp_uri: str


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff as an administrator sees them. `same_as`: logins of before that are the same."""

    login: str
    name: str
    role: str
    agency: str
    active: bool
    locked: bool
    last_sign_in_at: datetime | None
    same_as: tuple[str, ...]


def weak(password: str, login: str, name: str) -> Judgement:
    """What stands against a password for that person."""
    return judge(password, (login, *name.split()))


def add(store: Store, login: str, name: str, role: str, agency_id: str, password: str) -> NewStaff:
    """Adds a member of staff, with a second factor of their own; the login is kept folded.

    Raises Invalid: password_weak, role_unknown, login_wrong; Refused: agency_unknown, staff_exists.
    """
    secret = new_secret()
    member = Staff(
        id=_new_login(store, login),
        scope=agency_id,
        name=name,
        role=_known_role(role),
        agency_id=agency_id,
        password_hash=_accepted(password, login, name),
        totp_step=0,
        active=True,
        last_sign_in_at=None,
    )
    member.totp_secret = sealed_for(store, agency_id, secret, member.id)
    with store.database.read() as session:
        _require_agency(session, agency_id)
    with agency_write(store.database, {agency_id}) as work:
        work.session.add(member)
        write_down(work, agency_id, "staff_added", member.id, f"{role} of {agency_id}")
    return NewStaff(member.id, secret, factor_uri(store, member.id, secret))


def factor_uri(store: Store, login: str, secret: str) -> str:
    """What an authenticator application scans."""
    return uri(secret, login, f"Guichet {store.settings.landlord}")


def listed(store: Store) -> list[Member]:
    """All there are, those who left included, by agency and login."""
    with store.database.read() as session:
        members = session.scalars(select(Staff).order_by(Staff.agency_id, Staff.id)).all()
        locked = set(session.scalars(select(Attempt.id).where(Attempt.locked)))
        alike: dict[str, list[str]] = {}
        for member in members:
            alike.setdefault(fold_login(member.id), []).append(member.id)
        return [_shown(member, locked, alike[fold_login(member.id)]) for member in members]


def change(
    store: Store,
    login: str,
    *,
    name: str | None = None,
    role: str | None = None,
    agency_id: str | None = None,
    password: str | None = None,
    active: bool | None = None,
) -> str:
    """Changes what is given, and returns the login; who is closed signs in nowhere any more.

    Raises what `add` raises, Refused: staff_unknown, staff_last_manager.
    """
    with store.database.read() as session:
        home = member_called(session, login).agency_id
        if agency_id is not None:
            _require_agency(session, agency_id)
    with agency_write(store.database, {home, agency_id or home}) as work:
        member = member_called(work.session, login)
        wanted = (
            member.role if role is None else _known_role(role),
            agency_id or member.agency_id,
            member.active if active is None else active,
        )
        said = _different(member, wanted, name)
        if password is not None:
            member.password_hash = _accepted(password, member.id, name or member.name)
            said.append("password")
        member.name = name or member.name
        if wanted != (member.role, member.agency_id, member.active):
            _require_someone_left(work.session, member, wanted)
            _move(store, work.session, member, wanted)
        if said:
            write_down(work, member.agency_id, "staff_changed", member.id, ", ".join(said))
        return member.id


def give_factor(store: Store, login: str, secret: str, step: int = 0) -> None:
    """From now on `secret` is the second factor of that login; `step`: of the code that proved it.

    Raises Refused("staff_unknown").
    """
    with store.database.read() as session:
        home = member_called(session, login).agency_id
    with agency_write(store.database, {home}) as work:
        member = member_called(work.session, login)
        member.totp_secret = sealed_for(store, home, secret, member.id)
        member.totp_step = step
        write_down(work, home, "factor_renewed", member.id, "proven" if step else "not proven")


def unlock(store: Store, login: str, reason: str) -> str:
    """Forgives the failures of a login, wherever they were counted; returns the login.

    Raises Refused("staff_unknown").
    """
    with store.database.read() as session:
        member = member_called(session, login)
        of_theirs = Attempt.id.startswith(attempts.count_id("staff", member.id), autoescape=True)
        scopes = set(session.scalars(select(Attempt.scope).where(of_theirs)))
    with agency_write(store.database, scopes | {member.agency_id}) as work:
        for scope in sorted(scopes):
            attempts.unlock(work.session, "staff", member.id, scope, reason, datetime.now(UTC))
        write_down(work, member.agency_id, "staff_unlocked", member.id, reason)
    return member.id


def member_called(session: Session, login: str) -> Staff:
    """The member with that very login, or the only one whose login is the same. Raises Refused."""
    exact = session.get(Staff, login.strip())
    if exact is not None:
        return exact
    alike = [each for each in session.scalars(select(Staff.id)) if fold_login(each) == fold_login(login)]
    if len(alike) > 1:
        raise Refused("staff_alike", login=login, logins=", ".join(sorted(alike)))
    if not alike:
        raise Refused("staff_unknown", login=login)
    return session.get_one(Staff, alike[0])


def _move(store: Store, session: Session, member: Staff, wanted: tuple[str, str, bool]) -> None:
    role, agency_id, active = wanted
    if agency_id != member.agency_id and member.totp_secret:
        member.totp_secret = moved(store, member, agency_id)
    posts.change(session, member, datetime.now(UTC), role=role, agency_id=agency_id, active=active)


def _require_someone_left(session: Session, member: Staff, wanted: tuple[str, str, bool]) -> None:
    """Whoever works in an agency that had a manager or an administrator has one still to lift a lock."""
    role, agency_id, active = wanted
    lifts = member.active and member.role in _LIFT_LOCKS
    if not lifts or (active and role in _LIFT_LOCKS and agency_id == member.agency_id):
        return
    others = [
        each
        for each in session.scalars(select(Staff).where(Staff.agency_id == member.agency_id, Staff.active))
        if each.id != member.id
    ]
    stays = active and agency_id == member.agency_id
    if (others or stays) and not any(each.role in _LIFT_LOCKS for each in others):
        raise Refused("staff_last_manager", login=member.id, agency=member.agency_id)


def _different(member: Staff, wanted: tuple[str, str, bool], name: str | None) -> list[str]:
    role, agency_id, active = wanted
    said = []
    if name and name != member.name:
        said.append("name")
    if role != member.role:
        said.append(f"role {member.role} > {role}")
    if agency_id != member.agency_id:
        said.append(f"agency {member.agency_id} > {agency_id}")
    if active != member.active:
        said.append("opened again" if active else "closed")
    return said


def _new_login(store: Store, login: str) -> str:
    folded = fold_login(login)
    if not folded or len(folded) > LONGEST_LOGIN or not folded.isascii() or not folded.isprintable():
        raise Invalid("login", "login_wrong", login=login, most=LONGEST_LOGIN)
    if set(folded) & set(":@%/\\"):
        raise Invalid("login", "login_wrong", login=login, most=LONGEST_LOGIN)
    with store.database.read() as session:
        taken = [each for each in session.scalars(select(Staff.id)) if fold_login(each) == folded]
    if taken:
        raise Refused("staff_exists", login=taken[0])
    return folded


def _known_role(role: str) -> str:
    if role not in tuple(Role):
        raise Invalid("role", "role_unknown", role=role)
    return role


def _accepted(password: str, login: str, name: str) -> str:
    judgement = weak(password, login, name)
    if not judgement.ok:
        raise Invalid("password", "password_weak", judgement=judgement)
    return hash_password(password)


def _require_agency(session: Session, agency_id: str) -> None:
    if session.get(Agency, agency_id) is None:
        raise Refused("agency_unknown", agency=agency_id)


def _shown(member: Staff, locked: set[str], alike: list[str]) -> Member:
    count = attempts.count_id("staff", member.id)
    return Member(
        member.id,
        member.name,
        member.role,
        member.agency_id,
        member.active,
        any(each == count or each.startswith(f"{count}@") for each in locked),
        member.last_sign_in_at,
        tuple(each for each in alike if each != member.id),
    )
