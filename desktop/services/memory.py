"""What is remembered of before, so that a claim is judged as of when it was done; how late it may come."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.among import Among
from desktop.models.former_post import FormerPost
from desktop.models.staff import Staff
from desktop.rules.parameters import DECIDED_BY_TWO_ABOVE_CENTS, LATE_CLAIM_DAYS
from desktop.services.days import local_day
from desktop.services.parameters import in_force

CLOCK_TOLERANCE: Final = timedelta(minutes=15)
"""By so much a station's clock may be slow when somebody first acts as what they have just become."""

_STAFF, _FORMER = Staff.__table__.c, FormerPost.__table__.c
_POSTS = select(_STAFF.id, _STAFF.role, _STAFF.agency_id, _STAFF.since).where(
    Among(_STAFF.id, bindparam("logins")), _STAFF.active
)
_FORMER_POSTS = select(_FORMER.login, _FORMER.role, _FORMER.agency_id, _FORMER.since, _FORMER.until).where(
    Among(_FORMER.login, bindparam("logins"))
)


class Post(NamedTuple):
    """That somebody works in an agency with a role, from a moment on and until another; None is for ever."""

    role: str
    agency_id: str
    since: datetime | None
    until: datetime | None = None


class Past(NamedTuple):
    """What central alone remembers. `left_at`: when a lease went from this agency to another; `restored_at`:
    when the agency's rows were last put back from a backup.
    """

    left_at: Callable[[str], datetime | None]
    restored_at: Callable[[], datetime | None]


class Memory:
    """`now` is the clock of who judges. A station has no past: it judges what is done there and then."""

    def __init__(self, session: Session, now: datetime, past: Past | None = None) -> None:
        self._session = session
        self._now = now
        self._past = past
        self._known: dict[str, int] = {}

    @property
    def is_centrals(self) -> bool:
        """Whether central judges a station's word, not a station what it does itself."""
        return self._past is not None

    def was_here(self, lease_id: str) -> bool:
        """Whether a lease left this agency so lately that its stations may not have heard of it."""
        left = self._past.left_at(lease_id) if self._past else None
        return left is not None and self._is_in_time(left)

    def may_lack(self, done_at: datetime) -> bool:
        """Whether what a station says was done then may have been lost since, in a restore of late."""
        restored = self._past.restored_at() if self._past else None
        return restored is not None and done_at < restored and self._is_in_time(restored)

    def takes_two(self, cents: int | None) -> bool:
        """Whether central lets nobody decide alone what became of so much money."""
        return self._past is not None and (cents or 0) > self._parameter(DECIDED_BY_TWO_ABOVE_CENTS)

    def posts(self, logins: Collection[str]) -> dict[str, list[Post]]:
        """All that each of these is and was."""
        found: dict[str, list[Post]] = {}
        for question in (_POSTS, _FORMER_POSTS):
            for login, *post in self._session.connection().execute(question, {"logins": list(logins)}):
                found.setdefault(login, []).append(Post(*post))
        return found

    def held(self, post: Post, said_at: datetime) -> bool:
        """Whether it was theirs when they say that they acted: nobody acts in the future, and what one says
        to have done before one was closed must come soon after that.
        """
        at = min(said_at, self._now)
        begun = post.since is None or at >= post.since - CLOCK_TOLERANCE
        return begun and (post.until is None or (at < post.until and self._is_in_time(post.until)))

    def _is_in_time(self, ended: datetime) -> bool:
        return self._now - ended <= timedelta(days=self._parameter(LATE_CLAIM_DAYS))

    def _parameter(self, key: str) -> int:
        if key not in self._known:
            self._known[key] = in_force(self._session, key, local_day(self._now))
        return self._known[key]
