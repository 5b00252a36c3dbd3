"""What an earlier release left otherwise is put in order, once this is known to be the right database."""

import logging

from sqlalchemy import select

from desktop.central.administration import write_down
from desktop.central.database.agency_write import agency_write
from desktop.central.factors import seal_all
from desktop.central.landlord import read_house_parameters
from desktop.central.store import Store, parameter_row
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.parameter import ParameterRow

_log = logging.getLogger(__name__)


def put_in_order(store: Store) -> None:
    """Seals what was kept in clear, and adds the parameters that this release brings; mostly nothing."""
    sealed = seal_all(store)
    if sealed:
        _log.warning("%d second factors were kept in clear and are sealed now; older backups are not", sealed)
    added = add_missing_parameters(store)
    if added:
        _log.warning("parameters of this release, with the values it brings: %s", ", ".join(added))


def add_missing_parameters(store: Store) -> list[str]:
    """Those of which the database knows no value at all; what the landlord set stays."""
    with store.database.read() as session:
        known = set(session.scalars(select(ParameterRow.key)))
    missing = [each for each in read_house_parameters() if each.key not in known]
    if missing:
        with agency_write(store.database, {GLOBAL_SCOPE}) as work:
            for each in missing:
                work.session.merge(parameter_row(each))
                value = f"{each.value} from {each.valid_from}"
                write_down(work, GLOBAL_SCOPE, "parameter_added", each.key, value)
    return sorted({each.key for each in missing})
