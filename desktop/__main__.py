"""Where `guichet` starts. A station that is opened as its autostart does it waits for no command line."""

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

from desktop.disk import OWNER_ALONE
from desktop.errors import GuichetError
from desktop.legible import begin_log
from desktop.machine import lacking


def main() -> None:
    """Runs what was typed; a failure that we foresaw is one sentence, not a traceback."""
    os.umask(OWNER_ALONE)
    _print_anything()
    begin_log()
    try:
        match sys.argv[1:]:
            case ["kiosk" | "counter" as kind, "--data", folder, *rest] if set(rest) <= {"--windowed"}:
                sys.exit(_open(kind, Path(folder), windowed=bool(rest)))
            case _:
                from desktop.command_line import run

                run()
    except GuichetError as error:
        _explain(error)
    except (ImportError, ZoneInfoNotFoundError) as error:
        lack = lacking(error)
        if lack is None:
            raise
        _explain(lack)


def _print_anything() -> None:
    """A terminal or a file that cannot show a sign shows its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _explain(error: GuichetError) -> None:
    from desktop.command_line import explain

    explain(error)
    sys.exit(1)


def _open(kind: str, folder: Path, *, windowed: bool) -> int:
    gc.disable()  # what is imported stays; desktop.app enables it with the first screen
    from desktop import app

    run = app.run_kiosk if kind == "kiosk" else app.run_counter
    return run(folder, windowed=windowed)


if __name__ == "__main__":
    main()
