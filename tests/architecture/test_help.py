"""What `guichet … --help` loads: whoever asks how a command is typed waits for no server and no screens."""

import json
import subprocess
import sys

from tests.architecture.sources import ROOT

SUBJECT = "desktop.command_line"
LOADED = """
import contextlib, io, json, sys
import typer


def families():
    return {name.partition(".")[0] for name in sys.modules}


before = families() | {"desktop", "tests", *sys.stdlib_module_names}
from SUBJECT import add_central, app
add_central()
asked = []

def ask(words, command):
    asked.append(" ".join(words))
    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
        app([*words, "--help"])
    for name, part in getattr(command, "commands", {}).items():
        ask([*words, name], part)

ask([], typer.main.get_command(app))
print(json.dumps([asked, sorted(families() - before)]))
"""


def loaded_by_help(subject: str = SUBJECT) -> tuple[list[str], list[str]]:
    """Every command that was asked for help, and the libraries that this loaded beside typer itself."""
    command = [sys.executable, "-c", LOADED.replace("SUBJECT", subject)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    asked, libraries = json.loads(done.stdout)
    return asked, libraries


def test_help_on_any_command_loads_no_library_but_the_one_that_prints_it() -> None:
    asked, libraries = loaded_by_help()
    assert {"", "kiosk", "central", "central serve", "central parked list"} <= set(asked)
    assert libraries == [], "import these inside the commands that need them, not on top of their module"


def test_a_library_loaded_too_early_is_seen() -> None:
    assert "sqlalchemy" in loaded_by_help("tests.architecture.early")[1]
