"""What an administrator types, and reads."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from desktop.__main__ import main
from desktop.central.cli.main import app as central
from desktop.central.listening import Endpoint
from desktop.central.server import Server
from desktop.central.store import open_store
from desktop.command_line import app
from desktop.config import RESOURCES
from desktop.errors import NotEnrolled, Offline
from desktop.station.enrolment import enrol, open_station
from tests.certificates import own_authority
from tests.world import PASSWORD, part_of_export

COMMANDS = ("init", "import", "enrol", "audit", "serve")


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(central, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A central with a few leases, made from the command line alone."""
    data = tmp_path / "central"
    assert _run("init", "--demonstration", "--data", data).exit_code == 0
    assert _run("import", part_of_export(tmp_path / "night", 4), "--data", data, "--json").exit_code == 0
    return data


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_central_explains_itself(command: str) -> None:
    assert "--data" in _run(command, "--help").output


@pytest.mark.parametrize("command", ["enrol", "kiosk", "counter", "demo"])
def test_every_command_of_a_station_explains_itself(command: str) -> None:
    assert "Usage" in CliRunner().invoke(app, [command, "--help"]).output


def test_an_import_tells_a_program_what_it_did(tmp_path: Path, folder: Path) -> None:
    told = json.loads(_run("import", tmp_path / "night", "--data", folder, "--json").output)
    ledger = next(file for file in told["files"] if file["name"] == "ecritures.csv")
    counts = {key: ledger[key] for key in ("read", "new", "changed", "unchanged", "rejected")}
    lines = len((tmp_path / "night" / "ecritures.csv").read_text(encoding="cp1252").splitlines()) - 1
    assert counts == {"read": lines, "new": 0, "changed": 0, "unchanged": lines, "rejected": 0}


def test_an_import_tells_a_person_what_it_did(tmp_path: Path, folder: Path) -> None:
    assert "ecritures.csv" in _run("import", tmp_path / "night", "--data", folder).output


def test_a_second_central_is_not_made_over_the_first(folder: Path) -> None:
    with pytest.raises(Exception, match="central_exists"):
        _run("init", "--demonstration", "--data", folder)


def test_a_member_of_staff_is_added_with_a_second_factor(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "password").write_text(PASSWORD + "\n", encoding="utf-8")
    words = ("--login", "claire", "--name", "Claire Delattre", "--agency", "AG02")
    told = json.loads(
        _run(
            "staff", "add", "--data", folder, *words, "--password-file", tmp_path / "password", "--json"
        ).output
    )
    assert told["totp_uri"].startswith("otpauth://totp/")


def test_a_weak_password_is_refused(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "password").write_text("azerty", encoding="utf-8")
    words = ("--login", "claire", "--name", "Claire Delattre", "--agency", "AG02")
    with pytest.raises(Exception, match="password_weak"):
        _run("staff", "add", "--data", folder, *words, "--password-file", tmp_path / "password")


def test_a_failure_is_one_sentence_and_not_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["guichet", "central", "enrol", "--data", str(tmp_path), *_A_KIOSK])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "Nothing is set up in" in said
    assert "Traceback" not in said


def test_a_station_enrols_and_talks_over_tls_with_its_copy_of_the_landlords_own_authority(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = own_authority(tmp_path)
    code = json.loads(_run("enrol", "--data", folder, *_A_KIOSK, "--json").output)["code"]
    with Server(open_store(folder), Endpoint(certificate=certificate, private_key=key)) as server:
        with pytest.raises(Offline) as refusal:
            enrol(tmp_path / "careless", server.url, code)
        assert refusal.value.code == "central_not_trusted"
        monkeypatch.chdir(tmp_path)
        enrol(tmp_path / "kiosk", server.url, code, ca_file=certificate.name)
        certificate.unlink()
        monkeypatch.chdir("/")
        station = open_station(tmp_path / "kiosk")
        station.exchange()
        assert station.status().bootstrapped
        station.close()


def test_opening_what_is_no_station_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled):
        open_station(tmp_path)


def test_a_landlord_that_is_badly_described_is_refused(tmp_path: Path) -> None:
    described = (RESOURCES / "demo" / "landlord.toml").read_text(encoding="utf-8")
    bad = tmp_path / "landlord.toml"
    for text in (described.replace("siren", "sirene"), "name = ", ""):
        bad.write_text(text, encoding="utf-8")
        with pytest.raises(Exception, match="landlord_unreadable"):
            _run("init", "--data", tmp_path / "central", "--landlord", bad)
    assert not (tmp_path / "central").exists()


_A_KIOSK = ("--kind", "kiosk", "--agency", "AG02")
