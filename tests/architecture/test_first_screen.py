"""What a station loads before its first screen: each library here costs every start time and memory."""

import subprocess
import sys

from tests.architecture.sources import ROOT

LATER = "reportlab requests jwt alembic typer rich pydantic fastapi uvicorn psycopg desktop.central"
LOADED = """
import sys, desktop.__main__, desktop.app, desktop.views.kiosk.shell, desktop.views.counter.shell
print(*(set(sys.argv[1:]) & set(sys.modules)))
"""


def test_a_first_screen_waits_for_nothing_that_it_does_not_need() -> None:
    command = [sys.executable, "-c", LOADED, *LATER.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
