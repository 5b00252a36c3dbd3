"""A folder that photographs fall into: what is offered, what is read, and that nothing stays."""

import os
from pathlib import Path

import pytest

from desktop.errors import DeviceUnavailable
from desktop.hardware.camera import FolderCamera


def drop(folder: Path, name: str, content: bytes, age: int) -> Path:
    """A file as a phone leaves it, `age` seconds old."""
    path = folder / name
    path.write_bytes(content)
    os.utime(path, ns=(0, (1_000_000 - age) * 10**9))
    return path


def code_of(caught: pytest.ExceptionInfo[DeviceUnavailable]) -> tuple[str, str]:
    return caught.value.device, caught.value.code


def test_the_newest_photograph_comes_first_and_is_the_one_taken(tmp_path: Path) -> None:
    old, new = drop(tmp_path, "a.jpg", b"old", 60), drop(tmp_path, "b.HEIC", b"new", 5)
    camera = FolderCamera(tmp_path)
    assert camera.photos() == [new, old]
    assert camera.take() == b"new"
    assert camera.take(old) == b"old"


def test_folders_links_hidden_files_and_copies_under_way_are_not_offered(tmp_path: Path) -> None:
    (tmp_path / "DCIM").mkdir()
    (tmp_path / "passwd.jpg").symlink_to("/etc/passwd")
    for name in (".thumb.jpg", "a.jpg.part", "b.TMP"):
        drop(tmp_path, name, b"x", 1)
    assert FolderCamera(tmp_path).photos() == []


def test_a_path_that_is_no_candidate_is_not_read(tmp_path: Path) -> None:
    secret = drop(tmp_path, "secret.txt", b"secret", 1)
    folder = tmp_path / "photos"
    folder.mkdir()
    drop(folder, "a.jpg", b"x", 1)
    with pytest.raises(DeviceUnavailable) as caught:
        FolderCamera(folder).take(secret)
    assert code_of(caught) == ("camera", "photo_gone")


@pytest.mark.parametrize(("size", "taken"), [(10, True), (11, False)])
def test_a_photograph_above_the_limit_is_refused(tmp_path: Path, size: int, taken: bool) -> None:
    drop(tmp_path, "a.jpg", b"x" * size, 1)
    camera = FolderCamera(tmp_path, largest=10)
    if taken:
        assert len(camera.take()) == size
    else:
        with pytest.raises(DeviceUnavailable) as caught:
            camera.take()
        assert code_of(caught) == ("camera", "photo_too_large")


def test_an_empty_folder_has_no_photo(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailable) as caught:
        FolderCamera(tmp_path).take()
    assert code_of(caught) == ("camera", "no_photo")


def test_a_missing_folder_is_a_missing_device(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailable) as caught:
        FolderCamera(tmp_path / "unplugged").photos()
    assert code_of(caught) == ("camera", "folder_missing")


def test_nothing_of_a_visit_stays_for_the_next_person(tmp_path: Path) -> None:
    drop(tmp_path, "a.jpg", b"x", 1)
    drop(tmp_path, "b.jpg", b"y", 2)
    camera = FolderCamera(tmp_path)
    camera.forget()
    assert camera.photos() == []
    assert list(tmp_path.iterdir()) == []
