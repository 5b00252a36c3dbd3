"""Where `guichet` starts. A station that is opened as its autostart does it waits for no command line."""

import gc
import os
import sys
from pathlib import Path

from desktop.disk import OWNER_ALONE
from desktop.errors import GuichetError
from desktop.legible import begin_log


def main() -> None:
    """Runs what was typed; a failure that we foresaw is one sentence, not a traceback."""
    os.umask(OWNER_ALONE)
    begin_log()
    try:
        match sys.argv[1:]:
            case ["kiosk" | "counter" as kind, "--data", folder, *rest] if set(rest) <= {"--windowed"}:
                sys.exit(_open(kind, Path(folder), windowed=bool(rest)))
            case _:
                from desktop.command_line import run

                run()
    except GuichetError as error:
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
