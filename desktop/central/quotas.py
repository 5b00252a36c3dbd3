"""What each station used of central in the hour or the day; one that wants more is asked to come later.

Nothing is lost by that: a station keeps what it was not let hand in, and tries again.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import QuotaUse
from desktop.central.store import Store
from desktop.config import Quotas
from desktop.errors import GuichetError
from desktop.models.device import Device
from desktop.services.warnings import warn_over_quota

LONGEST_PAUSE_SECONDS = 600
TOLD_EVERY = timedelta(minutes=1)
"""How often at most a refusal is written down: a station that asks on and on costs nothing more."""

_log = logging.getLogger(__name__)


class Allowance(StrEnum):
    """Of what a station has a share, by the name of its setting in `[quotas]`."""

    COMMANDS = "commands_an_hour"
    PHOTOS = "photo_bytes_a_day"
    UPLOADS = "open_uploads"
    QUARANTINE = "quarantine"


_WINDOWS = {Allowance.COMMANDS: timedelta(hours=1), Allowance.PHOTOS: timedelta(days=1)}
"""Those that are used up by and by, and are there anew after so long."""


class OverQuota(GuichetError):
    """A station has used up its share; `retry_after` seconds from now it may try again."""

    def __init__(self, share: Allowance, seconds: float = LONGEST_PAUSE_SECONDS) -> None:
        self.share = share
        pause = max(1, min(round(seconds), LONGEST_PAUSE_SECONDS))
        super().__init__("over_quota", share=share.value, retry_after=pause)


@dataclass(frozen=True, slots=True)
class Overdrawn:
    """A station that was refused more than its share, as an administrator must see it."""

    station: str
    share: str
    used: int
    most: int | None
    refused_at: datetime | None
    refusals: int


def spend(
    session: Session, most: Quotas, device: Device, share: Allowance, amount: int, now: datetime
) -> None:
    """Counts what a station uses, in the unit of work that it is used in. Raises OverQuota."""
    use = session.get(QuotaUse, (device.id, share.value), with_for_update=True)
    if use is None:
        use = _nothing_used(device, share, now)
        session.add(use)
    window = _WINDOWS[share]
    if not timedelta() <= now - use.since < window:
        use.since, use.used = now, 0
    if use.used + amount > getattr(most, share):
        raise OverQuota(share, (use.since + window - now).total_seconds())
    use.used += amount


@contextmanager
def telling(store: Store, device: Device, now: datetime) -> Iterator[None]:
    """While the block lasts, a refusal is written down for the administrator before it is passed on."""
    try:
        yield
    except OverQuota as refusal:
        _note(store, device, refusal.share, now)
        raise


def overdrawn(store: Store) -> list[Overdrawn]:
    """The stations that were refused more than their share, the last of them first."""
    query = select(QuotaUse, Device.code).outerjoin(Device, Device.id == QuotaUse.device_id)
    refused = query.where(QuotaUse.refused_at.is_not(None)).order_by(QuotaUse.refused_at.desc())
    with store.database.read() as session:
        return [
            Overdrawn(
                code or use.device_id,
                use.what,
                use.used,
                getattr(store.settings.quotas, use.what, None),
                use.refused_at,
                use.refusals,
            )
            for use, code in session.execute(refused)
        ]


def _note(store: Store, device: Device, share: Allowance, now: datetime) -> None:
    with store.database.read() as session:
        before = session.get(QuotaUse, (device.id, share.value))
    if before is not None and before.refused_at is not None and now - before.refused_at < TOLD_EVERY:
        return
    with agency_write(store.database, {device.agency_id}) as work:
        use = work.session.get(QuotaUse, (device.id, share.value), with_for_update=True)
        if use is None:
            use = _nothing_used(device, share, now)
            work.session.add(use)
        use.refused_at, use.refusals = now, use.refusals + 1
        warn_over_quota(work.session, device, now)
    _log.error(
        "station %s is over its quota (%s) and was asked to come later. If it is not yours any more: "
        "guichet central revoke",
        device.code,
        share.value,
    )


def _nothing_used(device: Device, share: Allowance, now: datetime) -> QuotaUse:
    return QuotaUse(device_id=device.id, what=share.value, since=now, used=0, refused_at=None, refusals=0)
