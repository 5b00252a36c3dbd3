"""A station that cannot open says so on its screen, and opens once what was in the way is gone."""

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager
from errno import EACCES
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app as program
from desktop.config import STATION_FILE
from desktop.errors import NotAllowed, NotEnrolled, Refused, StoreDamaged
from desktop.models.database import open_database
from desktop.security.vault import Vault
from desktop.station.station import Station
from desktop.sync.lock import only_one
from desktop.views.common import cannot_open
from desktop.views.common.cannot_open import CannotOpen
from tests.journeys.test_start import BOTH, closed, watch
from tests.world import World

TRIES = 8


@pytest.fixture
def whoever_stands_there(qapp: QApplication) -> Callable[[Callable[[CannotOpen], None]], QTimer]:
    """Does something, once, with the window that says why."""

    def looks(act: Callable[[CannotOpen], None]) -> QTimer:
        timer = QTimer(interval=20)

        def look() -> None:
            for window in qapp.topLevelWidgets():
                if isinstance(window, CannotOpen) and window.isVisible():
                    timer.stop()
                    act(window)

        timer.timeout.connect(look)
        timer.start()
        return timer

    return looks


@BOTH
def test_it_opens_when_it_is_tried_again_after_the_cause_is_gone(
    qapp: QApplication,
    landlord: World,
    whoever_stands_there: Callable[[Callable[[CannotOpen], None]], QTimer],
    kind: str,
    run: Callable[..., int],
) -> None:
    folder = closed(landlord, kind)
    gone = (folder / STATION_FILE).rename(folder / "elsewhere")

    def mend(window: CannotOpen) -> None:
        gone.rename(folder / STATION_FILE)
        window.primary.click()

    waiting = whoever_stands_there(mend)
    opened = watch(qapp, lambda _shell: True)
    assert run(folder, windowed=True) == 0
    assert not waiting.isActive()
    assert not opened.isActive()


@BOTH
def test_whoever_closes_the_window_gives_up(
    tmp_path: Path,
    whoever_stands_there: Callable[[Callable[[CannotOpen], None]], QTimer],
    kind: str,
    run: Callable[..., int],
) -> None:
    waiting = whoever_stands_there(lambda window: window.back.click())
    with pytest.raises(NotEnrolled):
        run(tmp_path / kind, windowed=True)
    assert not waiting.isActive()


def test_a_second_kiosk_does_not_hide_the_one_that_serves(landlord: World) -> None:
    folder = closed(landlord, "kiosk")
    with only_one(folder), pytest.raises(Refused, match="already_running"):
        program.run_kiosk(folder)


def test_trying_again_for_a_night_leaves_nothing_open_and_never_bares_the_desktop(
    qapp: QApplication,
    landlord: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = closed(landlord, "kiosk")
    a_newer_journal(folder)
    monkeypatch.setattr(cannot_open, "AGAIN_MS", 1)
    held, covered, opened = [], [], program.opened

    def watched(folder: Path) -> AbstractContextManager[tuple[Station, program.Lanes]]:
        covered.append(any(isinstance(each, CannotOpen) and each.isVisible() for each in windows()))
        held.append(open_in(folder))
        if len(held) == TRIES:
            raise OSError("enough")
        return opened(folder)

    windows = qapp.topLevelWidgets
    monkeypatch.setattr(program, "opened", watched)
    gc.disable()
    try:
        with pytest.raises(OSError, match="enough"):
            program.run_kiosk(folder)
    finally:
        gc.enable()
        for window in windows():
            window.hide()
    assert held == [[]] * TRIES
    assert covered == [False, *[True] * (TRIES - 1)]


def open_in(folder: Path) -> list[str]:
    """The files of this station that the process holds open; central beside it opens and shuts its own."""
    return [
        Path(file.path).name for file in psutil.Process().open_files() if folder in Path(file.path).parents
    ]


def test_a_file_left_open_is_seen(tmp_path: Path) -> None:
    with (tmp_path / "station.lock").open("a"):
        assert open_in(tmp_path) == ["station.lock"]
    assert open_in(tmp_path) == []


def a_newer_journal(folder: Path) -> None:
    """A newer Guichet wrote here."""
    journal = open_database(folder / "journal.db", Vault.open(folder).journal_key)
    with journal.write() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    journal.close()


def test_a_folder_that_is_another_users_is_not_taken_for_a_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise PermissionError(EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(NotAllowed, match="folder_not_ours"), only_one(tmp_path):
        pass


def test_a_lock_that_nobody_can_open_is_the_disks_fault(tmp_path: Path) -> None:
    (tmp_path / "station.lock").mkdir()
    with pytest.raises(StoreDamaged, match="store_cannot_open"), only_one(tmp_path):
        pass
