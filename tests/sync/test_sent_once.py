"""The state of a photo changes without its bytes being written to the disk again."""

import hashlib
from random import Random

from sqlalchemy import update

from desktop.station.station import Station
from desktop.sync.journal.kept import keep_file
from desktop.sync.journal.tables import Upload
from tests.sync.fleet import Fleet

PHOTO = Random(1).randbytes(3_000_000)
NAME = hashlib.sha256(PHOTO).hexdigest()


def written_since_the_last_look(station: Station) -> int:
    """Bytes that the journal wrote ahead; then all of them are in the file."""
    ahead = station.replica.current.path.with_name("journal.db-wal")
    size = ahead.stat().st_size
    with station.journal.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return size


def test_a_photo_is_written_once_however_often_its_state_changes(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    written_since_the_last_look(west)
    west.uploads.keep(NAME, PHOTO, "image/jpeg")
    assert written_since_the_last_look(west) > len(PHOTO)
    with west.journal.database.write() as session:
        keep_file(session, NAME, None, west.journal.keeping.epoch)
    with west.journal.database.write() as session:
        session.execute(update(Upload).where(Upload.sha256 == NAME).values(sent=False))
    assert 0 < written_since_the_last_look(west) < 64 * 1024
