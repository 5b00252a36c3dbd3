"""Papers kept as files: whole, private, never overwritten."""

import errno
import os
from pathlib import Path

import pytest

from desktop.errors import DeviceUnavailable
from desktop.hardware.folder_printer import FolderPrinter
from desktop.hardware.printer import PrintStep

PDF = b"%PDF-1.7\n%%EOF\n"


def keep(folder: Path, title: str, pdf: bytes = PDF) -> Path:
    result = FolderPrinter(folder).print_pdf(pdf, title, lambda step: None)
    assert result.job is not None
    return Path(result.job)


def test_two_papers_of_one_title_are_both_kept(tmp_path: Path) -> None:
    first, second = keep(tmp_path, "Reçu n° 12"), keep(tmp_path, "Reçu n° 12", PDF + b"second")
    assert (first.name, second.name) == ("Reçu-n-12.pdf", "Reçu-n-12-2.pdf")
    assert (first.read_bytes(), second.read_bytes()) == (PDF, PDF + b"second")


def test_nothing_but_finished_papers_lies_in_the_folder(tmp_path: Path) -> None:
    keep(tmp_path, "a")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_only_the_station_may_read_a_paper(tmp_path: Path) -> None:
    assert keep(tmp_path, "a").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "title", ["../../etc/cron.d/x", "/etc/passwd", "a\0b", "..", "", "CON:*?", "x" * 500]
)
def test_a_title_never_leads_out_of_the_folder(tmp_path: Path, title: str) -> None:
    path = keep(tmp_path, title)
    assert path.parent == tmp_path
    assert path.suffix == ".pdf"


def test_a_folder_that_cannot_be_one_is_a_missing_device(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DeviceUnavailable) as caught:
        keep(tmp_path / "file", "a")
    assert (caught.value.device, caught.value.code) == ("printer", "folder_unusable")


def test_a_full_disk_is_told_and_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeviceUnavailable) as caught:
        keep(tmp_path, "a")
    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_a_screen_is_told_that_the_paper_is_printing(tmp_path: Path) -> None:
    steps: list[PrintStep] = []
    FolderPrinter(tmp_path).print_pdf(PDF, "a", steps.append)
    assert steps == [PrintStep.PRINTING]
