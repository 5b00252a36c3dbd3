"""The second factors of staff: their seeds sealed, found again, given anew."""

import shutil
from dataclasses import dataclass, field

from sqlalchemy import select

from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store
from desktop.models.device import Device
from desktop.models.staff import Staff
from desktop.rules.station_kind import StationKind
from desktop.security import letterbox, seeds


@dataclass(slots=True)
class SeedKeys:
    """What each counter needs to open its agency's seeds, sealed for it alone; made once per device."""

    secret: bytes = field(repr=False)
    _made: dict[tuple[str, bytes], bytes] = field(default_factory=dict, repr=False)

    def of(self, device: Device) -> bytes:
        """Nothing for a station at which no staff sign in."""
        if device.kind != StationKind.COUNTER:
            return b""
        name = (device.id, device.public_key)
        if name not in self._made:
            key = seeds.agency_key(self.secret, device.agency_id)
            private = letterbox.private_key(self.secret)
            self._made[name] = seeds.close_key(private, device.public_key, key, device.id)
        return self._made[name]


def sealed_for(store: Store, agency_id: str, seed: str, login: str) -> str:
    """As the seed stands in the row of a member of staff of that agency."""
    return seeds.seal_seed(seeds.agency_key(store.vault.pepper, agency_id), seed, login)


def moved(store: Store, member: Staff, agency_id: str) -> str:
    """The seed of `member` as it stands in the row once they are of another agency."""
    key = seeds.agency_key(store.vault.pepper, member.agency_id)
    return sealed_for(store, agency_id, seeds.open_seed(key, member.totp_secret, member.id), member.id)


def seal_all(store: Store) -> int:
    """Seals what an earlier release kept in clear; how many. What lay in the file before is written over.

    Bootstraps that were made ready hold them too: they are made anew.
    """
    with store.database.read() as session:
        agencies = {member.agency_id for member in session.scalars(select(Staff)) if _is_clear(member)}
    if not agencies:
        return 0
    in_a_file = store.database.dialect == "sqlite"
    with agency_write(store.database, agencies) as work:
        if in_a_file:
            work.session.connection().exec_driver_sql("PRAGMA secure_delete = ON")
        clear = [member for member in work.session.scalars(select(Staff)) if _is_clear(member)]
        for member in clear:
            member.totp_secret = sealed_for(store, member.agency_id, member.totp_secret, member.id)
    shutil.rmtree(store.snapshots, ignore_errors=True)
    if in_a_file:
        with store.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(clear)


def _is_clear(member: Staff) -> bool:
    return bool(member.totp_secret) and not seeds.is_sealed(member.totp_secret)
