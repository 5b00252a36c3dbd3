"""Who may become a station, and who may not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from desktop.central.stations import devices
from desktop.config import STATION_FILE, write_settings
from desktop.errors import NotAllowed, NotEnrolled, Offline, Refused
from desktop.station.enrolment import enrol, open_station
from tests.world import World


def _code(landlord: World, kind: str = "kiosk") -> str:
    return devices.offer(landlord.store, kind, "AG02", "Hall", datetime.now(UTC))


def test_a_station_enrols_once_with_its_code(landlord: World, tmp_path: Path) -> None:
    settings = enrol(tmp_path / "hall", landlord.server.url, _code(landlord))
    assert (settings.kind, settings.agency_id, settings.device_code) == ("kiosk", "AG02", "AG02-K01")
    assert enrol(tmp_path / "other", landlord.server.url, _code(landlord)).device_code == "AG02-K02"


def test_a_code_typed_in_lower_case_and_with_spaces_is_the_same_code(landlord: World, tmp_path: Path) -> None:
    typed = _code(landlord).lower().replace("-", " ")
    assert enrol(tmp_path / "hall", landlord.server.url, typed).device_code == "AG02-K01"


def test_a_used_code_a_wrong_one_and_an_old_one_are_refused_alike(landlord: World, tmp_path: Path) -> None:
    used = _code(landlord)
    enrol(tmp_path / "first", landlord.server.url, used)
    long_ago = datetime.now(UTC) - timedelta(days=1)
    old = devices.offer(landlord.store, "kiosk", "AG02", "Hall", long_ago)
    for index, code in enumerate((used, "ABCD-EFGH", old, "", "🙂" * 40)):
        with pytest.raises(NotAllowed) as refusal:
            enrol(tmp_path / f"again-{index}", landlord.server.url, code)
        assert refusal.value.code == "enrolment_refused"


def test_a_code_holds_for_as_long_as_the_landlord_decided(landlord: World, tmp_path: Path) -> None:
    minutes = timedelta(minutes=devices.code_minutes(landlord.store, datetime.now(UTC)))
    assert minutes == timedelta(minutes=10)
    almost_old = datetime.now(UTC) - minutes + timedelta(minutes=1)
    code = devices.offer(landlord.store, "kiosk", "AG02", "Hall", almost_old)
    assert enrol(tmp_path / "hall", landlord.server.url, code).kind == "kiosk"
    too_old = datetime.now(UTC) - minutes - timedelta(seconds=1)
    code = devices.offer(landlord.store, "kiosk", "AG02", "Hall", too_old)
    with pytest.raises(NotAllowed):
        enrol(tmp_path / "late", landlord.server.url, code)


def test_a_refused_station_can_try_again_in_the_same_folder(landlord: World, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        enrol(tmp_path / "hall", landlord.server.url, "ABCD-EFGH")
    assert enrol(tmp_path / "hall", landlord.server.url, _code(landlord)).kind == "kiosk"


def test_a_folder_that_is_a_station_stays_the_station_it_is(landlord: World, tmp_path: Path) -> None:
    enrol(tmp_path / "hall", landlord.server.url, _code(landlord))
    with pytest.raises(Refused) as refusal:
        enrol(tmp_path / "hall", landlord.server.url, _code(landlord))
    assert refusal.value.code == "already_enrolled"


def test_beyond_this_machine_an_address_without_tls_is_refused(landlord: World, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        enrol(tmp_path / "hall", "http://central.habitat62.example", _code(landlord))
    assert refusal.value.code == "address_not_protected"


def test_a_station_whose_address_was_changed_to_one_without_tls_does_not_open(
    landlord: World, tmp_path: Path
) -> None:
    settings = enrol(tmp_path / "hall", landlord.server.url, _code(landlord))
    changed = msgspec.structs.replace(settings, central_url="http://central.habitat62.example")
    write_settings(tmp_path / "hall" / STATION_FILE, changed)
    with pytest.raises(Refused, match="address_not_protected"):
        open_station(tmp_path / "hall")


def test_a_central_that_does_not_answer_is_said_so(landlord: World, tmp_path: Path) -> None:
    with pytest.raises(Offline):
        enrol(tmp_path / "hall", "http://127.0.0.1:1", "ABCD-EFGH")


def test_a_code_is_only_offered_for_an_agency_and_a_kind_that_exist(landlord: World) -> None:
    with pytest.raises(Refused, match="agency_unknown"):
        devices.offer(landlord.store, "kiosk", "AG99", "Hall", datetime.now(UTC))
    with pytest.raises(Refused, match="device_kind_unknown"):
        devices.offer(landlord.store, "toaster", "AG02", "Hall", datetime.now(UTC))


def test_an_empty_folder_is_no_station(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled):
        open_station(tmp_path)


def test_a_station_that_missed_the_answer_may_ask_again(landlord: World, tmp_path: Path) -> None:
    code = _code(landlord)
    settings = enrol(tmp_path / "hall", landlord.server.url, code)
    (tmp_path / "hall" / STATION_FILE).unlink()
    again = enrol(tmp_path / "hall", landlord.server.url, code)
    assert (again.device_id, again.device_code) == (settings.device_id, "AG02-K01")
    with pytest.raises(NotAllowed):
        enrol(tmp_path / "somebody-else", landlord.server.url, code)
