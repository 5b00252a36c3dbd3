"""A station's folder that something happened to: what is wrong is a sentence, and no traceback."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from desktop import app as program
from desktop.config import STATION_FILE
from desktop.errors import GuichetError, Refused
from desktop.station.devices import open_devices
from desktop.station.sentences import SENTENCES
from tests.journeys.test_start import closed
from tests.world import world

Damage = Callable[[Path], object]
NOBODY = 65534
GARBAGE = Random(62).randbytes(9_000)
FILES = (STATION_FILE, "journal.db", "vault.bin", "vault.key")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A counter that is not open."""
    with world(tmp_path_factory.mktemp("sound"), leases=2) as landlord:
        return closed(landlord, "counter")


@pytest.fixture
def folder(sound: Path) -> Iterator[Path]:
    """A copy of it, where its own user gets to."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o711)
        yield shutil.copytree(sound, Path(place, "counter"))


def written(name: str, content: bytes) -> Damage:
    return lambda folder: (folder / name).write_bytes(content)


def said(name: str, instead: str) -> Damage:
    """Somebody typed something else into the settings."""

    def act(folder: Path) -> None:
        file = folder / STATION_FILE
        text = file.read_text(encoding="utf-8")
        assert name in text
        file.write_text(text.replace(name, instead), encoding="utf-8")

    return act


def made_a_folder(name: str) -> Damage:
    def act(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return act


def made_a_pipe(name: str) -> Damage:
    def act(folder: Path) -> None:
        (folder / name).unlink()
        os.mkfifo(folder / name, 0o600)

    return act


def closed_to_all(name: str = ".") -> Damage:
    return lambda folder: (folder / name).chmod(0)


def read_only(folder: Path) -> None:
    (folder / "journal.db").chmod(0o400)


def nothing_may_be_written(folder: Path) -> None:
    folder.chmod(0o500)


DAMAGES: dict[str, tuple[Damage, str]] = {
    "empty settings": (written(STATION_FILE, b""), "settings_unreadable"),
    "random settings": (written(STATION_FILE, GARBAGE), "settings_unreadable"),
    "settings of nought": (written(STATION_FILE, b"\0" * 300), "settings_unreadable"),
    "settings in ANSI": (written(STATION_FILE, "kind = 'é'".encode("cp1252")), "settings_unreadable"),
    "settings half typed": (written(STATION_FILE, b"central_url ="), "settings_unreadable"),
    "another kind": (said('kind = "counter"', 'kind = "tram"'), "settings_unreadable"),
    "no address": (said("http://", "htp:/"), "address_unreadable"),
    "no such terminal": (said('kind = "none"', 'kind = "ingenico"'), "kind_unknown"),
    "a terminal abroad": (
        said('"none"\nhost = "127.0.0.1"', '"caisse_ap"\nhost = "8.8.8.8"'),
        "address_not_allowed",
    ),
    "a printer without queue": (
        said('[printer]\nkind = "none"', '[printer]\nkind = "cups"'),
        "not_configured",
    ),
    **{
        f"random {name}": (written(name, GARBAGE), code)
        for name, code in (
            ("journal.db", "store_unreadable"),
            ("vault.bin", "vault_damaged"),
            ("vault.key", "key_file_damaged"),
        )
    },
    "another key": (written("vault.key", GARBAGE[:32]), "vault_key_of_another"),
    **{
        f"a folder for {name}": (made_a_folder(name), code)
        for name, code in zip(
            FILES,
            ("settings_unreadable", "store_cannot_open", "file_not_readable", "file_not_readable"),
            strict=True,
        )
    },
    "a pipe for the settings": (made_a_pipe(STATION_FILE), "settings_unreadable"),
    "a pipe for the vault": (made_a_pipe("vault.bin"), "file_not_readable"),
    **{
        f"closed {name}": (closed_to_all(name), code)
        for name, code in (
            (".", "folder_not_ours"),
            (STATION_FILE, "settings_unreadable"),
            ("journal.db", "folder_not_ours"),
            ("vault.bin", "file_not_readable"),
            ("vault.key", "file_not_readable"),
        )
    },
    "a journal to be read only": (read_only, "folder_not_ours"),
    "a folder to be read only": (nothing_may_be_written, "folder_not_ours"),
}


@contextmanager
def as_its_owner(folder: Path) -> Iterator[None]:
    """Root may do anything; a station's user may not."""
    if os.geteuid():
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        folder.chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX")
@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_wrong_is_a_sentence(folder: Path, name: str) -> None:
    damage, code = DAMAGES[name]
    damage(folder)
    with (
        as_its_owner(folder),
        pytest.raises(GuichetError) as failure,
        program.opened(folder) as (station, _lanes),
    ):
        open_devices(folder, station)
    assert failure.value.code == code
    assert code in SENTENCES, f"say in desktop/station/sentences.py what {code} means and what to do"


@pytest.mark.parametrize("content", [b"", GARBAGE, GARBAGE[:32]])
def test_a_cache_is_worth_a_bootstrap_and_never_a_worry(folder: Path, content: bytes) -> None:
    (cache,) = folder.glob("cache-*.db")
    cache.write_bytes(content)
    with program.opened(folder) as (station, _lanes):
        assert not station.status().bootstrapped


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_settings_are_read_as_editors_of_windows_save_them(folder: Path, encoding: str) -> None:
    file = folder / STATION_FILE
    file.write_bytes(file.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding))
    with program.opened(folder) as (station, _lanes):
        assert station.settings.device_code.startswith("AG02-C")


def test_what_nobody_foresaw_is_a_sentence_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_asked: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(program, "open_station", stumble)
    with pytest.raises(GuichetError, match="cannot_open") as failure, program.opened(folder):
        pass
    assert failure.value.facts == {"what": "ZeroDivisionError"}


def test_no_kiosk_opens_in_a_counters_folder(folder: Path) -> None:
    with pytest.raises(Refused, match="station_of_other_kind"):
        program._require_kind(program.Kind.KIOSK, folder)


@pytest.mark.skipif(os.name != "posix", reason="on Windows the folder's access list protects it")
def test_nobody_else_reads_a_stations_folder_whatever_it_was_made_with(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "journal.db").chmod(0o644)
    (folder / "papers").mkdir(exist_ok=True, mode=0o755)
    with program.opened(folder) as (station, _lanes):
        open_devices(folder, station)
        modes = {path.name: path.stat().st_mode & 0o077 for path in (folder, *folder.rglob("*"))}
    assert set(modes.values()) == {0}, modes
