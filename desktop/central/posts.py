"""What a member of staff is, changed so that it is remembered what they were and until when."""

from datetime import datetime

from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop.models.former_post import FormerPost
from desktop.models.staff import Staff


def change(
    session: Session,
    member: Staff,
    now: datetime,
    *,
    role: str | None = None,
    agency_id: str | None = None,
    active: bool | None = None,
) -> None:
    """Gives another role or agency, closes or opens again; what is left out stays as it is.

    What was done before `now`, and is heard of later, is judged by what they were then. The unit of work must
    hold both agencies' scopes. Where nothing changes nothing is written.
    """
    wanted = (
        member.role if role is None else role,
        member.agency_id if agency_id is None else agency_id,
        member.active if active is None else active,
    )
    if wanted == (member.role, member.agency_id, member.active):
        return
    if member.active:
        session.add(
            FormerPost(
                id=str(uuid7()),
                scope=member.agency_id,
                login=member.id,
                role=member.role,
                agency_id=member.agency_id,
                since=member.since,
                until=now,
            )
        )
    member.role, member.agency_id, member.active = wanted
    member.scope = member.agency_id
    member.since = now
