"""An agency with as long a name as the ERP allows has stations too, even where the register was lost."""

from datetime import UTC, datetime

from sqlalchemy import text

from desktop.central.database.agency_write import agency_write
from desktop.central.stations import devices, register
from desktop.central.store import Store, ensure_scopes
from desktop.models.agency import Agency
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.receipt import Receipt
from desktop.protocol.messages import EnrolRequest
from desktop.security.device_key import new_device_key, public_key, sign

LONG = "SAINT-OMER-NORDS"
LATE = datetime(2046, 1, 1, tzinfo=UTC)


def test_a_station_numbered_by_the_minute_in_an_agency_of_sixteen_letters_enrols(store: Store) -> None:
    ensure_scopes(store.database, {LONG})
    names = ("name", "address", "postal_code", "city", "phone", "email", "opening_hours")
    with agency_write(store.database, {GLOBAL_SCOPE}) as work:
        rest = dict.fromkeys(names, "") | {"creditor_identifier": ""}
        work.session.add(Agency(id=LONG, scope=GLOBAL_SCOPE, **rest))
    register.carry_over(store.folder, (), store.folder, LATE)
    code, key = devices.offer(store, "kiosk", LONG, "Hall", LATE), new_device_key()
    request = EnrolRequest(code, public_key(key).hex(), sign(key, b"enrol:" + code.encode()).hex(), "a-life")
    enrolled = devices.enrol(store, request, LATE)
    assert enrolled.device_code == f"{LONG}-K{20 * 365 * 1440 + 5 * 1440 + 1}"
    with store.database.read() as session:
        assert session.scalar(text("SELECT code FROM device")) == enrolled.device_code
    printed = f"{enrolled.device_code}-{9_999_999:06d}"
    assert len(printed) <= Receipt.__table__.c.number.type.length  # type: ignore[attr-defined]
