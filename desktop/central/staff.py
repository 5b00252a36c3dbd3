"""Members of staff, as an administrator adds them."""

from dataclasses import dataclass

from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store
from desktop.errors import Invalid, Refused
from desktop.models.agency import Agency
from desktop.models.staff import Staff
from desktop.rules.password import judge
from desktop.rules.role import Role
from desktop.security.passwords import hash_password
from desktop.security.totp import new_secret, uri


@dataclass(frozen=True, slots=True)
class NewStaff:
    """What the person needs for a first sign-in, shown once: the secret for an authenticator application."""

    login: str
    totp_secret: str
    totp_uri: str


def add(store: Store, login: str, name: str, role: str, agency_id: str, password: str) -> NewStaff:
    """Adds a member of staff, or gives one that exists a new password and a new second factor.

    Raises Invalid for a weak password or an unknown role, Refused for an unknown agency.
    """
    if role not in tuple(Role):
        raise Invalid("role", "role_unknown", role=role)
    judgement = judge(password, (login, *name.split()))
    if not judgement.ok:
        raise Invalid("password", "password_weak", problems=list(judgement.problems))
    secret = new_secret()
    with store.database.read() as session:
        if session.get(Agency, agency_id) is None:
            raise Refused("agency_unknown", agency=agency_id)
    with agency_write(store.database, {agency_id}) as work:
        work.session.merge(
            Staff(
                id=login,
                scope=agency_id,
                name=name,
                role=role,
                agency_id=agency_id,
                password_hash=hash_password(password),
                totp_secret=secret,
                totp_step=0,
                active=True,
                last_sign_in_at=None,
            )
        )
    return NewStaff(login, secret, uri(secret, login, f"Guichet {store.settings.landlord}"))
