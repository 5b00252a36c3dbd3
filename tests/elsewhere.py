"""What was done at another station, as rows that came to this one."""

from uuid import uuid4

from desktop.services.catalogue import CATALOGUE
from desktop.services.command import Command, Context, Run
from desktop.station.station import Station


def done_elsewhere(station: Station, command: Command, actor: str = "staff:nadia") -> None:
    """Makes the command's rows at `station`, which did not perform it itself, and tells its screens."""
    settings = station.settings
    context = Context(
        key=uuid4(),
        actor=actor,
        device_id="elsewhere",
        device_code=f"{settings.agency_id}-C09",
        agency_id=settings.agency_id,
        at=station.now(),
        receipt_no=1,
        run=Run.REPLAY,
    )
    with station.replica.write() as session:
        CATALOGUE[type(command)].service(session, command, context)
    station._tell(frozenset({"*"}))
