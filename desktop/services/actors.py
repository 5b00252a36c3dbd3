"""Who acts: reads the actor of a command and says what that person may do."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.errors import NotAllowed
from desktop.models.device import Device
from desktop.models.staff import Staff
from desktop.services.command import Context, Run

STAFF = "staff:"
TENANT = "tenant:"
ROLES = ("front_desk_agent", "agency_manager", "administrator")
AT_THE_DESK = ("front_desk_agent", "agency_manager")
_TRUST = select(
    select(Staff.active).where(Staff.id == bindparam("login")).scalar_subquery().label("active"),
    select(Device.kind).where(Device.id == bindparam("device")).scalar_subquery().label("kind"),
)


def staff_login(context: Context) -> str:
    """The login of the member of staff who acts. Raises NotAllowed("staff_only") for anybody else."""
    if not context.actor.startswith(STAFF):
        raise NotAllowed("staff_only")
    return context.actor.removeprefix(STAFF)


def require_staff(session: Session, context: Context, roles: tuple[str, ...] = ROLES) -> str:
    """The login of a member of staff with one of `roles`.

    A station let them sign in; central believes no station and looks again. Raises NotAllowed: staff_only,
    staff_unknown, role_missing, counter_only.
    """
    login = staff_login(context)
    member = session.get(Staff, login)
    if member is not None and member.role not in roles:
        raise NotAllowed("role_missing")
    if context.run is Run.AUTHORITY:
        code = _distrust(session, context, login)
        if code is not None:
            raise NotAllowed(code)
    return login


def staff_warning(session: Session, context: Context) -> str | None:
    """As require_staff for what already happened (cash is in the drawer): a code for staff instead."""
    return DeskStaff(session).warning(context)


class DeskStaff:
    """Who acted in however many commands, each looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._codes: dict[tuple[str, str], str | None] = {}

    def warning(self, context: Context) -> str | None:
        """As staff_warning. Raises NotAllowed("staff_only")."""
        if context.run is not Run.AUTHORITY:
            return None
        who = (staff_login(context), context.device_id)
        if who not in self._codes:
            self._codes[who] = _distrust(self._session, context, who[0])
        return self._codes[who]


def forbid_other_leases(context: Context, lease_id: str) -> None:
    """A tenant acts on the own lease only. Raises NotAllowed("not_your_lease")."""
    if context.actor.startswith(TENANT) and context.actor != f"{TENANT}{lease_id}":
        raise NotAllowed("not_your_lease")


def _distrust(session: Session, context: Context, login: str) -> str | None:
    found = session.connection().execute(_TRUST, {"login": login, "device": context.device_id}).one()
    if not found.active:
        return "staff_unknown"
    return "counter_only" if found.kind == "kiosk" else None
