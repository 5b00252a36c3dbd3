"""A machine that lacks something is told what, in one sentence, and help always comes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.machine import lacking
from tests.architecture.sources import ROOT


def typed(*words: str | Path, before: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """`guichet …` as its own process; `before` runs first in it."""
    program = f"import sys\n{before}\nfrom desktop.__main__ import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=50,
        check=False,
    )


def a_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return " ".join(done.stderr.split())


WITHOUT_HOURS = "sys.modules['tzdata'] = None; import zoneinfo; zoneinfo.reset_tzpath(())"
WITHOUT_GL = """
class Missing:
    def find_spec(self, name, path, target=None):
        if name in {'PySide6.QtGui', 'PySide6.QtWidgets'}:
            raise ImportError('libGL.so.1: cannot open shared object file: No such file or directory')
sys.meta_path.insert(0, Missing())
"""


@pytest.mark.parametrize("before", [WITHOUT_HOURS, WITHOUT_GL])
def test_help_comes_whatever_is_missing(before: str) -> None:
    assert "counter" in typed("--help", before=before).stdout


def test_help_comes_where_its_signs_cannot_be_shown() -> None:
    assert "counter" in typed("--help", PYTHONIOENCODING="ascii").stdout


def test_the_hours_of_paris_come_along_where_the_system_has_none() -> None:
    before = "import zoneinfo; zoneinfo.reset_tzpath(()); from desktop.services.days import LANDLORD_ZONE"
    assert "counter" in typed("--help", before=before).stdout


def test_without_any_hours_of_paris_it_says_so(tmp_path: Path) -> None:
    said = a_sentence(typed("counter", "--data", tmp_path, before=WITHOUT_HOURS))
    assert said.endswith("install tzdata (on Debian: apt install tzdata).")


def test_without_a_library_of_qt_it_names_it(tmp_path: Path) -> None:
    assert "The library libGL.so.1 is not installed" in a_sentence(
        typed("kiosk", "--data", tmp_path, before=WITHOUT_GL)
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a window system")
def test_without_a_screen_it_says_so_and_does_not_abort(tmp_path: Path) -> None:
    nowhere = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    assert "No window can be opened here" in a_sentence(typed("kiosk", "--data", tmp_path, **nowhere))


@pytest.mark.parametrize(
    "error",
    [
        ImportError("libGL.so.1: cannot open shared object file: No such file or directory"),
        ImportError("DLL load failed while importing QtWidgets: The specified module could not be found."),
    ],
)
def test_what_an_import_ended_with_names_what_is_missing(error: ImportError) -> None:
    failure = lacking(error)
    assert failure is not None
    assert failure.facts["library"] in str(error)


def test_a_mistake_of_ours_is_no_lack_of_the_machine() -> None:
    assert lacking(ImportError("cannot import name 'x' from 'desktop.app'")) is None
    assert lacking(ValueError("libGL.so.1: cannot open shared object file")) is None
