"""A failpoint does what it was armed to do, when it was, and otherwise nothing at all."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import failpoints
from tests.chaos.processes import NAMED, ROOT


@pytest.fixture(autouse=True)
def _disarmed() -> Iterator[None]:
    yield
    failpoints.arm("", "")


def test_unarmed_it_does_nothing_and_writes_nothing_down(tmp_path: Path) -> None:
    failpoints.arm("", "")
    failpoints.reached("journal.before_commit")
    assert list(tmp_path.iterdir()) == []


def test_it_fails_at_the_time_it_was_told_and_at_no_other() -> None:
    failpoints.arm("here=raise@2;there=raise%0.0001", "")
    failpoints.reached("here")
    with pytest.raises(OSError, match="here"):
        failpoints.reached("here")
    failpoints.reached("here")


def test_it_notes_where_the_program_was_and_what_came_of_it(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    failpoints.arm("here=delay:0", str(seen))
    for name in ("here", "elsewhere", "here"):
        failpoints.reached(name)
    assert seen.read_text("utf-8").split("\n") == ["here", "here delay", "elsewhere", ""]


def test_what_one_test_noted_is_noted_for_the_next_one_too(tmp_path: Path) -> None:
    for seen in (tmp_path / "first", tmp_path / "second"):
        failpoints.arm("", str(seen))
        failpoints.reached("here")
        assert seen.read_text("utf-8") == "here\n"


def test_a_program_armed_from_outside_is_killed_there() -> None:
    program = "from desktop import failpoints; failpoints.reached('here'); print('alive')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={failpoints.VARIABLE: "here=kill", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, b"")


def test_no_name_is_used_in_two_places() -> None:
    files = sorted((ROOT / "desktop").rglob("*.py"))
    named = [name for file in files for name in NAMED.findall(file.read_text("utf-8"))]
    assert len(named) > 20
    assert sorted(named) == sorted(set(named))
