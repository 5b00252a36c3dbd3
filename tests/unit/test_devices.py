"""`guichet station`: an administrator says which devices there are; what cannot be is refused."""

import json
import os
import socket
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from desktop.command_line import STANDINGS, app
from desktop.config import STATION_FILE, StationSettings, read_settings, write_settings
from desktop.errors import DeviceUnavailable, Invalid, NotEnrolled
from desktop.hardware.card_terminal import TerminalState
from desktop.station.fitting import fit, fittings, lacking
from desktop.station.sentences import SENTENCES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kiosk that was enrolled and has no device yet."""
    enrolled = StationSettings(
        central_url="https://central.example",
        device_id="device-1",
        device_code="AG01-K01",
        kind="kiosk",
        agency_id="AG01",
        incarnation="one",
        viewing_distance_mm=450,
    )
    write_settings(tmp_path / STATION_FILE, enrolled)
    return tmp_path


def shown(folder: Path) -> dict[str, tuple[str, str]]:
    said = CliRunner().invoke(
        app, ["station", "show", "--data", str(folder), "--json"], catch_exceptions=False
    )
    return {each["device"]: (each["set_to"], each["standing"]) for each in json.loads(said.stdout)}


def test_a_new_station_has_no_device_and_says_which_it_lacks(folder: Path) -> None:
    assert shown(folder) == {device: ("none", "absent") for device in ("terminal", "printer", "photos")}
    assert lacking(read_settings(folder / STATION_FILE, StationSettings)) == ("terminal", "printer", "photos")


def test_what_is_set_is_shown_and_all_else_stays(folder: Path) -> None:
    before = read_settings(folder / STATION_FILE, StationSettings)
    (folder / "key").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as terminal:
        port = terminal.getsockname()[1]
        fit(folder, terminal=f"caisse_ap:127.0.0.1:{port}", photos=str(folder / "key"))
        assert shown(folder) == {
            "terminal": (f"caisse_ap:127.0.0.1:{port}", "ready"),
            "printer": ("none", "absent"),
            "photos": (str(folder / "key"), "ready"),
        }
    fit(folder, terminal="none", photos="none")
    after = read_settings(folder / STATION_FILE, StationSettings)
    assert (after.device_id, after.viewing_distance_mm) == (before.device_id, 450)
    assert shown(folder)["photos"] == ("none", "absent")


def test_a_device_that_went_away_is_named_and_stays_set(folder: Path) -> None:
    (folder / "key").mkdir()
    fit(folder, terminal="caisse_ap:127.0.0.1:1", photos=str(folder / "key"))
    (folder / "key").rmdir()
    assert shown(folder) == {
        "terminal": ("caisse_ap:127.0.0.1:1", "unreachable"),
        "printer": ("none", "absent"),
        "photos": (str(folder / "key"), "folder_missing"),
    }


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"terminal": "ingenico"}, "terminal_unknown"),
        ({"terminal": "caisse_ap"}, "terminal_unknown"),
        ({"terminal": "caisse_ap:"}, "terminal_unknown"),
        ({"terminal": "caisse_ap:192.168.1.50:"}, ""),
        ({"terminal": "caisse_ap:192.168.1.50:eight"}, "terminal_unknown"),
        ({"terminal": "caisse_ap:192.168.1.50:99999"}, "port_out_of_range"),
        ({"terminal": "caisse_ap:tpe.example"}, "address_not_numeric"),
        ({"terminal": "caisse_ap:8.8.8.8"}, "address_not_allowed"),
        ({"terminal": "caisse_ap:[fd00::7]:8890"}, ""),
        ({"terminal": "caisse_ap:fd00::7"}, ""),
        ({"terminal": "none:1"}, "terminal_unknown"),
        ({"printer": "laser"}, "printer_unknown"),
        ({"printer": "cups"}, "printer_unknown"),
        ({"printer": "folder:x"}, "printer_unknown"),
        ({"photos": "/no/such/folder"}, "folder_missing"),
        ({"photos": ""}, "folder_missing"),
    ],
)
def test_a_device_that_cannot_be_is_refused_in_a_sentence_and_nothing_changes(
    folder: Path, said: dict[str, str], code: str
) -> None:
    before = (folder / STATION_FILE).read_bytes()
    if not code:
        fit(folder, **said)
        return
    with pytest.raises((Invalid, DeviceUnavailable)) as refused:
        fit(folder, **said)
    assert refused.value.code == code
    assert "{" not in SENTENCES[code].format_map(refused.value.facts)
    assert (folder / STATION_FILE).read_bytes() == before


def test_where_nothing_is_enrolled_nothing_is_set(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled):
        fit(tmp_path, printer="none")
    with pytest.raises(NotEnrolled):
        fittings(tmp_path)


def test_a_person_reads_what_to_type_next(folder: Path) -> None:
    said = CliRunner().invoke(
        app, ["station", "set", "--data", str(folder), "--terminal", "simulator"], catch_exceptions=False
    )
    assert "next start" in said.stdout
    assert f"guichet station set --data {folder} --printer cups:QUEUE" in said.stdout
    assert "No terminal" not in said.stdout


def test_words_of_a_later_release_stay_in_the_file(folder: Path) -> None:
    path = folder / STATION_FILE
    later = 'of_tomorrow = [1, {a = "b"}]\nsince = 2026-12-01\nlimit = inf\n'
    path.write_text(later + path.read_text() + '\n[later]\non = true\n"two words" = ["x"]\n')
    path.write_text(path.read_text().replace("[printer]", '[printer]\ntray = "lower"'))
    before = tomllib.loads(path.read_text())
    fit(folder, terminal="simulator")
    assert tomllib.loads(path.read_text()) == before | {
        "terminal": before["terminal"] | {"kind": "simulator"}
    }


def test_what_0_1_0_wrote_keeps_its_printer_and_its_photos_can_be_taken_away(folder: Path) -> None:
    path = folder / STATION_FILE
    path.write_text(path.read_text().replace('[printer]\nkind = "none"', '[printer]\nkind = "folder"'))
    (folder / "key").mkdir()
    fit(folder, photos=str(folder / "key"))
    fit(folder, photos="none")
    assert shown(folder)["printer"] == ("folder", "demonstration")
    assert "photo_folder" not in path.read_text()


@pytest.mark.parametrize("name", ["clé 📷", 'a "b" \\ c', "delete\x7f", "two\nlines"])
def test_a_photo_folder_of_any_name_leaves_settings_that_can_be_read(folder: Path, name: str) -> None:
    (folder / name).mkdir()
    fit(folder, photos=str(folder / name))
    assert read_settings(folder / STATION_FILE, StationSettings).photo_folder == str(folder / name)


def test_a_photo_folder_whose_name_is_no_text_is_refused(folder: Path) -> None:
    name = os.fsdecode(os.fsencode(folder) + b"/\xff")
    Path(name).mkdir()
    with pytest.raises(Invalid, match="folder_missing"):
        fit(folder, photos=name)


def test_a_change_of_nothing_is_refused(folder: Path) -> None:
    with pytest.raises(Invalid, match="no_device_named"):
        fit(folder)


def test_each_standing_of_a_device_has_words() -> None:
    unusable = {"kind_unknown", "not_configured", "address_not_numeric", "address_not_allowed"}
    found = {"port_out_of_range", "print_refused", "queue_closed", "folder_missing", "demonstration"}
    assert set(TerminalState) | unusable | found <= STANDINGS.keys(), "name it in command_line.STANDINGS"
