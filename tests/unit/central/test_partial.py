"""Files that are still arriving, where several processes serve from one folder."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.central.files.partial import PartialFiles
from desktop.errors import Refused

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_two_processes_never_write_one_file_at_once(tmp_path: Path) -> None:
    files, other = PartialFiles(tmp_path, 1_000), PartialFiles(tmp_path, 1_000)
    name = files.begin("station", "a" * 64, 10, "image/jpeg", NOW)
    with files.growing(name), pytest.raises(Refused, match="upload_busy"), other.growing(name):
        pass
    with other.growing(name):
        other.append(name, b"0123456789")
    assert files.standing("station", name, NOW)[1] == 10


def test_a_file_that_nobody_began_makes_nothing(tmp_path: Path) -> None:
    files = PartialFiles(tmp_path, 1_000)
    with pytest.raises(Refused, match="upload_unknown"), files.growing("0" * 32):
        pass
    assert list(tmp_path.iterdir()) == []
