"""Opens the counter of a station as `guichet counter` does, and says how long that took: run as a process.

`python -m tests.benchmarks.first_screen FOLDER` opens the station; without FOLDER an empty window, the least
that any program with windows takes.
"""

import sys
from pathlib import Path
from time import time

import psutil


def main() -> None:
    """Prints seconds since the process began, and its resident megabytes."""
    if len(sys.argv) > 1:
        _counter(Path(sys.argv[1]))
    else:
        _empty()


def _counter(folder: Path) -> None:
    from PySide6.QtCore import QTimer

    from desktop.app import application, counter_shell, open_devices, running_station
    from desktop.views.common.theme import Kind

    app = application(Kind.COUNTER)
    with running_station(folder) as (station, lanes):
        shell = counter_shell(app, station, lanes, open_devices(folder, station), windowed=True)
        shell.start()
        look = QTimer(interval=1)
        look.timeout.connect(lambda: app.quit() if shell.stage.page.enter.isEnabled() else None)
        look.start()
        app.exec()
        _say()
        shell.stop()


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.show()
    app.processEvents()
    _say()


def _say() -> None:
    here = psutil.Process()
    print(time() - here.create_time(), here.memory_info().rss / 1e6)  # noqa: T201


if __name__ == "__main__":
    main()
