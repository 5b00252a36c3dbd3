"""The landlord as central keeps it, and stations print it."""

import msgspec
from sqlalchemy import select

from desktop.central.administration import write_down
from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store
from desktop.config import CENTRAL_FILE, write_settings
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.landlord import Landlord
from desktop.rules.demonstration import is_demonstration

_SAID = tuple(column.name for column in Landlord.__table__.c if column.name not in ("id", "scope", "ver"))


def shown(store: Store) -> dict[str, str | bool]:
    """All that is said of the landlord, and whether it is the demonstration's."""
    with store.database.read() as session:
        row = session.scalars(select(Landlord).limit(1)).one()
        found: dict[str, str | bool] = {name: getattr(row, name) for name in _SAID}
    return found | {"demonstration": is_demonstration(str(found["siren"]))}


def change(store: Store, wanted: Landlord) -> list[str]:
    """Makes it so from now on, with the stations' next rows; returns which words differ.

    What it was before stands in the audit.
    """
    with agency_write(store.database, {GLOBAL_SCOPE}) as work:
        row = work.session.scalars(select(Landlord).limit(1)).one()
        changed = [name for name in _SAID if getattr(row, name) != getattr(wanted, name)]
        if changed:
            said = "; ".join(f"{name}: {getattr(row, name)} > {getattr(wanted, name)}" for name in changed)
            write_down(work, GLOBAL_SCOPE, "landlord_changed", row.id, said)
        for name in changed:
            setattr(row, name, getattr(wanted, name))
    if "name" in changed:
        settings = msgspec.structs.replace(store.settings, landlord=wanted.name)
        write_settings(store.folder / CENTRAL_FILE, settings)
    return changed
