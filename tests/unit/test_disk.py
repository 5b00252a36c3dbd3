"""What programs write is its owner's alone, and what an earlier release left open is closed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.central.store import open_store
from desktop.disk import close_to_others
from desktop.errors import NotAllowed
from desktop.security.vault import VAULT_FILE
from tests.unit.central.estate import furnished_store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has access lists instead")


@pytest.fixture
def _as_anybody() -> Iterator[None]:
    """The umask that most machines give."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def opened_up(folder: Path) -> None:
    """As 0.1.0 left a folder: all but the vault and its key could be read by everybody."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.name.startswith("vault."):
            path.chmod(0o755 if path.is_dir() else 0o644)


def open_to_others(folder: Path) -> list[str]:
    return [
        f"{path.name} {path.stat().st_mode & 0o777:o}"
        for path in (folder, *folder.rglob("*"))
        if path.stat().st_mode & 0o077
    ]


@pytest.mark.usefixtures("_as_anybody")
def test_whatever_a_command_writes_is_its_owners_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "central"
    words = ["guichet", "central", "init", "--data", str(data), "--demonstration", "--json"]
    monkeypatch.setattr("sys.argv", words)
    with pytest.raises(SystemExit):
        main()
    assert (data / "central.toml").exists()
    assert open_to_others(data) == []


@pytest.mark.usefixtures("_as_anybody")
def test_a_central_of_0_1_0_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "central"
    furnished_store(folder, "").database.close()
    (folder / "blobs" / "ab").mkdir(parents=True)
    (folder / "blobs" / "ab" / "abcdef").write_bytes(b"photo")
    (folder / "rejets.csv").write_text("fichier;ligne", encoding="utf-8")
    opened_up(folder)
    open_store(folder).database.close()
    assert open_to_others(folder) == []


def test_what_is_open_below_a_closed_folder_is_closed_too(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "recu.pdf").write_bytes(b"%PDF")
    (tmp_path / "station.toml").write_text("", encoding="utf-8")
    opened_up(tmp_path)
    tmp_path.chmod(0o700)
    close_to_others(tmp_path)
    assert open_to_others(tmp_path) == []


def test_what_a_link_leads_to_is_left_alone(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "folder"
    elsewhere.mkdir(mode=0o755)
    folder.mkdir(mode=0o755)
    (folder / "link").symlink_to(elsewhere)
    elsewhere.chmod(0o755)
    close_to_others(folder)
    assert elsewhere.stat().st_mode & 0o777 == 0o755


def test_a_vault_that_others_could_read_is_refused_and_not_closed_in_silence(tmp_path: Path) -> None:
    folder = tmp_path / "central"
    furnished_store(folder, "").database.close()
    (folder / VAULT_FILE).chmod(0o644)
    with pytest.raises(NotAllowed, match="file_open_to_others"):
        open_store(folder)
