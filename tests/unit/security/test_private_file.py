"""Files that only their owner may read."""

import errno
import os
import stat
from pathlib import Path

import pytest

from desktop.errors import NotAllowed, StoreDamaged, StoreFull
from desktop.security.private_file import create_private, read_private, replace_private

posix = pytest.mark.skipif(os.name != "posix", reason="modes and owners are POSIX")


def test_what_was_written_is_read_back_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    create_private(path, b"one\r\n\x1a")
    assert read_private(path) == b"one\r\n\x1a"
    replace_private(path, b"two")
    assert read_private(path) == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


def test_a_file_that_exists_is_never_created_again(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    create_private(path, b"one")
    with pytest.raises(FileExistsError):
        create_private(path, b"two")
    assert read_private(path) == b"one"
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


@posix
@pytest.mark.parametrize("mask", [0o000, 0o277])
def test_the_process_mask_changes_nothing(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        create_private(tmp_path / "secret", b"one")
        replace_private(tmp_path / "other", b"one")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {0o600}


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601, 0o666])
def test_a_file_others_could_touch_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "secret"
    create_private(path, b"one")
    path.chmod(mode)
    with pytest.raises(NotAllowed, match="file_open_to_others") as refusal:
        read_private(path)
    assert refusal.value.facts == {"file": "secret", "mode": f"{mode:04o}"}


@posix
def test_a_file_of_another_person_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret"
    create_private(path, b"one")
    monkeypatch.setattr("os.geteuid", lambda: path.stat().st_uid + 1)
    with pytest.raises(NotAllowed, match="file_of_someone_else"):
        read_private(path)


@posix
def test_a_link_or_a_folder_is_no_secret(tmp_path: Path) -> None:
    create_private(tmp_path / "secret", b"one")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    (tmp_path / "folder").mkdir()
    for name in ("link", "folder"):
        with pytest.raises(NotAllowed, match="file_not_readable"):
            read_private(tmp_path / name)


def test_a_missing_file_is_simply_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_private(tmp_path / "secret")


@posix
@pytest.mark.parametrize(
    ("number", "refusal"),
    [(errno.ENOSPC, StoreFull), (errno.EDQUOT, StoreFull), (errno.EIO, StoreDamaged)],
)
def test_a_disk_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, refusal: type[Exception]
) -> None:
    path = tmp_path / "secret"
    create_private(path, b"one")

    def failing(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", failing)
        with pytest.raises(refusal):
            replace_private(path, b"two")
    assert read_private(path) == b"one"
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


def test_a_folder_that_is_not_there_is_an_error_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged, match="file_not_written"):
        replace_private(tmp_path / "nowhere" / "secret", b"one")
