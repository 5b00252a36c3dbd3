"""What lies in the export folder under a file's name and is no plain file is named; the night goes on."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.central.importers.night import Night, report_of

LEDGER = "ecritures.csv"


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        os.chdir(path.parent)  # its address has room for few letters
        listening.bind(path.name)


THINGS: dict[str, Callable[[Path], object]] = {
    "a pipe that nobody writes to": os.mkfifo,
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a folder": Path.mkdir,
    "a socket": _socket,
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", [LEDGER, "contrats.csv"])
def test_what_is_no_plain_file_is_named_and_holds_nothing_up(
    first_night: Night, thing: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(first_night.folder)
    (first_night.folder / name).unlink()
    THINGS[thing](first_night.folder / name)
    done = first_night.run()
    expected = "file_missing" if thing == "a link to itself" else "file_not_plain"
    assert report_of(done, name).refused_reason in {expected, "file_not_plain"}
    assert report_of(done, "logements.csv").new > 0


def test_a_link_to_a_plain_file_is_read(first_night: Night, tmp_path: Path) -> None:
    (first_night.folder / LEDGER).rename(tmp_path / "tonight.csv")
    (first_night.folder / LEDGER).symlink_to(tmp_path / "tonight.csv")
    assert report_of(first_night.run(), LEDGER).new > 0
