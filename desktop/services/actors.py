"""Who acts: reads the actor of a command and says what that person may do."""

from desktop.errors import NotAllowed
from desktop.services.command import Context

STAFF = "staff:"
TENANT = "tenant:"


def staff_login(context: Context) -> str:
    """The login of the member of staff who acts. Raises NotAllowed("staff_only") for anybody else."""
    if not context.actor.startswith(STAFF):
        raise NotAllowed("staff_only")
    return context.actor.removeprefix(STAFF)


def forbid_other_leases(context: Context, lease_id: str) -> None:
    """A tenant acts on the own lease only. Raises NotAllowed("not_your_lease")."""
    if context.actor.startswith(TENANT) and context.actor != f"{TENANT}{lease_id}":
        raise NotAllowed("not_your_lease")
