"""What central does after a command, as its entry says: files that arrived, rows that others now hold."""

from desktop.central.database.agency_write import Work
from desktop.central.files import blobs
from desktop.models.device import Device
from desktop.services.command import Command, Done
from desktop.services.entry import Entry, Files, Restamped


class Aftermath:
    """Within one unit of work, for the commands of one device."""

    def __init__(self, work: Work, device: Device) -> None:
        self._work = work
        self._device = device

    def of(self, entry: Entry, command: Command, done: Done) -> None:
        """Does all that follows from this command; its rows are written first."""
        for each in entry.after:
            self._work.session.flush()
            match each:
                case Files(named):
                    blobs.mark_arrived(self._work.session, self._device.agency_id, named(command))
                case Restamped(rows):
                    self._work.restamp(rows(self._work.session, done))
