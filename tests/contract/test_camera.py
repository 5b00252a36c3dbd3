"""A folder that photographs fall into: what is offered, what is read, and that nothing else is touched."""

import os
from pathlib import Path

import pytest

from desktop.errors import DeviceUnavailable
from desktop.hardware.camera import FolderCamera

JPEG, PNG = b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"
PICTURES = [JPEG, PNG, b"RIFF\x10\0\0\0WEBPVP8 ", b"\0\0\0\x18ftypheic\0\0"]
OTHERS = [
    b"",
    b"\xff\xd8",
    b"PK\x03\x04 a document",
    b"%PDF-1.7",
    b"\x03\xd9\xa2\x9a a vault",
    b"RIFF\x10\0\0\0WAVEfmt ",
]


def drop(folder: Path, name: str, content: bytes, age: int) -> Path:
    """A file as a phone leaves it, `age` seconds old."""
    path = folder / name
    path.write_bytes(content)
    os.utime(path, ns=(0, (1_000_000 - age) * 10**9))
    return path


def code_of(caught: pytest.ExceptionInfo[DeviceUnavailable]) -> tuple[str, str]:
    return caught.value.device, caught.value.code


@pytest.fixture
def camera(tmp_path: Path) -> FolderCamera:
    """The folder's, at the beginning of a visit."""
    begun = FolderCamera(tmp_path, largest=10)
    begun.begin()
    return begun


def test_the_newest_photograph_comes_first_and_is_the_one_taken(camera: FolderCamera, tmp_path: Path) -> None:
    old, new = drop(tmp_path, "a.jpg", JPEG, 60), drop(tmp_path, "b.HEIC", PNG, 5)
    assert camera.photos() == [new, old]
    assert camera.take() == PNG
    assert camera.take(old) == JPEG


def test_folders_links_hidden_files_and_copies_under_way_are_not_offered(
    camera: FolderCamera, tmp_path: Path
) -> None:
    (tmp_path / "DCIM").mkdir()
    (tmp_path / "passwd.jpg").symlink_to("/etc/passwd")
    for name in (".thumb.jpg", "a.jpg.part", "b.TMP"):
        drop(tmp_path, name, JPEG, 1)
    assert camera.photos() == []


def test_a_path_that_is_no_candidate_is_not_read(tmp_path: Path) -> None:
    secret = drop(tmp_path, "secret.txt", b"secret", 1)
    folder = tmp_path / "photos"
    folder.mkdir()
    camera = FolderCamera(folder)
    camera.begin()
    drop(folder, "a.jpg", JPEG, 1)
    with pytest.raises(DeviceUnavailable) as caught:
        camera.take(secret)
    assert code_of(caught) == ("camera", "photo_gone")


@pytest.mark.parametrize(("size", "taken"), [(10, True), (11, False)])
def test_a_photograph_above_the_limit_is_refused(
    camera: FolderCamera, tmp_path: Path, size: int, taken: bool
) -> None:
    drop(tmp_path, "a.jpg", JPEG.ljust(size), 1)
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


@pytest.mark.parametrize("content", PICTURES)
def test_a_picture_that_appeared_during_the_visit_is_forgotten_with_it(
    camera: FolderCamera, tmp_path: Path, content: bytes
) -> None:
    drop(tmp_path, "a", content, 1)
    assert len(camera.photos()) == 1
    camera.forget()
    assert (camera.photos(), list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("content", OTHERS)
def test_what_is_no_picture_is_neither_offered_nor_deleted_whatever_it_is_called(
    camera: FolderCamera, tmp_path: Path, content: bytes
) -> None:
    path = drop(tmp_path, "holiday.jpg", content, 1)
    assert camera.photos() == []
    camera.forget()
    assert path.read_bytes() == content


def test_pictures_of_before_the_visit_are_neither_offered_nor_deleted(tmp_path: Path) -> None:
    passport, renamed = drop(tmp_path, "passport.jpg", JPEG, 60), drop(tmp_path, "b.jpg", PNG, 50)
    camera = FolderCamera(tmp_path)
    camera.begin()
    drop(tmp_path, "passport.jpg", JPEG + b"!", 1)
    renamed.rename(tmp_path / "c.jpg")
    mine = drop(tmp_path, "mine.jpg", JPEG, 1)
    assert camera.photos() == [mine]
    camera.forget()
    assert {path.name for path in tmp_path.iterdir()} == {passport.name, "c.jpg"}


def test_pictures_in_folders_and_behind_links_are_not_deleted(tmp_path: Path) -> None:
    theirs, folder = tmp_path / "theirs", tmp_path / "photos"
    theirs.mkdir()
    folder.mkdir()
    camera = FolderCamera(folder)
    camera.begin()
    picture = drop(theirs, "a.jpg", JPEG, 1)
    (folder / "DCIM").mkdir()
    inside = drop(folder / "DCIM", "b.jpg", JPEG, 1)
    (folder / "link.jpg").symlink_to(picture)
    (folder / "all").symlink_to(theirs)
    camera.forget()
    assert (picture.read_bytes(), inside.read_bytes()) == (JPEG, JPEG)
    assert (folder / "link.jpg").is_symlink()


@pytest.mark.parametrize("there_before", [False, True])
def test_a_key_that_is_put_in_during_the_visit_is_read_and_keeps_its_pictures(
    tmp_path: Path, there_before: bool
) -> None:
    folder, key = tmp_path / "photos", tmp_path / "key"
    if there_before:
        folder.mkdir()
    camera = FolderCamera(folder)
    camera.begin()
    key.mkdir()
    drop(key, "a.jpg", JPEG, 1)
    if there_before:
        folder.rename(tmp_path / "covered")
    key.rename(folder)
    assert camera.take() == JPEG
    camera.forget()
    assert (folder / "a.jpg").read_bytes() == JPEG


def test_outside_a_visit_nothing_is_offered_and_nothing_deleted(tmp_path: Path) -> None:
    camera = FolderCamera(tmp_path)
    path = drop(tmp_path, "a.jpg", JPEG, 1)
    assert camera.photos() == []
    camera.forget()
    assert path.exists()
